"""Reading a poll: its options, its rule and who has voted. How they voted is only in `outcome`, when the poll
is closed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from msgspec.structs import asdict

from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Choice, Poll, Seat
from mission_desk.tally.settings import Settings
from mission_desk.words import tr

if TYPE_CHECKING:
    from mission_desk.tally.rules import Rule

NAMED = 40  # characters of a rule that is not known


def polls(doc: Document) -> list[Poll]:
    """Newest first."""
    return doc.rows(Poll, "1 ORDER BY id DESC")


def newest(doc: Document) -> Poll | None:
    rows = doc.rows(Poll, "1 ORDER BY id DESC LIMIT 1")
    return rows[0] if rows else None


def open_row(doc: Document, poll: int) -> Poll:
    """The poll that a ballot is for; KnownError where it is closed or gone."""
    row = doc.find(Poll, poll)
    if row is None or row.state != "open":
        raise KnownError(tr("This poll is closed. The ballot was not counted."))
    return row


def ballot_choices(doc: Document, poll: int) -> list[Choice]:
    """Every option that a ballot has a place for, also those that were withdrawn."""
    return doc.rows(Choice, "poll = ? ORDER BY rank", poll)


def choices(doc: Document, poll: int) -> list[Choice]:
    """The options that are voted on."""
    return [choice for choice in ballot_choices(doc, poll) if not choice.withdrawn]


def rule(poll: Poll) -> Rule:
    """KnownError for a rule that this program does not have: a file made by hand, or by a later program. By
    another rule its ballots would be read as what nobody gave."""
    return rule_named(poll.rule)


def rule_named(key: str) -> Rule:
    from mission_desk.tally.rules import RULES

    if key not in RULES:
        raise KnownError(
            tr(
                "This program has no voting rule “{name}”. The poll and its ballots are in the file as they "
                "were: open it with the program that made it, or discard the poll.",
                name=key[:NAMED],
            )
        )
    return RULES[key]


def has_rule(poll: Poll) -> bool:
    """Whether this program can take ballots for this poll and count it."""
    from mission_desk.tally.rules import RULES

    return poll.rule in RULES


def takes_dots(poll: Poll) -> bool:
    return has_rule(poll) and rule(poll).mark == "dots"


def asks_drag(poll: Poll) -> bool:
    """Beside each mark, how hard it would be to live by the option."""
    return has_rule(poll) and rule(poll).mark == "pull"


def rule_name(key: str, language: str | None = None) -> str:
    """The key itself where this program has no such rule."""
    from mission_desk.tally.rules import RULES

    return RULES[key].words(language).name if key in RULES else key


def highest(poll: Poll, options: int) -> int:
    """The largest mark that a seat may give one option."""
    known = rule(poll)
    if known.mark == "dots":
        return poll.dots if poll.several else 1
    return options if known.high is None else known.high


def seats_done(doc: Document, poll: int) -> set[int]:
    """The seats that have voted, never how. A paper without a seat is no seat."""
    secret = {seat for (seat,) in doc.records("SELECT seat FROM voted WHERE poll = ? AND seat > 0", poll)}
    return secret | {seat for (seat,) in doc.records("SELECT DISTINCT seat FROM mark WHERE poll = ?", poll)}


def present(doc: Document) -> set[int]:
    return {seat.id for seat in doc.rows(Seat)}


def thresholds(poll: Poll) -> Settings:
    """The usual ones, with what was changed for this poll; unreadable ones are the usual ones."""
    try:
        changed = json.loads(poll.thresholds or "{}")
        known = {name: type(value) for name, value in asdict(Settings()).items()}
        return Settings(**{name: known[name](value) for name, value in changed.items() if name in known})
    except (ValueError, TypeError, AttributeError):
        return Settings()


def written(settings: Settings) -> str:
    """As a poll keeps them: only what differs from the usual ones."""
    usual = asdict(Settings())
    changed = {name: value for name, value in asdict(settings).items() if value != usual[name]}
    return json.dumps(changed) if changed else ""
