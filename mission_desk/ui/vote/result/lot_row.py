"""A lot among equals, the last resort: the room calls out a number, and everybody sees what it was."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mission_desk.core.vote import parting_equals
from mission_desk.core.vote.outcome import Outcome
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import column, row
from mission_desk.ui.parts.fields import LineField
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr
from mission_desk.written import listed


class LotRow(QWidget):
    """Hidden where nobody is level."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        set_look(self, "clear")
        self._place, self._poll = place, 0
        words = tr("Seed: a number from the room")
        self.seed = LineField(words)
        self.seed.setAccessibleName(words)
        self._names = label("", "quiet", wrap=True)
        line = row(self._names, self.seed, button(tr("Draw a lot"), self._draw), spacing=12)
        for part in (0, 1):
            line.setStretch(part, 1)
        column(self).addLayout(line)

    def show_outcome(self, outcome: Outcome) -> None:
        level, self._poll = outcome.level, outcome.poll.id
        self.setVisible(len(level) > 1)
        names = listed([option.choice.name for option in level])
        self._names.setText(tr("Or a lot among {names}:", names=names))
        self.seed.keep_in(self._place.unwritten, f"poll.seed.{self._poll}")

    def _draw(self) -> None:
        parting_equals.draw_lot(self._place.doc, self._poll, self.seed.text(), source=self)
        self.seed.empty()
