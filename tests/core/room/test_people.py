"""Seats: so many of each style, numbered without gaps, and named ones go last."""

from __future__ import annotations

import pytest

from mission_desk.core.file.document import Document
from mission_desk.core.room import people
from mission_desk.core.room.people import SEAT_LIMIT, TooManySeatsError
from mission_desk.core.room.style_words import style_plural


def names(doc: Document) -> list[str]:
    return [seat.name for seat in people.seats(doc)]


def styles(doc: Document) -> list[tuple[int, str]]:
    return [(seat.number, seat.style) for seat in people.seats(doc)]


def test_seats_are_numbered_by_style_from_one_on(doc: Document) -> None:
    people.set_style_counts(doc, {"heart": 1, "ideator": 2})
    assert styles(doc) == [(1, "ideator"), (2, "ideator"), (3, "heart")]
    people.set_style_counts(doc, {"heart": 1, "strategist": 1, "ideator": 1, "analyst": 1})
    assert styles(doc) == [(1, "ideator"), (2, "strategist"), (3, "analyst"), (4, "heart")]
    assert people.style_counts(doc) == {"ideator": 1, "strategist": 1, "analyst": 1, "heart": 1}
    people.set_style_counts(doc, {"heart": -1})
    assert people.style_counts(doc) == {"ideator": 0, "strategist": 0, "analyst": 0, "heart": 0}


def test_seats_with_names_stay_as_long_as_their_style_has_room(doc: Document) -> None:
    people.set_style_counts(doc, {"ideator": 3})
    _, second, third = people.seats(doc)
    people.name_seats(doc, {second.id: "Ada", third.id: "Ben"})
    people.set_style_counts(doc, {"ideator": 2})
    assert names(doc) == ["Ada", "Ben"]
    assert [seat.id for seat in people.seats(doc)] == [second.id, third.id]
    people.set_style_counts(doc, {"ideator": 4})
    assert names(doc) == ["Ada", "Ben", "", ""]
    people.name_seat(doc, people.seats(doc)[3].id, "Cleo")
    people.set_style_counts(doc, {"ideator": 4, "heart": 1})
    assert names(doc) == ["Ada", "Ben", "Cleo", "", ""]
    people.set_style_counts(doc, {"ideator": 1})
    assert names(doc) == ["Ada"]


def test_a_workshop_holds_as_many_seats_as_it_says_and_not_one_more(doc: Document) -> None:
    before = styles(doc)
    with pytest.raises(TooManySeatsError, match="up to 500 seats"):
        people.set_style_counts(doc, {"ideator": SEAT_LIMIT, "heart": 1})
    assert styles(doc) == before
    people.set_style_counts(doc, {"ideator": SEAT_LIMIT - 1, "heart": 1})
    assert len(styles(doc)) == 500


def test_a_seat_is_called_by_its_name_or_its_number(doc: Document) -> None:
    people.set_style_counts(doc, {"ideator": 2})
    people.name_seat(doc, people.seats(doc)[0].id, " Ada ")
    assert [people.seat_label(seat) for seat in people.seats(doc)] == ["Ada", "Seat 2"]
    people.name_seat(doc, people.seats(doc)[0].id, "  ")
    assert people.seat_label(people.seats(doc)[0]) == "Seat 1"


@pytest.mark.parametrize("style", ["ideator", "strategist", "analyst", "heart"])
def test_a_style_is_written_large_only_at_the_beginning(style: str) -> None:
    begins, inside = style_plural(style, "en"), style_plural(style, "en", begins=False)
    assert begins == inside.capitalize() != inside
    assert begins.lower() == f"{style}s"
