"""Secret ballots. While the poll is open they lie under random keys, rewritten in random order with every
ballot, apart from the seats that have voted; when it is closed only the shuffled ballots stay. Nothing of
them is journalled, timed or logged, and no copy of the file is made meanwhile: two copies side by side would
tell who voted how in between."""

from __future__ import annotations

import json
import random
import secrets
from collections.abc import Sequence

from mission_desk.core import polls
from mission_desk.core.ballots import checked
from mission_desk.core.document import Document
from mission_desk.core.errors import BugError, KnownError
from mission_desk.core.rows import Poll
from mission_desk.core.writer import Writer
from mission_desk.tally.election import Ballot
from mission_desk.words import tr


def cast_secret(doc: Document, poll: int, seat: int | None, ballot: Ballot, *, source: object = None) -> None:
    """A ballot from the booth or from paper; `seat` is None for a paper without a number. It cannot be
    changed or found again: nothing in the file leads from the seat to it."""
    _require_secret(doc, checked(doc, poll, ballot))
    voted = _voted(doc, poll)
    if seat is not None and seat in voted:
        raise KnownError(tr("This seat has voted already. Pass the laptop on to the next one."))
    if len(voted) >= len(polls.present(doc) | {each for each in voted if each > 0}):
        raise KnownError(tr("There are as many ballots as seats already. This one was not counted."))
    token = seat if seat is not None else min([0, *voted]) - 1
    with doc.aside("poll.cast", source=source) as write:
        _write(write, poll, [*_contents(doc, poll), _packed(ballot)])
        # Anew in the order of the seats: the order of insertion would be the order of voting.
        write.run("DELETE FROM voted WHERE poll = ?", poll)
        for number in sorted({*voted, token}):
            write.run("INSERT INTO voted VALUES (?, ?)", poll, number)


def _require_secret(doc: Document, row: Poll) -> None:
    if not row.secret:
        raise BugError(f"a secret ballot came to poll {row.id}, which is open")
    if is_counted(doc, row.id):
        raise KnownError(
            tr("This secret poll was counted; one more ballot would give itself away. Vote again instead.")
        )


def _voted(doc: Document, poll: int) -> set[int]:
    return {seat for (seat,) in doc.records("SELECT seat FROM voted WHERE poll = ?", poll)}


def ballots_in(doc: Document, poll: int) -> int:
    """How many secret ballots there are."""
    return int(doc.value("SELECT count(*) FROM sealed WHERE poll = ?", poll))


def papers_in(doc: Document, poll: int) -> int:
    """How many came on paper without a seat."""
    return int(doc.value("SELECT count(*) FROM voted WHERE poll = ? AND seat < 0", poll))


def is_counted(doc: Document, poll: int) -> bool:
    """Closed once, for good: Undo shows it open again, but nobody can vote in it."""
    return doc.value("SELECT 1 FROM counted WHERE poll = ?", poll) is not None


def secret_ballots(doc: Document, poll: int) -> list[Ballot]:
    """Of a closed poll, shuffled; KnownError while it is open."""
    if doc.row(Poll, poll).state == "open":
        raise KnownError(tr("The poll is still open. Close it to see the result."))
    return [_unpacked(content) for content in _contents(doc, poll)]


def count_for_good(doc: Document, write: Writer, poll: int) -> None:
    """Closing: the ballots once more in random order under new keys, and who voted is forgotten."""
    _write(write, poll, _contents(doc, poll))
    write.run("DELETE FROM voted WHERE poll = ?", poll)
    write.run("INSERT INTO counted VALUES (?) ON CONFLICT DO NOTHING", poll)


def destroy(write: Writer, poll: int) -> None:
    for table in ("sealed", "voted"):
        write.run(f"DELETE FROM {table} WHERE poll = ?", poll)


def waiting(doc: Document) -> bool:
    """Whether ballots lie in the file that were not counted: of an open poll, or of one whose opening was
    undone and can be redone."""
    return doc.value("SELECT 1 FROM sealed WHERE poll NOT IN (SELECT poll FROM counted) LIMIT 1") is not None


def refuse_copy(doc: Document) -> None:
    """KnownError while a secret poll is open: the one sentence about what a copy would tell."""
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
    """Ballots of polls that were undone before they were counted, when another poll begins."""
    gone = "poll NOT IN (SELECT poll FROM counted) AND poll NOT IN (SELECT id FROM poll)"
    for table in ("sealed", "voted"):
        write.run(f"DELETE FROM {table} WHERE {gone}")


def _contents(doc: Document, poll: int) -> list[str]:
    found = doc.records("SELECT content FROM sealed WHERE poll = ? ORDER BY key", poll)
    return [str(content) for (content,) in found]


def _write(write: Writer, poll: int, contents: Sequence[str]) -> None:
    shuffled = list(contents)
    random.SystemRandom().shuffle(shuffled)
    write.run("DELETE FROM sealed WHERE poll = ?", poll)
    for content in shuffled:
        write.run("INSERT INTO sealed VALUES (?, ?, ?)", secrets.token_hex(8), poll, content)


def _packed(ballot: Ballot) -> str:
    return json.dumps([list(ballot.marks), list(ballot.drag)] if ballot.drag else list(ballot.marks))


def _unpacked(content: str) -> Ballot:
    found = json.loads(content)
    if found and isinstance(found[0], list):
        return Ballot(tuple(found[0]), tuple(found[1]))
    return Ballot(tuple(found))
