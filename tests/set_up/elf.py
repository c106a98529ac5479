"""Which libraries a Linux library asks for, read from the file itself: a bare machine has no readelf.

The format: man 5 elf. A library's dynamic section has DT_NEEDED entries, each a place among strings."""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from pathlib import Path

LOAD, DYNAMIC = 1, 2
END, NEEDED, STRINGS = 0, 1, 5


def needed(file: Path) -> list[str]:
    with file.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return needed_in(data)


def needed_in(data: mmap.mmap) -> list[str]:
    assert data[:6] == b"\x7fELF\x02\x01", "no 64-bit library"
    segments = list(headers(data))
    entries = [entry for kind, place, _, _ in segments if kind == DYNAMIC for entry in dynamic(data, place)]
    strings = next(address for tag, address in entries if tag == STRINGS)
    start = place_in_file(strings, segments)
    return [text_at(data, start + offset) for tag, offset in entries if tag == NEEDED]


def headers(data: mmap.mmap) -> Iterator[tuple[int, int, int, int]]:
    """Of each segment: its kind, where it is in the file, its address in memory, how long it is."""
    table = struct.unpack_from("<Q", data, 0x20)[0]
    size, count = struct.unpack_from("<HH", data, 0x36)
    for number in range(count):
        kind, _, place, address, _, length = struct.unpack_from("<IIQQQQ", data, table + number * size)
        yield kind, place, address, length


def dynamic(data: mmap.mmap, place: int) -> Iterator[tuple[int, int]]:
    while (entry := struct.unpack_from("<QQ", data, place))[0] != END:
        yield entry
        place += 16


def place_in_file(address: int, segments: list[tuple[int, int, int, int]]) -> int:
    for kind, place, start, length in segments:
        if kind == LOAD and start <= address < start + length:
            return place + address - start
    raise ValueError(f"no segment holds {address:#x}")


def text_at(data: mmap.mmap, start: int) -> str:
    return data[start : data.find(b"\0", start)].decode()
