"""The lines of the small lists that send notes to a cluster or a board and give a cluster its colour."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase

from mission_desk.core.file.rows import STYLES, Board, Cluster
from mission_desk.ui.board.colour_dot import disc
from mission_desk.ui.board.commands.shortcut_line import Lettered
from mission_desk.ui.board.style_names import style_words
from mission_desk.ui.look.theme import Tokens
from mission_desk.words import tr

NEW = "G"  # the key that opened the list, pressed again
LETTERS = ascii_uppercase.replace(NEW, "")


def cluster_lines(clusters: Sequence[Cluster]) -> list[Lettered]:
    """A new one first; then in the order they were made, so that a letter stays what it is while notes are
    sorted. Each stands for its cluster's row, the new one for None."""
    order = sorted(clusters, key=lambda cluster: cluster.id)
    letters = LETTERS + " " * max(0, len(order) - len(LETTERS))
    return [
        Lettered(NEW, tr("A new cluster"), None),
        *(Lettered(letters[n].strip(), row.name, row) for n, row in enumerate(order)),
    ]


def board_lines(boards: Sequence[Board], here: int, tokens: Tokens) -> list[Lettered]:
    """Every board but this one by its number in the row of tabs; each stands for its row."""
    return [
        Lettered(str(n) if n < 10 else "", board.title, board, disc(tokens.style(board.style)))
        for n, board in enumerate(boards, 1)
        if board.id != here
    ]


def colour_lines(tokens: Tokens) -> list[Lettered]:
    """The colours of notes by number, and none; each stands for a style, or for an empty one."""
    words = style_words()
    named = [
        Lettered(str(n), words[style], style, disc(tokens.style(style))) for n, style in enumerate(STYLES, 1)
    ]
    return [*named, Lettered("0", tr("No colour"), "", disc(tokens.panel))]
