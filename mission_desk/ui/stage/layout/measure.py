"""The stage's own measure. Every length is so many parts of the window's height, so that a slide is laid out
anew for any projector and reads the same on all of them."""

from __future__ import annotations

import math

from msgspec import Struct

from mission_desk.grammar import SOURCE
from mission_desk.ui.look.theme import STAGE, Tokens
from mission_desk.ui.parts.pictures.picture_copies import PictureCopies

PARTS = 1080
"""Parts in the height of a window that is at least 5:4; a taller one counts its parts over its width."""
TALLEST = 0.8
"""Of the width: a portrait window is a stack of slides this high, not one slide with giant letters."""
ACUITY = 200
"""ANSI/AVIXA V202.01:2016 (DISCAS), basic decision making: the height of the smallest element that must be
read, as a share of the picture's height, is distance / (200 x picture height)."""
PICTURE = 1.8
"""Metres: the height a projected picture is taken to have; the usual 3.2 m wide screen in 16:9."""
LAST_ROW = 8
"""Metres from the picture to the last row, where nobody said otherwise: letters of 1/45 of the height."""
NEAREST, FARTHEST = 4, 25
"""Metres that can be set. Nearer, letters would be smaller than a washed-out projector can draw; farther,
three notes would fill the picture."""

# in parts
MARGIN, FOOT_MARGIN, GAP = 72, 40, 20
EYEBROW, PROMPT, BOARD_PROMPT, SMALL = 26, 62, 44, 24
CLOCK, SMALL_CLOCK = 124, 82
PROMPT_SMALLEST = 36
LOUDEST = 150  # the letters of a short statement


def smallest_share(metres: float) -> float:
    """The height of the smallest letters over the picture's height, for a last row so many metres away."""
    return max(NEAREST, min(FARTHEST, metres)) / (ACUITY * PICTURE)


class Measure(Struct, frozen=True):
    """A window of `width` x `height` px in the colours of `tokens`, whose last reader sits `metres` away;
    `part` is 1/1080 of the height that counts. `pictures` has copies of the pictures on the slide;
    `language` is the room's."""

    width: float
    height: float
    metres: float = LAST_ROW
    tokens: Tokens = STAGE
    pictures: PictureCopies | None = None
    language: str = SOURCE

    @property
    def part(self) -> float:
        return min(self.height, self.width * TALLEST) / PARTS

    def px(self, parts: float) -> float:
        return parts * self.part

    def line(self, parts: float) -> float:
        """A length that has to hold a line of small letters: grows with them where the last row sits far
        away."""
        return self.px(parts) * max(1.0, self.floor / self.px(SMALL))

    def letters(self, parts: float) -> int:
        """A size of type in whole px, never below what can be read."""
        return max(self.floor, round(parts * self.part))

    @property
    def floor(self) -> int:
        """The smallest size of type, rounded up: nothing on the stage is set smaller."""
        return math.ceil(self.part * PARTS * smallest_share(self.metres) - 1e-6)

    @property
    def is_upright(self) -> bool:
        return self.height > self.width
