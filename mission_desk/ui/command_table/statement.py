"""Commands of the statement page."""

from __future__ import annotations

from mission_desk.ui.command_table.row import Command
from mission_desk.words import tr


def statement() -> tuple[Command, ...]:
    return (
        Command("draft.new", tr("New draft"), "plus", "Ctrl+Shift+D", ("statement",)),
        Command("draft.keep", tr("Keep this version"), "bookmark", "Ctrl+Return", ("statement",)),
        Command("draft.choose", tr("Choose this draft"), "check", "", ("statement",)),
        Command("draft.remove", tr("Delete the draft"), "trash-2", "", ("statement",)),
        Command("draft.concern", tr("Raise a concern"), "triangle-alert", "Ctrl+E", ("statement",)),
        Command("draft.vote", tr("Vote on the drafts"), "vote", "", ("statement",)),
    )
