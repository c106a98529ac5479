"""What the empty road map says: what a guideline is, one example, and the key for the first."""

from __future__ import annotations

from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts.cards import Card
from mission_desk.ui.parts.labels import label
from mission_desk.words import tr


class Lesson(Card):
    def __init__(self, keys: str) -> None:
        """`keys` begin the first guideline."""
        super().__init__("card", (6 * UNIT, 5 * UNIT, 6 * UNIT, 6 * UNIT), 2 * UNIT)
        words = tr(
            "One line for each role: what they do, how anybody would notice, who looks after it, until when."
        )
        example = tr(
            "Agent: Stay on the line until it works. First-contact resolution, 61 % to 80 %, by 31 January."
        )
        put = self.column.addWidget
        put(label(tr("From Monday on, who does what differently?"), "title", wrap=True))
        put(label(words, "body", wrap=True))
        put(label(example, "serif-small", wrap=True))
        put(label(tr("The first one: {keys}", keys=keys), "quiet"))
