"""Commands of the vote page."""

from __future__ import annotations

from mission_desk.core.file.closed_sets import PageName
from mission_desk.ui.command_table.row import Command
from mission_desk.words import tr


def vote() -> tuple[Command, ...]:
    on_vote: tuple[PageName, ...] = ("vote",)
    return (
        Command("poll.open", tr("Open the poll"), "vote", "", on_vote),
        Command("poll.booth", tr("Open the booth"), "lock", "", on_vote),
        Command("poll.close", tr("Close the poll"), "lock", "", on_vote),
        Command("poll.discard", tr("Discard the poll"), "x", "", on_vote),
        Command("poll.again", tr("Vote again"), "rotate-ccw", "", on_vote),
        Command("poll.new", tr("New poll"), "plus", "", on_vote),
        Command("poll.print_plain", tr("Print ballots"), "printer", "", on_vote),
        Command("poll.print_numbered", tr("Print with seat numbers"), "printer", "", on_vote),
        Command("poll.way_seats", tr("Enter seat by seat"), "", "Alt+Shift+1", on_vote),
        Command("poll.way_hands", tr("Count hands"), "", "Alt+Shift+2", on_vote),
        Command("poll.way_cards", tr("Stick dots on cards"), "", "Alt+Shift+3", on_vote),
        Command("poll.way_paper", tr("Enter paper ballots"), "", "Alt+Shift+4", on_vote),
    )
