"""What the mouse does on the board. A gesture lives here from press to release and ends in one action of
core, or none."""

from __future__ import annotations

from enum import Enum, auto

from msgspec import Struct

from mission_desk.core.board.places import Box

THRESHOLD = 4  # pixels the mouse may move before a press becomes a drag


class Kind(Enum):
    NONE = auto()
    PRESS = auto()  # on a note or a cluster's name, not yet moved
    DRAG = auto()
    RUBBER = auto()
    PAN = auto()
    SIZE = auto()  # a selected note by its corner or edge


class Gesture(Struct):
    """`start` and `now` are view pixels, `grip` is the canvas point that was pressed. `carried` are the
    dragged notes; `before` what was selected when a rubber band began."""

    kind: Kind = Kind.NONE
    start: tuple[float, float] = (0.0, 0.0)
    now: tuple[float, float] = (0.0, 0.0)
    grip: tuple[float, float] = (0.0, 0.0)
    carried: frozenset[int] = frozenset()
    before: frozenset[int] = frozenset()
    lifted: bool = False
    sides: tuple[int, int] = (0, 0)  # of a note that is made larger or smaller

    def begin(self, kind: Kind, at: tuple[float, float], carried: frozenset[int] = frozenset()) -> None:
        self.kind, self.start, self.now, self.carried, self.lifted = kind, at, at, carried, False

    def move(self, to: tuple[float, float]) -> None:
        self.now = to
        if self.kind is Kind.PRESS and self.travelled > THRESHOLD:
            self.kind = Kind.DRAG

    def end(self) -> None:
        self.kind, self.carried = Kind.NONE, frozenset()

    @property
    def travelled(self) -> float:
        return float(abs(self.now[0] - self.start[0]) + abs(self.now[1] - self.start[1]))

    def shift(self, now: tuple[float, float]) -> tuple[int, int]:
        """How far the dragged notes are from where they lay, with the mouse at a canvas point: the view may
        have moved since they were lifted."""
        return round(now[0] - self.grip[0]), round(now[1] - self.grip[1])

    def band(self, now: tuple[float, float]) -> Box:
        """The rubber band from where it began to a canvas point."""
        left, right = sorted((round(self.grip[0]), round(now[0])))
        top, bottom = sorted((round(self.grip[1]), round(now[1])))
        return Box(left, top, max(1, right - left), max(1, bottom - top))
