"""Loud where ReportLab's inside is no longer what the posters lean on: each test names what it needs."""

from __future__ import annotations

import re
import zlib
from base64 import a85decode

import pypdfium2 as pdfium
import pytest

from mission_desk.posters.sheets.paper import Paper, paper
from mission_desk.posters.write import poster_bytes
from tests.posters.reading import board, statement


def streams(content: bytes) -> list[bytes]:
    """The drawing instructions of pages and forms; ReportLab writes them as Flate inside ASCII85."""
    parts = re.findall(rb"stream\r?\n(.*?)\r?\n?endstream", content, re.DOTALL)
    return [zlib.decompress(a85decode(part.strip()[:-2])) for part in parts if part.strip().endswith(b"~>")]


def test_every_used_font_is_embedded() -> None:
    content = poster_bytes(statement("A heart 💛 for سلام"), paper("A4"))
    names = {name.split(b"+")[1] for name in re.findall(rb"/BaseFont /([A-Z]{6}\+[\w-]+)", content)}
    assert names >= {b"NotoSerifDisplay-SemiBold", b"NotoSansArabic-Bold", b"Inter-Bold", b"Twemoji"}
    assert content.count(b"/FontFile2") == len(names)


@pytest.mark.parametrize("tile", [None, paper("A4")], ids=["whole", "tiled"])
def test_no_page_or_form_selects_a_font_that_is_not_embedded(tile: Paper | None) -> None:
    content = poster_bytes(statement(), paper("A2"), tile=tile)
    drawing = streams(content)
    assert drawing
    assert not re.search(rb"/F\d+ \d+ 0 R", content)
    assert not any(re.search(rb"/F\d+ [\d.]+ Tf", part) for part in drawing)


def test_the_poster_is_in_a_tiled_file_once() -> None:
    content = poster_bytes(statement(), paper("A1"), tile=paper("A4"))
    assert content.count(b"/Subtype /Form") == 1


def test_a_single_poster_carries_tags() -> None:
    content = poster_bytes(statement(), paper("A4"))
    assert b"/StructTreeRoot" in content
    assert b"/Marked true" in content
    assert b"/S /H1" in content
    assert b"/StructParents 0" in content
    assert pdfium.raw.FPDFCatalog_IsTagged(pdfium.PdfDocument(content).raw)


def test_a_form_keeps_its_solid_colours() -> None:
    # Transparency would be lost in a form (ReportLab's endForm leaves its dictionary out), so none may be
    # used.
    for content in (
        poster_bytes(statement(), paper("A4")),
        poster_bytes(board(9), paper("A2"), tile=paper("A4")),
    ):
        assert b"/ExtGState" not in content
