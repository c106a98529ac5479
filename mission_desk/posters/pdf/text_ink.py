"""Writes a shaped line into a page: real text for letters, vector shapes with hidden text for coloured
emoji."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from reportlab.pdfgen.canvas import Canvas

from mission_desk.posters.pdf.embedded_font import EmbeddedFont, embedded
from mission_desk.posters.pdf.font_face import Face
from mission_desk.posters.pdf.shaping import Glyph, Line, Run

_FILLED, _INVISIBLE = 0, 3


def draw_line(canvas: Canvas, line: Line, x: float, y: float, size: float, tracking: float = 0.0) -> float:
    """Draws from the pen position x on the base line y (PDF's axes, points). Returns where the pen stops."""
    for run in line.runs:
        if run.face.coloured:
            _draw_pictures(canvas, run, x, y, size)
            # Hidden text over the picture, so that an emoji can be searched and read aloud.
            x = _draw_text(canvas, run, x, y, size, 0.0, _INVISIBLE)
        else:
            x = _draw_text(canvas, run, x, y, size, run.tracked(tracking), _FILLED)
    return x


def number(value: float) -> str:
    """Three decimals at most: a thousandth of a point is finer than any printer."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _draw_text(
    canvas: Canvas, run: Run, x: float, y: float, size: float, tracking: float, mode: int
) -> float:
    writer = _RunWriter(run, embedded(canvas, run.face), size, tracking)
    operators = writer.operators()
    font = f"/{writer.font.key} {number(size)} Tf"
    canvas.addLiteral(f"BT 1 0 0 1 {number(x)} {number(y)} Tm {font} {mode} Tr {operators} ET")
    return x + writer.pen * size


class _RunWriter:
    """The text operators of one run. `pen` is where the next glyph belongs, `_drawn` where the viewer's pen
    is."""

    def __init__(self, run: Run, font: EmbeddedFont, size: float, tracking: float) -> None:
        self.font = font
        self.pen = 0.0
        self._run, self._size, self._tracking = run, size, tracking
        self._drawn = 0.0
        self._rise = 0.0
        self._waiting: list[str] = []
        self._out: list[str] = []

    def operators(self) -> str:
        for text, glyphs in _groups(self._run):
            if self._carries(text, glyphs):
                self._add_all(glyphs)
            else:
                self._add_spelled(text, glyphs)
        self._flush()
        if self._rise:
            self._out.append("0 Ts")
        return " ".join(self._out)

    def _carries(self, text: str, glyphs: list[Glyph]) -> bool:
        """Whether ToUnicode can say this text: the first glyph carries it, the others nothing."""
        wanted = [text] + [""] * (len(glyphs) - 1)
        known = self.font.texts
        if any(known.get(glyph.number, part) != part for glyph, part in zip(glyphs, wanted, strict=True)):
            return False
        known.update((glyph.number, part) for glyph, part in zip(glyphs, wanted, strict=True))
        return True

    def _add_spelled(self, text: str, glyphs: list[Glyph]) -> None:
        # These glyphs stand for other text elsewhere: say it here, or copied text would be wrong.
        for glyph in glyphs:
            self.font.texts.setdefault(glyph.number, text if len(glyphs) == 1 else "")
        self._flush()
        self._out.append(f"/Span <</ActualText <feff{text.encode('utf-16-be').hex()}>>> BDC")
        self._add_all(glyphs)
        self._flush()
        self._out.append("EMC")

    def _add_all(self, glyphs: list[Glyph]) -> None:
        for glyph in glyphs:
            self._raise_to(glyph.up)
            back = round((self._drawn - self.pen - glyph.right) * 1000)
            if back:
                self._waiting.append(str(back))
                self._drawn -= back / 1000
            self._waiting.append(f"<{glyph.number:04x}>")
            self._drawn += round(self._run.face.advance(glyph.number) * 1000) / 1000
            self.pen += glyph.advance + self._tracking

    def _raise_to(self, rise: float) -> None:
        if abs(rise - self._rise) > 1e-6:
            self._flush()
            self._out.append(f"{number(rise * self._size)} Ts")
            self._rise = rise

    def _flush(self) -> None:
        if self._waiting:
            self._out.append(f"[{''.join(self._waiting)}] TJ")
            self._waiting.clear()


def _groups(run: Run) -> Iterator[tuple[str, list[Glyph]]]:
    """Glyphs that share one cluster, with the text they stand for."""
    starts = sorted({glyph.start for glyph in run.glyphs})
    ends = dict(zip(starts, [*starts[1:], len(run.text)], strict=True))
    for start, glyphs in groupby(run.glyphs, key=attrgetter("start")):
        yield run.text[start : ends[start]], list(glyphs)


def _draw_pictures(canvas: Canvas, run: Run, x: float, y: float, size: float) -> None:
    canvas.addLiteral("q")
    for glyph in run.glyphs:
        for layer, colour in run.face.layers(glyph.number):
            outline = _outline(run.face, layer, x + glyph.right * size, y + glyph.up * size, size)
            if outline:
                canvas.addLiteral(f"{' '.join(number(part) for part in colour)} rg {outline} f")
        x += glyph.advance * size
    canvas.addLiteral("Q")


def _outline(face: Face, glyph: int, x: float, y: float, size: float) -> str:
    scale = size / face.em
    return " ".join(
        " ".join(
            [*(f"{number(x + right * scale)} {number(y + up * scale)}" for right, up in points), operator]
        )
        for operator, points in face.outline(glyph)
    )
