"""What F8, "mute" and the commands beside them do in the editor: go from finding to finding, and settle
one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from mission_desk.core.room import room_words
from mission_desk.core.room.personal_words import add_personal
from mission_desk.ui.parts.sensed.marks import Mark, MarkKind, next_mark
from mission_desk.ui.parts.sensed.sensing import Sensing
from mission_desk.ui.statement.editor.editor import StatementEditor
from mission_desk.ui.statement.editor.finding_bar import FindingBar
from mission_desk.ui.statement.editor.signs import Signs
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

PAUSE = 250  # ms without a key, after which the dictionary is asked what was meant


class FindingNavigation(QObject):
    """Follows the editor key by key. `heard` is emitted when a list of words outside the workshop has
    changed."""

    heard = Signal()

    def __init__(self, place: Workplace, editor: StatementEditor, signs: Signs, bar: FindingBar) -> None:
        super().__init__(editor)
        self._doc, self._messages = place.doc, place.messages
        self._editor, self._signs, self._bar = editor, signs, bar
        self.sensing = Sensing(place.doc, self)
        self.marks: tuple[Mark, ...] = ()
        self._rests = False
        self._shown_state = ("", False)  # what kind of finding is at the cursor, and whether there are any
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)
        self._proposed: dict[str, tuple[str, ...]] = {}
        editor.textChanged.connect(self.judge)
        editor.cursorPositionChanged.connect(self._show_bar)
        bar.taken.connect(self._take)
        self.sensing.ready.connect(self.judge)
        self.sensing.speller.proposed.connect(self._hear)
        self._register(place)

    def _register(self, place: Workplace) -> None:
        on = place.commands.on
        on("finding.next", partial(self._go, 1), self._has_marks)
        on("finding.back", partial(self._go, -1), self._has_marks)
        on("finding.mute", self._mute, partial(self._is_here, "empty"))
        on(
            "finding.unmute",
            self._hear_all,
            lambda: bool(room_words.muted(self._doc)),
        )
        on("finding.spelt", self._spelt, partial(self._is_here, "spelling"))
        on("finding.list", self._list)
        self._refresh = place.commands.refresh

    def rest(self) -> None:
        """Stop: the page is left, perhaps for good, and what the thread still reports must not read a closed
        file."""
        self._rests = True

    def follow(self, draft: int | None) -> None:
        self._rests = False
        self.sensing.follow(draft)
        self.judge()

    def judge(self) -> None:
        """Judge the words that stand there now."""
        if self._rests:
            return
        text = self._editor.toPlainText()
        self.marks = self.sensing.marks_of(text)
        self._editor.show_findings(self.marks)
        self._signs.show_text(text, self.marks, self.sensing.signs_of(text), self.sensing.has_list())
        self._show_bar()

    def here(self) -> Mark | None:
        """The finding at the cursor, else the first one."""
        empty_or_misspelt = [mark for mark in self.marks if mark.kind != "quoted"]
        at = self._editor.mark_here()
        return at if at in empty_or_misspelt else next(iter(empty_or_misspelt), None)

    def _show_bar(self) -> None:
        if self._rests:
            return
        mark = self.here()
        count = sum(1 for each in self.marks if each.kind != "quoted")
        self._bar.show_mark(mark, count)
        if mark is not None and mark.kind == "spelling":
            self._propose(mark.words)
        state = (mark.kind if mark else "", count > 0)
        if state != self._shown_state:
            self._shown_state = state
            self._refresh("finding.next", "finding.back", "finding.mute", "finding.spelt")

    def _propose(self, word: str) -> None:
        known = self._proposed.get(word)
        if known is None:
            self._pause.start()  # a word that is still being typed would start a thread with every key
        else:
            self._bar.show_tries(known)

    def _ask(self) -> None:
        mark = self.here()
        if mark is not None and mark.kind == "spelling" and not self._rests:
            self.sensing.speller.ask(mark.words)

    def _hear(self, word: str, proposals: object) -> None:
        self._proposed[word] = proposals if isinstance(proposals, tuple) else ()
        mark = self.here()
        if mark is not None and mark.words == word:
            self._bar.show_tries(self._proposed[word])

    def _go(self, step: int) -> None:
        mark = next_mark(self.marks, self._editor.place() - (1 if step > 0 else 0), step)
        if mark == self._editor.mark_here() and step > 0 and mark is not None:
            mark = next_mark(self.marks, mark.start, step)
        if mark is not None:
            self._editor.select_mark(mark)

    def _take(self, words: str) -> None:
        mark = self.here()
        if mark is not None:
            self._editor.replace_mark(mark, words)

    def _mute(self) -> None:
        mark = self.here()
        if mark is not None and mark.id:
            room_words.mute(self._doc, mark.id, source=self)
            sentence = tr("“{phrase}” is muted for this workshop.", phrase=mark.words)
            self._messages.say(sentence, tr("Undo"), self._doc.undo)

    def _hear_all(self) -> None:
        room_words.unmute_all(self._doc, source=self)

    def _spelt(self) -> None:
        mark = self.here()
        if mark is not None:
            add_personal("dictionary", mark.words)
            self._messages.say(tr("“{phrase}” is in my dictionary now.", phrase=mark.words))
            self.heard.emit()

    def _list(self) -> None:
        """The selected words; else the word at the cursor."""
        words = self._editor.phrase() or self._editor.word_here()
        if words:
            room_words.add_room_word(self._doc, words, source=self)
            self._messages.say(tr("“{phrase}” is on the room's list now.", phrase=words))

    def _has_marks(self) -> bool:
        return any(mark.kind != "quoted" for mark in self.marks)

    def _is_here(self, kind: MarkKind) -> bool:
        mark = self.here()
        return mark is not None and mark.kind == kind
