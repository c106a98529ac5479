"""The options of a poll with one ballot to fill in. The ballot is not stored until somebody asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mission_desk.core.file.rows import Choice, Poll
from mission_desk.core.vote.ballot_scales import scales
from mission_desk.core.vote.polls import highest, rule
from mission_desk.tally.election import Ballot
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.cards import bring_into_sight, clear, column
from mission_desk.ui.parts.labels import label, read_aloud, set_look
from mission_desk.ui.vote.entry.ballot_draft import BallotDraft
from mission_desk.ui.vote.entry.ballot_keys import BallotKeys, Key
from mission_desk.ui.vote.entry.dot_stepper import DotStepper
from mission_desk.ui.vote.entry.key_reader import KeyReader
from mission_desk.ui.vote.entry.option_row import OptionRow
from mission_desk.ui.vote.entry.reason_field import ReasonField
from mission_desk.ui.vote.entry.scale_row import AnswerField, ScaleRow
from mission_desk.words import tr, trn

NARROW_MARKS = ("dots", "yes")  # their fields stand beside the words


class BallotForm(QWidget):
    """`entered` when Enter finds nothing left to answer, `changed` when something was given or taken back.
    After the last row the line for a reason has the focus, or the form itself where none is asked for."""

    entered = Signal()
    changed = Signal()

    def __init__(self, tokens: Tokens, *, large: bool = False) -> None:
        super().__init__()
        set_look(self, "clear")
        self._tokens, self._large = tokens, large
        self._language: str | None = None
        self._every: list[Choice] = []
        self._choices: list[Choice] = []
        self.keys: BallotKeys | None = None
        self.behind = ""  # what is said when every row has its answer
        self.rows: list[OptionRow] = []
        self._fields: list[AnswerField] = []  # one for each row of the keys
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab would stop where nothing is marked
        self._reader = KeyReader(self)
        self._reader.watch(self)
        self._reader.pressed.connect(self._press)
        layout = column(self, spacing=10)
        self._list = QVBoxLayout()
        self._list.setSpacing(12 if large else 8)
        self.reason = ReasonField()
        self.reason.entered.connect(lambda: self._press("enter", self.reason))
        self.reason.left_back.connect(lambda: self._press("up", self.reason))
        self.running = label("", "strong", wrap=True)
        layout.addLayout(self._list)
        layout.addWidget(self.reason)

    @property
    def draft(self) -> BallotDraft | None:
        return self.keys.draft if self.keys else None

    def show_options(
        self, poll: Poll, every: Sequence[Choice], shown: Sequence[Choice], language: str | None = None
    ) -> None:
        """`every` is what a ballot has places for, `shown` the options in the order they stand here."""
        self._empty()
        self._language, self._every, self._choices = language, list(every), list(shown)
        self.rows = [self._row(poll, choice) for choice in shown]
        for row in self.rows:
            self._list.addWidget(row)
            row.show()  # at once: what is not visible yet cannot take the focus
        self.reason.ask(poll, language)
        self._order_tabs()
        self.fill(poll, None)

    def _order_tabs(self) -> None:
        """Tab goes from the last row, or from behind it, to the buttons below: what is made later would come
        after everything else in the window."""
        for one, following in pairwise([self, *self._fields, self.reason, self]):
            QWidget.setTabOrder(one, following)

    def leave_only(self, poll: Poll, every: Sequence[Choice], shown: Sequence[Choice]) -> None:
        """An option was withdrawn meanwhile: its rows go, and what was given to the others stays."""
        before, reason = self.keys, self.reason.text()
        self.show_options(poll, every, shown, self._language)
        self.reason.fill(reason)
        if before is None or self.keys is None:
            return
        given = {row: before.value(at) for at, row in enumerate(before.rows) if before.is_answered(at)}
        for at, row in enumerate(self.keys.rows):
            if given.get(row) is not None:
                self.keys.choose(at, given[row])
        self.keys.go_to(0)
        self._show()

    def forget(self) -> None:
        """Nothing of the ballot may still be read."""
        self._empty()
        self.keys = None
        self.reason.fill("")
        self.running.setText("")

    def _empty(self) -> None:
        clear(self._list)
        self.rows, self._fields = [], []

    def _row(self, poll: Poll, choice: Choice) -> OptionRow:
        fields = self._asked(poll, choice)
        for field in fields:
            at = len(self._fields)
            self._fields.append(field)
            self._reader.watch(field)
            field.gives.connect(lambda value, at=at: self._choose(at, value))
            field.adds.connect(lambda by, at=at: self._add(at, by))
            field.focused.connect(lambda on, at=at: self._stand_on(at, on))
        beside = rule(poll).mark in NARROW_MARKS
        return OptionRow(choice.name, choice.text, fields, beside=beside, large=self._large)

    def _asked(self, poll: Poll, choice: Choice) -> list[AnswerField]:
        if rule(poll).mark == "dots":
            most = highest(poll, len(self._every))
            return [DotStepper(self._tokens, choice.name, most, large=self._large)]
        asked = scales(poll, len(self._every), self._language)
        named = len(asked) > 1
        return [ScaleRow(scale, choice.name, large=self._large, titled=named) for scale in asked]

    def fill(self, poll: Poll, ballot: Ballot | None, reason: str = "") -> None:
        """A new ballot: empty, or as the seat filled it in before."""
        self.reason.fill(reason)
        self.keys = BallotKeys(poll, self._every, self._choices, ballot, self._language)
        self._show()

    def focus_first(self) -> None:
        """Move the focus to the first row."""
        if self.keys is not None:
            self.keys.go_to(0)
            self._focus()

    def focus_here(self) -> None:
        """Move the focus to the row that was last filled in."""
        self._focus()

    def _focus(self) -> None:
        if self.keys is None or not self._fields:
            return
        if self.keys.is_behind:
            (self.reason if self.reason.asks else self).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        field = self._fields[self.keys.at]
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(field)

    def _stand_on(self, at: int, on: bool) -> None:
        """Make the row current that Tab or the mouse went to."""
        if on and self.keys is not None and self.keys.at != at:
            self.keys.go_to(at)

    # keys and buttons

    def _press(self, key: Key, field: QWidget) -> None:
        if self.keys is None:
            return
        if field in self._fields:
            self._stand_on(self._fields.index(field), True)
        whole = self.keys.press(key)
        self._focus()
        self._show()
        if whole:
            self.entered.emit()

    def _choose(self, at: int, value: int | None) -> None:
        if self.keys is not None:
            self.keys.choose(at, value)
            self._show()

    def _add(self, at: int, by: int) -> None:
        if self.keys is not None:
            self.keys.add(at, by)
            self._show()

    # what is said

    def _show(self) -> None:
        if self.keys is None:
            return
        for at, field in enumerate(self._fields):
            field.show_value(self.keys.value(at))
        self.say(self.keys.refusal or self._state(self.keys), refused=bool(self.keys.refusal))
        self.changed.emit()

    def say(self, words: str, *, refused: bool = False) -> None:
        """In `running`; what is refused is also read out by a screen reader."""
        self.running.setText(words)
        set_look(self.running, "warn" if refused else "strong")
        if refused:
            read_aloud(self, words)

    def complain(self) -> bool:
        """Say what is wrong with the ballot; False where nothing is."""
        wrong = self.draft.wrong(self._language) if self.draft else ""
        if wrong:
            self.say(wrong, refused=True)
        return bool(wrong)

    def answered(self) -> tuple[int, int]:
        """Questions that have an answer, and all of them."""
        if self.keys is None:
            return 0, 0
        values = [self.keys.value(at) for at in range(len(self._fields))]
        dots = rule(self.keys.draft.poll).mark == "dots"
        return sum(bool(value) if dots else value is not None for value in values), len(values)

    def _state(self, keys: BallotKeys) -> str:
        if keys.waits:
            return keys.waiting()
        parts = [self._given(keys.draft), self._ahead(keys) if keys.is_behind else ""]
        return " · ".join(part for part in parts if part)

    def _given(self, draft: BallotDraft) -> str:
        if rule(draft.poll).mark != "dots":
            return ""
        return tr("{given} of {limit} dots", self._language, given=draft.given, limit=draft.poll.dots)

    def _ahead(self, keys: BallotKeys) -> str:
        missing = len(keys.unanswered())
        if not missing:
            return self.behind
        return trn(
            "{n} question is not answered yet: Enter goes there.",
            "{n} questions are not answered yet: Enter goes there.",
            missing,
            self._language,
        )
