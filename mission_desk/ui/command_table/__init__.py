"""Every action of the program as one row: key, words, icon, shortcut, pages; one file a room. Rooms say what
a command does; menus, buttons, shortcuts and Ctrl+K all read this one table."""

from __future__ import annotations

from mission_desk.ui.command_table.agenda import agenda
from mission_desk.ui.command_table.board import board
from mission_desk.ui.command_table.everywhere import everywhere
from mission_desk.ui.command_table.hands import hands
from mission_desk.ui.command_table.pages import opening
from mission_desk.ui.command_table.posters import posters
from mission_desk.ui.command_table.priorities import priorities
from mission_desk.ui.command_table.roadmap import roadmap
from mission_desk.ui.command_table.row import Command
from mission_desk.ui.command_table.stage import stage
from mission_desk.ui.command_table.statement import statement
from mission_desk.ui.command_table.vote import vote


def table() -> tuple[Command, ...]:
    return (
        *everywhere(),
        *stage(),
        *opening(),
        *agenda(),
        *board(),
        *hands(),
        *statement(),
        *vote(),
        *priorities(),
        *roadmap(),
        *posters(),
    )
