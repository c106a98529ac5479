"""The gate of pull and drag, and that no figure and no word beside it says otherwise."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mission_desk.tally.character import character
from mission_desk.tally.election import Ballot, Election, Marks
from mission_desk.tally.pull_and_drag import hard_share, stands
from mission_desk.tally.result import beside
from mission_desk.tally.rules import count
from mission_desk.tally.settings import Settings


def one_option(*ballots: tuple[int | None, int | None]) -> Election:
    """Each as pull and drag."""
    return Election(("A",), tuple(Ballot((pull,), (drag,)) for pull, drag in ballots))


@pytest.mark.parametrize(
    ("value", "limit", "decimals", "text"),
    [
        (10.0, 10.0, 0, "10"),
        (10.4, 10.0, 0, "10.4"),
        (9.6, 10.0, 0, "9.6"),
        (10.6, 10.0, 0, "11"),
        (9.4, 10.0, 0, "9"),
        (4.0, 4.0, 2, "4"),
        (4.004, 4.0, 2, "4.004"),
        (3.996, 4.0, 2, "3.996"),
        (2.1666, 4.0, 2, "2.17"),
        (100.0, 10.0, 0, "100"),
        (None, 4.0, 2, "–"),
    ],
)
def test_a_figure_is_on_the_side_of_its_limit_where_the_value_is(
    value: float | None, limit: float, decimals: int, text: str
) -> None:
    assert beside(value, limit, decimals) == text


def test_a_share_above_the_gate_is_never_written_as_the_gate() -> None:
    """3 of 29 are 10.3 %."""
    result = count("pull-and-drag", one_option(*[(5, 0)] * 26, *[(5, 8)] * 3))
    assert result.repair == (0,)
    assert "Percent who find it very hard: A: 10.3." in result.steps


def test_a_share_is_of_all_seats_that_voted() -> None:
    limits = Settings()
    voted = one_option((5, 8), *[(5, 0)] * 4, *[(None, None)] * 5)
    assert hard_share(voted, 0, limits) == 0.1
    assert stands(voted, 0, limits)
    assert not stands(one_option((5, 8), *[(5, 0)] * 4, *[(None, None)] * 4), 0, limits)


marks = st.tuples(st.none() | st.integers(0, 5), st.none() | st.integers(0, 10))
limits_of_all_kinds = st.builds(
    Settings,
    gate_drag=st.integers(0, 10).map(float),
    gate_share=st.integers(0, 100).map(lambda n: n / 100),
    hard_drag=st.integers(1, 10),
    love_share=st.integers(1, 100).map(lambda n: n / 100),
    mild_drag=st.integers(0, 10).map(float),
    split_share=st.integers(1, 100).map(lambda n: n / 100),
)


@given(st.lists(marks, min_size=1, max_size=30), limits_of_all_kinds)
def test_what_is_sent_to_repair_is_neither_loved_nor_what_nobody_minds(
    rows: list[tuple[int | None, int | None]], limits: Settings
) -> None:
    election = one_option(*rows)
    if not stands(election, 0, limits):
        assert character(election, 0, limits) in ("split", "")


@given(st.lists(marks, min_size=1, max_size=40), limits_of_all_kinds)
def test_the_figures_agree_with_the_verdict(
    rows: list[tuple[int | None, int | None]], limits: Settings
) -> None:
    election = one_option(*rows)
    steps = count("pull-and-drag", election, limits).steps
    drag, hard = (re.search(r"A: ([\d.]+)\.$", step) for step in steps[:2])
    if drag and hard:
        fits = float(drag[1]) <= limits.gate_drag and float(hard[1]) <= limits.gate_share * 100
        assert fits == stands(election, 0, limits)


def test_split_needs_somebody_who_finds_it_hard() -> None:
    """Loved, and too heavy on the whole: nobody has to be heard first."""
    assert character(one_option(*[(5, 5)] * 3), 0) == ""
    assert character(one_option(*[(5, 0)] * 7, (5, 8)), 0) == "split"
    assert character(one_option(*[(5, 0)] * 9, (5, 8)), 0) == "loved"


def test_one_very_hard_is_a_veto_below_ten_seats() -> None:
    rows: list[Marks] = [(5, 0)] * 8 + [(5, 8)]
    for seats, passes in ((9, False), (10, True)):
        voted = one_option(*rows[9 - min(seats, 9) :], *[(5, 0)] * (seats - 9))
        assert stands(voted, 0, Settings()) is passes
