"""A piece of a web page (or of a word processor's document) from the clipboard: its words, and its pictures.
Nothing is fetched and no file is opened: a page may name any file of this machine."""

from __future__ import annotations

import base64
import binascii
from html.parser import HTMLParser
from urllib.parse import unquote_to_bytes, urlsplit

from msgspec import Struct

LONGEST = 40_000_000  # letters of a page that are looked at: one picture of 20 MB as text, and its words
DOT = 2  # pixels: what is not larger counts readers, or keeps a place free
_BLOCKS = frozenset(
    (
        "p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table", "ul",
        "ol", "dl", "dt", "dd", "section", "article", "header", "footer", "figure", "figcaption", "hr",
    )
)  # fmt: skip
_CELLS = ("td", "th")
_UNSEEN = frozenset(("script", "style", "title", "template", "noscript"))


class PagePicture(Struct, frozen=True):
    """`content` is None where the page has only an address of it."""

    name: str
    content: bytes | None


class Page(Struct, frozen=True):
    words: str
    pictures: tuple[PagePicture, ...]


def read_page(html: str) -> Page:
    reader = _Reader()
    reader.feed(html[:LONGEST])
    reader.close()
    lines = (" ".join(part.split(" ")).strip() for part in "".join(reader.words).split("\n"))
    words = "\n".join(line for line in lines if line)
    return Page(words, tuple(reader.pictures))


def picture_at(address: str, name: str = "") -> PagePicture:
    """A `data:` address holds the picture itself."""
    if not is_data(address):
        return PagePicture(name or _file_name(address), None)
    head, _comma, body = address.partition(",")
    content = unquote_to_bytes(body)
    if head.rstrip().lower().endswith(";base64"):
        try:
            content = base64.b64decode(b"".join(content.split()) + b"==")
        except binascii.Error:
            content = b""
    return PagePicture(name, content)


def is_data(address: str) -> bool:
    """Whether the address is a picture."""
    return address.lstrip()[:11].lower() == "data:image/"


def _file_name(address: str) -> str:
    """What the picture is called: the last part of its address."""
    try:
        return urlsplit(address).path.rstrip("/").rpartition("/")[2] or address
    except ValueError:
        return address


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.pictures: list[PagePicture] = []
        self._addresses: set[str] = set()
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "img":
            self._picture({name: value or "" for name, value in attrs})
        elif tag in _BLOCKS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif tag in _BLOCKS:
            self.words.append("\n")
        elif tag in _CELLS:
            self.words.append("\t")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.words.append(data.replace("\n", " ").replace("\r", " "))

    def _picture(self, attributes: dict[str, str]) -> None:
        address = attributes.get("src", "").strip()
        if not address or self._unseen or _is_dot(attributes):
            return
        if address not in self._addresses:
            self._addresses.add(address)
            self.pictures.append(picture_at(address, attributes.get("alt", "").strip()))


def _is_dot(attributes: dict[str, str]) -> bool:
    sizes = [attributes.get(side, "").removesuffix("px") for side in ("width", "height")]
    return any(size.isdigit() and int(size) <= DOT for size in sizes)
