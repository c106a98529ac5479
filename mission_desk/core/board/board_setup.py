"""Making boards of one's own: add, name, reorder and remove boards, and the fields on them. Every function is
one action; a board that is removed comes back with its notes by one Undo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mission_desk.core.board import boards, regions
from mission_desk.core.board.places import Box
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Board, Region
from mission_desk.core.file.writer import Writer, moved
from mission_desk.words import tr

if TYPE_CHECKING:
    from mission_desk.core.board.board_plans import BoardPlan

FIELD_LIMIT = 12
FIELD_SIZE = (420, 244)  # canvas units; two usual notes side by side: it grows with what is written
FIELD_GAP = 12


def add_boards(doc: Document, plans: Sequence[BoardPlan], *, source: object = None) -> list[str]:
    """New boards behind the others; their keys. A title that is taken gets a number."""
    with doc.action("board.add", source=source) as write:
        return [_add(doc, write, plan) for plan in plans]


def _add(doc: Document, write: Writer, plan: BoardPlan) -> str:
    every = boards.boards(doc)
    key = _free(f"own-{len(every) + 1}", {board.key for board in every}, "-")
    title = _free(plan.title, {board.title for board in every}, " ")
    number = write.insert(
        Board, rank=write.next_rank(Board), key=key, title=title,
        prompt=plan.prompt, style=plan.style, background=plan.background, across=plan.across, up=plan.up,
    )  # fmt: skip
    for rank, field in enumerate(plan.fields):
        _write_field(write, number, rank, field.title, field.hint, field.box)
    return key


def _free(wanted: str, taken: set[str], joint: str) -> str:
    number, free_title = 1, wanted
    while free_title in taken:
        number += 1
        free_title = f"{wanted}{joint}{number}"
    return free_title


def _write_field(write: Writer, board: int, rank: int, title: str, hint: str, box: Box) -> int:
    return write.insert(
        Region, board=board, rank=rank, key=f"field-{rank + 1}", title=title, hint=hint,
        x=box.x, y=box.y, w=box.w, h=box.h,
    )  # fmt: skip


def edit_board(doc: Document, board: int, *, source: object = None, **values: str) -> None:
    """Title, prompt, style, background or an axis; typing in the same field joins into one entry."""
    with doc.action("board.edit", merge=f"board:{board}:{sorted(values)}", source=source) as write:
        write.update(Board, board, **values)


def move_board(doc: Document, board: int, by: int, *, source: object = None) -> None:
    """`by` places to the right, held at both ends."""
    order = moved([row.id for row in boards.boards(doc)], board, by)
    with doc.action("board.move", source=source) as write:
        write.set_order(Board, order)


def remove_board(doc: Document, board: int, *, source: object = None) -> None:
    """Remove the board with everything on it. KnownError for the last board, and for the parking board,
    because commands send notes there."""
    row = doc.row(Board, board)
    if len(boards.boards(doc)) == 1:
        raise KnownError(tr("A workshop needs at least one board."))
    if row.key == "parking":
        raise KnownError(tr("The parking board stays: notes that are set aside go there."))
    with doc.action("board.remove", source=source) as write:
        write.delete(Board, board)


def add_field(doc: Document, board: int, *, source: object = None) -> int:
    """A new field in the first free place of a grid of three beside the others; its id."""
    fields = regions.regions_on(doc, board)
    if len(fields) >= FIELD_LIMIT:
        raise KnownError(tr("A board holds {n} fields.", n=FIELD_LIMIT))
    title = _free(tr("New field"), {field.title for field in fields}, " ")
    rank = max((field.rank for field in fields), default=-1) + 1
    with doc.action("field.add", source=source) as write:
        return _write_field(
            write, board, rank, title, "", _free_place([regions.box_of(row) for row in fields])
        )


def _free_place(taken: list[Box]) -> Box:
    w, h = FIELD_SIZE
    for place in range(3 * (len(taken) + 3)):
        box = Box(place % 3 * (w + FIELD_GAP), place // 3 * (h + FIELD_GAP), w, h)
        if not any(box.overlaps(other) for other in taken):
            return box
    bottom = max(other.bottom for other in taken)
    return Box(0, bottom + FIELD_GAP, w, h)


def edit_field(doc: Document, field: int, *, source: object = None, **values: str) -> None:
    with doc.action("field.edit", merge=f"field:{field}:{sorted(values)}", source=source) as write:
        write.update(Region, field, **values)


def remove_field(doc: Document, field: int, *, source: object = None) -> None:
    """Remove the field; the notes in it stay where they are."""
    with doc.action("field.remove", source=source) as write:
        write.delete(Region, field)
