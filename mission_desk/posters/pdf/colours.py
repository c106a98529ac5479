"""The colours of print: the looks of a poster and the styles of a note. A colour is red, green, blue from 0
to 1."""

from __future__ import annotations

from typing import assert_never

from msgspec import Struct

from mission_desk.core.file.closed_sets import Style
from mission_desk.posters.contents import Look

Colour = tuple[float, float, float]


def hex_colour(text: str) -> Colour:
    """`#0f5e63` -> (0.06, 0.37, 0.39)."""
    red, green, blue = (int(text[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def mix(ground: Colour, ink: Colour, share: float) -> Colour:
    """`share` of ink over the ground. Posters never use transparency: a printer may rasterise the whole page
    for it."""
    red, green, blue = (below + (above - below) * share for below, above in zip(ground, ink, strict=True))
    return red, green, blue


INK = hex_colour("#1c2127")
INK_2 = hex_colour("#55606b")
INK_3 = hex_colour("#8a949e")
PAPER = hex_colour("#faf8f4")
WHITE = hex_colour("#ffffff")
LINE = hex_colour("#e4e0d8")
ACCENT = hex_colour("#0f5e63")
ACCENT_LIGHT = hex_colour("#8fc7c5")
SUN = hex_colour("#ffd95e")

STYLE_COLOURS: dict[Style, Colour] = {
    "ideator": SUN,
    "strategist": hex_colour("#9ecbff"),
    "analyst": hex_colour("#a5e3c4"),
    "heart": hex_colour("#ffb4a8"),
    "customers": hex_colour("#d3c2ff"),
    "makers": hex_colour("#ffcf9b"),
    "parking": hex_colour("#dcdedf"),
}
"""In the order in which the styles lead the day; also the order of a poster's squares."""


AGREEMENT = tuple(hex_colour(each) for each in ("#c8603d", "#eaa98c", "#d9d6cf", "#8fc7c5", "#0f5e63"))
"""From resistance to love, as on the screen; each step is told from its neighbours in grey too."""
LIGHT_FROM = 0.55  # of 1: a ground as light as this takes dark ink


def agreement(tone: float | None) -> Colour:
    """The colour between resistance (0) and love (4); None is no answer."""
    if tone is None:
        return LINE
    low = min(int(tone), len(AGREEMENT) - 2)
    return mix(AGREEMENT[low], AGREEMENT[low + 1], tone - low)


def ink_on(ground: Colour) -> Colour:
    red, green, blue = ground
    return INK if 0.299 * red + 0.587 * green + 0.114 * blue > LIGHT_FROM else WHITE


class Scheme(Struct, frozen=True):
    """The colours of one look: ground, loud text, quiet text, the accent of eyebrow and marks."""

    ground: Colour
    ink: Colour
    soft: Colour
    accent: Colour
    own_squares: bool
    """Whether the note colours stand out on this ground; if not, the squares are tints of the ink."""


def scheme(look: Look, ink_saver: bool) -> Scheme:
    """The colours of a look. The ink saver keeps the look's accent and prints on white."""
    if ink_saver:
        accent = ACCENT if look in ("accent", "paper") else INK
        return Scheme(WHITE, INK, INK_2, accent, True)
    match look:
        case "accent":
            return Scheme(ACCENT, WHITE, mix(ACCENT, WHITE, 0.82), ACCENT_LIGHT, True)
        case "paper":
            return Scheme(PAPER, INK, INK_2, ACCENT, True)
        case "ink":
            return Scheme(INK, PAPER, mix(INK, PAPER, 0.74), SUN, True)
        case "sun":
            return Scheme(SUN, INK, mix(SUN, INK, 0.78), INK, False)
    assert_never(look)
