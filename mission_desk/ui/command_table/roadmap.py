"""Commands of the road map page."""

from __future__ import annotations

from mission_desk.ui.command_table.row import Command
from mission_desk.words import tr


def roadmap() -> tuple[Command, ...]:
    return (
        Command("guideline.add", tr("New guideline"), "plus", "Ctrl+Shift+R", ("roadmap",)),
        Command("guideline.remove", tr("Delete the guideline"), "trash-2", "", ("roadmap",)),
        Command("guideline.up", tr("Guideline one up"), "arrow-up", "Alt+Up", ("roadmap",)),
        Command("guideline.down", tr("Guideline one down"), "arrow-down", "Alt+Down", ("roadmap",)),
    )
