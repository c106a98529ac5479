"""What stands under the fields of the open row: the sensor's question or a quiet hint, the priority that the
guideline serves, the keys, and what is offered while its sentence is empty."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from mission_desk.core.file.plan_rows import Guideline
from mission_desk.core.plan import priorities, roadmap, suggestions
from mission_desk.core.plan.suggestions import Suggestion
from mission_desk.core.room import scene
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import clear, column, row
from mission_desk.ui.parts.labels import label
from mission_desk.ui.parts.sensed.finding_line import FindingLine
from mission_desk.ui.plan.roadmap.row_fields import Field, settled_height
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

MOST = 4  # suggestions of one role
WITH_KEYS = 900  # px from which the keys are named as well


class RowFoot(QWidget):
    def __init__(self, place: Workplace, sentence: Field) -> None:
        super().__init__()
        self._place, self._doc = place, place.doc
        self._row: Guideline | None = None
        self.findings = FindingLine(place.doc, "")
        self.numbers = [self._number(number) for number in range(1, priorities.COUNT + 1)]
        self.offers = Offers(sentence)
        self.offers.taken.connect(self._take)
        self._keys = label(tr("Tab next field · Enter next row · Esc closes"), "tiny")
        line = row(self.findings, label(tr("Serves"), "tiny"), *self.numbers, self._keys)
        line.setStretch(0, 1)
        layout = column(self, spacing=UNIT)
        layout.addWidget(self.offers)
        layout.addLayout(line)

    def _number(self, number: int) -> QPushButton:
        pressed = button(str(number), partial(self._serve, number), "road-number")
        pressed.setCheckable(True)
        pressed.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        pressed.setAccessibleName(tr("Serves priority {n}", n=number))
        return pressed

    def show_row(self, row: Guideline, serves: int, hint: str) -> None:
        self._row = row
        for number, pressed in enumerate(self.numbers, 1):
            pressed.setChecked(number == serves)
        self.findings.say(hint)
        wanted = not row.text.strip()
        language = scene.workshop(self._doc).language
        self.offers.show_offers(suggestions.suggestions_for(row.role, language)[:MOST] if wanted else ())

    def height_at(self, width: int) -> int:
        self._keys.setVisible(width >= WITH_KEYS)
        self.setFixedWidth(width)
        return settled_height(self)

    def _serve(self, number: int) -> None:
        """Pressed once more, it serves none."""
        if self._row is None:
            return
        to = priorities.priorities(self._doc, "team")[number - 1].id
        chosen = None if self._row.priority == to else to
        row = self._row.id
        self._place.commands.attempt(lambda: roadmap.serve_priority(self._doc, [row], chosen, source=self))

    def _take(self, offer: Suggestion) -> None:
        """The words are typed over; what was written in other fields stays."""
        if self._row is None:
            return
        row = self._row
        names = ("text", "measure", "unit", "data", "evaluation")
        words = {name: getattr(offer, name) for name in names if not getattr(row, name).strip()}
        self._place.commands.attempt(lambda: roadmap.edit_guideline(self._doc, row.id, source=self, **words))
        self.offers.go_back()


class Offers(QWidget):
    """Guidelines that ship for the role, one a line; `taken(suggestion)`."""

    taken = Signal(object)

    def __init__(self, sentence: Field) -> None:
        super().__init__()
        self._sentence = sentence
        self._shown: tuple[Suggestion, ...] = ()
        self.buttons: list[QPushButton] = []
        self._column = column(self, spacing=2)

    def show_offers(self, offers: tuple[Suggestion, ...]) -> None:
        self._sentence.setPlaceholderText(offers[0].text if offers else tr("When …, we …"))
        self.setVisible(bool(offers))
        if offers == self._shown:
            return
        self._shown = offers
        clear(self._column)
        self._column.addWidget(label(tr("Begin with one of these (↓) or type your own:"), "tiny"))
        self.buttons = [self._line(offer) for offer in offers]
        for pressed in self.buttons:
            self._column.addWidget(pressed)

    def _line(self, offer: Suggestion) -> QPushButton:
        pressed = button(offer.text, partial(self.taken.emit, offer), "road-offer")
        pressed.setMinimumWidth(UNIT)
        return pressed

    def begin(self) -> bool:
        """Give the keys to the first; False where none is offered."""
        if not self.buttons or self.isHidden():
            return False
        self.buttons[0].setFocus()
        return True

    def go_back(self) -> None:
        self._sentence.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = next((n for n, each in enumerate(self.buttons) if each.hasFocus()), None)
        if at is None:
            return
        if event.key() == Qt.Key.Key_Down:
            self.buttons[min(at + 1, len(self.buttons) - 1)].setFocus()
        elif event.key() == Qt.Key.Key_Up and at:
            self.buttons[at - 1].setFocus()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Escape):
            self.go_back()
        else:
            super().keyPressEvent(event)
