"""One bundled font file: what it covers, its measures in em, its outlines. Knows HarfBuzz, not PDF."""

from __future__ import annotations

import struct
from functools import cache

import uharfbuzz as hb
from msgspec import Struct

from mission_desk.paths import resource
from mission_desk.posters.pdf.colours import INK, Colour
from mission_desk.posters.pdf.text_clusters import IGNORABLE

Point = tuple[float, float]
Stroke = tuple[str, tuple[Point, ...]]
"""One step of an outline: the PDF operator (`m`, `l`, `c`, `h`) and its points, in font units."""

_FOREGROUND = 0xFFFF
_STOOD_IN = frozenset((0xA0, 0x2011))


class Face(Struct, frozen=True, eq=False):
    """A font file, opened once. `cap`, `ascent` and `descent` (negative) are in em."""

    name: str
    face: hb.Face
    font: hb.Font
    em: int
    covered: frozenset[int]
    palette: tuple[Colour, ...]
    cap: float
    ascent: float
    descent: float
    joined: bool
    """Letters that touch (Arabic, Devanagari, Thai with its marks): they are never tracked and need more
    leading."""

    @property
    def coloured(self) -> bool:
        return bool(self.palette)

    def has(self, cluster: str) -> bool:
        """Whether every character has a glyph (HarfBuzz stands in for the two no-break characters)."""
        codes = (ord(letter) for letter in cluster)
        return all(code in self.covered or code in IGNORABLE or code in _STOOD_IN for code in codes)

    def advance(self, glyph: int) -> float:
        return float(self.font.get_glyph_h_advance(glyph)) / self.em

    def ink(self, glyph: int) -> tuple[float, float] | None:
        """Left and right edge of what is printed, in em; None for a glyph without ink."""
        extents = self.font.get_glyph_extents(glyph)
        if extents is None or not extents.width:
            return None
        return extents.x_bearing / self.em, (extents.x_bearing + extents.width) / self.em

    def outline(self, glyph: int) -> list[Stroke]:
        pen = _OutlinePen()
        self.font.draw_glyph_with_pen(glyph, pen)
        return pen.strokes

    def layers(self, glyph: int) -> list[tuple[int, Colour]]:
        """The glyphs that lie on each other to make a coloured one, lowest first."""
        return [
            (layer.glyph, INK if layer.color_index == _FOREGROUND else self.palette[layer.color_index])
            for layer in self.face.get_glyph_color_layers(glyph)
        ]


@cache
def load_face(name: str) -> Face:
    """The face in `resources/fonts/<name>.ttf`."""
    face = hb.Face(hb.Blob.from_file_path(str(resource("fonts", f"{name}.ttf"))))
    font = hb.Font(face)
    extents = font.get_font_extents("ltr")
    cap = font.get_metric_position(hb.OTMetricsTag.CAP_HEIGHT) or 0.7 * face.upem
    return Face(
        name=name,
        face=face,
        font=font,
        em=face.upem,
        covered=frozenset(face.unicodes),
        palette=_palette(face) if face.has_color_layers else (),
        cap=cap / face.upem,
        ascent=extents.ascender / face.upem,
        descent=extents.descender / face.upem,
        joined=any(script in name for script in ("Arabic", "Devanagari", "Thai")),
    )


def _palette(face: hb.Face) -> tuple[Colour, ...]:
    # Read from the CPAL table: uharfbuzz's get_color_palette() does not return for a palette as large as
    # Twemoji's.
    table = bytes(face.reference_table("CPAL").data)
    entries, start = struct.unpack_from(">H", table, 2)[0], struct.unpack_from(">I", table, 8)[0]
    records = struct.iter_unpack("4B", table[start : start + 4 * entries])
    return tuple((red / 255, green / 255, blue / 255) for blue, green, red, _alpha in records)


class _OutlinePen:
    """Takes HarfBuzz's calls and keeps PDF operators; a quadratic curve becomes the cubic one of the same
    shape."""

    def __init__(self) -> None:
        self.strokes: list[Stroke] = []
        self._here: Point = (0.0, 0.0)

    def moveTo(self, to: Point) -> None:  # noqa: N802
        self._add("m", to)

    def lineTo(self, to: Point) -> None:  # noqa: N802
        self._add("l", to)

    def curveTo(self, first: Point, second: Point, to: Point) -> None:  # noqa: N802
        self._add("c", first, second, to)

    def qCurveTo(self, control: Point, to: Point) -> None:  # noqa: N802
        self._add("c", _towards(self._here, control), _towards(to, control), to)

    def closePath(self) -> None:  # noqa: N802
        self.strokes.append(("h", ()))

    def endPath(self) -> None:  # noqa: N802
        self.closePath()

    def _add(self, operator: str, *points: Point) -> None:
        self.strokes.append((operator, points))
        self._here = points[-1]


def _towards(start: Point, control: Point) -> Point:
    return start[0] + 2 * (control[0] - start[0]) / 3, start[1] + 2 * (control[1] - start[1]) / 3
