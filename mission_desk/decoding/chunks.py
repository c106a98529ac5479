"""The chunks of a PNG (W3C PNG, section 5) and of a WebP (RFC 9649): a copy with nothing in it but what
draws."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from mission_desk.decoding.turn import UPRIGHT, exif_of, turn_in

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_DRAWS = (b"IHDR", b"PLTE", b"tRNS", b"IDAT")
_WEBP_DRAWS = (b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF")
_MOST = 50_000  # chunks: millions of empty ones would take minutes
_PROFILE, _EXIF, _XMP = 0x20, 0x08, 0x04  # in the first byte of VP8X: which chunks there are


def plain_png(content: bytes) -> tuple[bytes, int]:
    """The picture without its words, and its turn; ValueError where it breaks off."""
    turn, parts = UPRIGHT, list[bytes]()
    for kind, body, whole in _png_chunks(content):
        if kind == b"eXIf":
            turn = turn_in(body)
        if kind in _PNG_DRAWS:
            parts.append(whole)
    exif = exif_of(turn)
    if exif:
        parts.insert(1, _png_chunk(b"eXIf", exif))
    return _PNG + b"".join(parts) + _png_chunk(b"IEND", b""), turn


def _png_chunks(content: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Kind, body and all of each chunk up to the end of the picture."""
    at = len(_PNG)
    for _ in range(_MOST):
        end = at + 12 + int.from_bytes(content[at : at + 4])
        kind = content[at + 4 : at + 8]
        if end > len(content) or (kind == b"IHDR") != (at == len(_PNG)):
            raise ValueError("a chunk breaks off or stands in the wrong place")
        if kind == b"IEND":
            return
        yield kind, content[at + 8 : end - 4], content[at:end]
        at = end
    raise ValueError("more chunks than a picture has")


def _png_chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4) + kind + body + zlib.crc32(kind + body).to_bytes(4)


def plain_webp(content: bytes) -> tuple[bytes, int]:
    """The picture without its words, and its turn; ValueError where it breaks off."""
    chunks = dict[bytes, bytes]()
    parts = list[tuple[bytes, bytes]]()
    for kind, body in _webp_chunks(content):
        chunks.setdefault(kind, body)
        if kind in _WEBP_DRAWS:
            parts.append((kind, body))
    turn = turn_in(chunks.get(b"EXIF", b"")) if b"VP8X" in chunks else UPRIGHT
    exif = exif_of(turn)
    if exif:
        parts.append((b"EXIF", exif))
    body = b"WEBP" + b"".join(_webp_chunk(kind, _without_words(kind, part, exif)) for kind, part in parts)
    return b"RIFF" + len(body).to_bytes(4, "little") + body, turn


def _without_words(kind: bytes, body: bytes, exif: bytes) -> bytes:
    if kind != b"VP8X" or not body:
        return body
    flags = body[0] & ~(_PROFILE | _EXIF | _XMP) | (_EXIF if exif else 0)
    return bytes((flags,)) + body[1:]


def _webp_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, end = 12, 8 + int.from_bytes(content[4:8], "little")
    if end > len(content):
        raise ValueError("the picture breaks off")
    for _ in range(_MOST):
        if at + 8 > end:
            return
        length = int.from_bytes(content[at + 4 : at + 8], "little")
        if at + 8 + length > end:
            raise ValueError("a chunk breaks off")
        yield content[at : at + 4], content[at + 8 : at + 8 + length]
        at += 8 + length + length % 2
    raise ValueError("more chunks than a picture has")


def _webp_chunk(kind: bytes, body: bytes) -> bytes:
    return kind + len(body).to_bytes(4, "little") + body + bytes(len(body) % 2)
