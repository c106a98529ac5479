"""What the room sees of a lot: who is next, the order to speak in, the groups; always with the number that
was drawn."""

from __future__ import annotations

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Seat
from mission_desk.core.room import lots, people
from mission_desk.core.room.style_words import style_names
from mission_desk.core.stage.slides import GroupsBody, LotBody, StagePerson
from mission_desk.words import tr, trn


def lot_body(doc: Document, language: str, *, order: bool) -> LotBody | None:
    """Who was drawn last, with `order` also those to come; None where nobody is."""
    seat, now = lots.drawn(doc), lots.lot(doc)
    if seat is None:
        return None
    count, later = len(people.seats(doc)), lots.to_come(doc)
    says = trn(
        "Lot {lot} from {n} seat. Nobody is drawn twice. {at} of {n}.",
        "Lot {lot} from {n} seats. Nobody is drawn twice. {at} of {n}.",
        count, language, lot=now.number, at=count - len(later),
    )  # fmt: skip
    after = tuple(_person(each, language) for each in later) if order else ()
    then = tr("Then, in this order, everybody once", language) if after else ""
    style = style_names(language)[seat.style]
    place = tr("{style}, seat {n}", language, style=style, n=seat.number) if seat.name.strip() else style
    return LotBody(_person(seat, language), place, after, then, count - len(later) + 1, says)


def groups_body(doc: Document, language: str) -> GroupsBody | None:
    groups = lots.groups(doc)
    if not groups:
        return None
    number = lots.lot(doc).groups
    says = tr("Lot {lot}.", language, lot=number)
    if all(len({seat.style for seat in group}) > 1 for group in groups):
        says = tr("Lot {lot}. Each group mixes the thinking styles.", language, lot=number)
    people_of = tuple(tuple(_person(seat, language) for seat in group) for group in groups)
    return GroupsBody(people_of, says=says, corners=corner_names(len(groups), language))


def corner_names(count: int, language: str) -> tuple[str, ...]:
    """Where in the room each of so many groups comes together, in words that every room has; none where there
    are more groups than places, because a group without one would not know where to go."""
    every = (
        tr("Window", language), tr("Door", language), tr("Screen", language), tr("Plant", language),
        tr("Kitchen", language), tr("Stairs", language), tr("Coat rack", language), tr("Coffee", language),
    )  # fmt: skip
    return every[:count] if count <= len(every) else ()


def groups_title(doc: Document, language: str) -> str:
    return trn("{n} group", "{n} groups", len(lots.groups(doc)), language)


def _person(seat: Seat, language: str) -> StagePerson:
    name = seat.name.strip() or tr("Seat {n}", language, n=seat.number)
    return StagePerson(name, seat.style)
