"""Secret ballots. While the poll is open they lie under random keys, rewritten in random order with every
ballot, apart from the seats that have voted; when it is closed only the shuffled ballots stay, and of fewer
than five ballots only the order of the options. Nothing of them is journalled, timed or logged, and no copy
of the file is made meanwhile: two copies side by side would tell who voted how in between."""

from __future__ import annotations

import json
import random
import secrets
from collections.abc import Collection, Sequence
from typing import Any

from msgspec import Struct
from msgspec import json as exact_json

from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import BugError, KnownError
from mission_desk.core.file.rows import FEWEST_SECRET, Poll
from mission_desk.core.file.writer import Writer
from mission_desk.core.vote import polls, reasons
from mission_desk.core.vote.ballots import checked
from mission_desk.tally.election import Ballot, Marks
from mission_desk.words import tr

STRUCK = "x"  # in a ballot: a mark for an option that was withdrawn; the same in all ballots of the poll


class Order(Struct, frozen=True):
    """All that is kept of so few ballots that a mark would give somebody away. `winner` and `ranking` hold
    ids of choices; `ranking` has groups of equals, best first."""

    ballots: int
    winner: int | None
    ranking: tuple[tuple[int, ...], ...]


def cast_secret(
    doc: Document,
    poll: int,
    seat: int | None,
    ballot: Ballot,
    *,
    reason: str = "",
    source: object = None,
) -> None:
    """A ballot from the booth or from paper; `seat` is None for a paper without a number. It cannot be
    changed or found again: nothing in the file leads from the seat to it, and nothing from it to its
    reason."""
    row = checked(doc, poll, ballot)
    _require_secret(doc, row)
    voted = _voted(doc, poll)
    if seat is not None and seat in voted:
        raise KnownError(tr("This seat has voted already. Pass the laptop on to the next one."))
    if len(voted) >= len(polls.present(doc) | {each for each in voted if each > 0}):
        raise KnownError(tr("There are as many ballots as seats already. This one was not counted."))
    token = seat if seat is not None else min([0, *voted]) - 1
    with doc.aside("poll.cast", source=source) as write:
        _write(
            write,
            poll,
            _alike(doc, poll, [*_contents(doc, poll), _packed(ballot, drag=polls.asks_drag(row))]),
        )
        reasons.add_secret(doc, write, poll, reason)
        # Anew in the order of the seats: the order of insertion would be the order of voting.
        write.run("DELETE FROM voted WHERE poll = ?", poll)
        for number in sorted({*voted, token}):
            write.run("INSERT INTO voted VALUES (?, ?)", poll, number)


def _require_secret(doc: Document, row: Poll) -> None:
    if not row.secret:
        raise BugError(f"a secret ballot came to poll {row.id}, which is open")
    refuse_counted(doc, row.id)


def refuse_counted(doc: Document, poll: int) -> None:
    """KnownError where the poll was counted once, also when it is open again."""
    if is_counted(doc, poll):
        raise KnownError(
            tr("This secret poll was counted; one more ballot would give itself away. Vote again instead.")
        )


def _voted(doc: Document, poll: int) -> set[int]:
    return {seat for (seat,) in doc.records("SELECT seat FROM voted WHERE poll = ?", poll)}


def ballots_in(doc: Document, poll: int) -> int:
    """How many secret ballots there are, or were where only their order is kept."""
    order = kept_order(doc, poll)
    return order.ballots if order else int(doc.value("SELECT count(*) FROM sealed WHERE poll = ?", poll))


def is_counted(doc: Document, poll: int) -> bool:
    """Whether the poll was closed once. That is final: Undo shows it as open again, but nobody can vote in
    it."""
    return doc.value("SELECT 1 FROM counted WHERE poll = ?", poll) is not None


def secret_ballots(doc: Document, poll: int) -> list[Ballot]:
    """Shuffled, for counting when the poll is closed. Of so few that only their order was kept there are
    none."""
    return [] if kept_order(doc, poll) else [_unpacked(content) for content in _contents(doc, poll)]


def kept_order(doc: Document, poll: int) -> Order | None:
    """The order of the options, where nothing else was stored."""
    content = doc.value("SELECT content FROM sealed WHERE poll = ? AND content LIKE '{%'", poll)
    return exact_json.decode(content, type=Order) if content else None


def left_out(doc: Document, poll: int) -> set[int]:
    """Ids of the choices that were withdrawn, so that these ballots have no mark for them. Undo may show one
    of them as an option again after the poll was counted."""
    choices, order = polls.ballot_choices(doc, poll), kept_order(doc, poll)
    if order:
        return {choice.id for choice in choices} - {each for group in order.ranking for each in group}
    struck = _struck(_contents(doc, poll))
    return {choice.id for n, choice in enumerate(choices) if n in struck}


def strike(doc: Document, write: Writer, poll: int, choice: int) -> None:
    """An option is withdrawn: its marks go from all ballots at once. Else those who voted before would keep
    a mark that those who vote later cannot give, and the two would be told apart."""
    places = [each.id for each in polls.ballot_choices(doc, poll)]
    contents = _contents(doc, poll)
    if contents:
        _write(write, poll, _without(contents, {places.index(choice), *_struck(contents)}))


def count_for_good(doc: Document, write: Writer, poll: int, order: Order | None) -> None:
    """Closing: the ballots once more in random order under new keys, or only the order of the options; and
    who voted is forgotten."""
    reasons.count_secret(doc, write, poll, few=order is not None and order.ballots < FEWEST_SECRET)
    if order is not None:
        _write(write, poll, [exact_json.encode(order).decode()])
    else:
        _write(write, poll, _alike(doc, poll, _contents(doc, poll)))
    write.run("DELETE FROM voted WHERE poll = ?", poll)
    write.run("INSERT INTO counted VALUES (?) ON CONFLICT DO NOTHING", poll)


def sealed_order(poll: int, order: Order) -> tuple[str, int, str]:
    """The one row of such a poll, in place of its ballots."""
    return secrets.token_hex(8), poll, exact_json.encode(order).decode()


def destroy(write: Writer, poll: int) -> None:
    for table in ("sealed", "sealed_reason", "voted"):
        write.run(f"DELETE FROM {table} WHERE poll = ?", poll)


def waiting(doc: Document) -> bool:
    """Whether ballots lie in the file that were not counted: of an open poll, or of one whose opening was
    undone and can be redone."""
    return doc.value("SELECT 1 FROM sealed WHERE poll NOT IN (SELECT poll FROM counted) LIMIT 1") is not None


def refuse_copy(doc: Document) -> None:
    """KnownError while a secret poll is open. It says what two copies would tell."""
    if not waiting(doc):
        return
    if doc.value(
        "SELECT 1 FROM sealed WHERE poll NOT IN (SELECT id FROM poll UNION SELECT poll FROM counted)"
    ):
        raise KnownError(  # a file in which an earlier release undid the opening
            tr(
                "Ballots of a secret poll whose opening was undone lie in the file, so no copy is made. Redo "
                "brings the poll back; opening another poll destroys them."
            )
        )
    raise KnownError(
        tr(
            "A secret poll is open, so no copy is made: compared with the file later, it would "
            "tell how the people in between voted. Close the poll first."
        )
    )


def sweep(write: Writer) -> None:
    """Destroy the ballots of polls that were undone before they were counted; called when another poll
    begins."""
    gone = "poll NOT IN (SELECT poll FROM counted) AND poll NOT IN (SELECT id FROM poll)"
    for table in ("sealed", "sealed_reason", "voted"):
        write.run(f"DELETE FROM {table} WHERE {gone}")


def _contents(doc: Document, poll: int) -> list[str]:
    rows = doc.records("SELECT content FROM sealed WHERE poll = ? ORDER BY key", poll)
    return [str(content) for (content,) in rows]


def _write(write: Writer, poll: int, contents: Sequence[str]) -> None:
    shuffled = list(contents)
    random.SystemRandom().shuffle(shuffled)
    write.run("DELETE FROM sealed WHERE poll = ?", poll)
    for content in shuffled:
        write.run("INSERT INTO sealed VALUES (?, ?, ?)", secrets.token_hex(8), poll, content)


def _alike(doc: Document, poll: int, contents: Sequence[str]) -> list[str]:
    """The same options struck from all of these ballots: those that are withdrawn now, and those that were
    when an earlier ballot came."""
    withdrawn = {n for n, choice in enumerate(polls.ballot_choices(doc, poll)) if choice.withdrawn}
    return _without(contents, withdrawn | _struck(contents))


def _struck(contents: Sequence[str]) -> set[int]:
    """The places on the ballot that were struck."""
    first = (_sides(content)[0] for content in contents)
    return {n for marks in first for n, mark in enumerate(marks) if mark == STRUCK}


def _without(contents: Sequence[str], struck: Collection[int]) -> list[str]:
    return [
        _joined(
            [[STRUCK if n in struck else mark for n, mark in enumerate(side)] for side in _sides(content)]
        )
        for content in contents
    ]


def _packed(ballot: Ballot, *, drag: bool) -> str:
    """An empty ballot of pull and drag has two sides like every other one: the way in which it came must not
    show."""
    sides = [list(ballot.marks)]
    if drag:
        sides.append(list(ballot.drag or [None] * len(ballot.marks)))
    return _joined(sides)


def _unpacked(content: str) -> Ballot:
    sides = [_without_struck(side) for side in _sides(content)]
    return Ballot(sides[0], sides[1] if len(sides) > 1 else ())


def _without_struck(side: list[Any]) -> Marks:
    return tuple(None if mark == STRUCK else mark for mark in side)


def _joined(sides: list[list[Any]]) -> str:
    return json.dumps(sides if len(sides) > 1 else sides[0])


def _sides(content: str) -> list[list[Any]]:
    """The marks, and for pull and drag the drags after them."""
    marks = json.loads(content)
    return marks if marks and isinstance(marks[0], list) else [marks]
