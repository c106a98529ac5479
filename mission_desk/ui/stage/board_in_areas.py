"""A board with regions: an area for each of them, with its title."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from mission_desk.core.slides import BoardBody
from mission_desk.ui.stage import areas
from mission_desk.ui.stage.board_parts import (
    NARROWEST,
    BoardLayout,
    Name,
    name_face,
    reading_order,
    ready,
)
from mission_desk.ui.stage.fit import one_line
from mission_desk.ui.stage.measure import GAP, Measure
from mission_desk.ui.stage.notes import Placed, needed_height

SIZES = (38, 34, 30, 27, 24)  # of type, in parts


def in_areas(body: BoardBody, box: QRectF, m: Measure, language: str) -> BoardLayout:
    titles, groups = _groups(body)
    terms = _terms(box, _head_height(titles, box, m), m)
    ground = areas.ground(
        groups, range(len(body.notes) - 1, -1, -1), terms, _area_height_of(body, m, language)
    )
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
    pad, head = m.px(16), _head_height(titles, box, m)
    names = tuple(
        Name(
            title,
            QRectF(box.x() + area.x + pad, box.y() + area.y, area.w - 2 * pad, head),
            QRectF(box.x() + area.x, box.y() + area.y, area.w, area.h),
            2,
        )
        for title, area in zip(titles, ground.areas, strict=True)
    )
    numbers = tuple(spot.note for area in ground.areas for spot in area.spots)
    return BoardLayout(placed, names, len(body.notes), numbers, len(body.notes) - len(numbers))


def _terms(box: QRectF, head: float, m: Measure) -> areas.Terms:
    sizes = tuple(dict.fromkeys(m.letters(size) for size in SIZES))
    return areas.Terms(
        box.width(), box.height(), m.px(GAP), m.px(16), head, 2.3 * m.floor, sizes, NARROWEST
    )  # fmt: skip


def _head_height(titles: Sequence[str], box: QRectF, m: Measure) -> float:
    """Room for the areas' titles: two lines where one of them is too long to stand beside the others in
    one."""
    room = box.width() / max(1, len(titles)) - m.px(GAP + 32)
    widest = max((one_line(title, name_face(m), m.width * 4).width for title in titles if title), default=0.0)
    return m.px(58) if widest <= room else m.px(26) + 2 * name_face(m).pitch


def _area_height_of(body: BoardBody, m: Measure, language: str) -> areas.HeightOf:
    return lambda note, width, size: needed_height(ready(body.notes[note], language), width, size, m.floor)


def _groups(body: BoardBody) -> tuple[list[str], list[list[int]]]:
    """Titles and notes of the regions; what lies outside of all comes last, without a title. A cluster's
    notes stay together."""
    found: list[list[int]] = [[] for _ in body.regions]
    outside: list[int] = []
    for n, note in enumerate(body.notes):
        x, y = note.box.x + note.box.w / 2, note.box.y + note.box.h / 2
        inside = (at for at, region in enumerate(body.regions) if region.box.holds(x, y))
        at = next(inside, None)
        (outside if at is None else found[at]).append(n)
    groups = [*found, outside] if outside else found
    titles = [region.title for region in body.regions] + ([""] if outside else [])
    return titles, [_together(body, group) for group in groups]


def _together(body: BoardBody, group: list[int]) -> list[int]:
    """Reading order, a cluster's notes at the place of its first one."""
    order = sorted(group, key=lambda n: reading_order(body.notes[n]))
    first: dict[str, int] = {}
    for place, n in enumerate(order):
        first.setdefault(body.notes[n].cluster or f"#{n}", place)
    return sorted(order, key=lambda n: first[body.notes[n].cluster or f"#{n}"])
