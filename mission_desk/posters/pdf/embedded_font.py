"""Puts the glyphs that a document uses into it as a Type0 font with ToUnicode, so that text can be copied
and searched (PDF 1.7, 9.10.3). It implements ReportLab's own protocol for delayed fonts; tests in
tests/posters fail when those internals change."""

from __future__ import annotations

import zlib
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from mission_desk.posters.pdf.font_face import Face

_DROPPED = ("GSUB", "GPOS", "GDEF", "COLR", "CPAL", "STAT", "name", "DSIG", "FFTM", "gasp")
_SYMBOLIC = 4
_STEM = 80
_CMAP_HEAD = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange"""
_CMAP_TAIL = "endcmap CMapName currentdict /CMap defineresource pop end end"
_CMAP_BLOCK = 100


class EmbeddedFont:
    """A face in one document. `texts` maps each used glyph to the text it stands for ("" if a neighbour
    carries it)."""

    _dynamicFont = 1  # noqa: N815

    def __init__(self, face: Face, document: Any) -> None:
        self.face = face
        self.fontName = f"Poster-{face.name}"
        self.key = f"H{len(document.fontMapping) + 1}"
        self.texts: dict[int, str] = {}
        document.fontMapping[self.fontName] = f"/{self.key}"
        document.delayedFonts.append(self)

    def addObjects(self, document: Any) -> None:  # noqa: N802
        """Called by ReportLab when the document is written."""
        name = f"{self._tag()}+{self.face.name}"
        descriptor = document.Reference(self._descriptor(document, name))
        glyphs = document.Reference(self._glyphs(name, descriptor))
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": pdfdoc.PDFName(name),
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray([glyphs]),
                "ToUnicode": document.Reference(_stream(self._to_unicode().encode("ascii"))),
            }
        )
        document.idToObject["BasicFonts"].dict[self.key] = document.Reference(font, self.key)

    def _tag(self) -> str:
        # Six capitals that depend on the glyphs alone: the same poster gives the same bytes.
        number = zlib.crc32(repr(sorted(self.texts)).encode("ascii"))
        return "".join(chr(ord("A") + number // 26**place % 26) for place in range(6))

    def _descriptor(self, document: Any, name: str) -> Any:
        program = self._subset()
        stream = _stream(program)
        stream.dictionary["Length1"] = len(program)
        return pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": pdfdoc.PDFName(name),
                "Flags": _SYMBOLIC,
                "ItalicAngle": 0,
                "StemV": _STEM,
                "Ascent": round(self.face.ascent * 1000),
                "Descent": round(self.face.descent * 1000),
                "CapHeight": round(self.face.cap * 1000),
                "FontBBox": pdfdoc.PDFArray([-1000, -1000, 3000, 2000]),
                "FontFile2": document.Reference(stream),
            }
        )

    def _glyphs(self, name: str, descriptor: Any) -> Any:
        widths: list[object] = []
        for glyph in sorted(self.texts):
            widths += [glyph, pdfdoc.PDFArray([round(self.face.advance(glyph) * 1000)])]
        system = {
            "Registry": pdfdoc.PDFString("Adobe"),
            "Ordering": pdfdoc.PDFString("Identity"),
            "Supplement": 0,
        }
        return pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": pdfdoc.PDFName(name),
                "CIDSystemInfo": pdfdoc.PDFDictionary(system),
                "CIDToGIDMap": pdfdoc.PDFName("Identity"),
                "FontDescriptor": descriptor,
                "DW": 1000,
                "W": pdfdoc.PDFArray(widths),
            }
        )

    def _subset(self) -> bytes:
        wanted = hb.SubsetInput()
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).set({0, *self.texts})
        wanted.flags = (
            hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING
        )
        dropped = wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
        dropped |= {int.from_bytes(tag.encode("ascii"), "big") for tag in _DROPPED}
        return bytes(hb.subset(self.face.face, wanted).blob.data)

    def _to_unicode(self) -> str:
        rows = [
            f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>"
            for glyph, text in sorted(self.texts.items())
            if text
        ]
        blocks = [rows[start : start + _CMAP_BLOCK] for start in range(0, len(rows), _CMAP_BLOCK)]
        middle = [f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks]
        return "\n".join((_CMAP_HEAD, *middle, _CMAP_TAIL))


def _stream(content: bytes) -> Any:
    stream = pdfdoc.PDFStream(content=content)
    stream.filters = [pdfdoc.PDFZCompress]
    return stream


def embedded(canvas: Canvas, face: Face) -> EmbeddedFont:
    """The face's font in the canvas's document, made at its first use."""
    for font in canvas._doc.delayedFonts:
        if isinstance(font, EmbeddedFont) and font.face is face:
            return font
    return EmbeddedFont(face, canvas._doc)
