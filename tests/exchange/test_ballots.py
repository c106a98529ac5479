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
    assert marks(as_json(["A", "B"], {"A": 1, "B": 2}, {"A": 2, "B": 1}), "pairs") == [(1, 2), (2, 1)]
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


def test_an_option_may_be_called_the_last_train() -> None:
    election = read_ballots(b"Der letzte Zug;Die Last\n4;2\n", "score").election
    assert election.options == ("Der letzte Zug", "Die Last") or election.ballots[0].drag == ()
