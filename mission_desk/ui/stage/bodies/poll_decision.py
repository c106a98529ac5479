"""What the room decided by a poll, under its result; on a leaf of its own where it would take the options'
room."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from mission_desk.core.stage.slides import PollBody, PromptBody
from mission_desk.ui.stage.layout.fit import Face, Words, set_words
from mission_desk.ui.stage.layout.measure import Measure
from mission_desk.ui.stage.layout.parting import parted

LETTERS = 34  # parts
ABOVE = 20  # parts: from the options to the decision
MOST = 0.25  # of the body


def lay_out(decision: str, width: float, m: Measure, language: str) -> Words | None:
    face = Face("ui", m.letters(LETTERS), QFont.Weight.Bold)
    return set_words(parted(decision, language), face, width) if decision.strip() else None


def height(words: Words | None, m: Measure) -> float:
    """With the air above; 0 for a poll without a decision."""
    return words.height + m.px(ABOVE) if words else 0.0


def leaf_alone(body: PollBody, box: QRectF, m: Measure, language: str) -> tuple[PromptBody, ...]:
    """The decision in its own words, where it is too long to stand under the options; else nothing."""
    words = lay_out(body.decision, box.width(), m, language)
    return (PromptBody((body.decision,)),) if height(words, m) > box.height() * MOST else ()
