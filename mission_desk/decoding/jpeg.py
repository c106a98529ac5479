"""The segments of a JPEG (ITU-T T.81, annex B): its size, and a copy with nothing in it but what draws."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mission_desk.decoding.turn import UPRIGHT, exif_of, turn_in

_END, _SCAN = 0xD9, 0xDA
_APP0, _APP1, _APP14 = 0xE0, 0xE1, 0xEE  # from the first of them on segments only tell
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ADOBE = 12  # bytes of Adobe's segment that say how the colours are meant
_JFIF = b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
_MOST = 50_000  # segments: millions of empty ones would take minutes
_MOST_SCANS = 100  # a decoder walks over the whole picture for each, however short; cameras write up to ten
# ff 00 is a pixel's byte, ff d0 to ff d7 are places to start again, ff ff is filling.
_MARKER = re.compile(rb"\xff[\xc0-\xcf\xd8-\xfe]")


def frame_size(content: bytes) -> tuple[int, int]:
    """Width and height; (0, 0) where no frame begins."""
    try:
        for marker, body, _scan in _segments(content):
            if marker in _FRAMES:
                return int.from_bytes(body[3:5]), int.from_bytes(body[1:3])
    except ValueError:
        return 0, 0
    return 0, 0


def plain_jpeg(content: bytes) -> tuple[bytes, int]:
    """The picture without a word about its camera, its thumbnail and what follows its end; and its turn.
    ValueError where it breaks off."""
    turn, parts = UPRIGHT, list[bytes]()
    for marker, body, scan in _segments(content):
        if marker == _APP1 and body.startswith(b"Exif\x00\x00"):
            turn = turn_in(body)
        parts.append(_drawing_part(marker, body) + scan)
    exif = exif_of(turn)
    head = b"\xff\xd8" + (_segment(_APP1, b"Exif\x00\x00" + exif) if exif else b"")
    return head + b"".join(parts) + b"\xff\xd9", turn


def _drawing_part(marker: int, body: bytes) -> bytes:
    """Without JFIF and Adobe a decoder guesses what the three or four numbers of a pixel mean."""
    if marker == _APP0 and body.startswith(b"JFIF\x00"):
        return _segment(marker, _JFIF)
    if marker == _APP14 and body.startswith(b"Adobe"):
        return _segment(marker, body[:_ADOBE])
    return b"" if marker >= _APP0 else _segment(marker, body)


def _segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2) + body


def _segments(content: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Marker, body and what of a scan follows, up to the end of the picture."""
    at, scans = 2, 0
    for _ in range(_MOST):
        at = _next_marker(content, at)
        marker = content[at + 1]
        if marker == _END:
            return
        length = int.from_bytes(content[at + 2 : at + 4])
        body = content[at + 4 : at + 2 + length]
        if length < 2 or len(body) != length - 2:
            raise ValueError("a segment breaks off")
        at += 2 + length
        scan = content[at : _next_marker(content, at)] if marker == _SCAN else b""
        scans += marker == _SCAN
        if scans > _MOST_SCANS:
            break
        yield marker, body, scan
        at += len(scan)
    raise ValueError("more segments or scans than a picture has")


def _next_marker(content: bytes, at: int) -> int:
    """Bytes that stand between two segments mean nothing to any decoder."""
    marker = _MARKER.search(content, at)
    if marker is None:
        raise ValueError("the picture breaks off")
    return marker.start()
