"""The two keys of a presentation clicker: what "next" and "back" mean depends on what the stage shows."""

from __future__ import annotations

from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.stage import breaks, desk_position, reading_out, revealing
from mission_desk.core.stage.stage_state import change, staging, turn_leaf
from mission_desk.core.statement.drafts import drafts
from mission_desk.core.vote import polls
from mission_desk.words import tr


def turn(
    doc: Document, by: int, *, more: bool, leaf: int | None = None, options: range | None = None
) -> None:
    """`by` is 1 or -1; `leaf` is the one that the stage shows (fewer may be left than were asked for), `more`
    says that others follow it, `options` which of a poll are on it. What is on a leaf is shown to its end
    before the next one comes."""
    told = staging(doc)
    at = told.leaf if leaf is None else leaf
    if _reveals(doc, by, options):
        revealing.reveal(doc, by)
    elif more if by > 0 else at > 0:
        turn_leaf(doc, at + by)
    elif told.shows == "note":
        reading_out.turn_note(doc, by)
    elif told.shows == "pair":
        _turn_pair(doc, by)
    elif told.shows == "celebration":
        change(doc, celebrated=by > 0)
    elif told.shows == "break":
        breaks.move_break(doc, by)


def _reveals(doc: Document, by: int, options: range | None) -> bool:
    """The next option of a result, or the last one that was revealed, is on the leaf in sight."""
    poll = polls.newest(doc)
    if staging(doc).shows or desk_position.page(doc) != "vote" or poll is None or poll.state != "closed":
        return False
    seen, count = revealing.seen(doc, poll), len(polls.choices(doc, poll.id))
    return (seen if by > 0 else seen - 1) in (range(count) if options is None else options)


def show_pair(doc: Document) -> None:
    """The draft the desk stands on, and the one after it. KnownError where there are not two."""
    first, found = desk_position.draft(doc), _written(doc)
    if len(found) < 2:
        raise KnownError(tr("Two drafts with words are needed to stand side by side."))
    at = found.index(first.id) if first and first.id in found else 0
    at = min(at, len(found) - 2)
    change(doc, shows="pair", first=found[at], second=found[at + 1])


def _turn_pair(doc: Document, by: int) -> None:
    """The right one turns through all others; the left one stays, to be compared with."""
    told = staging(doc)
    others = [draft for draft in _written(doc) if draft != told.first]
    if others:
        at = others.index(told.second) if told.second in others else 0
        change(doc, second=others[(at + by) % len(others)])


def _written(doc: Document) -> list[int]:
    return [draft.id for draft in drafts(doc) if draft.text.strip()]
