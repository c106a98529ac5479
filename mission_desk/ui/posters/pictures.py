"""From a PDF to a picture of its page, and what of a poster's words no font can print."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pypdfium2
from msgspec import Struct
from msgspec.structs import astuple
from PySide6.QtGui import QImage

from mission_desk.posters.contents import Poster
from mission_desk.posters.pdf.font_stacks import stack

ANY_FACE = "Inter-Regular"  # its stack ends in all the other faces


PDFIUM = threading.Lock()
"""pdfium bears one thread at a time, and the worker of a workshop that was just closed may still work."""


def picture_of(pdf: bytes, width: int, height: int) -> QImage:
    """The first page, as large as it fits into `width` x `height` px."""
    with PDFIUM:
        return _drawn(pdf, width, height)


def _drawn(pdf: bytes, width: int, height: int) -> QImage:
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        scale = min(width / page.get_width(), height / page.get_height())
        bitmap = page.render(scale=max(0.01, scale), prefer_bgrx=True)
        # A copy: the buffer is pdfium's and goes with the bitmap.
        return QImage(
            bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
        ).copy()
    finally:
        document.close()


def missing_characters(poster: Poster) -> tuple[str, ...]:
    faces = stack(ANY_FACE)
    return tuple(sorted(set().union(*(faces.missing(text) for text in texts_of(poster)))))


def texts_of(value: object) -> Iterator[str]:
    """Every string in a poster, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_of(each)
    elif isinstance(value, Struct):
        yield from texts_of(astuple(value))
