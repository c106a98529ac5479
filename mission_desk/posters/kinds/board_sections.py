"""Which notes belong together: those in one cluster, else those in one region, else the rest; in reading
order."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from msgspec import Struct

from mission_desk.posters.contents import BoardPoster, Box, PosterNote
from mission_desk.posters.kinds.note_ink import USUAL_HEIGHT
from mission_desk.posters.pdf.clean_text import one_line
from mission_desk.words import tr


class Section(Struct, frozen=True):
    """A heading with its notes. `loose`: these notes lie in no box."""

    title: str
    notes: tuple[PosterNote, ...]
    loose: bool = False


def sections(poster: BoardPoster) -> list[Section]:
    """Every note of the board in exactly one section; boxes without notes give none."""
    boxes = [*_in_reading_order(poster.clusters), *poster.regions]
    members: list[list[PosterNote]] = [[] for _ in boxes]
    loose: list[PosterNote] = []
    for note in sorted(poster.notes, key=_reading_key):
        place = next((number for number, box in enumerate(boxes) if _holds(box, note)), None)
        (loose if place is None else members[place]).append(note)
    ranked = [
        (_region_rank(poster, box), Section(_title(poster, box), tuple(notes)))
        for box, notes in zip(boxes, members, strict=True)
        if notes
    ]
    headed = [section for _rank, section in sorted(ranked, key=itemgetter(0))]
    if not loose:
        return headed
    title = tr("On their own", poster.language) if headed else ""
    return [*headed, Section(title, tuple(loose), loose=True)]


def _title(poster: BoardPoster, box: Box) -> str:
    region = next(
        (region for region in poster.regions if region is not box and _holds_box(region, box)), None
    )
    title = one_line(box.title)
    return f"{one_line(region.title)} · {title}" if region and title else title


def _region_rank(poster: BoardPoster, box: Box) -> int:
    """Where in the order of regions a box stands, so that a region's clusters follow each other."""
    for rank, region in enumerate(poster.regions):
        if region is box or _holds_box(region, box):
            return rank
    return len(poster.regions)


def _in_reading_order(boxes: Sequence[Box]) -> list[Box]:
    return sorted(boxes, key=_reading_key)


def _reading_key(item: Box | PosterNote) -> tuple[int, float]:
    # Bands of a usual note's height: notes that stand in a row by eye are read from left to right.
    return round(item.y / USUAL_HEIGHT), item.x


def _holds(box: Box, note: PosterNote) -> bool:
    return _contains(box, note.x + note.w / 2, note.y + note.h / 2)


def _holds_box(region: Box, box: Box) -> bool:
    return _contains(region, box.x + box.w / 2, box.y + box.h / 2)


def _contains(box: Box, x: float, y: float) -> bool:
    return box.x <= x <= box.x + box.w and box.y <= y <= box.y + box.h
