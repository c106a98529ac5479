"""Commands for selected notes and clusters: write on them, lock, size, send, fold, split and colour them."""

from __future__ import annotations

from mission_desk.core.file.closed_sets import PageName
from mission_desk.ui.command_table.row import Command
from mission_desk.words import tr


def hands() -> tuple[Command, ...]:
    on_board: tuple[PageName, ...] = ("board",)
    return (
        Command("note.beside", tr("Next note beside"), "arrow-right", "", on_board, "Tab"),
        Command("note.below", tr("Next note below"), "arrow-down", "Ctrl+Return", on_board),
        Command("note.write", tr("Write into this cluster"), "pencil", "", on_board, "N"),
        Command("note.send", tr("Send to a board…"), "layout-grid", "", on_board, "S"),
        Command("note.lower", tr("To the back"), "", "Ctrl+[", on_board),
        Command("note.lock", tr("Lock or unlock"), "lock", "", on_board, "L"),
        Command("note.wider", tr("Wider"), "", "Ctrl+Shift+Right", on_board),
        Command("note.narrower", tr("Narrower"), "", "Ctrl+Shift+Left", on_board),
        Command("note.taller", tr("Taller"), "", "Ctrl+Shift+Down", on_board),
        Command("note.flatter", tr("Flatter"), "", "Ctrl+Shift+Up", on_board),
        Command("note.fit", tr("As large as its words"), "", "", on_board, "W"),
        *_clusters(on_board),
        Command("board.selection", tr("Show the selection"), "maximize", "Ctrl+Shift+2", on_board),
    )


def _clusters(pages: tuple[PageName, ...]) -> tuple[Command, ...]:
    return (
        Command("cluster.rename", tr("Rename the cluster"), "pencil", "", pages, "R"),
        Command("cluster.fold", tr("Fold up or open"), "chevron-right", "", pages, "F"),
        Command("cluster.colour", tr("Colour the cluster…"), "palette", "", pages, "K"),
        Command("cluster.split", tr("Split off as a cluster"), "layout-grid", "", pages, "X"),
        Command("cluster.leave", tr("Take out of the cluster"), "arrow-down", "", pages, "O"),
    )
