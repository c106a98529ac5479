"""Who is in the room: how many of each thinking style, in sum, and their names if people like."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QWidget

from mission_desk.core.file.closed_sets import THINKING_STYLES, ThinkingStyle
from mission_desk.core.room import people
from mission_desk.core.room.style_words import style_plural
from mission_desk.ui.look import icons
from mission_desk.ui.look.theme import UNIT, Tokens
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import row
from mission_desk.ui.parts.labels import label, set_tip
from mission_desk.ui.parts.parsed_field import ParsedField
from mission_desk.ui.parts.style_mark import StyleMark
from mission_desk.ui.scene.names import NameList
from mission_desk.ui.scene.texts import SceneCard
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn

FIELD, SQUARE = 14 * UNIT, 9 * UNIT  # px


class SeatsCard(SceneCard):
    """`opened` when the names come into sight."""

    opened = Signal()

    def __init__(self, place: Workplace) -> None:
        sentence = tr("Ask at the door: which one are you? Each style has a turn of its own.")
        super().__init__(place, tr("Seats"), sentence)
        self.steppers = {style: Stepper(place.tokens) for style in THINKING_STYLES}
        self.column.addLayout(self._table())
        self.total = label("", "strong")
        self.names_button = button("", self._turn_names, "small")
        self.column.addLayout(row(self.total, self.names_button, stretch=1))
        self.names = NameList(place)
        self.names.hide()
        self.column.addWidget(self.names)

    def _table(self) -> QGridLayout:
        table = QGridLayout()
        table.setHorizontalSpacing(3 * UNIT)
        table.setVerticalSpacing(2 * UNIT)
        table.setColumnStretch(1, 1)
        for line, (style, does) in enumerate(what_styles_do().items()):
            name = style_plural(style)
            words = QWidget()
            text = QGridLayout(words)
            text.setContentsMargins(0, 0, 0, 0)
            text.setSpacing(0)
            text.addWidget(label(name, "strong"))
            text.addWidget(label(does, "tiny", wrap=True))
            table.addWidget(StyleMark(self.place.tokens, style, SQUARE), line, 0)
            table.addWidget(words, line, 1)
            stepper = self.steppers[style]
            stepper.field.setAccessibleName(name)
            stepper.field.value_to(self.place.unwritten, f"seats.{style}", partial(self._count, style))
            table.addWidget(stepper, line, 2)
        return table

    def show_rows(self) -> None:
        counts = people.style_counts(self.doc)
        for style, stepper in self.steppers.items():
            stepper.show_count(counts[style])
        every = people.seats(self.doc)
        named = sum(1 for seat in every if seat.name.strip())
        self.total.setText(trn("One seat in all", "{n} seats in all", len(every)))
        words = trn("Names · one of {count}", "Names · {n} of {count}", named, count=len(every))
        self.names_button.setText(words if named else tr("Names, if you like"))
        self.names_button.setEnabled(bool(every))
        if self.names.isVisibleTo(self):
            self.names.show_rows()

    def _count(self, style: ThinkingStyle, text: str) -> None:
        """Refuse a number that the workshop cannot hold: say why and show the number before, so that the
        field does not keep it."""
        before = people.style_counts(self.doc)
        try:
            people.set_style_counts(self.doc, before | {style: int(text)}, source=self)
        except people.TooManySeatsError as error:
            self.place.messages.complain(error)
            self.show_rows()

    def _turn_names(self) -> None:
        self.names.setVisible(not self.names.isVisibleTo(self))
        self.show_rows()
        if self.names.isVisibleTo(self):
            self.names.take_focus()
            self.opened.emit()


class Stepper(QWidget):
    """− n +; the number can be typed, and the arrow keys change it too."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.field = ParsedField(read_count, str, move_count)
        self.field.setFixedWidth(FIELD)
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.less = self._square(tokens, "minus", tr("One less"), -1)
        self.more = self._square(tokens, "plus", tr("One more"), 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(UNIT)
        for widget in (self.less, self.field, self.more):
            layout.addWidget(widget)

    def _square(self, tokens: Tokens, name: str, words: str, by: int) -> QToolButton:
        step_button = QToolButton()
        step_button.setIcon(icons.icon(name, tokens.ink2, tokens.ink3))
        step_button.setIconSize(QSize(4 * UNIT, 4 * UNIT))
        step_button.setFixedSize(SQUARE, SQUARE)
        set_tip(step_button, words)
        step_button.setAccessibleName(words)
        step_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys do it in the field
        step_button.setAutoRepeat(True)
        step_button.setCursor(Qt.CursorShape.PointingHandCursor)
        step_button.clicked.connect(partial(self.field.step, by))
        return step_button

    def show_count(self, count: int) -> None:
        self.field.show_value(str(count))
        self.less.setEnabled(count > 0)


def read_count(text: str) -> str | None:
    plain = text.strip() or "0"
    return str(int(plain)) if plain.isdecimal() and len(plain) <= 3 else None


def move_count(count: str, by: int) -> str:
    return str(max(0, int(count or 0) + by))


def what_styles_do() -> dict[ThinkingStyle, str]:
    """What people of each thinking style do in the room."""
    return {
        "ideator": tr("throw in ideas, the bigger the better"),
        "strategist": tr("see where an idea leads in ten years"),
        "analyst": tr("voice concerns, hear every buzzword"),
        "heart": tr("say how it feels, and whether it is true"),
    }
