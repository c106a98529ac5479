"""The signs of the thinking styles and the dots of a vote, as vector shapes: they tell notes apart in
greyscale."""

from __future__ import annotations

from typing import assert_never

from mission_desk.core.file.closed_sets import THINKING_STYLES, Style
from mission_desk.posters.pdf.colours import INK, WHITE, Colour
from mission_desk.posters.pdf.font_face import Point
from mission_desk.posters.pdf.font_stacks import stack
from mission_desk.posters.pdf.page import Area, Page
from mission_desk.posters.pdf.shaping import shape

MOST_DOTS = 6
"""More dots than this are written as a number: nobody counts seven."""

_DOT_PITCH = 1.18


def draw_mark(page: Page, style: Style, centre: Point, size: float, colour: Colour) -> bool:
    """The sign of a thinking style in a square of `size` points; False for a style that has none."""
    half = size / 2
    match style:
        case "ideator":
            _star(page, centre, half * 1.32, colour)
        case "strategist":
            _polygon(page, centre, half, ((0, -0.92), (1.02, 0.86), (-1.02, 0.86)), colour)
        case "analyst":
            _polygon(page, centre, half, ((0, -1.08), (0.92, 0), (0, 1.08), (-0.92, 0)), colour)
        case "heart":
            _heart(page, centre, half, colour)
        case "customers" | "makers" | "parking":
            return False
        case _:
            assert_never(style)
    return True


def has_mark(style: Style) -> bool:
    return style in THINKING_STYLES


def dots_width(count: int, size: float) -> float:
    """How wide `draw_dots` draws, in points."""
    if count > MOST_DOTS:
        return size * 0.62 + _number_width(count, size)
    return size * (1 + _DOT_PITCH * (count - 1)) if count else 0.0


def draw_dots(page: Page, count: int, right: float, middle: float, size: float, colour: Colour = INK) -> None:
    """Dots that end at `right`; beyond six, one pill with the number. `size` is a dot's diameter."""
    if count > MOST_DOTS:
        _number(page, count, right, middle, size, colour)
        return
    for place in range(count):
        page.circle((right - size / 2 - place * size * _DOT_PITCH, middle), size / 2, colour)


def _number_width(count: int, size: float) -> float:
    return shape(stack("Inter-Bold"), str(count), tabular=True).width() * size * 1.25 + size * 0.5


def _number(page: Page, count: int, right: float, middle: float, size: float, colour: Colour) -> None:
    line = shape(stack("Inter-Bold"), str(count), tabular=True)
    width, height = dots_width(count, size), size * 1.7
    page.rectangle(Area(right - width, middle - height / 2, width, height), colour, height / 2)
    start = right - width / 2 - line.width() * size * 1.25 / 2
    page.text(line, start, middle + stack("Inter-Bold").first.cap * size * 1.25 / 2, size * 1.25, WHITE)


def _polygon(page: Page, centre: Point, half: float, corners: tuple[Point, ...], colour: Colour) -> None:
    points = [(centre[0] + x * half, centre[1] + y * half) for x, y in corners]
    page.shape(points[0], [[point] for point in points[1:]], colour)


def _star(page: Page, centre: Point, reach: float, colour: Colour) -> None:
    """Four points with hollow sides: every side is a curve pulled towards the middle."""
    tips = [(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)]
    at = [(centre[0] + x * reach, centre[1] + y * reach) for x, y in tips]
    sides = [
        [_between(at[place], centre, 0.62), _between(at[(place + 1) % 4], centre, 0.62), at[(place + 1) % 4]]
        for place in range(4)
    ]
    page.shape(at[0], sides, colour)


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _heart(page: Page, centre: Point, half: float, colour: Colour) -> None:
    def at(x: float, y: float) -> Point:
        return centre[0] + x * half, centre[1] + y * half

    left = [at(-0.55, 0.55), at(-1.1, 0.15), at(-1.1, -0.35)], [at(-1.1, -0.98), at(-0.3, -1.12), at(0, -0.5)]
    right = [at(0.3, -1.12), at(1.1, -0.98), at(1.1, -0.35)], [at(1.1, 0.15), at(0.55, 0.55), at(0, 1.0)]
    page.shape(at(0, 1.0), [*left, *right], colour)
