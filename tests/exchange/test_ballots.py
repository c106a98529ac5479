from __future__ import annotations

import json

import pytest

from mission_desk.core.file.errors import KnownError
from mission_desk.exchange.ballots import read_ballots
from mission_desk.tally.election import Ballot, Election


def as_json(options: list[str] | None, *ballots: object) -> bytes:
    named = {"options": options} if options is not None else {}
    return json.dumps({**named, "ballots": ballots}, ensure_ascii=False).encode()


def marks(content: bytes, rule: str) -> list[tuple[int | None, ...]]:
    return [ballot.marks for ballot in read_ballots(content, rule).election.ballots]


def test_json_keeps_the_options_in_order_and_blanks_blank() -> None:
    content = as_json(["B", "A"], {"A": 4, "B": 0}, {"A": 2.0}, {"B": None})
    election = read_ballots(content, "score").election
    assert election == Election(("B", "A"), (Ballot((0, 4)), Ballot((None, 2)), Ballot((None, None))))


def test_options_that_are_not_listed_come_as_they_are_named() -> None:
    assert read_ballots(as_json(None, {"x": 1}, {"y": 2}), "score").election.options == ("x", "y")


def test_pull_and_drag_has_two_sides() -> None:
    content = as_json(["A", "B"], {"pull": {"A": 5, "B": 1}, "drag": {"A": 10, "B": 0}})
    assert read_ballots(content, "pull-and-drag").election.ballots == (Ballot((5, 1), (10, 0)),)
    assert marks(content, "score") == [(5, 1)]
    assert marks(content, "consensing") == [(10, 0)]
    assert marks(content, "approval") == [(1, 0)]
    with pytest.raises(KnownError, match="cannot be counted by this rule"):
        read_ballots(content, "gradients")


def test_grades_may_have_more_steps_than_ours() -> None:
    assert marks(as_json(["A", "B"], {"A": 10, "B": 6}), "majority") == [(10, 6)]
    with pytest.raises(KnownError, match="takes 0 to 10"):
        read_ballots(as_json(["A"], {"A": 11}), "majority")


def test_a_ranking_is_read_from_lists_places_or_scores() -> None:
    assert marks(as_json(["A", "B", "C"], ["C", ["A", "B"]]), "schulze") == [(2, 2, 1)]
    scores = read_ballots(as_json(["A", "B"], {"A": 5, "B": 2}, {"A": 0, "B": 0}), "duel")
    assert [ballot.marks for ballot in scores.election.ballots] == [(1, 2), (1, 1)]
    assert not scores.as_places


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("A,B\n4,2\n0,5\n", [(4, 2), (0, 5)]),
        ("A;B\n4;2\n;5\n", [(4, 2), (None, 5)]),
        ("seat\tA\tB\n1\t4\t2\n\n", [(4, 2)]),
    ],
)
def test_a_table_has_a_column_an_option(text: str, rows: list[tuple[int | None, ...]]) -> None:
    assert marks(text.encode(), "score") == rows


def test_spreadsheets_write_other_alphabets() -> None:
    for code in ("utf-8-sig", "cp1252", "utf-16"):
        election = read_ballots("Für alle;Mutig\n4;2\n".encode(code), "score").election
        assert election.options == ("Für alle", "Mutig")


def test_a_table_of_two_sides() -> None:
    election = read_ballots(b"A pull,A drag,B pull,drag: B\n5,1,4,2\n", "pull-and-drag").election
    assert election == Election(("A", "B"), (Ballot((5, 4), (1, 2)),))


@pytest.mark.parametrize("rule", ["schulze", "pairs", "duel"])
def test_numbers_that_can_be_places_or_scores_are_asked_about(rule: str) -> None:
    content = as_json(["A", "B"], {"A": 1, "B": 2}, {"A": 2, "B": 2})
    with pytest.raises(KnownError, match="--marks places or --marks scores"):
        read_ballots(content, rule)
    as_places, as_scores = read_ballots(content, rule, "places"), read_ballots(content, rule, "scores")
    assert [ballot.marks for ballot in as_places.election.ballots] == [(1, 2), (2, 2)]
    assert [ballot.marks for ballot in as_scores.election.ballots] == [(2, 1), (1, 1)]
    assert (as_places.as_places, as_scores.as_places) == (True, False)


@pytest.mark.parametrize(("mark", "asked"), [(0, False), (1, True), (2, True), (3, False)])
def test_only_marks_from_one_to_the_last_place_can_be_places(mark: int, asked: bool) -> None:
    content = as_json(["A", "B"], {"A": mark, "B": 1})
    if asked:
        with pytest.raises(KnownError, match="--marks"):
            read_ballots(content, "pairs")
    else:
        assert not read_ballots(content, "pairs").as_places


def test_lists_and_places_may_be_mixed_once_it_is_said() -> None:
    content = as_json(["A", "B"], ["B", "A"], {"A": 1, "B": 2})
    with pytest.raises(KnownError, match="say --marks places"):
        read_ballots(content, "pairs")
    read = read_ballots(content, "pairs", "places").election
    assert [ballot.marks for ballot in read.ballots] == [(2, 1), (1, 2)]
    with pytest.raises(KnownError, match="has no scores"):
        read_ballots(content, "pairs", "scores")


def test_places_begin_with_one_and_only_rankings_have_them() -> None:
    with pytest.raises(KnownError, match="Ballot 2: places begin with 1"):
        read_ballots(as_json(["A", "B"], {"A": 1}, {"A": 0, "B": 1}), "pairs", "places")
    with pytest.raises(KnownError, match="Only a rule that ranks"):
        read_ballots(as_json(["A"], {"A": 1}), "score", "places")


LONG = "We listen first, then act"


@pytest.mark.parametrize(
    ("text", "options", "rows"),
    [
        ('"Calm\nvoice",B\n5,3\n4,2\n', ("Calm voice", "B"), [(5, 3), (4, 2)]),
        ("sep=;\nA;B\n5;3\n", ("A", "B"), [(5, 3)]),
        ("sep=,\r\nA;x,B\r\n5,3\r\n", ("A;x", "B"), [(5, 3)]),
        (f"{LONG};We call back, always, ever\n5;3\n", (LONG, "We call back, always, ever"), [(5, 3)]),
        (f"{LONG}\tB\n5\t3\n", (LONG, "B"), [(5, 3)]),
        (f"{LONG}\n5\n3\n", (LONG,), [(5,), (3,)]),
        ("A;B\n4,0;3,0\n", ("A", "B"), [(4, 3)]),
        ("A;B;;\n4;3;;\n", ("A", "B"), [(4, 3)]),
        (",A,B\nAnna,4,3\nBen,,5\n", ("A", "B"), [(4, 3), (None, 5)]),
        ("A,Seat\n4,3\n4,3\n", ("A", "Seat"), [(4, 3), (4, 3)]),
        ("A,B\n4\n,5\n", ("A", "B"), [(4, None), (None, 5)]),
        ("A,Heavy drag\n4,5\n", ("A", "Heavy drag"), [(4, 5)]),
        ("Der letzte Zug;Die Last\n4;2\n", ("Der letzte Zug", "Die Last"), [(4, 2)]),
    ],
)
def test_tables_as_people_and_spreadsheets_write_them(
    text: str, options: tuple[str, ...], rows: list[tuple[int | None, ...]]
) -> None:
    election = read_ballots(text.encode(), "score").election
    assert election.options == options
    assert [ballot.marks for ballot in election.ballots] == rows


@pytest.mark.parametrize(
    ("content", "rule", "reason"),
    [
        (b"", "score", "empty"),
        (b"{", "score", "not JSON"),
        (b'{"ballots": 3}', "score", "no list"),
        (b'{"options": "AB", "ballots": []}', "score", "list of names"),
        (as_json([]), "score", "no options"),
        (as_json(["A", "A"]), "score", "same name"),
        (as_json(["A"], {"A": 6}), "score", "Ballot 1: “A” takes 0 to 5"),
        (as_json(["A"], {"A": -1}), "dots", "“A” needs 0 or more"),
        (as_json(["A"], {"A": 1}, {"B": 1}), "score", "Ballot 2: there is no option “B”"),
        (as_json(["A"], {"A": "much"}), "score", "whole number"),
        (as_json(["A"], {"A": 1.5}), "score", "whole number"),
        (b'{"options": ["A"], "ballots": [{"A": NaN}]}', "score", "whole number"),
        (b'{"options": ["A"], "ballots": [{"A": 1e999}]}', "score", "whole number"),
        (as_json(["A"], 4), "score", "no list of options"),
        (as_json(["A"], {"A": 4}), "pull-and-drag", "needs “pull” and “drag”"),
        (as_json(["A"], {"pull": {"A": 1}, "drag": {"A": 11}}), "pull-and-drag", "takes 0 to 10"),
        (as_json(["A", "B"], ["A", "A"]), "schulze", "at most once"),
        (b"A,B\n1,2,3\n", "score", "Row 1 has more cells"),
        (b"A pull,B\n1,2\n", "pull-and-drag", "neither pull nor drag"),
        (b"[" * 100_000, "score", "not JSON"),
        (b'{"options": ["A"], "ballots": [{"A": -Infinity}]}', "score", "whole number"),
        (b'{"options": ["A"], "ballots": [{"A": true}]}', "score", "whole number"),
        (as_json(["A"], {"A": 1_000_001}), "dots", "whole number"),
        (as_json(["A"], {"A": 10**400}), "dots", "whole number"),
        (b'{"options": ["A"], "ballots": [{"A": 1, "A": 5}]}', "score", "“A” stands twice"),
        (b"null", "score", "no list"),
        (b"5", "score", "no list"),
        (b'"A"', "score", "no list"),
        (b"A,B\n", "score", "no ballot below"),
        (b"PK\x03\x04\x14\x00", "score", "zip file"),
        (b"A,B\n1,\x00\n", "score", "no text"),
        (b"\xff\xfeA\x00,\x00B", "score", "no text"),
        (b"A,A\n1,2\n", "score", "Two columns are called “A”"),
        (b"A pull,A drag,A pull\n1,2,3\n", "pull-and-drag", "Two columns are called “A pull”"),
        (b"A pull,B drag\n1,2\n", "pull-and-drag", "a column for pull and one for drag"),
        (b"Seat,B\n3,1\n3,2\n", "score", "says the same twice"),
        (b",A\n3,1\n4,2\n", "score", "Column 1 has marks and no name"),
        (b"A,,B\n3,1,2\n", "score", "Column 2 has marks and no name"),
        (b"5,3\n4,2\n", "score", "first row must name"),
        (b"A;B\n1.000;2\n", "dots", "“1.000” can be read in two ways"),
        (b"A;B\n1;2,500\n", "dots", "“2,500” can be read in two ways"),
        (b"A;B\n1_000;2\n", "dots", "whole number"),
        (b"A;B\n1e3;2\n", "dots", "whole number"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(content: bytes, rule: str, reason: str) -> None:
    with pytest.raises(KnownError, match="Nothing was counted") as refused:
        read_ballots(content, rule)
    assert reason in str(refused.value)


def test_a_german_table_says_zug_and_last() -> None:
    content = "Sitz;A Zug;A Last;B Zug;B Last\n1;4;2;5;0\n".encode("cp1252")
    election = read_ballots(content, "pull-and-drag").election
    assert election == Election(("A", "B"), (Ballot((4, 5), (2, 0)),))
