"""Fewer than five secret ballots tell the order of the options, and nothing else is left of them anywhere."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import to_builtins

from mission_desk.core.agenda.methods import method
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.migrating import safety_copy
from mission_desk.core.file.rows import Choice, Poll
from mission_desk.core.stage import revealing
from mission_desk.core.stage.stage_vote import poll_body
from mission_desk.core.vote import poll_closing, poll_opening, polls, result_bars, secret_ballots
from mission_desk.core.vote.outcome import cluster_totals, others, outcome
from mission_desk.core.whole import copies
from mission_desk.core.whole.starting import start_workshop
from mission_desk.exchange.readable import polls_to_text
from mission_desk.exchange.show import describe_polls, to_json
from mission_desk.posters.from_rows import result_poster
from mission_desk.tally.election import Ballot, Election
from mission_desk.tally.rules import RULES
from mission_desk.tally.settings import Settings
from tests.core.vote.voting import both, free_poll, marks, seats_of, usual_ballot, vote, voted


@pytest.mark.parametrize(("given", "veiled"), [(1, True), (4, True), (5, False)])
def test_few_secret_ballots_tell_the_order_and_no_number(doc: Document, given: int, veiled: bool) -> None:
    poll = free_poll(doc, "pull-and-drag", secret=True)
    row = voted(doc, poll, [both((5, 0), (1, 9), (2, 2))] * given)
    poll_outcome = outcome(doc, poll)
    assert poll_outcome.veiled == veiled
    assert [each.place for each in poll_outcome.options] == [1, 3, 2]
    assert all(
        (not each.bands and not each.score and not each.verdict) == veiled for each in poll_outcome.options
    )
    assert (others(doc, row) == ()) == veiled


def everything_told(doc: Document, poll: Poll) -> str:
    """All that desk, stage, poster, show and its exports can say of the poll."""
    revealing.reveal_all(doc)
    poll_outcome = outcome(doc, poll.id)
    parts = [
        to_builtins(poll_outcome), to_builtins(poll_body(doc, "en")), to_builtins(result_poster(doc, poll)),
        others(doc, poll), to_builtins(cluster_totals(doc, poll)), to_builtins(result_bars.by_style(doc,
        poll)), polls_to_text(describe_polls(doc)), to_json(doc),
    ]  # fmt: skip
    return json.dumps(parts)


def counted(rule: str, ballots: list[Ballot]) -> tuple[object, object]:
    result = RULES[rule].count(Election(("A", "B", "C"), tuple(ballots)), Settings())
    return result.winner, result.ranking


def drawn(rule: str, count: int, chance: random.Random) -> list[Ballot]:
    low, mark = RULES[rule].low, RULES[rule].mark
    high = 1 if mark == "dots" else RULES[rule].high or 3
    rows = [tuple(chance.randint(low, high) for _ in range(3)) for _ in range(count)]
    drags = [
        tuple(chance.randint(0, 10) for _ in range(3)) if RULES[rule].mark == "pull" else () for _ in rows
    ]
    return [Ballot(row, drag) for row, drag in zip(rows, drags, strict=True)]


def two_of_one_order(rule: str, count: int) -> tuple[list[Ballot], list[Ballot]]:
    """Different ballots that give the same order."""
    chance = random.Random(f"{rule} {count}")
    for _ in range(10_000):
        one, other = drawn(rule, count, chance), drawn(rule, count, chance)
        if counted(rule, one) == counted(rule, other) and sorted(map(str, one)) != sorted(map(str, other)):
            return one, other
    raise AssertionError(f"no two sets of ballots give the same order under {rule}")


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("given", [1, 4])
def test_ballots_that_give_the_same_order_cannot_be_told_apart(tmp_path: Path, rule: str, given: int) -> None:
    """Whoever reads everything that is told learns the order, and not which of all the ballots it was."""
    contents = [
        everything_of(tmp_path / f"{number}.mission", rule, ballots)
        for number, ballots in enumerate(two_of_one_order(rule, given))
    ]
    assert contents[0] == contents[1]


def everything_of(path: Path, rule: str, ballots: list[Ballot]) -> str:
    doc = start_workshop(path, method("find-our-mission"), "en", lambda: 1_000_000.0)
    seats_of(doc, 12)
    shown = everything_told(doc, voted(doc, free_poll(doc, rule, secret=True), ballots))
    stored = doc.records("SELECT poll, content FROM sealed")
    doc.close()
    return shown + str(stored)


def test_nothing_of_few_ballots_is_left_in_the_bytes(doc: Document, path: Path) -> None:
    seats_of(doc, 4)
    poll = free_poll(doc, "pull-and-drag", secret=True)
    vote(doc, poll, [both((5, 7), (4, 3), (1, 9)), both((3, 6), (2, 10), (0, 1))])
    poll_closing.close_poll(doc, poll)
    copies.save_copy(doc, path.with_name("copy.mission"))
    copies.save_clean_copy(doc, path.with_name("clean.mission"))
    doc.close()
    for name in ("day.mission", "copy.mission", "clean.mission"):
        content = path.with_name(name).read_bytes()
        for gone in (b"[5, 4, 1]", b"[7, 3, 9]", b"[3, 2, 0]", b"[6, 10, 1]"):
            assert gone not in content, name


def test_few_ballots_are_not_counted_again_by_other_thresholds(doc: Document) -> None:
    """One threshold after the other would tell every number in them."""
    poll = free_poll(doc, "pull-and-drag", secret=True)
    voted(doc, poll, [both((5, 0), (1, 9), (2, 2))])
    before = outcome(doc, poll)
    with pytest.raises(KnownError, match="counted once"):
        poll_closing.set_thresholds(doc, poll, Settings(gate_drag=9.0))
    doc.undo()
    with pytest.raises(KnownError, match="counted once"):
        poll_closing.set_thresholds(doc, poll, Settings(gate_drag=9.0))
    poll_closing.close_poll(doc, poll)
    assert outcome(doc, poll) == before


def test_five_ballots_can_be_counted_by_other_thresholds(doc: Document) -> None:
    poll = free_poll(doc, "pull-and-drag", 1, secret=True)
    voted(doc, poll, [both((5, 5))] * 5)
    assert outcome(doc, poll).winner is None
    poll_closing.set_thresholds(doc, poll, Settings(gate_drag=5.0))
    assert outcome(doc, poll).winner is not None


def test_undo_and_redo_bring_the_kept_order_back(doc: Document) -> None:
    poll = free_poll(doc, "score", secret=True)
    voted(doc, poll, [marks(1, 5, 0)] * 3)
    before = outcome(doc, poll)
    assert [option.choice.name for option in before.options if option.wins] == ["B"]
    for turn in (doc.undo, doc.undo, doc.redo, doc.redo):
        turn()
    assert outcome(doc, poll) == before
    assert secret_ballots.ballots_in(doc, poll) == 3


@pytest.mark.parametrize("given", [3, 6])
def test_what_was_withdrawn_stays_out_of_a_result_that_is_closed_again(doc: Document, given: int) -> None:
    """Undo may go back past the withdrawal once the poll was counted; no ballot has a mark for it then."""
    poll = free_poll(doc, "score", secret=True)
    vote(doc, poll, [marks(5, 4, 1)] * given)
    poll_opening.withdraw(doc, polls.choices(doc, poll)[0].id)
    poll_closing.close_poll(doc, poll)
    before = [option.choice.id for option in outcome(doc, poll).options]
    doc.undo()
    doc.undo()
    assert len(polls.choices(doc, poll)) == 3
    with pytest.raises(KnownError, match="counted"):
        poll_opening.withdraw(doc, polls.choices(doc, poll)[1].id)
    poll_closing.close_poll(doc, poll)
    assert [option.choice.id for option in outcome(doc, poll).options] == before
    assert sum(not choice.withdrawn for choice in doc.rows(Choice)) == 2


def test_every_rule_keeps_an_order_that_can_be_shown(doc: Document) -> None:
    for rule in RULES:
        poll = free_poll(doc, rule, secret=True)
        row = voted(doc, poll, [usual_ballot(doc.row(Poll, poll), 3, n) for n in range(2)])
        option = outcome(doc, poll)
        assert (option.ballots, option.veiled, row.state) == (2, True, "closed")
        assert sorted(each.place for each in option.options)[0] == 1


def as_an_earlier_release(doc: Document) -> int:
    """It kept few ballots in the closed file as they were cast."""
    poll = free_poll(doc, "score", secret=True)
    vote(doc, poll, [marks(5, 4, 1)])
    with doc.aside("as before") as write:
        write.run("INSERT INTO counted VALUES (?)", poll)
    with doc.action("poll.close") as write:
        write.update(Poll, poll, state="closed")
    return poll


def test_a_file_of_an_earlier_release_forgets_few_ballots_when_it_is_opened(
    doc: Document, path: Path
) -> None:
    poll = as_an_earlier_release(doc)
    before = outcome(doc, poll)
    assert before.veiled
    poll_closing.forget_few(doc)
    assert outcome(doc, poll) == before
    doc.close()
    assert b"[5, 4, 1]" not in path.read_bytes()


@pytest.mark.parametrize("save", [copies.save_copy, copies.save_clean_copy])
def test_a_copy_of_a_file_that_could_not_be_written_keeps_the_order_only(
    doc: Document, path: Path, save: Callable[[Document, Path], None]
) -> None:
    """A workshop that can only be read still has the marks; its copy does not take them along."""
    poll = as_an_earlier_release(doc)
    before = outcome(doc, poll)
    target = path.with_name("copy.mission")
    save(doc, target)
    assert b"[5, 4, 1]" not in target.read_bytes()
    copy = Document.open(target)
    assert outcome(copy, poll) == before
    copy.close()


def test_a_repair_leaves_no_copy_with_few_ballots(doc: Document, path: Path) -> None:
    as_an_earlier_release(doc)
    poll_closing.forget_few(doc)
    copy = safety_copy(doc.connection, path, "before repair")
    assert b"[5, 4, 1]" not in copy.read_bytes()
    assert outcome_in(copy) == [1, 2, 3]


def outcome_in(path: Path) -> list[int]:
    doc = Document.open(path)
    try:
        return [option.place for option in outcome(doc, doc.rows(Poll)[-1].id).options]
    finally:
        doc.close()


def test_the_polls_for_a_terminal_say_the_places_of_few_ballots(doc: Document) -> None:
    voted(doc, free_poll(doc, "score", secret=True), [marks(1, 5, 0)] * 4)
    lines = polls_to_text(describe_polls(doc)).splitlines()[1:]
    assert [line[:15] for line in lines] == ["  A · Place 2 ·", " *B · Place 1 ·", "  C · Place 3 ·"]
