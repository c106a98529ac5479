"""Which part of a board the stage shows where not all of it can be read: around what the desk looks at, or
where most of its notes are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from PySide6.QtCore import QPointF, QRectF

from mission_desk.core.board.places import CLUSTER_HEAD, CLUSTER_PAD, Box
from mission_desk.core.file.rows import NOTE_WIDTH
from mission_desk.core.stage.slides import BoardBody
from mission_desk.ui.stage.board.board_parts import NARROWEST
from mission_desk.ui.stage.layout.measure import Measure

WIDEST = 420  # of a note, in parts
TRIED = 6  # left edges and upper edges of notes that a view may begin with
COUNTED = 400  # notes; on a fuller board those around the fullest place


def view_of(body: BoardBody, content: Box, box: QRectF, m: Measure, closer: float) -> tuple[float, QPointF]:
    """Pixels per canvas unit, and where the canvas's origin lies; `closer` times the smallest scale."""
    least = NARROWEST * m.floor / NOTE_WIDTH * closer
    most = max(least, m.px(WIDEST) / NOTE_WIDTH)
    fit = min(box.width() / content.w, box.height() / content.h)
    if fit >= least:
        scale = min(fit, most)
        corner = box.topLeft() - QPointF(content.x, content.y) * scale
        return scale, corner + QPointF((box.width() - content.w * scale) / 2, 0)
    seen = in_sight(body)
    scale = least
    if body.sight and seen:
        fit = min(box.width() / max(1, body.sight.w), box.height() / max(1, body.sight.h))
        scale = max(least, min(most, fit))
    wide, high = box.width() / scale, box.height() / scale
    if body.sight and seen and body.sight.w <= wide + 1 and body.sight.h <= high + 1:
        x, y = body.sight.x + body.sight.w / 2, body.sight.y + body.sight.h / 2
    else:  # the desk has not said what it looks at, or it is more than can be read
        left, top = _fullest(body, seen or [note.box for note in body.notes], round(wide), round(high))
        x, y = left + wide / 2, top + high / 2
    x, y = (
        _inside_content(x, content.x, content.right, wide),
        _inside_content(y, content.y, content.bottom, high),
    )
    return scale, box.center() - QPointF(x, y) * scale


def in_sight(body: BoardBody) -> list[Box]:
    """Where the notes lie that the desk looks at; none where it has not said so."""
    return [note.box for note in body.notes if body.sight and body.sight.overlaps(note.box)]


def _fullest(body: BoardBody, notes: Sequence[Box], wide: int, high: int) -> tuple[int, int]:
    """The corner of a view, in canvas units, that shows as many whole notes and names as one can: it begins
    where some note or frame does."""
    cells: dict[tuple[int, int], list[Box]] = {}
    for box in notes:
        column, row = box.x * 2 // wide, box.y * 2 // high
        for cell in product((column - 1, column), (row - 1, row)):
            cells.setdefault(cell, []).append(box)
    crowd = max(cells.values(), key=lambda boxes: len(list(boxes)), default=[])
    counted = notes if len(notes) <= COUNTED else crowd
    frames = [each.box for each in (*body.regions, *body.clusters) if any(map(each.box.overlaps, crowd))]
    lefts = _some({box.x - CLUSTER_PAD for box in crowd}) + [frame.x for frame in frames[:TRIED]]
    tops = _some({box.y - CLUSTER_HEAD for box in crowd}) + [frame.y for frame in frames[:TRIED]]

    def shown(corner: tuple[int, int]) -> int:
        view = Box(*corner, wide, high)
        named = sum(view.x <= frame.x < view.right and view.y <= frame.y < view.bottom for frame in frames)
        return sum(map(view.surrounds, counted)) + named

    return max(product(lefts, tops), key=shown, default=(0, 0))


def _some(numbers: set[int]) -> list[int]:
    """At most so many as are tried, evenly from the smallest on."""
    every = sorted(numbers)
    return every[:: -(-len(every) // TRIED) or 1]


def _inside_content(middle: float, first: float, last: float, room: float) -> float:
    """The middle of the view, moved so that it shows no empty canvas beside the content."""
    if last - first <= room:
        return (first + last) / 2
    return max(first + room / 2, min(last - room / 2, middle))
