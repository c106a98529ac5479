"""The bars of a result poster: how the room divides, what each part of a bar means, and the legend of their
colours."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from mission_desk.core.vote.bar_layout import Band, Key, Part, label_places, parts
from mission_desk.posters.pdf.clean_text import one_line
from mission_desk.posters.pdf.colours import INK_2, LINE, agreement, ink_on
from mission_desk.posters.pdf.font_stacks import stack
from mission_desk.posters.pdf.page import Area, Page
from mission_desk.posters.pdf.shaping import Line, shape

_FACE = "Inter-Medium"
_APART = 0.4
"""Between the answers and no answer, as a share of the bar's height."""
NAMES = 0.78
"""The line of names under a bar, as a share of the bar's height."""
_LEGEND = 0.5
"""Letters of the legend, in units of the page."""
_PITCH = 1.7


def draw_bands(page: Page, bands: Sequence[Band], track: Area) -> None:
    """From resistance to love, each part with its number, and under it what it means."""
    laid = parts(bands, track.w, track.h * _APART)
    for part in laid:
        _draw_part(page, part, Area(track.x + part.x, track.y, part.width, track.h))
    _draw_names(page, laid, track)


def _draw_part(page: Page, part: Part, area: Area) -> None:
    face, size = stack("Inter-SemiBold"), area.h * 0.62
    ground = agreement(part.band.tone)
    page.rectangle(area, ground)
    number = shape(face, str(part.band.count), tabular=True)
    width = number.width() * size
    if area.w > width * 1.3:
        baseline = area.y + area.h / 2 + face.first.cap * size / 2
        with page.tagged("P"):
            end = page.text(number, area.x + (area.w - width) / 2, baseline, size, ink_on(ground))
            page.word_gap(face, end, baseline, size)


def _draw_names(page: Page, laid: Sequence[Part], track: Area) -> None:
    """As far as there is room; the legend names all of them."""
    face, size = stack(_FACE), track.h * NAMES * 0.72
    names = [shape(face, one_line(part.band.words)) for part in laid]
    places = label_places(laid, [name.width() * size for name in names], size)
    baseline = track.bottom + track.h * NAMES
    for name, x in zip(names, places, strict=True):
        if x is not None:
            with page.tagged("P"):
                end = page.text(name, track.x + x, baseline, size, INK_2)
                page.word_gap(face, end, baseline, size)


class _PlacedKey(Struct, frozen=True):
    key: Key
    words: Line
    x: float
    line: int


def draw_legend(page: Page, keys: Sequence[Key], frame: Area, top: float) -> float:
    """One line, or as many as it takes, between two hairlines; the top of what follows."""
    if not keys:
        return top
    size = page.unit * _LEGEND
    placed = _placed(keys, frame.w, size)
    height = (placed[-1].line + 1) * size * _PITCH + size * 0.5
    for y in (top, top + height):
        page.rectangle(Area(frame.x, y, frame.w, page.unit * 0.03), LINE)
    cap = stack(_FACE).first.cap * size
    for each in placed:
        middle = top + size * (0.25 + _PITCH * (each.line + 0.5))
        page.rectangle(Area(frame.x + each.x, middle - size / 2, size, size), agreement(each.key.tone))
        baseline = middle + cap / 2
        with page.tagged("P"):
            end = page.text(each.words, frame.x + each.x + size * 1.4, baseline, size, INK_2)
            page.word_gap(stack(_FACE), end, baseline, size)
    return top + height + page.unit * 1.1


def _placed(keys: Sequence[Key], width: float, size: float) -> list[_PlacedKey]:
    placed: list[_PlacedKey] = []
    x, line = 0.0, 0
    for key in keys:
        words = shape(stack(_FACE), one_line(key.words))
        needed = (1.4 + words.width()) * size
        if x and x + needed > width:
            x, line = 0.0, line + 1
        placed.append(_PlacedKey(key, words, x, line))
        x += needed + size * 1.6
    return placed
