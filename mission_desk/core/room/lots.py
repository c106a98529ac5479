"""Who is next, by lot: one person, an order to speak in, groups of mixed thinking styles. The lot is a number
that everybody may see: with it anybody can draw the same again. Who was drawn does not come again until all
were. Nothing here reads or writes a ballot."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from hashlib import sha256

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Seat, Workshop
from mission_desk.core.room import people
from mission_desk.words import tr

GROUP = 3  # people at least, where there are so many
HIGHEST = 9_999  # a number that can be said aloud


class Lot(Struct, frozen=True):
    """`number` orders the seats, `drawn` are ids of those that were drawn, the last one last; `groups` is the
    number that made the groups, 0 before any were."""

    number: int = 0
    drawn: tuple[int, ...] = ()
    groups: int = 0


def lot(doc: Document) -> Lot:
    """The lot as it is stored; an unused one where another program wrote something else."""
    row = doc.find(Workshop, 1)
    try:
        return msgspec.json.decode(row.lot, type=Lot) if row and row.lot else Lot()
    except msgspec.DecodeError:
        return Lot()


def drawn(doc: Document) -> Seat | None:
    """The seat that was drawn last; None before the first, and where it is gone."""
    return next((doc.find(Seat, each) for each in reversed(lot(doc).drawn)), None)


def to_come(doc: Document) -> list[Seat]:
    """Those who were not drawn yet, in the order in which they will be."""
    now = lot(doc)
    return [seat for seat in in_order(people.seats(doc), now.number) if seat.id not in now.drawn]


def draw_next(doc: Document, *, source: object = None) -> None:
    """Draw another person. Once all were drawn a new lot begins, and does not begin with the last of the old
    one."""
    seats, now = people.seats(doc), lot(doc)
    if not seats:
        raise KnownError(tr("There are no seats to draw from. Say on the first page who is in the room."))
    if not now.number or not to_come(doc):
        now = replace(now, number=_fresh(doc, seats), drawn=())
    later = [seat.id for seat in in_order(seats, now.number) if seat.id not in now.drawn]
    _write(doc, "lot.draw", replace(now, drawn=(*now.drawn, later[0])), source)


def take_back(doc: Document, *, source: object = None) -> None:
    """The person before is drawn again; the one who was drawn last is among those to come."""
    now = lot(doc)
    if len(now.drawn) > 1:
        _write(doc, "lot.back", replace(now, drawn=now.drawn[:-1]), source)


def begin_order(doc: Document, *, source: object = None) -> None:
    """A new order to speak in, with everybody in it."""
    seats = people.seats(doc)
    if not seats:
        raise KnownError(tr("There are no seats to draw from. Say on the first page who is in the room."))
    number = _fresh(doc, seats)
    first = in_order(seats, number)[0]
    _write(doc, "lot.order", replace(lot(doc), number=number, drawn=(first.id,)), source)


def make_groups(doc: Document, *, source: object = None) -> None:
    """New groups of three or four."""
    if len(people.seats(doc)) < 2:
        raise KnownError(tr("Groups need two seats at least. Say on the first page who is in the room."))
    _write(doc, "lot.groups", replace(lot(doc), groups=_number()), source)


def groups(doc: Document) -> tuple[tuple[Seat, ...], ...]:
    """The groups as they were made from those who are in the room; none before that."""
    now = lot(doc)
    return grouped(people.seats(doc), now.groups) if now.groups else ()


def in_order(seats: Iterable[Seat], number: int) -> list[Seat]:
    """The seats as the lot's number and their own order them: the same ones always in the same way."""
    return sorted(seats, key=lambda seat: sha256(f"{number}:{seat.number}".encode()).digest())


def grouped(seats: Iterable[Seat], number: int) -> tuple[tuple[Seat, ...], ...]:
    """Style by style the seats are dealt round the groups, so that no group has two of a style while another
    has none of it."""
    order = in_order(seats, number)
    dealt = sorted(order, key=people.style_rank)
    count = max(1, len(order) // GROUP)
    return tuple(tuple(dealt[first::count]) for first in range(count))


def _fresh(doc: Document, seats: list[Seat]) -> int:
    """A new number; where there is a choice, one that begins with somebody else than was drawn last."""
    last = drawn(doc)
    number = _number()
    while last is not None and len(seats) > 1 and in_order(seats, number)[0].id == last.id:
        number = _number()
    return number


def _number() -> int:
    return secrets.randbelow(HIGHEST) + 1


def _write(doc: Document, name: str, fresh: Lot, source: object) -> None:
    with doc.action(name, source=source) as write:
        write.update(Workshop, 1, lot=msgspec.json.encode(fresh).decode())
