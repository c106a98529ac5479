"""A show of hands: the facilitator asks "who gives 5?", types the count, and goes on with Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Choice, Poll
from mission_desk.core.vote import hands, polls
from mission_desk.core.vote.ballot_scales import Scale, scales
from mission_desk.ui.parts.cards import Card, clear, column, row
from mission_desk.ui.parts.labels import label, set_look, set_tip
from mission_desk.ui.parts.typed import TypedField
from mission_desk.ui.vote.entry.called_reason import CalledReason
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn

CELL = 46  # px
LONGEST_WORD = 9  # letters over a cell; longer words are in its tooltip


class HandCell(TypedField, QLineEdit):
    """One count. `counted(int)` when it was typed; Enter goes to the next cell."""

    counted = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setFixedWidth(CELL)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setValidator(QIntValidator(0, 999, self))
        self.setAccessibleName(name)
        self._shown = 0
        self.editingFinished.connect(self._tell)
        self.returnPressed.connect(self.focusNextChild)

        self.textEdited.connect(lambda _text: self.note_typing())

    def words(self) -> str:
        return self.text()

    def put(self, text: str) -> None:
        self.setText(text)

    def show_count(self, count: int) -> None:
        self._shown = count
        if not (self.hasFocus() and self.isModified()) and not self._half_typed():
            self.setText(str(count) if count else "")

    def give_back(self) -> None:
        """What was typed does not fit."""
        self.setText(str(self._shown) if self._shown else "")
        self.setFocus()
        self.selectAll()
        self.forget()

    def _tell(self) -> None:
        count = int(self.text() or 0)
        self.setModified(False)
        if count != self._shown:
            self.counted.emit(count)
        else:
            self.forget()


class HandsEntry(QWidget):
    def __init__(self, place: Workplace) -> None:
        super().__init__()
        set_look(self, "clear")
        self._place, self._doc = place, place.doc
        self._poll: Poll | None = None
        self._shape: tuple[int, ...] = ()
        self.cells: dict[tuple[int, int], HandCell] = {}
        self._sums: dict[int, QLabel] = {}
        self._status = label("", "strong", wrap=True)
        self._hint = label(tr("Ask “who gives 5?”, type the count, Enter goes on."), "tiny", wrap=True)
        self._list = Card(margins=(18, 14, 18, 16), spacing=12)
        layout = column(self, spacing=10)
        layout.addWidget(self._status)
        layout.addWidget(self._list)
        self.reason = CalledReason(place)
        layout.addWidget(self.reason)
        layout.addWidget(self._hint)
        layout.addStretch(1)

    def show_poll(self, poll: Poll) -> None:
        choices = polls.choices(self._doc, poll.id)
        shape = (poll.id, *(choice.id for choice in choices))
        if shape != self._shape:
            self._poll, self._shape = poll, shape
            self._build(poll, choices)
        self.reason.show_poll(poll)
        counts = hands.counted(self._doc, poll.id)
        for key, cell in self.cells.items():
            cell.show_count(counts.get(key, 0))
        room = hands.room(self._doc, poll.id)
        self._say(trn("{n} seat has not voted yet.", "{n} seats have not voted yet.", room), "strong")
        for choice in choices:
            raised = sum(count for (each, _), count in counts.items() if each == choice.id)
            self._sums[choice.id].setText(tr("{n} of {seats}", n=raised, seats=room))

    def focus_entry(self) -> None:
        first = next(iter(self.cells.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, poll: Poll, choices: list[Choice]) -> None:
        clear(self._list.column)
        self.cells, self._sums = {}, {}
        scale = scales(poll, len(choices))[0]
        asked = [value for value in scale.values if value or polls.rule(poll).mark not in ("dots", "yes")]
        for choice in choices:
            self._add_option(choice, scale, asked)

    def _add_option(self, choice: Choice, scale: Scale, asked: list[int]) -> None:
        text, total = label(choice.text, "serif-small", wrap=True), label("", "tiny")
        self._sums[choice.id] = total
        head = row(label(choice.name, "title"), text, total, spacing=12)
        head.setStretch(1, 1)
        self._list.column.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        worded = all(len(scale.word(value)) <= LONGEST_WORD for value in asked)
        for at, value in enumerate(asked):
            words = scale.word(value)
            name = label(words if worded else str(value), "tiny")
            set_tip(name, words)
            name.setAlignment(Qt.AlignmentFlag.AlignCenter)
            cell = HandCell(f"{choice.name}: {words}")
            set_tip(cell, words)
            cell.keep_in(self._place.unwritten, f"hands.{choice.id}.{value}")
            cell.counted.connect(lambda count, c=choice.id, v=value: self._store(c, v, count))
            self.cells[choice.id, value] = cell
            grid.addWidget(name, 0, at)
            grid.addWidget(cell, 1, at)
        grid.setColumnStretch(len(asked), 1)
        self._list.column.addLayout(grid)

    def _store(self, choice: int, value: int, count: int) -> None:
        if self._poll is None:
            return
        try:
            hands.set_hands(self._doc, self._poll.id, choice, value, count, source=self)
        except KnownError as error:
            if self._place.unwritten.settle():  # else nothing can be written, and the count is not wrong
                self.cells[choice, value].give_back()
            self._say(str(error), "warn")
        else:
            self.cells[choice, value].forget()

    def _say(self, words: str, style: str) -> None:
        self._status.setText(words)
        set_look(self._status, style)
