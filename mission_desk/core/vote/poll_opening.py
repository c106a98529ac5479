"""Opening a poll, taking an option out of it, and throwing it away."""

from __future__ import annotations

from collections.abc import Sequence

from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Choice, Draft, Poll
from mission_desk.core.statement.drafts import put_version
from mission_desk.core.vote import secret_ballots
from mission_desk.core.vote.poll_options import Option
from mission_desk.core.vote.polls import choices, open_row, polls, rule_named
from mission_desk.words import tr, trn

MOST_OPTIONS = 60


def open_poll(
    doc: Document,
    question: str,
    options: Sequence[Option],
    *,
    rule: str = "dots",
    dots_each: int = 3,
    several: bool = True,
    secret: bool = False,
    earlier: int | None = None,
    thresholds: str = "",
    quorum: int = 0,
    reasons: bool = False,
    quick: bool = False,
    source: object = None,
) -> int:
    """Open a poll on these options' present words; its id. `earlier` is the round before; with fewer
    ballots than `quorum` it decides nothing; with `reasons` each ballot is asked for one; a `quick` first
    round decides nothing."""
    _refuse(doc, options, rule)
    with doc.action("poll.open", source=source) as write:
        secret_ballots.sweep(write)
        poll = write.insert(
            Poll, id=_unused_number(doc), question=question, rule=rule, dots=dots_each, secret=int(secret),
            state="open", at=int(doc.now()), several=int(several), earlier=earlier, thresholds=thresholds,
            quorum=quorum, reasons=int(reasons), quick=int(quick),
        )  # fmt: skip
        for rank, option in enumerate(options):
            if (
                option.draft is not None and doc.row(Draft, option.draft).text.strip()
            ):  # what was voted on is found again among the versions
                put_version(doc, write, option.draft)
            write.insert(
                Choice, poll=poll, rank=rank, draft=option.draft, name=option.name, text=option.text,
                kind=option.kind, note=option.note, cluster=option.cluster, priority=option.priority,
            )  # fmt: skip
    return poll


def _refuse(doc: Document, options: Sequence[Option], rule: str) -> None:
    if not options:
        raise KnownError(tr("There is nothing to vote on yet. Write a draft first."))
    if len(options) > MOST_OPTIONS:
        raise KnownError(
            trn(
                "Nobody can weigh more than {n} option. Take some out, or vote on clusters.",
                "Nobody can weigh more than {n} options. Take some out, or vote on clusters.",
                MOST_OPTIONS,
            )
        )
    if len(options) < rule_named(rule).least_options:
        raise KnownError(tr("One option alone cannot be compared. Add a second one."))
    if any(row.state == "open" for row in polls(doc)):
        raise KnownError(tr("A poll is still open. Close it before the next one."))


def _unused_number(doc: Document) -> int:
    """Never that of an earlier poll, not even of one that was undone: its secret ballots still lie in the
    file, and Redo or the way back over a save point must find them."""
    sql = (
        "SELECT max(coalesce((SELECT max(id) FROM poll), 0), coalesce((SELECT max(poll) FROM sealed), 0), "
        "coalesce((SELECT max(poll) FROM counted), 0), "
        "coalesce((SELECT max(row) FROM change WHERE tbl = 'poll'), 0))"
    )
    return int(doc.value(sql)) + 1


def withdraw(doc: Document, choice: int, *, source: object = None) -> None:
    """Take an option out of an open poll. Open ballots stay as they were cast, and the result leaves it out;
    from secret ones its marks are struck, for good."""
    row = doc.row(Choice, choice)
    poll = open_row(doc, row.poll)
    if secret_ballots.is_counted(doc, row.poll):
        raise KnownError(tr("This secret poll was counted: no option can be withdrawn from it any more."))
    if len(choices(doc, row.poll)) < 2:
        raise KnownError(tr("The last option cannot be withdrawn. Discard the poll instead."))
    with doc.action("poll.withdraw", source=source) as write:
        write.update(Choice, choice, withdrawn=1)
        if poll.secret:
            secret_ballots.strike(doc, write, row.poll, choice)


def remove_poll(doc: Document, poll: int, *, source: object = None) -> None:
    """Throw the poll away. Undo brings an open one back with its ballots; the secret ballots of one that was
    still open are destroyed for good, so that nothing of an unfinished vote stays in the file."""
    row = doc.row(Poll, poll)
    with doc.action("poll.remove", source=source) as write:
        write.delete(Poll, poll)
        if row.secret and not secret_ballots.is_counted(doc, poll):
            secret_ballots.destroy(write, poll)
    if row.secret:
        doc.shrink()
