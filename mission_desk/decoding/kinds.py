"""What kind of picture are these bytes, and how large does it say it is? By the bytes alone: a name says what
a stranger likes, and a decoder may have taken a gigabyte before anybody could ask it."""

from __future__ import annotations

import codecs
import re
from typing import Literal

from mission_desk.decoding.jpeg import frame_size

Kind = Literal["png", "jpeg", "webp"]  # what a workshop holds
Foreign = Literal["gif", "bmp", "tiff", "avif"]  # what becomes one of them on its way in
BYTE_LIMIT = 20_000_000
PIXEL_LIMIT = 50_000_000
"""Of one picture. Above, decoding would take a quarter of a gigabyte and the room would wait."""
_LOOKED_AT = 64_000  # bytes in which the first element of a drawing stands
_SVG = re.compile(r"<(?:[\w.-]+:)?svg[\s/>]")
_BRANDS = 256  # bytes of the box that says which kinds a file of this family is; HEIC is another one
_ENCODINGS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def kind_of(content: bytes) -> Kind | None:
    """None for every other kind, however well some decoder knows it."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    return None


def foreign_kind_of(content: bytes) -> Foreign | None:
    """A kind that no workshop holds, but that can be turned into one that it does."""
    if content[:6] in (b"GIF87a", b"GIF89a"):
        return "gif"
    if content[:2] == b"BM" and content[6:10] == bytes(4):
        return "bmp"
    if content[:4] in (b"II*\x00", b"MM\x00*"):
        return "tiff"
    brands = content[8 : min(int.from_bytes(content[:4]), _BRANDS)]
    return "avif" if content[4:8] == b"ftyp" and b"avif" in brands else None


def is_drawing(content: bytes) -> bool:
    """An SVG: text that begins with an angle bracket and has the element soon after it."""
    head = content[:_LOOKED_AT]
    encoding = next((name for mark, name in _ENCODINGS.items() if head.startswith(mark)), "utf-8")
    text = head.decode(encoding, "ignore").lstrip()
    return text.startswith("<") and _SVG.search(text) is not None


def promised_size(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels as the head says, before any turn; None where it says none above 0."""
    kind = kind_of(content)
    if kind == "png":
        is_head = content[12:16] == b"IHDR"
        size = (int.from_bytes(content[16:20]), int.from_bytes(content[20:24])) if is_head else (0, 0)
    elif kind == "jpeg":
        size = frame_size(content)
    else:
        size = _webp_size(content) if kind == "webp" else (0, 0)
    return size if min(size) > 0 else None


def is_too_large(size: tuple[int, int]) -> bool:
    return size[0] * size[1] > PIXEL_LIMIT


def _webp_size(content: bytes) -> tuple[int, int]:
    """Of the first chunk (RFC 9649, sections 2.5 to 2.7)."""
    chunk, body = content[12:16], content[20:30]
    if chunk == b"VP8X" and len(body) == 10:
        return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    if chunk == b"VP8L" and body[:1] == b"\x2f":
        bits = int.from_bytes(body[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if chunk == b"VP8 " and body[3:6] == b"\x9d\x01\x2a":
        return (
            int.from_bytes(body[6:8], "little") & 0x3FFF,
            int.from_bytes(body[8:10], "little") & 0x3FFF,
        )
    return 0, 0
