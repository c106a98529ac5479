"""What the states of a guideline are called."""

from __future__ import annotations

from mission_desk.core.file.closed_sets import GuidelineState
from mission_desk.words import tr


def state_words() -> dict[GuidelineState, str]:
    """In the order in which they come about."""
    return {
        "planned": tr("planned"),
        "partly": tr("partly"),
        "lived": tr("lived"),
        "dropped": tr("dropped"),
    }
