"""A board as it hangs in the room: every note in its place, scaled to the page as large as possible."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from mission_desk.core.board import places
from mission_desk.core.board.axes import Axes
from mission_desk.posters.contents import BoardPoster, Box, PosterNote
from mission_desk.posters.kinds.axis_ink import draw_axes
from mission_desk.posters.kinds.note_ink import (
    USUAL_HEIGHT,
    USUAL_TEXT,
    USUAL_WIDTH,
    draw_note,
    fitted_text,
    note_copy,
    words_height,
)
from mission_desk.posters.pdf.clean_text import one_line
from mission_desk.posters.pdf.colours import INK, INK_2, LINE, PAPER, STYLE_COLOURS, WHITE, hex_colour, mix
from mission_desk.posters.pdf.font_stacks import stack
from mission_desk.posters.pdf.page import Area, Page
from mission_desk.posters.setting.paragraph import Copy, TextBlock

SMALLEST_USUAL = 8.0
"""Points. A usual note's text below this size is not read on paper."""
_SMALLEST_FITTED = 6.0
_LARGEST_NOTE = 0.36
"""The widest a usual note may become, as a share of the room's shorter side."""
_MOST_COVERED = 0.12
_TITLE = 25.0
_TITLE_BAND = 40.0
_BORDER = hex_colour("#cfcabf")
_TINT = 0.22  # of a cluster's colour in its ground


class PlacedNote(Struct, frozen=True):
    """A note with its place on the page and its text set."""

    note: PosterNote
    area: Area
    block: TextBlock


class Arrangement(Struct, frozen=True):
    """The whole board, placed. `scale` is points a canvas unit."""

    regions: tuple[tuple[Box, Area], ...]
    clusters: tuple[tuple[Box, Area], ...]
    notes: tuple[PlacedNote, ...]
    scale: float
    language: str
    axes: tuple[Axes, Area] | None = None

    @property
    def bottom(self) -> float:
        """Where on the page the board ends."""
        areas = [area for _, area in (*self.regions, *self.clusters)]
        return max((area.bottom for area in (*areas, *(placed.area for placed in self.notes))), default=0.0)

    def draw(self, page: Page) -> None:
        for box, area in self.regions:
            self._draw_box(page, box, area, PAPER if self.clusters else WHITE)
        for box, area in self.clusters:
            self._draw_box(page, box, area, WHITE if self.regions else PAPER)
        if self.axes is not None:
            draw_axes(page, *self.axes, self.scale, self.language)
        for placed in self.notes:
            draw_note(page, placed.note, placed.area, placed.block, self.scale)

    def _draw_box(self, page: Page, box: Box, area: Area, ground: tuple[float, float, float]) -> None:
        radius = min(12 * self.scale, area.w / 2, area.h / 2)
        tint = mix(ground, STYLE_COLOURS[box.colour], _TINT) if box.colour else ground
        border = STYLE_COLOURS[box.colour] if box.colour else _BORDER if ground == WHITE else LINE
        page.rectangle(area, tint, radius)
        page.frame(area, border, 1.1 * self.scale, radius)
        pad = 16 * self.scale
        title = Copy(stack("Inter-Bold"), one_line(box.title), self.language, 1.1)
        block = title.fitted(
            [_TITLE * self.scale * shrink for shrink in (1.0, 0.9, 0.8, 0.7, 0.6)],
            max(area.w - 2 * pad, pad),
            _TITLE_BAND * self.scale * 0.8,
        )
        with page.tagged("H2"):
            block.draw(
                page,
                area.x + pad,
                self._title_top(area, block),
                area.w - 2 * pad,
                INK if box.title else INK_2,
            )

    def _title_top(self, area: Area, block: TextBlock) -> float:
        """Inside the box at its top; above it where notes lie on that place."""
        band = Area(area.x, area.y, area.w, _TITLE_BAND * self.scale * 0.6)
        if any(_overlap(band, placed.area) > 0 for placed in self.notes):
            return area.y - 7 * self.scale - block.cap_height
        return area.y + (_TITLE_BAND * self.scale - block.cap_height) / 2


def arranged(poster: BoardPoster, room: Area) -> Arrangement | None:
    """The board in its own arrangement; None where a usual note's text would be smaller than 8 pt, where a
    longer text could not be read in its note, or where notes hide each other."""
    items: list[Box | PosterNote | places.Box] = [*poster.regions, *poster.clusters, *poster.notes]
    if not items:
        return Arrangement((), (), (), 1.0, poster.language)
    items += [poster.axes.drawn_box()] if poster.axes is not None else []
    left, top = min(item.x for item in items), min(item.y for item in items)
    width = max(item.x + item.w for item in items) - left
    height = max(item.y + item.h for item in items) - top
    scale = _scale(width, height, room)
    if USUAL_TEXT * scale < SMALLEST_USUAL:
        return None
    origin = Area(room.x + (room.w - width * scale) / 2, room.y, left, top)

    def placed(item: Box | PosterNote | places.Box) -> Area:
        x, y = origin.x + (item.x - left) * scale, origin.y + (item.y - top) * scale
        return Area(x, y, item.w * scale, item.h * scale)

    notes = _placed_notes(poster, [placed(note) for note in poster.notes], scale)
    if not _readable(notes):
        return None
    regions = tuple((box, placed(box)) for box in poster.regions)
    clusters = tuple((box, placed(box)) for box in poster.clusters)
    axes = (poster.axes, placed(poster.axes.box)) if poster.axes is not None else None
    return Arrangement(regions, clusters, notes, scale, poster.language, axes)


def _scale(width: float, height: float, room: Area) -> float:
    fitting = min(room.w / max(width, 1.0), room.h / max(height, 1.0))
    calm = _LARGEST_NOTE * min(room.w, room.h) / USUAL_WIDTH
    return min(fitting, calm, room.h / USUAL_HEIGHT)


def _placed_notes(poster: BoardPoster, areas: Sequence[Area], scale: float) -> tuple[PlacedNote, ...]:
    placed = []
    for note, area in zip(poster.notes, areas, strict=True):
        height = words_height(note, area.h, scale)
        block = fitted_text(note_copy(note, poster.language), area.w, height, scale)
        placed.append(PlacedNote(note, area, block))
    return tuple(placed)


def _readable(notes: Sequence[PlacedNote]) -> bool:
    if any(placed.block.lines and placed.block.size < _SMALLEST_FITTED for placed in notes):
        return False
    return not any(_covered(notes, place) for place in range(len(notes)))


def _covered(notes: Sequence[PlacedNote], place: int) -> bool:
    """Whether later notes hide more of this note than a corner."""
    area = notes[place].area
    hidden = sum(_overlap(area, above.area) for above in notes[place + 1 :])
    return hidden > _MOST_COVERED * area.w * area.h


def _overlap(one: Area, other: Area) -> float:
    """The common surface in square points."""
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(0.0, width) * max(0.0, height)
