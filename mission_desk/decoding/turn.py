"""How a camera was held: the one fact in a picture's EXIF that its drawing needs. Read and written here, so
that everything else in it (place, owner, time) can be thrown away."""

from __future__ import annotations

from typing import Literal

UPRIGHT = 1
_ORIENTATION, _SHORT = 0x0112, 3  # EXIF 2.32, table 4
_MOST = 500  # entries looked at
_ORDERS: dict[bytes, Literal["little", "big"]] = {b"II*\x00": "little", b"MM\x00*": "big"}


def turn_in(exif: bytes) -> int:
    """1 (upright) to 8; 1 where it is missing or makes no sense."""
    exif = exif.removeprefix(b"Exif\x00\x00")
    order = _ORDERS.get(exif[:4])
    if order is None:
        return UPRIGHT
    start = int.from_bytes(exif[4:8], order)
    count = int.from_bytes(exif[start : start + 2], order)
    for number in range(min(count, _MOST)):
        entry = exif[start + 2 + 12 * number :][:12]
        tag, kind = int.from_bytes(entry[:2], order), int.from_bytes(entry[2:4], order)
        if len(entry) == 12 and (tag, kind) == (_ORIENTATION, _SHORT):
            turn = int.from_bytes(entry[8:10], order)
            return turn if 1 <= turn <= 8 else UPRIGHT
    return UPRIGHT


def exif_of(turn: int) -> bytes:
    """An EXIF block that says the turn and nothing else; empty where the picture is upright."""
    if turn == UPRIGHT:
        return b""
    entry = b"".join(
        (_ORIENTATION.to_bytes(2), _SHORT.to_bytes(2), (1).to_bytes(4), turn.to_bytes(2), bytes(2))
    )
    return b"MM\x00*" + (8).to_bytes(4) + (1).to_bytes(2) + entry + bytes(4)
