"""A reason beside a ballot: one line, told with the result and never with the ballot. In an open poll it lies
beside the seat's marks and is journalled like them. In a secret poll it lies in a table of its own under a
random key, rewritten in random order with every ballot, and nothing says which ballot or seat it came with;
of fewer than five ballots none is kept."""

from __future__ import annotations

import hashlib
import random
import secrets

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Poll, Reason
from mission_desk.core.file.writer import Writer
from mission_desk.core.vote import polls

LONGEST = 200  # characters: one line, also on a poster


def one_line(text: str) -> str:
    """As it is stored."""
    return " ".join(text.split())[:LONGEST].rstrip()


def shuffled(doc: Document, poll: Poll) -> tuple[str, ...]:
    """The reasons of a closed poll. Their order follows from their words alone, so that it tells neither who
    was first nor which reasons came together; it is the same on desk, stage and paper."""
    if poll.state == "open" or not poll.reasons:
        return ()
    return tuple(
        sorted(_all(doc, poll), key=lambda text: hashlib.sha256(f"{poll.id} {text}".encode()).digest())
    )


def _all(doc: Document, poll: Poll) -> list[str]:
    if poll.secret:
        return _secret(doc, poll.id)
    return [reason.text for reason in doc.rows(Reason, "poll = ? ORDER BY id", poll.id)]


def reason_of(doc: Document, poll: int, seat: int) -> str:
    """What an open ballot says, to correct it; empty for a secret one."""
    rows = doc.rows(Reason, "poll = ? AND seat = ?", poll, seat)
    return rows[0].text if rows else ""


def add_called_out(doc: Document, poll: int, text: str, *, source: object = None) -> None:
    """One that somebody says while hands are counted: it belongs to no seat."""
    row = polls.open_row(doc, poll)
    if one_line(text) and not row.secret:
        with doc.action("poll.reason", source=source) as write:
            write.insert(Reason, poll=poll, seat=None, text=one_line(text))


def called_out(doc: Document, poll: int) -> int:
    """How many there are without a seat."""
    return len(doc.rows(Reason, "poll = ? AND seat IS NULL", poll))


def _secret(doc: Document, poll: int) -> list[str]:
    rows = doc.records("SELECT text FROM sealed_reason WHERE poll = ? ORDER BY key", poll)
    return [str(text) for (text,) in rows]


def add_secret(doc: Document, write: Writer, poll: int, text: str) -> None:
    """Inside the act that casts a secret ballot. All of them are written anew, also where this ballot has no
    reason: rows that stay in place would tell which came before it."""
    new = one_line(text)
    _write(write, poll, [*_secret(doc, poll), *([new] if new else [])])


def count_secret(doc: Document, write: Writer, poll: int, *, few: bool) -> None:
    """Closing: once more in random order, or none where there are so few ballots that words give somebody
    away."""
    _write(write, poll, [] if few else _secret(doc, poll))


def _write(write: Writer, poll: int, texts: list[str]) -> None:
    anew = list(texts)
    random.SystemRandom().shuffle(anew)
    write.run("DELETE FROM sealed_reason WHERE poll = ?", poll)
    for text in anew:
        write.run("INSERT INTO sealed_reason VALUES (?, ?, ?)", secrets.token_hex(8), poll, text)
