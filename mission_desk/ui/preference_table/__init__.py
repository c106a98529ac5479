"""What the program can be told once and for all, as a table: one file a room."""

from __future__ import annotations

from mission_desk.ui.preference_table.clock import clock
from mission_desk.ui.preference_table.row import Preference, Section
from mission_desk.ui.preference_table.stage import stage
from mission_desk.ui.preference_table.vote import vote


def table() -> tuple[Section, ...]:
    """Sections in the order of the window."""
    return (clock(), stage(), vote())


__all__ = ["Preference", "Section", "table"]
