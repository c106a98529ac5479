"""Commands of the road map page."""

from __future__ import annotations

from mission_desk.core.file.closed_sets import PageName
from mission_desk.ui.command_table.row import Command
from mission_desk.words import tr


def roadmap() -> tuple[Command, ...]:
    pages: tuple[PageName, ...] = ("roadmap",)
    return (
        Command("guideline.add", tr("New guideline"), "plus", "Ctrl+Shift+R", pages),
        Command("guideline.remove", tr("Delete the guideline"), "trash-2", "", pages, "Delete"),
        Command("guideline.up", tr("Guideline one up"), "arrow-up", "Alt+Up", pages),
        Command("guideline.down", tr("Guideline one down"), "arrow-down", "Alt+Down", pages),
        Command("guideline.serve1", tr("Serves priority 1"), "", "", pages, "1"),
        Command("guideline.serve2", tr("Serves priority 2"), "", "", pages, "2"),
        Command("guideline.serve3", tr("Serves priority 3"), "", "", pages, "3"),
        Command("guideline.planned", tr("Guideline: planned"), "", "", pages),
        Command("guideline.lived", tr("Guideline: lived"), "", "", pages, "L"),
        Command("guideline.partly", tr("Guideline: partly lived"), "", "", pages, "P"),
        Command("guideline.dropped", tr("Guideline: dropped"), "", "", pages, "X"),
        Command("guideline.warn", tr("Give it a warning sign…"), "triangle-alert", "", pages, "W"),
        Command("guideline.unwarn", tr("Take its warning sign off"), "", "", pages, "U"),
        Command("guideline.gaps", tr("Show what is missing"), "triangle-alert", "", pages, "G"),
        Command("guideline.paste", tr("Paste rows of a spreadsheet"), "", "Ctrl+V", pages),
        Command("roadmap.table", tr("Road map as a table"), "list", "Ctrl+Shift+1", pages),
        Command("roadmap.timeline", tr("Road map along the year"), "clock", "Ctrl+Shift+2", pages),
        Command("roadmap.kpis", tr("What is measured today"), "", "Ctrl+Shift+3", pages),
        Command("guideline.all", tr("Show all guidelines"), "list-filter", "", pages),
    )
