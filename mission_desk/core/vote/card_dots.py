"""Dots on the cards of a board. While an open dots poll is about these notes, each dot is a vote in it as
well."""

from __future__ import annotations

from collections.abc import Sequence

from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note, Poll
from mission_desk.core.vote import hands, polls


def add_card_dots(doc: Document, notes: Sequence[int], by: int, *, source: object = None) -> None:
    """Add a dot to each note, or take one away. KnownError where the room has no dots left."""
    poll = _poll_on_cards(doc)
    voted = {choice.note: choice.id for choice in polls.choices(doc, poll.id)} if poll else {}
    chosen = [(note, voted[note]) for note in notes if note in voted]
    if poll is None or not chosen:
        boards.add_dots(doc, notes, by, source=source)
        return
    given = hands.counted(doc, poll.id)
    after = given | {(choice, 1): max(0, given.get((choice, 1), 0) + by) for _, choice in chosen}
    for _, choice in chosen:
        hands.require_fit(doc, poll, choice, after)
    with doc.action("note.dots", source=source) as write:
        for note, choice in chosen:
            hands.put(doc, write, poll.id, choice, 1, after[choice, 1])
            row = doc.row(Note, note)
            write.update(Note, note, dots=max(0, row.dots + by))


def _poll_on_cards(doc: Document) -> Poll | None:
    poll = polls.newest(doc)
    open_dots = poll is not None and poll.state == "open" and polls.takes_dots(poll) and not poll.secret
    return poll if open_dots else None
