"""A reason beside a ballot is told with the result and leads to nobody: not by seat, ballot, order or a look
at the file."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.migrating import safety_copy
from mission_desk.core.file.rows import Poll, Reason
from mission_desk.core.stage import revealing
from mission_desk.core.stage.slides import CompanyBody
from mission_desk.core.stage.stage_vote import poll_body
from mission_desk.core.vote import ballots, poll_closing, poll_opening, reasons, rounds, secret_ballots
from mission_desk.core.whole import copies
from mission_desk.exchange.readable import polls_to_text
from mission_desk.exchange.show import describe_polls
from mission_desk.posters.from_rows import result_poster
from tests.core.vote.test_no_order_of_casting import different_ballots
from tests.core.vote.voting import free_poll, marks, seats_of

SEATS, FROM = 30, 10
BY_CHANCE = 9  # as in test_no_order_of_casting
PLACES = {
    "row": "SELECT text FROM sealed_reason WHERE poll = ? ORDER BY rowid",
    "key": "SELECT text FROM sealed_reason WHERE poll = ? ORDER BY key",
}


def stored(doc: Document, poll: int, place: str) -> list[str]:
    return [text for (text,) in doc.records(PLACES[place], poll)]


def cast(doc: Document, poll: int, count: int, *, each: int = 1) -> list[str]:
    """So many ballots, every `each` one with a reason; the reasons in the order of voting."""
    secret = doc.row(Poll, poll).secret
    given = []
    for n, seat in enumerate(seats_of(doc, count)):
        words = f"zebra {n:02}" if n % each == 0 else ""
        given += [words] if words else []
        (secret_ballots.cast_secret if secret else ballots.cast)(
            doc, poll, seat, different_ballots()[n], reason=words
        )
    return given


def closed(doc: Document, count: int, *, secret: bool = True) -> int:
    seats_of(doc, count)
    poll = free_poll(doc, "score", secret=secret, reasons=True)
    cast(doc, poll, count)
    poll_closing.close_poll(doc, poll)
    return poll


@pytest.mark.parametrize("secret", [True, False])
def test_reasons_are_told_with_the_result_and_everywhere_in_one_order(doc: Document, secret: bool) -> None:
    seats_of(doc, 6)
    poll = free_poll(doc, "score", secret=secret, reasons=True)
    given = cast(doc, poll, 6)
    assert reasons.shuffled(doc, doc.row(Poll, poll)) == describe_polls(doc)[0].reasons == ()
    poll_closing.close_poll(doc, poll)
    lines = reasons.shuffled(doc, doc.row(Poll, poll))
    assert sorted(lines) == given
    assert list(lines) != given
    assert describe_polls(doc)[0].reasons == result_poster(doc).reasons == lines
    assert all(f"reason · {words}" in polls_to_text(describe_polls(doc)) for words in given)


def test_the_stage_tells_reasons_after_the_whole_result_and_when_asked_to(doc: Document) -> None:
    poll = closed(doc, 6)
    with pytest.raises(KnownError, match="Reveal the whole result first"):
        revealing.show_reasons(doc)
    revealing.reveal(doc, 2)
    assert "zebra" not in str(poll_body(doc, "en"))
    revealing.reveal(doc, 1)
    assert "zebra" not in str(poll_body(doc, "en"))
    revealing.show_reasons(doc)
    body = poll_body(doc, "en")
    assert isinstance(body, CompanyBody)
    assert body.parts[0].texts == reasons.shuffled(doc, doc.row(Poll, poll))
    revealing.reveal(doc, -1)
    assert "zebra" not in str(poll_body(doc, "en"))
    revealing.reveal(doc, 1)
    assert "zebra" not in str(poll_body(doc, "en"))


def nowhere(path: Path) -> bool:
    return all(b"zebra" not in file.read_bytes() for file in path.parent.glob(f"{path.stem}*"))


@pytest.mark.parametrize(("count", "stays"), [(4, False), (5, True)])
def test_of_few_secret_ballots_no_reason_is_left(doc: Document, path: Path, count: int, stays: bool) -> None:
    poll = closed(doc, count)
    assert (nowhere(path), bool(reasons.shuffled(doc, doc.row(Poll, poll)))) == (not stays, stays)
    assert bool(result_poster(doc).reasons) is stays


def test_few_open_ballots_keep_their_reasons(doc: Document) -> None:
    assert len(reasons.shuffled(doc, doc.row(Poll, closed(doc, 3, secret=False)))) == 3


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("end", [0, -1])
def test_the_newest_secret_reason_is_at_neither_end(doc: Document, place: str, end: int) -> None:
    numbers = seats_of(doc, SEATS)
    poll, right = free_poll(doc, "score", secret=True, reasons=True), 0
    for n, (seat, ballot) in enumerate(zip(numbers, different_ballots(), strict=True), 1):
        secret_ballots.cast_secret(doc, poll, seat, ballot, reason=f"zebra {n}")
        right += n >= FROM and stored(doc, poll, place)[end] == f"zebra {n}"
    assert right < BY_CHANCE


@pytest.mark.parametrize("place", PLACES)
def test_reasons_move_with_every_ballot_also_with_one_that_has_none(doc: Document, place: str) -> None:
    """Else two looks at the file tell which reasons came before a ballot, and which ballot had none."""
    numbers, chance = seats_of(doc, SEATS), random.Random(4)
    poll, unmoved = free_poll(doc, "score", secret=True, reasons=True), 0
    for n, (seat, ballot) in enumerate(zip(numbers, different_ballots(), strict=True), 1):
        before = stored(doc, poll, place)
        words = f"zebra {n}" if n < FROM + 2 or chance.random() < 0.5 else ""
        secret_ballots.cast_secret(doc, poll, seat, ballot, reason=words)
        after = stored(doc, poll, place)
        unmoved += n >= FROM and [each for each in after if each in before] == before
    assert unmoved == 0


def test_nothing_that_is_stored_joins_a_reason_to_its_ballot(doc: Document) -> None:
    """Neither key, row nor place in the order: each guess is right as often as chance. Ten of thirty come up
    less than once in ten million."""
    numbers = seats_of(doc, SEATS)
    poll = free_poll(doc, "score", secret=True, reasons=True)
    truth = {}
    for n, (seat, ballot) in enumerate(zip(numbers, different_ballots(), strict=True)):
        truth[str(list(ballot.marks))] = f"zebra {n}"
        secret_ballots.cast_secret(doc, poll, seat, ballot, reason=f"zebra {n}")
    for closing in (False, True):
        if closing:
            poll_closing.close_poll(doc, poll)
        for one in ("rowid", "key"):
            for other in ("rowid", "key"):
                given = doc.records(f"SELECT content FROM sealed WHERE poll = ? ORDER BY {one}", poll)
                words = doc.records(f"SELECT text FROM sealed_reason WHERE poll = ? ORDER BY {other}", poll)
                pairs = zip(given, words, strict=True)
                assert sum(truth[content] == text for (content,), (text,) in pairs) < 10
        keys = {key for (key,) in doc.records("SELECT key FROM sealed")}
        assert keys.isdisjoint(key for (key,) in doc.records("SELECT key FROM sealed_reason"))


def test_closing_stores_secret_reasons_in_another_order_under_new_keys(doc: Document) -> None:
    seats_of(doc, SEATS)
    poll = free_poll(doc, "score", secret=True, reasons=True)
    cast(doc, poll, SEATS)
    before, keys = stored(doc, poll, "row"), set(doc.records("SELECT key FROM sealed_reason"))
    poll_closing.close_poll(doc, poll)
    after = stored(doc, poll, "row")
    assert sorted(after) == sorted(before)
    assert sum(one == other for one, other in zip(before, after, strict=True)) < BY_CHANCE
    assert keys.isdisjoint(doc.records("SELECT key FROM sealed_reason"))


def test_no_journal_knows_a_secret_reason(doc: Document) -> None:
    closed(doc, 8)
    assert doc.rows(Reason) == []
    assert "zebra" not in str(doc.records("SELECT tbl, before, after FROM change"))
    assert "zebra" not in str(doc.records("SELECT * FROM session"))


def discard(doc: Document, poll: int) -> None:
    poll_opening.remove_poll(doc, poll)


def close_few(doc: Document, poll: int) -> None:
    poll_closing.close_poll(doc, poll)


@pytest.mark.parametrize("end", [discard, close_few])
def test_a_discarded_or_small_poll_leaves_no_reason_in_any_byte(
    doc: Document, path: Path, end: Callable[[Document, int], None]
) -> None:
    seats_of(doc, 4)
    poll = free_poll(doc, "score", secret=True, reasons=True)
    cast(doc, poll, 4)
    assert not nowhere(path)
    end(doc, poll)
    assert nowhere(path)


def test_undo_of_the_closing_tells_no_reason_and_redo_brings_them_back(doc: Document) -> None:
    poll = closed(doc, 6)
    lines = reasons.shuffled(doc, doc.row(Poll, poll))
    doc.undo()
    assert reasons.shuffled(doc, doc.row(Poll, poll)) == describe_polls(doc)[0].reasons == ()
    doc.redo()
    assert reasons.shuffled(doc, doc.row(Poll, poll)) == lines


def test_copies_hold_the_reasons_of_closed_polls_alone(doc: Document, path: Path, tmp_path: Path) -> None:
    seats_of(doc, 6)
    poll = free_poll(doc, "score", secret=True, reasons=True)
    cast(doc, poll, 6)
    assert b"zebra" not in safety_copy(doc.connection, path, "before update").read_bytes()
    with pytest.raises(KnownError):
        copies.save_copy(doc, tmp_path / "copy.mission")
    poll_closing.close_poll(doc, poll)
    copies.save_clean_copy(doc, tmp_path / "clean.mission")
    clean = Document.open(tmp_path / "clean.mission")
    assert len(reasons.shuffled(clean, clean.row(Poll, poll))) == 6
    clean.close()
    poll_opening.remove_poll(doc, poll)
    copies.save_clean_copy(doc, tmp_path / "without.mission")
    assert b"zebra" not in (tmp_path / "without.mission").read_bytes()


def test_an_open_reason_goes_with_its_ballot(doc: Document) -> None:
    seat = seats_of(doc, 3)[0]
    poll = free_poll(doc, "score", reasons=True)
    ballots.cast(doc, poll, seat, marks(1, 5, 3), reason="  too\nlong ")
    assert reasons.reason_of(doc, poll, seat) == "too long"
    ballots.cast(doc, poll, seat, marks(1, 5, 3), reason="too loud")
    assert [row.text for row in doc.rows(Reason)] == ["too loud"]
    doc.undo()
    assert reasons.reason_of(doc, poll, seat) == "too long"
    ballots.take_back(doc, poll, seat)
    assert doc.rows(Reason) == []


def test_a_reason_called_out_has_no_seat_and_none_is_taken_in_a_secret_poll(doc: Document) -> None:
    seats_of(doc, 3)
    poll = free_poll(doc, "score", reasons=True)
    reasons.add_called_out(doc, poll, "too loud")
    assert [(row.seat, row.text) for row in doc.rows(Reason)] == [(None, "too loud")]
    poll_opening.remove_poll(doc, poll)
    reasons.add_called_out(doc, free_poll(doc, "score", reasons=True, secret=True), "too loud")
    assert doc.rows(Reason) == []


def test_another_round_asks_for_reasons_again_and_keeps_its_own(doc: Document) -> None:
    first = closed(doc, 6)
    again = rounds.vote_again(doc, first)
    assert doc.row(Poll, again).reasons == 1
    cast(doc, again, 6, each=2)
    poll_closing.close_poll(doc, again)
    assert [len(reasons.shuffled(doc, doc.row(Poll, poll))) for poll in (first, again)] == [6, 3]


def test_reasons_on_the_stage_do_not_go_over_to_the_next_poll(doc: Document) -> None:
    closed(doc, 6)
    revealing.reveal_all(doc)
    revealing.show_reasons(doc)
    closed(doc, 6)
    assert "zebra" not in str(poll_body(doc, "en"))
