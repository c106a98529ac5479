"""What the clipboard or a drop holds for a board: pictures, and words beside them."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from mission_desk.exchange.pasted_page import Page, PagePicture, is_data, picture_at, read_page

TAKEN = ("image/png", "image/jpeg", "image/webp")
_SVG = "image/svg+xml"
Raw = Path | QImage | bytes | PagePicture


class Content(Struct, frozen=True):
    pictures: tuple[Raw, ...]
    words: str


def content_of(source: QMimeData) -> Content:
    """Files first, whatever they are called: what each is stands in its bytes, and of one that is no picture
    there is a sentence; as text it would be a note with its path. A file manager also offers a small picture
    of the file's icon. A browser offers a picture beside its address; a spreadsheet offers a picture of cells
    that are text, and is taken as text. A piece of a page gives its words, and the pictures that it holds
    itself; of the others it has only the addresses."""
    if files := tuple(Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()):
        return Content(files, "")
    if source.hasFormat(_SVG):
        return Content((_bytes(source, _SVG),), "")
    page = _page(source)
    words = source.text() if page is None or source.hasFormat("text/plain") else page.words
    if source.hasImage() and not _says_something(words, page):
        return Content(_picture(source), "")
    if page is not None and page.pictures:
        return Content(page.pictures, words if _says_something(words, page) else "")
    if is_data(words):
        return Content((picture_at(words.strip()),), "")
    return Content((), words)


def _page(source: QMimeData) -> Page | None:
    """None where there is none, or nothing in it but words that stand there plainly as well: a page of ten
    thousand cells takes a second to read."""
    html = source.html() if source.hasHtml() else ""
    has_pictures = "<img" in html or "<IMG" in html
    return read_page(html) if has_pictures or (html and not source.hasFormat("text/plain")) else None


def _says_something(words: str, page: Page | None) -> bool:
    """Not where the words are only the address of the picture, or of what it leads to."""
    text = words.strip()
    is_address = len(text.split()) == 1 and text.lower().startswith(("http://", "https://", "data:"))
    return bool(text) and not (is_address and not (page and page.words))


def _picture(source: QMimeData) -> tuple[Raw, ...]:
    """What another program offers is taken as bytes: Qt would try every decoder it has on them, in this
    process."""
    if offered := [each for each in source.formats() if each.startswith("image/")]:
        best = next((each for each in TAKEN if each in offered), offered[0])
        return (_bytes(source, best),)
    image = source.imageData()  # the system's own picture, or one of this program: there is nothing to decode
    return (image,) if isinstance(image, QImage) else ()


def _bytes(source: QMimeData, kind: str) -> bytes:
    return bytes(source.data(kind).data())
