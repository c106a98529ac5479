"""One PDF in memory: pages, forms, title, language, date. Everything that leans on ReportLab's canvas as a
file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from mission_desk.posters.pdf.clean_text import one_line
from mission_desk.posters.pdf.page import Page
from mission_desk.posters.pdf.tagging import Tags

_PREAMBLE = "1 0 0 1 0 0 cm"


class PdfFile:
    """The same calls give the same bytes: identity and date depend only on what is drawn and on `when`."""

    def __init__(self, title: str, language: str, when: datetime | None = None, tagged: bool = False) -> None:
        self._canvas = Canvas(BytesIO(), invariant=1, pageCompression=1, lang=language, pdfVersion=(1, 7))
        self._canvas.setTitle(one_line(title))
        self._canvas.setAuthor("Mission Desk")
        self._canvas.setCreator("Mission Desk")
        self._canvas.setSubject("")
        self._canvas.setViewerPreference("PrintScaling", "None")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        if when is not None:
            self._canvas.setDateFormatter(lambda *_fixed: _pdf_date(when))
        self._tags = Tags(self._canvas) if tagged else None
        self.missing: set[str] = set()

    def draw_page(self, width: float, height: float, draw: Callable[[Page], None]) -> None:
        """One more page of that size in points."""
        self._canvas.setPageSize((width, height))
        self._canvas._preamble = _PREAMBLE
        page = Page(self._canvas, width, height, self._tags)
        draw(page)
        self.missing |= page.missing
        self._canvas.showPage()

    def draw_form(self, name: str, width: float, height: float, draw: Callable[[Page], None]) -> None:
        """Draw something once that pages can place as often as they like; the file holds it once."""
        self._canvas.beginForm(name, 0, 0, width, height)
        # ReportLab starts every stream with Helvetica, a font that would then be named but not embedded.
        self._canvas._preamble = _PREAMBLE
        page = Page(self._canvas, width, height)
        draw(page)
        self.missing |= page.missing
        self._canvas.endForm()

    def bookmark(self, key: str, title: str, level: int = 0) -> None:
        """An entry of the outline, to the page that is drawn now."""
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(title, key, level=level)

    def to_bytes(self) -> bytes:
        """The finished file; nothing can be drawn afterwards."""
        if self._tags:
            self._tags.finish()
        # Nothing is set in Helvetica, but ReportLab names it, and a print shop sends back what is not
        # embedded.
        fonts = self._canvas._doc.idToObject["BasicFonts"].dict
        fonts.pop(self._canvas._doc.fontMapping["Helvetica"].removeprefix("/"), None)
        return bytes(self._canvas.getpdfdata())


def _pdf_date(when: datetime) -> str:
    return when.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ")
