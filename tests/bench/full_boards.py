"""Workshops with many notes."""

from __future__ import annotations

import random
from pathlib import Path

from mission_desk.core.agenda.methods import method
from mission_desk.core.board import boards
from mission_desk.core.file.closed_sets import THINKING_STYLES
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note
from mission_desk.core.whole.starting import start_workshop

SPOKEN = "every caller hangs up calmer than they dialled and nobody waits alone for help in the evening"
WORDS = SPOKEN.split(" ")


def full_board(folder: Path, count: int) -> tuple[Document, int]:
    """`count` notes of 5 to 20 words on the think-big board, in a grid a little wider than high; its id."""
    doc = start_workshop(folder / f"{count}.mission", method("find-our-mission"), "en")
    chance = random.Random(7)
    board = boards.board_by_key(doc, "think-big").id
    columns = max(1, round((count * 1.3) ** 0.5))
    with doc.action("note.add") as write:
        for n in range(count):
            text = " ".join(chance.choices(WORDS, k=chance.randint(5, 20)))
            x, y = n % columns * 200 + chance.randint(-8, 8), n // columns * 180 + chance.randint(-8, 8)
            style = chance.choice(THINKING_STYLES)
            write.insert(
                Note, board=board, cluster=None, text=text, style=style, x=x, y=y,
                w=180, h=156, z=n, dots=n % 4, at=0,
            )  # fmt: skip
    return doc, board
