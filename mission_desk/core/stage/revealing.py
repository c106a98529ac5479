"""The result of a closed poll comes when the facilitator says so: option by option, or all in one go."""

from __future__ import annotations

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Poll
from mission_desk.core.stage.stage_state import change, staging
from mission_desk.core.vote import polls


def seen(doc: Document, poll: Poll) -> int:
    """How many of its options, in their order, the room has seen the result of; none while it is open."""
    told = staging(doc)
    return told.revealed if poll.state == "closed" and told.poll == poll.id else 0


def reveal(doc: Document, by: int) -> None:
    """One option more, or one back."""
    poll = _newest(doc)
    if poll is not None and poll.state == "closed":
        count = len(polls.choices(doc, poll.id))
        change(doc, poll=poll.id, revealed=max(0, min(count, seen(doc, poll) + by)))


def reveal_all(doc: Document) -> None:
    """Every option at once; where the room has seen all of them, none again."""
    poll = _newest(doc)
    if poll is not None and poll.state == "closed":
        count = len(polls.choices(doc, poll.id))
        change(doc, poll=poll.id, revealed=0 if seen(doc, poll) >= count else count)


def is_waiting(doc: Document) -> bool:
    """A poll is closed, and the room has not seen all of its result."""
    poll = _newest(doc)
    return poll is not None and poll.state == "closed" and seen(doc, poll) < len(polls.choices(doc, poll.id))


def _newest(doc: Document) -> Poll | None:
    return next(iter(polls.polls(doc)), None)
