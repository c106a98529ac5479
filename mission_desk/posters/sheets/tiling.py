"""How a poster is laid over several sheets: how many, in which grid, which part on which sheet. Nothing is
drawn here. Sheets overlap for gluing; every sheet keeps a margin that no printer can print on, and a foot for
its name."""

from __future__ import annotations

import math
import string
from operator import attrgetter

from msgspec import Struct

from mission_desk.core.file.errors import KnownError
from mission_desk.posters.pdf.page import Area
from mission_desk.posters.sheets.paper import POINTS_PER_MM, Paper
from mission_desk.words import tr, trn

INSET_MM = 9.0
"""Left, right and top margin of a sheet."""
FOOT_MM = 13.0
"""Bottom margin, with room for the sheet's name."""
MOST_OVERLAP_MM = 60.0
MOST_SHEETS = 400

_GRAIN = 1e-6
_SMALLEST_OFFER = 0.8


class TilePlan(Struct, frozen=True):
    """`paper` is the poster at full size, `sheet` the printer's paper as it lies; `scale` 1.0 is the full
    size."""

    paper: Paper
    sheet: Paper
    overlap_mm: float
    columns: int
    rows: int
    scale: float = 1.0

    @property
    def sheets(self) -> int:
        return self.columns * self.rows

    @property
    def percent(self) -> int:
        """The size rounded down, so that nothing smaller than full size is called 100 %."""
        return math.floor(self.scale * 100 + _GRAIN)

    @property
    def width_mm(self) -> float:
        """Of the poster as it will hang."""
        return self.paper.width_mm * self.scale

    @property
    def height_mm(self) -> float:
        return self.paper.height_mm * self.scale

    @property
    def window(self) -> Area:
        """The printed part of every sheet, in points from the sheet's top left corner."""
        inset = INSET_MM * POINTS_PER_MM
        return Area(inset, inset, _window_width(self.sheet), _window_height(self.sheet))

    @property
    def overlap(self) -> float:
        """In points."""
        return self.overlap_mm * POINTS_PER_MM

    @property
    def spread(self) -> Area:
        """The poster within the joined sheets, in points: what is left over is shared between both sides."""
        width = self.columns * (self.window.w - self.overlap) + self.overlap
        height = self.rows * (self.window.h - self.overlap) + self.overlap
        poster_width, poster_height = self.width_mm * POINTS_PER_MM, self.height_mm * POINTS_PER_MM
        return Area((width - poster_width) / 2, (height - poster_height) / 2, poster_width, poster_height)

    def part(self, row: int, column: int) -> Area:
        """What the window of a sheet shows, in points of the hanging poster; may reach beyond its edges."""
        x = column * (self.window.w - self.overlap) - self.spread.x
        y = row * (self.window.h - self.overlap) - self.spread.y
        return Area(x, y, self.window.w, self.window.h)

    def words(self, lang: str | None = None) -> str:
        """ "16 sheets at 88 %", for a list to choose from."""
        if self.percent == 100:
            return trn("{n} sheet", "{n} sheets", self.sheets, lang)
        return trn(
            "{n} sheet at {percent} %",
            "{n} sheets at {percent} %",
            self.sheets,
            lang,
            percent=self.percent,
        )


def sheet_name(row: int, column: int) -> str:
    """Rows are letters, columns numbers: the third sheet of the second row is B3."""
    letters = ""
    row += 1
    while row:
        row, letter = divmod(row - 1, 26)
        letters = string.ascii_uppercase[letter] + letters
    return f"{letters}{column + 1}"


def tile_plan(paper: Paper, sheet: Paper, overlap_mm: float = 10, scale: float = 1.0) -> TilePlan:
    """The grid with the fewest sheets for the poster at that scale; the sheet may lie either way."""
    _check(overlap_mm, scale)
    plans = [_filled(paper, lying, overlap_mm, scale) for lying in _both_ways(sheet)]
    best = min(plans, key=attrgetter("sheets"))
    if best.sheets > MOST_SHEETS:
        raise KnownError(
            tr("That would take {n} sheets. Choose larger sheets or a smaller poster.", n=best.sheets)
        )
    return best


def cheaper_plans(
    paper: Paper, sheet: Paper, overlap_mm: float = 10, smallest: float = _SMALLEST_OFFER
) -> tuple[TilePlan, ...]:
    """The full size first, then every way to need fewer sheets for a little less size, down to `smallest`."""
    offers = [tile_plan(paper, sheet, overlap_mm)]
    for plan in sorted(_grids(offers[0]), key=attrgetter("scale"), reverse=True):
        if smallest <= plan.scale < 1 and plan.sheets < offers[-1].sheets:
            offers.append(plan)
    return tuple(offers)


def _check(overlap_mm: float, scale: float) -> None:
    if not 0 <= overlap_mm <= MOST_OVERLAP_MM:
        raise KnownError(tr("The overlap must be between 0 and {most} mm.", most=int(MOST_OVERLAP_MM)))
    if not 0.05 <= scale <= 2:
        raise KnownError(tr("The size must be between 5 % and 200 %."))


def _both_ways(sheet: Paper) -> tuple[Paper, Paper]:
    return (sheet, sheet.turned()) if sheet.width_mm <= sheet.height_mm else (sheet.turned(), sheet)


def _filled(paper: Paper, sheet: Paper, overlap_mm: float, scale: float) -> TilePlan:
    overlap = overlap_mm * POINTS_PER_MM
    columns = _needed(paper.width * scale, _window_width(sheet), overlap)
    rows = _needed(paper.height * scale, _window_height(sheet), overlap)
    return TilePlan(paper, sheet, overlap_mm, columns, rows, scale)


def _needed(length: float, window: float, overlap: float) -> int:
    return max(1, math.ceil((length - overlap) / (window - overlap) - _GRAIN))


def _grids(full: TilePlan) -> list[TilePlan]:
    """For every smaller grid, either way of laying the sheet, the largest poster that fits it."""
    plans = []
    for sheet in _both_ways(full.sheet):
        whole = _filled(full.paper, sheet, full.overlap_mm, 1.0)
        for columns in range(1, whole.columns + 1):
            for rows in range(1, whole.rows + 1):
                plans.append(_largest_on(whole, columns, rows))
    return plans


def _largest_on(full: TilePlan, columns: int, rows: int) -> TilePlan:
    across = columns * (full.window.w - full.overlap) + full.overlap
    down = rows * (full.window.h - full.overlap) + full.overlap
    scale = min(across / full.paper.width, down / full.paper.height)
    return TilePlan(full.paper, full.sheet, full.overlap_mm, columns, rows, scale)


def _window_width(sheet: Paper) -> float:
    return sheet.width - 2 * INSET_MM * POINTS_PER_MM


def _window_height(sheet: Paper) -> float:
    return sheet.height - (INSET_MM + FOOT_MM) * POINTS_PER_MM
