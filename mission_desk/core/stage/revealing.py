"""The result of a closed poll is shown when the facilitator reveals it: option by option, or all at once;
then what divides the room, and the reasons."""

from __future__ import annotations

from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Poll
from mission_desk.core.stage.stage_state import change, read_state
from mission_desk.core.vote import polls, reasons
from mission_desk.core.vote.dividing import most_divided
from mission_desk.core.vote.outcome import outcome
from mission_desk.words import tr


def seen(doc: Document, poll: Poll) -> int:
    """Of how many options, counted from the first, the room has seen the result; 0 while the poll is open."""
    state = read_state(doc)
    return state.revealed if poll.state == "closed" and state.poll == poll.id else 0


def reveal(doc: Document, by: int) -> None:
    """Reveal one option more, or hide the last one again."""
    poll = _newest(doc)
    if poll is not None and poll.state == "closed":
        count = len(polls.choices(doc, poll.id))
        change(
            doc,
            poll=poll.id,
            revealed=max(0, min(count, seen(doc, poll) + by)),
            divided=0,
            poll_reasons=False,
        )


def reveal_all(doc: Document) -> None:
    """Put the result on stage with every option revealed; where the room has seen all, hide all again."""
    poll = _newest(doc)
    if poll is not None and poll.state == "closed":
        count = len(polls.choices(doc, poll.id))
        shown = 0 if seen(doc, poll) >= count else count
        change(doc, shows="", put="vote", poll=poll.id, revealed=shown, divided=0, poll_reasons=False)


def walk_divided(doc: Document) -> None:
    """Show the options alone over which the room is most divided, one after the other, the most divided one
    first. Called again, show the whole result."""
    poll = _newest(doc)
    if poll is None or not _walk(doc, poll):
        raise KnownError(tr("There is no closed poll over which the room is divided."))
    count = len(polls.choices(doc, poll.id))
    at = 0 if divided(doc, poll) else 1
    change(doc, shows="", put="vote", poll=poll.id, revealed=count, divided=at, poll_reasons=False)


def show_reasons(doc: Document) -> None:
    """Show the reasons of the newest poll, which the room has seen all of; called again, its result."""
    poll = _newest(doc)
    if poll is None or not reasons.shuffled(doc, poll):
        raise KnownError(tr("There is no closed poll with reasons."))
    if is_waiting(doc):
        raise KnownError(tr("Reveal the whole result first: reasons tell it."))
    change(doc, shows="", put="vote", poll=poll.id, divided=0, poll_reasons=not shows_reasons(doc, poll))


def shows_reasons(doc: Document, poll: Poll) -> bool:
    """Never before the whole result was revealed, and never those of another poll."""
    state = read_state(doc)
    return (
        state.poll_reasons and poll.state == "closed" and seen(doc, poll) >= len(polls.choices(doc, poll.id))
    )


def turn_divided(doc: Document, by: int) -> bool:
    """Go on to the next option of such a walk, or back; past its last and before its first one the whole
    result stands there again. False where nobody walks."""
    poll = _newest(doc)
    at = divided(doc, poll) if poll else 0
    if poll is None or not at:
        return False
    change(doc, divided=at + by if at + by <= len(_walk(doc, poll)) else 0)
    return True


def divided(doc: Document, poll: Poll) -> int:
    """Which of its most divided options is shown alone, from 1; 0 for none."""
    state = read_state(doc)
    shown = state.divided if state.poll == poll.id and poll.state == "closed" else 0
    return shown if 0 < shown <= len(_walk(doc, poll)) else 0


def divided_option(doc: Document, poll: Poll) -> int | None:
    """The place on the ballot of the option that is shown alone."""
    at = divided(doc, poll)
    return _walk(doc, poll)[at - 1] if at else None


def walk_length(doc: Document, poll: Poll) -> int:
    return len(_walk(doc, poll))


def _walk(doc: Document, poll: Poll) -> list[int]:
    if poll.state != "closed" or not polls.has_rule(poll):
        return []
    result = outcome(doc, poll.id)
    return [result.options.index(option) for option in most_divided(result)]


def is_waiting(doc: Document) -> bool:
    """A poll is closed, and the room has not seen all of its result."""
    poll = _newest(doc)
    return poll is not None and poll.state == "closed" and seen(doc, poll) < len(polls.choices(doc, poll.id))


def _newest(doc: Document) -> Poll | None:
    return next(iter(polls.polls(doc)), None)
