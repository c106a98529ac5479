"""A board with regions: an area for each of them, with its title."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QRectF

from mission_desk.core.stage.seen_order import in_fields
from mission_desk.core.stage.slides import BoardBody
from mission_desk.ui.stage.board import areas
from mission_desk.ui.stage.board.board_parts import (
    NARROWEST,
    BoardLayout,
    Name,
    left_over,
    name_face,
    name_words,
    ready,
)
from mission_desk.ui.stage.layout.measure import GAP, Measure
from mission_desk.ui.stage.layout.notes import Placed, needed_height

SIZES = (38, 34, 30, 27, 24)  # of type, in parts
PAD, AIR = 16, 13  # parts: left and right in an area, above and below its title
PICTURE = 0.45  # of the body: the highest note with a picture


def in_areas(body: BoardBody, box: QRectF, m: Measure, language: str) -> BoardLayout | None:
    """None where the areas would be too small for their titles and a note each."""
    titles, groups = _groups(body)
    ground = areas.ground(
        groups, range(len(body.notes) - 1, -1, -1), _terms(box, m), _area_height_of(body, box, m, language),
        lambda width: _head_height(titles, width, m, language),
    )  # fmt: skip
    if ground is None:
        return None
    placed = tuple(
        Placed(
            ready(body.notes[spot.note], language),
            QRectF(box.x() + spot.x, box.y() + spot.y, spot.w, spot.h),
            ground.letters,
            m.floor,
        )
        for area in ground.areas
        for spot in area.spots
    )
    names = tuple(
        _name(title, QRectF(box.x() + area.x, box.y() + area.y, area.w, area.h), m, language)
        for title, area in zip(titles, ground.areas, strict=True)
    )
    numbers = tuple(spot.note for area in ground.areas for spot in area.spots)
    return BoardLayout(placed, names, len(body.notes), numbers, left_over(body, numbers))


def as_clusters(body: BoardBody) -> BoardBody:
    """The same notes with their region's title where a cluster's name would stand, for rows; the order of the
    regions stays in that of the clusters."""
    titles, groups = _groups(body)
    region = {n: title for title, group in zip(titles, groups, strict=True) for n in group}
    notes = tuple(replace(note, cluster=region[n]) for n, note in enumerate(body.notes))
    return replace(body, notes=notes, regions=(), clusters=body.regions)


def _name(title: str, panel: QRectF, m: Measure, language: str) -> Name:
    pad = m.px(PAD)
    words = name_words(title, panel.width() - 2 * pad, m, language)
    top = QRectF(panel.x() + pad, panel.y() + m.px(AIR), panel.width() - 2 * pad, words.height)
    return Name(title, words, top, panel)


def _terms(box: QRectF, m: Measure) -> areas.Terms:
    sizes = tuple(dict.fromkeys(m.letters(size) for size in SIZES))
    return areas.Terms(
        box.width(), box.height(), m.px(GAP), m.px(PAD), 0.0, 2.3 * m.floor, sizes, NARROWEST
    )  # fmt: skip


def _head_height(titles: Sequence[str], width: float, m: Measure, language: str) -> float:
    """Room for the areas' titles, all as high as the highest."""
    if width <= 0:
        return math.inf
    words = [name_words(title, width, m, language) for title in titles]
    if not all(each.whole for each in words):
        return math.inf
    return m.px(2 * AIR) + max((each.height for each in words if each.width), default=name_face(m).pitch)


def _area_height_of(body: BoardBody, box: QRectF, m: Measure, language: str) -> areas.HeightOf:
    def height(note: int, width: float, size: int) -> float:
        needed = needed_height(ready(body.notes[note], language), width, size, m.floor)
        return min(needed, box.height() * PICTURE) if body.notes[note].picture else needed

    return height


def _groups(body: BoardBody) -> tuple[list[str], list[list[int]]]:
    """Titles and notes of the areas."""
    groups = in_fields(body)
    return [title for title, _ in groups], [notes for _, notes in groups]
