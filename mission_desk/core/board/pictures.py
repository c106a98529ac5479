"""Pictures on the boards. Each is stored once in the file, under the hash of its bytes and outside the
journal, so that undoing a note never writes megabytes. A note names its picture by that key."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from msgspec import Struct

from mission_desk.core.board import boards, clustering, covering, free_places, places, regions, taken_space
from mission_desk.core.board.places import Box
from mission_desk.core.file.closed_sets import Style
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Cluster, Note, Region
from mission_desk.decoding.kinds import BYTE_LIMIT, PIXEL_LIMIT, Kind
from mission_desk.words import tr
from mission_desk.written import grouped

LONG_SIDE = 372  # canvas units: two usual notes and the gap between them
CAPTION = 42  # units under the picture, for its words and its style
EDGE = 8  # units of the note's colour around the picture
MOST = 100  # pictures in one paste


class Picture(Struct, frozen=True):
    """An encoded picture of `width` x `height` pixels. In a file from somebody else none of the four can be
    trusted."""

    kind: Kind
    width: int
    height: int
    content: bytes

    @property
    def key(self) -> str:
        return key_of(self.content)


def key_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def too_heavy(name: str, size: int) -> KnownError:
    return KnownError(
        tr(
            "“{name}” has {size} MB; a picture may have {limit}. It was not added.",
            name=name,
            size=grouped(round(size / 1e6)),
            limit=grouped(BYTE_LIMIT // 1_000_000),
        )
    )


def too_large(name: str, width: int, height: int) -> KnownError:
    return KnownError(
        tr(
            "“{name}” has {size} million pixels; a picture may have {limit}. Make it smaller and try again.",
            name=name,
            size=grouped(round(width * height / 1e6)),
            limit=grouped(PIXEL_LIMIT // 1_000_000),
        )
    )


def note_size(width: int, height: int) -> tuple[int, int]:
    """Canvas units of a note for a picture of so many pixels: its shape, and a caption's line under it."""
    longest = max(width, height, 1)
    w = max(120, round(width * LONG_SIDE / longest / 4) * 4)
    h = max(40, round(height * LONG_SIDE / longest / 4) * 4)
    return w + 2 * EDGE, h + EDGE + CAPTION


def add_pictures(
    doc: Document,
    board: int,
    pictures: Sequence[Picture],
    style: Style,
    *,
    area: Box = boards.START_AREA,
    at: tuple[int, int] | None = None,
    region: Region | None = None,
    cluster: int | None = None,
    source: object = None,
) -> list[int]:
    """A note for each picture in free places of `area`, `region` or `cluster`, the first at `at` where that
    is given; their ids. One action."""
    if len(pictures) > MOST:
        raise KnownError(
            tr("That would be {n} pictures; one paste holds {limit}.", n=len(pictures), limit=MOST)
        )
    sizes = [note_size(picture.width, picture.height) for picture in pictures]
    spots = _spots(doc, board, sizes, area, at, region)
    with doc.action("picture.add", source=source) as write:
        if region is not None and at is None:
            regions.grow(doc, write, region.id, spots, max(h for _, h in sizes))
        top, covered = boards.highest_on(doc, board), int(covering.writes_blind(doc, board))
        for picture in pictures:
            row = (picture.key, picture.kind, picture.width, picture.height, picture.content)
            write.run("INSERT OR IGNORE INTO picture VALUES (?, ?, ?, ?, ?)", *row)
        added = [
            write.insert(
                Note, board=board, text="", style=style, x=x, y=y, w=w, h=h, z=top + n, dots=0,
                at=int(doc.now()), sized=1, picture=picture.key, covered=covered,
            )
            for n, (picture, (w, h), (x, y)) in enumerate(zip(pictures, sizes, spots, strict=True), 1)
        ]  # fmt: skip
        if cluster is not None:
            clustering.join_inside(doc, write, boards.several(doc, added), doc.row(Cluster, cluster))
    return added


def _spots(
    doc: Document,
    board: int,
    sizes: list[tuple[int, int]],
    area: Box,
    at: tuple[int, int] | None,
    region: Region | None,
) -> list[tuple[int, int]]:
    """One after the other, each in a free place for its own size."""
    taken = (
        [places.box_of(note) for note in boards.notes_on(doc, board)]
        if region
        else taken_space.taken_on(doc, board)
    )
    room = regions.area(doc.row(Region, region.id)) if region else area
    spots: list[tuple[int, int]] = []
    for n, (w, h) in enumerate(sizes):
        spot = at if at and n == 0 else free_places.free_corner(taken, room, w, h)
        spots.append(spot)
        taken.append(Box(*spot, w, h))
    return spots


def caption_picture(doc: Document, note: int, text: str, *, source: object = None) -> None:
    """The words under a picture, in one line; typing on joins into one entry. Its size stays."""
    words = " ".join(boards.checked_text(text).split())
    with doc.action("picture.caption", merge=f"caption:{note}", source=source) as write:
        write.update(Note, note, text=words)


def picture(doc: Document, key: str) -> Picture | None:
    """The picture of a note; None where the key is empty or unknown."""
    rows = doc.records("SELECT kind, width, height, content FROM picture WHERE key = ?", key) if key else []
    return Picture(*rows[0]) if rows else None


def pixels(doc: Document, key: str) -> tuple[int, int] | None:
    """Width and height of a picture, without reading its bytes; None where the key is unknown."""
    rows = doc.records("SELECT width, height FROM picture WHERE key = ?", key)
    return (rows[0][0], rows[0][1]) if rows else None


def content(doc: Document, key: str) -> bytes:
    """The bytes of a picture; empty where the key is unknown, or where the workshop was closed: its windows
    may be painted once more after that."""
    shown = picture(doc, key) if doc.is_open else None
    return shown.content if shown else b""
