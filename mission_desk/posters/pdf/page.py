"""The surface that posters are drawn on: points, x to the right and y DOWN from the top left corner, solid
colours only. Only this module turns them into the axes of PDF, where y grows upwards (PDF 1.7, 8.3.2.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from msgspec import Struct
from reportlab.pdfgen.canvas import Canvas

from mission_desk.posters.pdf.colours import Colour
from mission_desk.posters.pdf.font_face import Point
from mission_desk.posters.pdf.font_stacks import Stack
from mission_desk.posters.pdf.shaping import Line, shape
from mission_desk.posters.pdf.tagging import Tags
from mission_desk.posters.pdf.text_ink import draw_line


class Area(Struct, frozen=True):
    """A rectangle on a page, in points, y downwards."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    def inset(self, by: float) -> Area:
        return Area(self.x + by, self.y + by, self.w - 2 * by, self.h - 2 * by)


class Page:
    """A page (or a form) of `width` x `height` points. Collects what no bundled font can write."""

    def __init__(self, canvas: Canvas, width: float, height: float, tags: Tags | None = None) -> None:
        self.canvas = canvas
        self.width, self.height = width, height
        self.missing: set[str] = set()
        self._tags = tags

    @property
    def unit(self) -> float:
        """The poster's own measure, 1/24 of its shorter side: everything grows with the paper."""
        return min(self.width, self.height) / 24

    @contextmanager
    def tagged(self, role: str) -> Iterator[None]:
        """Names what is drawn inside for a screen reader: `H1`, `P`, … (only in documents that carry
        tags)."""
        if self._tags is None:
            yield
            return
        self._tags.begin(role)
        yield
        self._tags.end()

    def rectangle(self, area: Area, colour: Colour, radius: float = 0.0) -> None:
        self.canvas.setFillColorRGB(*colour)
        bottom = self.height - area.bottom
        if radius:
            self.canvas.roundRect(area.x, bottom, area.w, area.h, radius, stroke=0, fill=1)
        else:
            self.canvas.rect(area.x, bottom, area.w, area.h, stroke=0, fill=1)

    def frame(self, area: Area, colour: Colour, thickness: float, radius: float = 0.0) -> None:
        self.canvas.setStrokeColorRGB(*colour)
        self.canvas.setLineWidth(thickness)
        self.canvas.setDash([])
        self.canvas.roundRect(area.x, self.height - area.bottom, area.w, area.h, radius, stroke=1, fill=0)

    def rule(
        self, start: Point, end: Point, colour: Colour, thickness: float, dash: Sequence[float] = ()
    ) -> None:
        self.canvas.setStrokeColorRGB(*colour)
        self.canvas.setLineWidth(thickness)
        self.canvas.setDash(list(dash))
        self.canvas.line(start[0], self.height - start[1], end[0], self.height - end[1])

    def circle(self, centre: Point, radius: float, colour: Colour) -> None:
        self.canvas.setFillColorRGB(*colour)
        self.canvas.circle(centre[0], self.height - centre[1], radius, stroke=0, fill=1)

    def shape(self, start: Point, steps: Sequence[Sequence[Point]], colour: Colour) -> None:
        """A filled shape: each step is one point (a line to it) or three (two controls and the end of a
        curve)."""
        path = self.canvas.beginPath()
        path.moveTo(start[0], self.height - start[1])
        for step in steps:
            flat = [value for x, y in step for value in (x, self.height - y)]
            (path.lineTo if len(step) == 1 else path.curveTo)(*flat)
        path.close()
        self.canvas.setFillColorRGB(*colour)
        self.canvas.drawPath(path, stroke=0, fill=1)

    def text(
        self, line: Line, x: float, baseline: float, size: float, colour: Colour, tracking: float = 0.0
    ) -> float:
        """Draws a shaped line from the pen position x; returns where the pen stops."""
        self.missing |= line.missing
        self.canvas.setFillColorRGB(*colour)
        return draw_line(self.canvas, line, x, self.height - baseline, size, tracking)

    def word_gap(self, stack: Stack, x: float, baseline: float, size: float) -> None:
        """Write a space behind a line's end: without it, copied text has no space between the last word and
        the next line."""
        draw_line(self.canvas, shape(stack, " "), x, self.height - baseline, size)

    @contextmanager
    def clipped(self, area: Area) -> Iterator[None]:
        """Nothing drawn inside leaves the area."""
        self.canvas.saveState()
        path = self.canvas.beginPath()
        path.rect(area.x, self.height - area.bottom, area.w, area.h)
        self.canvas.clipPath(path, stroke=0, fill=0)
        yield
        self.canvas.restoreState()

    @contextmanager
    def turned(self, at: Point) -> Iterator[None]:
        """What is drawn inside at 0, 0 stands at `at`; to the right is upwards there."""
        self.canvas.saveState()
        self.canvas.translate(at[0], self.height - at[1])
        self.canvas.rotate(90)
        self.canvas.translate(0, -self.height)
        yield
        self.canvas.restoreState()

    def place_form(self, name: str, at: Point, height: float, scale: float) -> None:
        """Places a form of `height` points with its top left corner at `at`."""
        self.canvas.saveState()
        self.canvas.translate(at[0], self.height - at[1] - height * scale)
        self.canvas.scale(scale, scale)
        self.canvas.doForm(name)
        self.canvas.restoreState()
