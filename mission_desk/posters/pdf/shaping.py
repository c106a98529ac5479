"""One line of text, shaped: runs of glyphs from left to right, all measures in em (multiply by the size)."""

from __future__ import annotations

from functools import lru_cache

import uharfbuzz as hb
from msgspec import Struct

from mission_desk.posters.pdf.bidi_order import levels, visual_order
from mission_desk.posters.pdf.clean_text import LOST
from mission_desk.posters.pdf.font_face import Face
from mission_desk.posters.pdf.font_stacks import Stack
from mission_desk.posters.pdf.text_clusters import clusters

_FEATURES = {"kern": True, "liga": True}
_TABULAR = {**_FEATURES, "tnum": True}


class Glyph(Struct, frozen=True):
    """A glyph and where its text starts within the run. Advance and offsets in em."""

    number: int
    start: int
    advance: float
    right: float
    up: float


class Run(Struct, frozen=True, eq=False):
    """A stretch in one face and one direction."""

    face: Face
    text: str
    glyphs: tuple[Glyph, ...]

    @property
    def advance(self) -> float:
        return sum(glyph.advance for glyph in self.glyphs)

    def tracked(self, tracking: float) -> float:
        """The space after each glyph in em: none where letters touch or where the glyphs are pictures."""
        return 0.0 if self.face.joined or self.face.coloured else tracking


class Line(Struct, frozen=True, eq=False):
    """Shaped text. `ink_left` and `ink_right` bound what is printed, which is not where the pen starts and
    stops."""

    text: str
    runs: tuple[Run, ...]
    right_to_left: bool
    missing: frozenset[str]
    ink_left: float
    ink_right: float

    def width(self, tracking: float = 0.0) -> float:
        """How far the pen goes, without the tracking after the last glyph."""
        widths = (run.advance + run.tracked(tracking) * len(run.glyphs) for run in self.runs)
        return max(0.0, sum(widths) - self._last_tracking(tracking))

    def ink_width(self, tracking: float = 0.0) -> float:
        tracked = sum(run.tracked(tracking) * len(run.glyphs) for run in self.runs)
        return self.ink_right - self.ink_left + tracked - self._last_tracking(tracking)

    def _last_tracking(self, tracking: float) -> float:
        return self.runs[-1].tracked(tracking) if self.runs else 0.0


@lru_cache(maxsize=8192)
def shape(stack: Stack, text: str, right_to_left: bool = False, tabular: bool = False) -> Line:
    """The line of `text` in a paragraph of that direction; `tabular` sets all digits equally wide."""
    pieces = _pieces(stack, text, right_to_left)
    features = _TABULAR if tabular else _FEATURES
    order = visual_order([piece.level for piece in pieces])
    runs = tuple(_shape_run(pieces[place], text, features) for place in order)
    left, right = _ink(runs)
    return Line(text, runs, right_to_left, frozenset(stack.missing(text)), left, right)


class _Piece(Struct):
    """A stretch to shape. `lost`: no bundled font has it."""

    start: int
    end: int
    face: Face
    level: int
    lost: bool


def _pieces(stack: Stack, text: str, right_to_left: bool) -> list[_Piece]:
    level = levels(text, right_to_left)
    pieces: list[_Piece] = []
    before: Face | None = None
    for start, end in clusters(text):
        picked = stack.pick(text[start:end], before)
        before = picked or stack.pick(LOST, None) or stack.first
        last = pieces[-1] if pieces else None
        if last and picked and not last.lost and last.face is before and last.level == level[start]:
            last.end = end
        else:
            pieces.append(_Piece(start, end, before, level[start], picked is None))
    return pieces


def _shape_run(piece: _Piece, text: str, features: dict[str, bool]) -> Run:
    buffer = hb.Buffer()
    if piece.lost:
        # The empty box of some faces has no outline: what cannot be written must at least be seen to be
        # missing.
        buffer.add_str(LOST)
    else:
        # The whole line goes in as context, so that a letter at a run's edge still joins as it should.
        buffer.add_str(text, piece.start, piece.end - piece.start)
    buffer.direction = "rtl" if piece.level % 2 else "ltr"
    buffer.guess_segment_properties()
    hb.shape(piece.face.font, buffer, features)
    begin = 0 if piece.lost else piece.start
    em = piece.face.em
    glyphs = tuple(
        Glyph(sign.codepoint, sign.cluster - begin, at.x_advance / em, at.x_offset / em, at.y_offset / em)
        for sign, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )
    return Run(piece.face, text[piece.start : piece.end], glyphs)


def _ink(runs: tuple[Run, ...]) -> tuple[float, float]:
    pen, edges = 0.0, []
    for run in runs:
        for glyph in run.glyphs:
            ink = run.face.ink(glyph.number)
            if ink:
                edges += [pen + glyph.right + ink[0], pen + glyph.right + ink[1]]
            pen += glyph.advance
    return (min(edges), max(edges)) if edges else (0.0, pen)
