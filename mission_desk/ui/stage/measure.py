"""The stage's own measure. Every length is so many parts of the window's height, so that a slide is laid out
anew for any projector and reads the same on all of them."""

from __future__ import annotations

from dataclasses import dataclass

PARTS = 1080
"""Parts in the height of a window that is at least 5:4; a taller one counts its parts over its width."""
TALLEST = 0.8
"""Of the width: a portrait window is a stack of slides this high, not one slide with giant letters."""
READABLE = 45
"""The smallest letters are 1/45 of the height. A projected picture 1.5 m high has capitals of 24 mm then;
seen from 8 m that is ten minutes of arc, twice what good eyes need, and bad colours and bad eyes take the
other half."""

# in parts
MARGIN, FOOT_MARGIN, GAP = 72, 40, 20
EYEBROW, PROMPT, SMALL = 26, 62, 24
CLOCK, SMALL_CLOCK = 124, 82
PROMPT_SMALLEST = 36
LOUDEST = 150  # the letters of a short statement


@dataclass(frozen=True, slots=True)
class Measure:
    """A window of `width` x `height` px; `part` is 1/1080 of the height that counts."""

    width: float
    height: float

    @property
    def part(self) -> float:
        return min(self.height, self.width * TALLEST) / PARTS

    def px(self, parts: float) -> float:
        return parts * self.part

    def letters(self, parts: float) -> int:
        """A size of type in whole px, never below what can be read."""
        return max(self.floor, round(parts * self.part))

    @property
    def floor(self) -> int:
        """The smallest size of type, rounded up: nothing on the stage is set smaller."""
        return -int(-self.part * PARTS // READABLE)

    @property
    def is_upright(self) -> bool:
        return self.height > self.width
