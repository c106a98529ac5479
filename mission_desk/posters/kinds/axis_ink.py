"""The names of a board's axes on its poster: below its fields and left of them, turned upwards."""

from __future__ import annotations

from mission_desk.core.board.axes import AROUND, Axes
from mission_desk.posters.pdf.clean_text import one_line
from mission_desk.posters.pdf.colours import INK_2
from mission_desk.posters.pdf.font_stacks import stack
from mission_desk.posters.pdf.page import Area, Page
from mission_desk.posters.setting.paragraph import Copy

_SIZES = (25.0, 22.0, 19.0, 16.0)  # canvas units


def draw_axes(page: Page, axes: Axes, area: Area, scale: float, language: str) -> None:
    """`area` is what the axes reach over, on the page."""
    band = AROUND * scale
    _draw_name(page, axes.across, Area(area.x, area.bottom, area.w, band), scale, language)
    with page.turned((area.x - band, area.bottom)):
        _draw_name(page, axes.up, Area(0, 0, area.h, band), scale, language)


def _draw_name(page: Page, name: str, line: Area, scale: float, language: str) -> None:
    if not name:
        return
    copy = Copy(stack("Inter-Bold"), one_line(name), language)
    block = copy.fitted([size * scale for size in _SIZES], line.w, line.h * 0.8)
    left, top = line.x + (line.w - block.width) / 2, line.y + (line.h - block.cap_height) / 2
    with page.tagged("P"):
        block.draw(page, left, top, block.width, INK_2)
