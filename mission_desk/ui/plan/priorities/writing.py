"""What all cards of the page write with: fields that judge their words, each for one column of one row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from mission_desk.ui.parts.sensed.sensed_field import SensedField
from mission_desk.ui.parts.sensed.sensing import Sensing
from mission_desk.ui.workplace import Workplace


class Writing(QObject):
    """`entered(field)` when the keys come to one of its fields, `judged(field)` when something is to be said
    of its words."""

    entered = Signal(object)
    judged = Signal(object)

    def __init__(self, place: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self.place = place
        self.sensing = Sensing(place.doc, self)

    def follow(self) -> None:
        self.sensing.follow(None)

    def field(self, name: str, hint: str, look: str) -> SensedField:
        made = SensedField(self.place.tokens, self.sensing, name, hint, look)
        made.entered.connect(lambda: self.entered.emit(made))
        made.judged.connect(lambda: self.judged.emit(made))
        return made

    def bind(self, field: SensedField, place: str, write: Callable[[str], object], text: str) -> None:
        """Show `text`, which stands at `place`; what is typed from here on is written by `write`."""
        field.write_to(self.place.unwritten, place, write)
        field.show_text(text)
