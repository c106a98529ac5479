"""Who is in the room: seats with a thinking style, and names where people want them."""

from __future__ import annotations

from collections.abc import Mapping

from mission_desk.core.file.closed_sets import THINKING_STYLES, ThinkingStyle
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Seat
from mission_desk.words import tr

SEAT_LIMIT = 500


class TooManySeatsError(KnownError):
    """More than a workshop holds."""


def style_rank(seat: Seat) -> int:
    return THINKING_STYLES.index(seat.style)


def _rank_of_seat(seat: Seat) -> tuple[int, bool, int]:
    """Style by style, those who have a name first."""
    return style_rank(seat), seat.name == "", seat.id


def seats(doc: Document) -> list[Seat]:
    return doc.rows(Seat, "1 ORDER BY number")


def style_counts(doc: Document) -> dict[ThinkingStyle, int]:
    counts = dict.fromkeys(THINKING_STYLES, 0)
    return counts | dict(doc.records("SELECT style, count(*) FROM seat GROUP BY style"))


def set_style_counts(doc: Document, counts: Mapping[ThinkingStyle, int], *, source: object = None) -> None:
    """Make so many seats of each thinking style. Seats without a name are removed first."""
    if sum(counts.values()) > SEAT_LIMIT:
        raise TooManySeatsError(tr("A workshop holds up to {n} seats. Nothing was changed.", n=SEAT_LIMIT))
    with doc.action("seat.count", merge="seat.count", source=source) as write:
        for style in THINKING_STYLES:
            present = doc.rows(Seat, "style = ? ORDER BY name = '', number", style)
            wanted = max(0, counts.get(style, 0))
            for seat in present[wanted:]:
                write.delete(Seat, seat.id)
            for _ in range(wanted - len(present)):
                write.insert(Seat, number=0, name="", style=style)
        by_style = sorted(seats(doc), key=_rank_of_seat)
        for number, seat in enumerate(by_style, 1):
            if seat.number != number:
                write.update(Seat, seat.id, number=number)


def name_seat(doc: Document, seat: int, name: str, *, source: object = None) -> None:
    with doc.action("seat.name", merge=f"seat:{seat}", source=source) as write:
        write.update(Seat, seat, name=name)


def name_seats(doc: Document, names: Mapping[int, str], *, source: object = None) -> None:
    """Several names at once (a pasted list) in one action; keys are seat ids."""
    with doc.action("seat.name", source=source) as write:
        for seat, name in names.items():
            write.update(Seat, seat, name=name)


def seat_label(seat: Seat) -> str:
    """The name, or the number where there is none."""
    return seat.name.strip() or tr("Seat {n}", n=seat.number)
