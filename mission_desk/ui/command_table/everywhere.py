"""Commands of the whole desk: file, clock and steps."""

from __future__ import annotations

from mission_desk.ui.command_table.row import Command
from mission_desk.words import tr


def everywhere() -> tuple[Command, ...]:
    return (
        Command("edit.undo", tr("Undo"), "undo-2", "Ctrl+Z"),
        Command("edit.redo", tr("Redo"), "redo-2", "Ctrl+Shift+Z"),
        Command("find.action", tr("Find an action"), "search", "Ctrl+K"),
        Command("find.note", tr("Find"), "search", "Ctrl+F"),
        Command("find.next", tr("Next hit"), "arrow-down", "F3"),
        Command("find.back", tr("Hit before"), "arrow-up", "Shift+F3"),
        Command("view.side", tr("Show the side panel"), "panel-right", "Ctrl+I"),
        Command("view.preferences", tr("Preferences…"), "settings", "Ctrl+,"),
        Command("view.keys", tr("Change the keys…"), "settings"),
        Command("file.new", tr("New workshop…"), "file", "Ctrl+N"),
        Command("file.open", tr("Open a file…"), "folder-open", "Ctrl+O"),
        Command("file.copy", tr("Save a copy…"), "copy", "Ctrl+Shift+S"),
        Command("file.clean", tr("Save a clean copy…"), "eye-off"),
        Command("file.point", tr("Save point…"), "bookmark", "Ctrl+S"),
        Command("file.points", tr("Go back to a save point…"), "history"),
        Command("file.close", tr("Close the workshop"), "x", "Ctrl+W"),
        Command("clock.toggle", tr("Start or pause the clock"), "play", "Ctrl+Space"),
        Command("clock.more", tr("One minute more"), "plus", "Ctrl+Shift+Space"),
        Command("clock.five", tr("Five minutes more"), "plus"),
        Command("clock.less", tr("One minute less"), "minus"),
        Command("clock.reset", tr("Reset the clock"), "rotate-ccw"),
        Command("step.next", tr("Next step"), "arrow-down", "Ctrl+PgDown"),
        Command("step.back", tr("Step before"), "arrow-up", "Ctrl+PgUp"),
    )
