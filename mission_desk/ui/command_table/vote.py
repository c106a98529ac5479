"""Commands of the vote page."""

from __future__ import annotations

from mission_desk.ui.command_table.row import Command
from mission_desk.words import tr


def vote() -> tuple[Command, ...]:
    return (
        Command("poll.open", tr("Open the poll"), "vote", "", ("vote",)),
        Command("poll.booth", tr("Open the booth"), "lock", "", ("vote",)),
        Command("poll.close", tr("Close the poll"), "lock", "", ("vote",)),
    )
