"""The two axes of a board: what its places mean. They reach over its fields, from left to right and from the
bottom to the top, in hundredths."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from mission_desk.core.board import places, regions
from mission_desk.core.board.places import Box
from mission_desk.core.file.rows import Board, Note, Region

WHOLE = 100


AROUND = 48  # canvas units that the name of an axis takes beside the fields


class Axes(Struct, frozen=True):
    """`across` and `up` are their names, `box` what they reach over, in canvas units."""

    across: str
    up: str
    box: Box

    def drawn_box(self) -> Box:
        """With the room of their names."""
        return Box(self.box.x - AROUND, self.box.y, self.box.w + AROUND, self.box.h + AROUND)

    def place_across(self, note: Note) -> int:
        """0 at the left end, 100 at the right one; of the note's middle."""
        return _hundredths(note.x + note.w / 2 - self.box.x, self.box.w)

    def place_up(self, note: Note) -> int:
        """0 at the lower end, 100 at the upper one; of the note's middle."""
        return _hundredths(self.box.bottom - note.y - note.h / 2, self.box.h)


def axes_of(board: Board, fields: Sequence[Region]) -> Axes | None:
    """None where the board has none, or no field that they could reach over."""
    box = places.bounds([regions.box_of(field) for field in fields])
    if box is None or not (board.across.strip() or board.up.strip()):
        return None
    return Axes(board.across.strip(), board.up.strip(), box)


def _hundredths(part: float, whole: int) -> int:
    return max(0, min(WHOLE, round(part * WHOLE / max(whole, 1))))
