"""A ballot that is filled in, at the desk, in the booth or from paper: nothing that does not count gets on
it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mission_desk.core.file.rows import Choice, Poll
from mission_desk.core.vote.ballots import complaint
from mission_desk.tally.rules import RULES
from mission_desk.ui.vote.entry.ballot_draft import BallotDraft
from mission_desk.ui.vote.entry.ballot_keys import Key
from mission_desk.ui.vote.entry.number_pad import NumberPad

KEYS: dict[str, Key] = {"E": "enter", "<": "back", "-": "none", "*": "ten"}
MOVES = st.lists(st.tuples(st.integers(0, 2), st.integers(-3, 12)), max_size=20)


def poll(rule: str = "dots", dots: int = 3, several: int = 1) -> Poll:
    return Poll(1, "Which?", rule, dots, 0, "open", 0, several)


def choices(count: int = 3) -> list[Choice]:
    return [Choice(n + 1, 1, n, None, "ABCDE"[n], f"Option {n}") for n in range(count)]


def filled(pad: NumberPad, keys: str) -> NumberPad:
    """As the number pad is pressed: E is Enter, < Backspace."""
    for key in keys:
        if key == "E" and pad.takes_seat:
            pad.go_to_values()
        else:
            pad.press(KEYS.get(key) or int(key))
    return pad


@given(MOVES, st.integers(1, 9), st.booleans())
def test_a_paper_never_holds_more_dots_than_there_are(
    moves: list[tuple[int, int]], limit: int, several: bool
) -> None:
    paper = BallotDraft(poll(dots=limit, several=int(several)), choices())
    for option, count in moves:
        paper.give(option, count)
        assert paper.given + paper.left == limit
        assert paper.left >= 0
        assert paper.wrong() == ""


@given(st.sampled_from([rule for rule in RULES if RULES[rule].mark not in ("dots", "pull")]), MOVES)
def test_whatever_is_pressed_a_paper_counts(rule: str, moves: list[tuple[int, int]]) -> None:
    paper = BallotDraft(poll(rule), choices())
    for option, value in moves:
        paper.give(option, value if value >= 0 else None)
    assert complaint(poll(rule), choices(), paper.ballot) == ""


def test_what_is_too_much_gives_the_rest_and_says_so() -> None:
    paper = BallotDraft(poll(), choices())
    assert paper.give(0, 2)
    assert not paper.give(1, 5)
    assert paper.ballot.marks == (2, 1, 0)


def test_an_answer_is_taken_back_to_nothing() -> None:
    paper = BallotDraft(poll("score"), choices())
    paper.give(0, 4)
    assert not paper.is_empty
    paper.give(0, None)
    assert paper.ballot.marks == (None, None, None)
    assert paper.is_empty


def test_a_paper_ballot_costs_two_keys_over_its_digits() -> None:
    pad = filled(NumberPad(poll("pull-and-drag"), choices(2)), "17E5*30")
    ballot = pad.keys.draft.ballot
    assert (pad.seat, ballot.marks, ballot.drag) == ("17", (5, 3), (10, 0))
    assert pad.press("enter")
    assert pad.wrong() == ""


def test_wrong_sums_and_numbers_are_caught_at_once() -> None:
    pad = filled(NumberPad(poll(), choices()), "1E22")
    assert pad.refusal == "That is too many: 1 left of 3 dots."
    assert pad.keys.at == 1
    assert filled(pad, "1").wrong() == ""
    scored = filled(NumberPad(poll("score"), choices()), "1E7")
    assert (scored.refusal, scored.keys.at) == ("A takes 0 to 5.", 0)
    assert filled(NumberPad(poll("schulze"), choices()), "1E0").refusal == "A takes 1 to 3."


def test_ten_is_typed_as_two_digits_or_as_a_star() -> None:
    for keys in ("1E103", "1E*3"):
        pad = filled(NumberPad(poll("consensing"), choices(2)), keys)
        assert (pad.keys.draft.ballot.marks, pad.wrong()) == ((10, 3), "")
    assert filled(pad, "5").refusal.startswith("Every row is filled")
    assert filled(pad, "<").wrong() != ""


@pytest.mark.parametrize(("keys", "wrong"), [("1E", "missing"), ("1E5", "missing"), ("1E5-3", "")])
def test_a_paper_ballot_is_whole_or_says_what_is_left_out(keys: str, wrong: str) -> None:
    pad = filled(NumberPad(poll("score"), choices()), keys)
    assert wrong in pad.wrong()
    assert bool(wrong) == bool(pad.wrong())


def test_backspace_goes_back_to_the_seat() -> None:
    pad = filled(NumberPad(poll("score"), choices()), "12E5<<")
    assert pad.takes_seat
    assert filled(pad, "<7").seat == "17"


def test_a_withdrawn_option_has_no_cell() -> None:
    every = choices()
    every[1] = Choice(2, 1, 1, None, "B", "Option 1", withdrawn=1)
    pad = filled(NumberPad(poll("score"), every), "3E54")
    assert pad.keys.draft.ballot.marks == (5, None, 4)
