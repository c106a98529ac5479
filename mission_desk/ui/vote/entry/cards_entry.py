"""Dots on cards: + and − on the selected option, while the room calls out or places its dots."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Choice, Poll
from mission_desk.core.vote import hands, polls
from mission_desk.ui.parts.cards import clear, column
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.vote.entry.ballot_keys import Key
from mission_desk.ui.vote.entry.called_reason import CalledReason
from mission_desk.ui.vote.entry.dot_stepper import DotStepper
from mission_desk.ui.vote.entry.key_reader import KeyReader
from mission_desk.ui.vote.entry.option_row import OptionRow
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

STEPS: dict[Key, int] = {"down": 1, "enter": 1, "up": -1}
DOTS: dict[Key, int] = {"more": 1, "less": -1, "none": -1}
MANY = 99  # dots on one card: the stepper shows the figure alone


class CardsEntry(QWidget):
    def __init__(self, place: Workplace) -> None:
        super().__init__()
        set_look(self, "clear")
        self._place, self._doc = place, place.doc
        self._poll: Poll | None = None
        self._shape: tuple[int, ...] = ()
        self.steppers: list[tuple[Choice, DotStepper]] = []
        self._reader = KeyReader(self)
        self._reader.pressed.connect(self._press)
        self._status = label("", "strong", wrap=True)
        hint = label(tr("+ sticks a dot, − takes it off, ↑ ↓ go from card to card."), "tiny", wrap=True)
        layout = column(self, spacing=10)
        layout.addWidget(self._status)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        layout.addLayout(self._list)
        self.reason = CalledReason(place)
        layout.addWidget(self.reason)
        layout.addWidget(hint)
        layout.addStretch(1)

    def show_poll(self, poll: Poll) -> None:
        choices = polls.choices(self._doc, poll.id)
        shape = (poll.id, *(choice.id for choice in choices))
        if shape != self._shape:
            self._poll, self._shape = poll, shape
            self._build(choices)
        self.reason.show_poll(poll)
        counts = hands.counted(self._doc, poll.id)
        for choice, stepper in self.steppers:
            stepper.show_value(sum(v * count for (each, v), count in counts.items() if each == choice.id))
        given = sum(value * count for (_, value), count in counts.items())
        most = hands.room(self._doc, poll.id) * poll.dots
        self._say(tr("{given} of {limit} dots", given=given, limit=most), "strong")

    def focus_entry(self) -> None:
        self._focus(0)

    def _build(self, choices: list[Choice]) -> None:
        clear(self._list)
        self.steppers = []
        for choice in choices:
            stepper = DotStepper(self._place.tokens, choice.name, MANY, large=False)
            stepper.adds.connect(lambda by, choice=choice.id: self._stick(choice, by))
            self._reader.watch(stepper)
            self.steppers.append((choice, stepper))
            self._list.addWidget(OptionRow(choice.name, choice.text, [stepper], beside=True, large=False))

    def _focus(self, at: int) -> None:
        if 0 <= at < len(self.steppers):
            self.steppers[at][1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _press(self, key: Key, field: QWidget) -> None:
        at = next((n for n, (_, stepper) in enumerate(self.steppers) if stepper is field), 0)
        if key in STEPS:
            self._focus(at + STEPS[key])
        elif key in DOTS:
            self._stick(self.steppers[at][0].id, DOTS[key])

    def _stick(self, choice: int, by: int) -> None:
        if self._poll is None:
            return
        try:
            hands.add_dots(self._doc, self._poll.id, choice, by, source=self)
        except KnownError as error:
            self._say(str(error), "warn")

    def _say(self, words: str, style: str) -> None:
        self._status.setText(words)
        set_look(self._status, style)
