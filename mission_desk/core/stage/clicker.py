"""The two keys of a presentation clicker: what "next" and "back" mean depends on what the stage shows."""

from __future__ import annotations

from typing import assert_never

from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.room import lots
from mission_desk.core.stage import breaks, desk_position, reading_out, reasons, revealing
from mission_desk.core.stage.stage_roadmap import turn_guideline
from mission_desk.core.stage.stage_state import StageState, change, read_state, subject, turn_leaf
from mission_desk.core.statement.drafts import drafts
from mission_desk.core.vote import polls
from mission_desk.words import tr


def turn(
    doc: Document, by: int, *, more: bool, leaf: int | None = None, options: range | None = None
) -> None:
    """`by` is 1 or -1. `leaf` is the leaf that the stage shows, which may be an earlier one than was asked
    for when some have gone; `more` says that other leaves follow. `options` are the options of a poll that
    stand on this leaf: all of them are revealed before the next leaf comes."""
    state = read_state(doc)
    at = state.leaf if leaf is None else leaf
    has_leaf = more if by > 0 else at > 0
    if _is_on_vote(doc, state) and not has_leaf and revealing.turn_divided(doc, by):
        return
    if _reveals(doc, by, options):
        revealing.reveal(doc, by)
    elif has_leaf:
        turn_leaf(doc, at + by)
    elif not state.shows and subject(doc, state).page == "roadmap":
        turn_guideline(doc, by)
    else:
        _turn_called_up(doc, state, by)


def _turn_called_up(doc: Document, state: StageState, by: int) -> None:
    match state.shows:
        case "note":
            reading_out.turn_note(doc, by)
        case "pair":
            _turn_pair(doc, by)
        case "celebration":
            change(doc, celebrated=by > 0)
        case "break":
            breaks.move_break(doc, by)
        case "person" | "order":
            if by > 0:
                lots.draw_next(doc)
            else:
                lots.take_back(doc)
        case "":
            if subject(doc, state).page == "priorities":
                reasons.turn_reason(doc, by)
        case "prompt" | "groups":
            pass  # there is one of it
        case _:
            assert_never(state.shows)


def _is_on_vote(doc: Document, state: StageState) -> bool:
    return not state.shows and subject(doc, state).page == "vote"


def _reveals(doc: Document, by: int, options: range | None) -> bool:
    """Whether this click reveals or hides an option: the option must be on the leaf that is shown."""
    poll = polls.newest(doc)
    if not _is_on_vote(doc, read_state(doc)) or poll is None or poll.state != "closed":
        return False
    seen, count = revealing.seen(doc, poll), len(polls.choices(doc, poll.id))
    return (seen if by > 0 else seen - 1) in (range(count) if options is None else options)


def show_pair(doc: Document) -> None:
    """Show the draft that is open on the desk beside the one after it. KnownError where there are not two."""
    first, written = desk_position.draft(doc), _written(doc)
    if len(written) < 2:
        raise KnownError(tr("Two drafts with words are needed to stand side by side."))
    at = written.index(first.id) if first and first.id in written else 0
    at = min(at, len(written) - 2)
    change(doc, shows="pair", first=written[at], second=written[at + 1])


def _turn_pair(doc: Document, by: int) -> None:
    """Replace the right draft by the next or previous one; the left one stays, so that all can be compared
    with it."""
    state = read_state(doc)
    others = [draft for draft in _written(doc) if draft != state.first]
    if others:
        at = others.index(state.second) if state.second in others else 0
        change(doc, second=others[(at + by) % len(others)])


def _written(doc: Document) -> list[int]:
    return [draft.id for draft in drafts(doc) if draft.text.strip()]
