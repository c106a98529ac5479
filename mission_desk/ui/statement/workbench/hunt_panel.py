"""The analysts' hunt: the room calls "buzz!", the phrase is marked and counted, and struck or kept. Below,
the words that this room and this person call empty."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Draft, Hit
from mission_desk.core.room import room_words
from mission_desk.core.room.personal_words import add_personal, personal_words, remove_personal
from mission_desk.core.statement import buzzword_hunt
from mission_desk.ui.parts.buttons import action_button, button
from mission_desk.ui.parts.cards import Card, clear, row
from mission_desk.ui.parts.choice import Choice
from mission_desk.ui.parts.fields import LineField
from mission_desk.ui.parts.flow import FlowLayout
from mission_desk.ui.parts.labels import label, set_look, set_tip
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn
from mission_desk.written import quoted


class HuntPanel(Card):
    """`heard` when a list of words has changed that lies outside the workshop."""

    heard = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__(spacing=8)
        self._doc: Document = place.doc
        self._count = label("", "title")
        self.buzz = action_button(place.commands.action("hunt.buzz"))
        self.unmute = action_button(place.commands.action("finding.unmute"), "small-quiet")
        self._hint = label(tr("Whoever hears an empty word calls “buzz!”. Select it and press."), "quiet")
        self._hint.setWordWrap(True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._state: object = None
        self.lists = WordLists(place)
        self.lists.heard.connect(self.heard)
        self.column.addLayout(row(self.buzz, self._count, self.unmute, stretch=2))
        self.column.addWidget(self._hint)
        self.column.addLayout(self._rows)
        self.column.addWidget(self.lists)

    def show_draft(self, draft: Draft) -> None:
        every = buzzword_hunt.hits(self._doc, draft.id)
        struck = sum(1 for hit in every if hit.state == "struck")
        words = trn("{n} hit", "{n} hits", len(every))
        self._count.setText(tr("{hits} · {n} struck", hits=words, n=struck) if every else "")
        self._hint.setVisible(not every)
        self.lists.show_words()
        self.unmute.setVisible(bool(room_words.muted(self._doc)))
        if every == self._state:
            return
        self._state = every
        clear(self._rows)
        for hit in every:
            self._rows.addLayout(self._line(hit))

    def _line(self, hit: Hit) -> QHBoxLayout:
        words = label(quoted(hit.phrase), "strong" if hit.state == "called" else "quiet")
        if hit.state != "called":
            state = tr("struck") if hit.state == "struck" else tr("kept")
            return row(words, label(state, "tiny"), stretch=2)
        verbs = (
            button(tr("Strike it"), partial(self._do, buzzword_hunt.strike, hit.id), "small"),
            button(tr("Keep it"), partial(self._do, buzzword_hunt.accept, hit.id), "small-quiet"),
            button(tr("On the room's list"), partial(self._list, hit), "small-quiet"),
        )
        return row(words, *verbs, stretch=4)

    def _do(self, act: Callable[..., object], hit: int) -> None:
        act(self._doc, hit, source=self)

    def _list(self, hit: Hit) -> None:
        room_words.add_room_word(self._doc, hit.phrase, source=self)

    def verbs(self) -> list[QPushButton]:
        return [each for each in self.findChildren(QPushButton) if each.isVisibleTo(self)]


class WordLists(QWidget):
    """One field, two lists: the room's goes with the workshop, one's own with the person."""

    heard = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        set_look(self, "clear")
        self._place, self._doc = place, place.doc
        self._state: object = None
        self.field = LineField(tr("A word this room calls empty"))
        self.field.keep_in(place.unwritten, "empty_word")
        self.field.returnPressed.connect(self._add)
        options = (("room", tr("for this workshop")), ("personal", tr("for me, always")))
        self.whose = Choice(options, tr("Whose list"))
        self.whose.show_choice("room")
        self._chips = QWidget()
        set_look(self._chips, "clear")
        self._flow = FlowLayout(self._chips, spacing=6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addLayout(row(self.field, self.whose, button(tr("Add"), self._add, "small")))
        layout.addWidget(self._chips)

    def show_words(self) -> None:
        room = [(row.id, row.words) for row in room_words.room_words(self._doc)]
        own = list(personal_words("empty-words"))
        if (room, own) == self._state:
            return
        self._state = (room, own)
        clear(self._flow)
        for number, words in room:
            self._chip(words, tr("Take off the room's list"), partial(self._off_room, number))
        for words in own:
            self._chip(f"{words} ·", tr("Take off my list"), partial(self._off_mine, words))
        self._chips.setVisible(bool(room or own))
        self._chips.updateGeometry()

    def _chip(self, words: str, does: str, do: Callable[[], object]) -> None:
        chip = button(f"{words}  ×", do, "small-quiet")
        set_tip(chip, does)
        chip.setAccessibleName(f"{words}: {does}")
        self._flow.addWidget(chip)
        chip.show()

    def _add(self) -> None:
        words = self.field.text().strip()
        if words and self._place.commands.attempt(partial(self._add_words, words)):
            self.field.empty()

    def _add_words(self, words: str) -> None:
        if self.whose.choice() == "room":
            room_words.add_room_word(self._doc, words, source=self)
        else:
            add_personal("empty-words", words)
            self.heard.emit()

    def _off_room(self, number: int) -> None:
        room_words.remove_room_word(self._doc, number, source=self)

    def _off_mine(self, words: str) -> None:
        remove_personal("empty-words", words)
        self.heard.emit()
