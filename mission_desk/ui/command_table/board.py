"""Commands of the board page."""

from __future__ import annotations

from mission_desk.core.file.closed_sets import PageName
from mission_desk.ui.command_table.row import Command
from mission_desk.words import tr


def board() -> tuple[Command, ...]:
    on_board: tuple[PageName, ...] = ("board",)
    return (
        Command("style.ideator", tr("Ideator"), "mark-ideator", "Ctrl+1", on_board),
        Command("style.strategist", tr("Strategist"), "mark-strategist", "Ctrl+2", on_board),
        Command("style.analyst", tr("Analyst"), "mark-analyst", "Ctrl+3", on_board),
        Command("style.heart", tr("Heart"), "mark-heart", "Ctrl+4", on_board),
        Command("style.board", tr("The board's own colour"), "", "Ctrl+0", on_board),
        Command("note.edit", tr("Edit the note"), "pencil", "F2", on_board, "Enter"),
        Command("note.remove", tr("Delete the notes"), "trash-2", "Del", on_board),
        Command("note.duplicate", tr("Duplicate"), "copy", "Ctrl+D", on_board, "D"),
        Command("note.group", tr("Make a cluster"), "layout-grid", "Ctrl+G", on_board),
        Command("note.ungroup", tr("Take the cluster apart"), "", "Ctrl+Shift+G", on_board),
        Command("note.dot", tr("One dot more"), "plus", "", on_board, "+"),
        Command("note.undot", tr("One dot less"), "minus", "", on_board, "-"),
        Command("note.raise", tr("To the front"), "", "Ctrl+]", on_board),
        Command("note.park", tr("Send to parking"), "", "Ctrl+P", on_board, "P"),
        Command("note.use", tr("Use in a statement"), "pencil", "Ctrl+U", on_board, "U"),
        Command("note.concern", tr("Raise a concern"), "triangle-alert", "Ctrl+E", on_board, "C"),
        Command("note.all", tr("Select all notes"), "", "Ctrl+A", on_board),
        Command("note.copy", tr("Copy the notes"), "copy", "Ctrl+C", on_board),
        Command("note.paste", tr("Paste as notes"), "", "Ctrl+V", on_board),
        Command("note.same_style", tr("Select the same style"), "palette", "Ctrl+Shift+A", on_board),
        Command("note.same_cluster", tr("Select the whole cluster"), "", "", on_board, "A"),
        Command("board.uncover", tr("Uncover all notes"), "eye", "Ctrl+Shift+U", on_board),
        Command("board.peek", tr("Look under the covered notes"), "eye-off", "Ctrl+Shift+E", on_board),
        Command("note.turn", tr("Turn the notes over"), "eye", "", on_board, "T"),
        *_arranging(on_board),
        Command("board.tidy", tr("Tidy up"), "sparkles", "Ctrl+T", on_board),
        Command("board.similar", tr("Group similar"), "layout-grid", "Ctrl+Shift+L", on_board),
        Command("board.fit", tr("Show everything"), "maximize", "Ctrl+Shift+0", on_board),
        Command("board.full", tr("100 %"), "", "Ctrl+Shift+1", on_board),
        Command("board.closer", tr("Closer"), "plus", "Ctrl++", on_board),
        Command("board.wider", tr("Further away"), "minus", "Ctrl+-", on_board),
        Command("note.colour", tr("Change the colour…"), "palette", "", on_board),
        Command("note.author", tr("Say whose note it is…"), "users", "Ctrl+Shift+W", on_board),
        Command("board.list", tr("Board as a list, and back"), "list", "Ctrl+Shift+V", on_board),
        Command("list.sort", tr("Sort the list by this column"), "", "Ctrl+Shift+O", on_board),
        Command("filter.ask", tr("Filter the notes…"), "list-filter", "Ctrl+Shift+F", on_board),
        Command("filter.clear", tr("Show all notes"), "eye", "Ctrl+Shift+X", on_board),
        Command("board.new", tr("New board…"), "plus", "Ctrl+Shift+B", on_board),
        Command("board.go", tr("Go to a board…"), "layout-grid", "Ctrl+B", on_board),
        Command("board.take", tr("Take boards from another workshop…"), "folder-open", "", on_board),
        Command("board.setup", tr("Set up this board"), "settings", "Ctrl+Shift+M", on_board),
        Command("board.field", tr("New field on the board"), "plus", "", on_board),
        Command("field.ask", tr("Write into a field…"), "pencil", "Ctrl+R", on_board),
        Command("field.next", tr("Next field"), "", "Alt+PgDown", on_board),
        Command("field.back", tr("Field before"), "", "Alt+PgUp", on_board),
        Command("board.left", tr("Board further left"), "", "", on_board),
        Command("board.right", tr("Board further right"), "", "", on_board),
        Command("board.remove", tr("Delete the board"), "trash-2", "", on_board),
        Command("board.next", tr("Next board"), "", "Ctrl+Tab", on_board),
        Command("board.back", tr("Board before"), "", "Ctrl+Shift+Tab", on_board),
    )


def _arranging(pages: tuple[PageName, ...]) -> tuple[Command, ...]:
    across, down = "align-horizontal-distribute-center", "align-vertical-distribute-center"
    return (
        Command("align.left", tr("Align left edges"), "align-start-vertical", "Alt+Left", pages),
        Command("align.centre", tr("Align centres"), "align-center-vertical", "", pages, "H"),
        Command("align.right", tr("Align right edges"), "align-end-vertical", "Alt+Right", pages),
        Command("align.top", tr("Align top edges"), "align-start-horizontal", "Alt+Up", pages),
        Command("align.middle", tr("Align middles"), "align-center-horizontal", "", pages, "V"),
        Command("align.bottom", tr("Align bottom edges"), "align-end-horizontal", "Alt+Down", pages),
        Command("distribute.across", tr("Distribute across"), across, "Ctrl+Shift+H", pages),
        Command("distribute.down", tr("Distribute down"), down, "Ctrl+Shift+J", pages),
        Command("note.grid", tr("Arrange in a grid"), "grid-2x2", "Ctrl+Shift+K", pages),
        Command("note.stack", tr("Lay in a stack"), "layers", "", pages, "J"),
        Command("note.join", tr("Send to a cluster…"), "layout-grid", "", pages, "G"),
        Command("note.merge", tr("Merge clusters"), "combine", "", pages, "M"),
    )
