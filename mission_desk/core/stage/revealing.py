"""The result of a closed poll is shown when the facilitator reveals it: option by option, or all at once."""

from __future__ import annotations

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Poll
from mission_desk.core.stage.stage_state import change, read_state
from mission_desk.core.vote import polls


def seen(doc: Document, poll: Poll) -> int:
    """Of how many options, counted from the first, the room has seen the result; 0 while the poll is open."""
    state = read_state(doc)
    return state.revealed if poll.state == "closed" and state.poll == poll.id else 0


def reveal(doc: Document, by: int) -> None:
    """Reveal one option more, or hide the last one again."""
    poll = _newest(doc)
    if poll is not None and poll.state == "closed":
        count = len(polls.choices(doc, poll.id))
        change(doc, poll=poll.id, revealed=max(0, min(count, seen(doc, poll) + by)))


def reveal_all(doc: Document) -> None:
    """Reveal every option at once; where the room has seen all of them, hide all again."""
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
