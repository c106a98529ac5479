"""One sheet of a tiled poster: its part of the picture, marks in the margin for scissors and glue, and a foot
that says which sheet this is and where it belongs."""

from __future__ import annotations

from msgspec import Struct

from mission_desk.posters.pdf.colours import INK, INK_2, Colour, hex_colour
from mission_desk.posters.pdf.font_stacks import stack
from mission_desk.posters.pdf.page import Area, Page
from mission_desk.posters.pdf.shaping import shape
from mission_desk.posters.sheets.paper import POINTS_PER_MM
from mission_desk.posters.sheets.tiling import FOOT_MM, TilePlan, sheet_name
from mission_desk.words import tr

FORM = "poster"
"""The name of the form that holds the whole poster."""

MM = POINTS_PER_MM
_MARK: Colour = hex_colour("#777777")
_EMPTY_CELL: Colour = hex_colour("#d8d8d8")
_TICK = 4.2 * MM
_TICK_GAP = 0.8 * MM
_GLUE_DASH = (1.6, 1.6)


class Sheet(Struct, frozen=True):
    """A place in the grid."""

    plan: TilePlan
    row: int
    column: int
    language: str

    @property
    def name(self) -> str:
        return sheet_name(self.row, self.column)

    @property
    def number(self) -> int:
        return self.row * self.plan.columns + self.column + 1

    @property
    def picture(self) -> Area:
        """The part of the window that the poster covers, on the sheet."""
        window, part, poster = self.plan.window, self.plan.part(self.row, self.column), self.plan.spread
        left, top = window.x + max(0.0, -part.x), window.y + max(0.0, -part.y)
        right = window.x + min(window.w, poster.w - part.x)
        bottom = window.y + min(window.h, poster.h - part.y)
        return Area(left, top, right - left, bottom - top)


def draw_sheet(page: Page, sheet: Sheet) -> None:
    """Draws on a page of the sheet's size."""
    plan, part = sheet.plan, sheet.plan.part(sheet.row, sheet.column)
    with page.clipped(sheet.picture):
        corner = (plan.window.x - part.x, plan.window.y - part.y)
        page.place_form(FORM, corner, plan.paper.height, plan.scale)
    _draw_marks(page, sheet)
    _draw_foot(page, sheet)


def _draw_marks(page: Page, sheet: Sheet) -> None:
    """Full ticks: cut here. Dashed ticks: the neighbour's cut edge is glued here. Only left and top are ever
    cut inside the poster, so a sheet is trimmed twice at the most."""
    plan, window, picture = sheet.plan, sheet.plan.window, sheet.picture
    last_column, last_row = sheet.column == plan.columns - 1, sheet.row == plan.rows - 1
    _vertical_ticks(page, window, picture.x if sheet.column == 0 else window.x, ())
    _horizontal_ticks(page, window, picture.y if sheet.row == 0 else window.y, ())
    if last_column:
        _vertical_ticks(page, window, picture.right, ())
    else:
        _vertical_ticks(page, window, window.right - plan.overlap, _GLUE_DASH)
    if last_row:
        _horizontal_ticks(page, window, picture.bottom, ())
    else:
        _horizontal_ticks(page, window, window.bottom - plan.overlap, _GLUE_DASH)


def _vertical_ticks(page: Page, window: Area, x: float, dash: tuple[float, ...]) -> None:
    above, below = window.y - _TICK_GAP, window.bottom + _TICK_GAP
    page.rule((x, above), (x, above - _TICK), _MARK, 0.5, dash)
    page.rule((x, below), (x, below + _TICK), _MARK, 0.5, dash)


def _horizontal_ticks(page: Page, window: Area, y: float, dash: tuple[float, ...]) -> None:
    left, right = window.x - _TICK_GAP, window.right + _TICK_GAP
    page.rule((left, y), (left - _TICK, y), _MARK, 0.5, dash)
    page.rule((right, y), (right + _TICK, y), _MARK, 0.5, dash)


def _draw_foot(page: Page, sheet: Sheet) -> None:
    """Name, mini map, what to do, and a bar to measure."""
    window = sheet.plan.window
    baseline = window.bottom + (FOOT_MM - 4.6) * MM
    left = window.x + 2.5 * MM
    bold, plain = stack("Inter-Bold"), stack("Inter-Medium")
    end = page.text(shape(bold, sheet.name), left, baseline, 12, INK)
    page.word_gap(bold, end, baseline, 12)
    map_left = max(end + 2.5 * MM, window.x + 12 * MM)
    map_right = _draw_mini_map(page, sheet, map_left, baseline)
    bar_left = window.right - 52.5 * MM
    hint = shape(plain, hint_words(sheet))
    room = bar_left - map_right - 6 * MM
    size = min(7.0, room / max(hint.width(), 0.1))
    page.text(hint, map_right + 3 * MM, baseline, size, INK_2)
    _draw_bar(page, sheet, bar_left, baseline)


def _draw_mini_map(page: Page, sheet: Sheet, left: float, bottom: float) -> float:
    plan = sheet.plan
    cell = min(1.5 * MM, 5.4 * MM / plan.rows, 16 * MM / plan.columns)
    for row in range(plan.rows):
        for column in range(plan.columns):
            here = (row, column) == (sheet.row, sheet.column)
            area = Area(left + column * cell, bottom - (plan.rows - row) * cell, cell * 0.84, cell * 0.84)
            page.rectangle(area, INK if here else _EMPTY_CELL)
    return left + plan.columns * cell


def hint_words(sheet: Sheet) -> str:
    """What to do with this sheet, in the poster's language."""
    lang = sheet.language
    place = tr("Sheet {number} of {total}.", lang, number=sheet.number, total=sheet.plan.sheets)
    left = sheet_name(sheet.row, sheet.column - 1) if sheet.column else ""
    above = sheet_name(sheet.row - 1, sheet.column) if sheet.row else ""
    if left and above:
        todo = tr(
            "Trim left and top, lay them on the dashed lines of {left} and {above}.",
            lang,
            left=left,
            above=above,
        )
    elif left:
        todo = tr("Trim the left edge, lay it on the dashed line of {left}.", lang, left=left)
    elif above:
        todo = tr("Trim the top edge, lay it on the dashed line of {above}.", lang, above=above)
    elif sheet.plan.sheets > 1:
        todo = tr("Start here. The next sheets are glued on the dashed lines.", lang)
    else:
        todo = tr("Trim along the ticks.", lang)
    return f"{place} {todo}"


def _draw_bar(page: Page, sheet: Sheet, left: float, baseline: float) -> None:
    for step in range(6):
        height = 2.6 if step in (0, 5) else 1.3
        at = left + step * 10 * MM
        page.rule((at, baseline), (at, baseline - height), _MARK, 0.5)
    page.rule((left, baseline), (left + 50 * MM, baseline), _MARK, 0.5)
    words = shape(stack("Inter-Medium"), tr("Must measure 50 mm", sheet.language))
    page.text(words, left + 1.2 * MM, baseline - 4.2, 5.2, INK_2)
