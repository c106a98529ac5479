"""Commands of the posters page."""

from __future__ import annotations

from mission_desk.ui.command_table.row import Command
from mission_desk.words import tr


def posters() -> tuple[Command, ...]:
    return (
        Command("poster.save", tr("Save PDF…"), "download", "Ctrl+Shift+P", ("posters",)),
        Command("poster.all", tr("Everything for the wall"), "", "", ("posters",)),
    )
