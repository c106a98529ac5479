"""Who is next, by lot: fair, seen to be drawn, taken back by Undo, and nothing of it about ballots."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mission_desk.core.file.closed_sets import THINKING_STYLES
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Seat, Workshop
from mission_desk.core.room import lots, people
from mission_desk.core.stage import clicker, stage_state
from mission_desk.core.stage.slides import GroupsBody, LotBody
from mission_desk.core.stage.stage import now
from mission_desk.core.stage.stage_lots import corner_names

STYLES = st.lists(st.sampled_from(THINKING_STYLES), max_size=60)


def drawn_in_turn(doc: Document, count: int) -> list[int]:
    ids = []
    for _ in range(count):
        lots.draw_next(doc)
        seat = lots.drawn(doc)
        assert seat is not None
        ids.append(seat.id)
    return ids


def test_nobody_comes_again_until_all_were_drawn(doc: Document) -> None:
    every = {seat.id for seat in people.seats(doc)}
    ids = drawn_in_turn(doc, 3 * len(every))
    rounds = [ids[first : first + len(every)] for first in range(0, len(ids), len(every))]
    assert [set(each) for each in rounds] == [every] * 3


def test_nobody_comes_twice_running_where_one_lot_follows_another(doc: Document) -> None:
    people.set_style_counts(doc, {"heart": 2})
    assert all(before != after for before, after in pairwise(drawn_in_turn(doc, 40)))


def test_each_is_first_about_as_often_as_the_others() -> None:
    seats = [Seat(n, n, "", "heart") for n in range(1, 9)]
    first = [lots.in_order(seats, number)[0].number for number in range(1, 8_001)]
    assert all(850 <= first.count(n) <= 1_150 for n in range(1, 9))


def test_a_draw_is_taken_back_by_undo_and_comes_again_by_redo(doc: Document) -> None:
    first, second = drawn_in_turn(doc, 2)
    doc.undo()
    assert lots.lot(doc).drawn == (first,)
    doc.redo()
    assert lots.lot(doc).drawn == (first, second)


def test_a_seat_that_is_gone_is_not_drawn_and_one_that_comes_is(doc: Document) -> None:
    drawn_in_turn(doc, 3)
    people.set_style_counts(doc, {"heart": 4, "analyst": 2})
    rest = {seat.id for seat in people.seats(doc)} - set(lots.lot(doc).drawn)
    assert set(drawn_in_turn(doc, len(rest))) == rest


def test_without_seats_a_sentence_says_so(doc: Document) -> None:
    people.set_style_counts(doc, {})
    for draw in (lots.draw_next, lots.begin_order, lots.make_groups):
        with pytest.raises(KnownError, match="seats"):
            draw(doc)
    assert lots.lot(doc) == lots.Lot()


@given(STYLES, st.integers(1, lots.HIGHEST))
def test_groups_are_of_three_or_more_of_even_size_and_mixed(styles: list[str], number: int) -> None:
    seats = [Seat(n, n, "", style) for n, style in enumerate(styles, 1)]  # type: ignore[arg-type]
    groups = lots.grouped(seats, number)
    sizes = [len(group) for group in groups]
    assert sorted(seat.id for group in groups for seat in group) == [seat.id for seat in seats]
    assert max(sizes) - min(sizes) <= 1
    assert len(groups) == 1 or min(sizes) >= lots.GROUP
    for style in THINKING_STYLES:
        counts = [sum(seat.style == style for seat in group) for group in groups]
        assert max(counts) - min(counts) <= 1


def test_the_room_sees_the_lot_and_the_clicker_goes_on_and_back(doc: Document) -> None:
    lots.begin_order(doc)
    stage_state.show_lot(doc, "order")
    body = now(doc).body
    assert isinstance(body, LotBody)
    assert len(body.after) == len(people.seats(doc)) - 1
    clicker.turn(doc, 1, more=False)
    later = now(doc).body
    assert isinstance(later, LotBody)
    assert (later.person, later.after) == (body.after[0], body.after[1:])
    clicker.turn(doc, -1, more=False)
    assert now(doc).body == body
    assert str(lots.lot(doc).number) in body.says


def test_groups_say_that_they_mix_only_where_they_do(doc: Document) -> None:
    lots.make_groups(doc)
    stage_state.show_lot(doc, "groups")
    body = now(doc).body
    assert isinstance(body, GroupsBody)
    assert "mixes" in body.says
    people.set_style_counts(doc, {"heart": 9})
    body = now(doc).body
    assert isinstance(body, GroupsBody)
    assert "mixes" not in body.says


@pytest.mark.parametrize(("seats", "named"), [(6, True), (26, True), (27, False), (200, False)])
def test_each_group_has_a_place_of_its_own_or_none_has_one(doc: Document, seats: int, *, named: bool) -> None:
    """Eight places: nine groups of three have none."""
    people.set_style_counts(doc, {"heart": seats})
    lots.make_groups(doc)
    stage_state.show_lot(doc, "groups")
    body = now(doc).body
    assert isinstance(body, GroupsBody)
    assert len(body.groups) == seats // lots.GROUP
    assert len(set(body.corners)) == (len(body.groups) if named else 0)


def test_the_places_are_in_the_language_of_the_room(doc: Document) -> None:
    assert corner_names(2, "en") == ("Window", "Door")
    assert corner_names(2, "de") == ("Fenster", "Tür")


def test_a_lot_that_another_program_wrote_is_none(doc: Document) -> None:
    with doc.action("workshop.edit") as write:
        write.update(Workshop, 1, lot='{"number": "seven"}')
    assert lots.lot(doc) == lots.Lot()
    drawn_in_turn(doc, 1)


def test_it_knows_nothing_of_votes() -> None:
    words = Path(lots.__file__).read_text("utf-8")
    assert "core.vote" not in words
