"""Commands of the statement page."""

from __future__ import annotations

from mission_desk.core.file.closed_sets import PageName
from mission_desk.ui.command_table.row import Command
from mission_desk.words import tr


def statement() -> tuple[Command, ...]:
    on_statement: tuple[PageName, ...] = ("statement",)
    return (
        Command("draft.new", tr("New draft"), "plus", "Ctrl+Shift+D", on_statement),
        Command("draft.keep", tr("Keep this version"), "bookmark", "Ctrl+Return", on_statement),
        Command("draft.choose", tr("Choose this draft"), "check", "", on_statement),
        Command("draft.remove", tr("Delete the draft"), "trash-2", "", on_statement),
        Command("draft.concern", tr("Raise a concern"), "triangle-alert", "Ctrl+E", on_statement),
        Command("draft.vote", tr("Vote on the drafts"), "vote", "", on_statement),
        Command("draft.fork", tr("Fork the draft"), "copy", "Ctrl+Shift+F", on_statement),
        *_bench(on_statement),
        *_words(on_statement),
        *_room(on_statement),
    )


def _bench(pages: tuple[PageName, ...]) -> tuple[Command, ...]:
    return (
        Command("bench.changes", tr("Show what has changed"), "history", "Ctrl+Shift+1", pages),
        Command("bench.versions", tr("Show all versions"), "history", "Ctrl+Shift+2", pages),
        Command("bench.compare", tr("Compare drafts"), "", "Ctrl+Shift+3", pages),
        Command("bench.notes", tr("Show the notes beside the draft"), "", "Ctrl+Shift+4", pages),
        Command("bench.parts", tr("Show the parts of the statement"), "", "Ctrl+Shift+5", pages),
        Command("bench.tests", tr("Show the tests"), "", "Ctrl+Shift+6", pages),
        Command("bench.hunt", tr("Hunt for empty words"), "", "Ctrl+Shift+7", pages),
    )


def _words(pages: tuple[PageName, ...]) -> tuple[Command, ...]:
    return (
        Command("finding.next", tr("Next finding"), "", "F8", pages),
        Command("finding.back", tr("Finding before"), "", "Shift+F8", pages),
        Command("finding.mute", tr("Mute it"), "", "Ctrl+M", pages),
        Command("finding.unmute", tr("Hear muted findings again"), "", "", pages),
        Command("finding.spelt", tr("It is spelt like that"), "", "Ctrl+Shift+M", pages),
        Command("finding.list", tr("Put on the room's list"), "", "Ctrl+L", pages),
    )


def _room(pages: tuple[PageName, ...]) -> tuple[Command, ...]:
    return (
        Command("test.swap", tr("Swap the trade"), "", "F12", pages),
        Command("test.heart", tr("Show it for seven seconds"), "", "Shift+F12", pages),
        Command("hunt.buzz", tr("Buzz!"), "", "Ctrl+B", pages),
        Command("gut.ask", tr("Ask the room"), "", "Ctrl+Shift+U", pages),
        Command("gut.stage", tr("On stage"), "", "", pages),
    )
