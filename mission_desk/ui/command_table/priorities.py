"""Commands of the priorities page."""

from __future__ import annotations

from mission_desk.ui.command_table.row import Command
from mission_desk.words import tr


def priorities() -> tuple[Command, ...]:
    return (
        Command("priority.link", tr("Link two priorities"), "link", "", ("priorities",), "L"),
        Command("priority.up", tr("Priority one up"), "arrow-up", "Alt+Up", ("priorities",)),
        Command("priority.down", tr("Priority one down"), "arrow-down", "Alt+Down", ("priorities",)),
        Command("priority.link1", tr("Link to priority 1"), "link", "Ctrl+1", ("priorities",)),
        Command("priority.link2", tr("Link to priority 2"), "link", "Ctrl+2", ("priorities",)),
        Command("priority.link3", tr("Link to priority 3"), "link", "Ctrl+3", ("priorities",)),
    )
