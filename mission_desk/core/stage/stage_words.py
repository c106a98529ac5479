"""What the stage shows, in a few words for the facilitator; they stand on the desk only."""

from __future__ import annotations

from typing import assert_never

from mission_desk.core.file.document import Document
from mission_desk.core.room import lots, people
from mission_desk.core.stage import reading_out, revealing
from mission_desk.core.stage.stage_state import CalledUp, StageState, read_state, subject
from mission_desk.core.statement.drafts import drafts, letter
from mission_desk.core.vote import polls
from mission_desk.words import tr, trn
from mission_desk.written import listed, wall_time

FEW_GROUPS, FEW_PEOPLE = 8, 5  # whose names a sentence on the desk has


def says(doc: Document, *, counts: bool = False) -> str:
    """Empty where the room sees what the step is about. `counts` where a clock runs in the room's picture."""
    state = read_state(doc)
    if state.blank:
        return tr("Blank")
    if state.frozen:
        return tr("The last picture, its clock goes on") if counts else tr("The last picture, frozen")
    return _called_up(doc, state)


def _called_up(doc: Document, state: StageState) -> str:
    match state.shows:
        case "":
            return _page(doc, state.leaf)
        case "break":
            return tr("Break until {time}", time=wall_time(state.until))
        case "note":
            return _note(doc)
        case "pair":
            names = {row.id: letter(row) for row in drafts(doc)}
            left, right = names.get(state.first, ""), names.get(state.second, "")
            return tr("Drafts {left} and {right}", left=left, right=right)
        case "celebration":
            return tr("The statement") if state.celebrated else tr("Waiting for the statement")
        case "prompt":
            return tr("Only the question")
        case "person" | "order":
            seat = lots.drawn(doc)
            return tr("Next: {name}", name=people.seat_label(seat)) if seat else ""
        case "groups":
            return trn("{n} group", "{n} groups", len(lots.groups(doc)))
        case _:
            assert_never(state.shows)


def drawn_words(doc: Document, what: CalledUp) -> str:
    """Who was drawn, for the desk: the groups with their names where those are few enough to read."""
    seat, groups = lots.drawn(doc), lots.groups(doc)
    if what == "groups":
        named = (
            f"{n} {listed([people.seat_label(each) for each in group])}" for n, group in enumerate(groups, 1)
        )
        count = trn("{n} group", "{n} groups", len(groups))
        return ": ".join((count, " · ".join(named))) if len(groups) <= FEW_GROUPS else count
    if seat is None:
        return ""
    after = [people.seat_label(each) for each in lots.to_come(doc)[:FEW_PEOPLE]] if what == "order" else []
    first = tr("Next: {name}", name=people.seat_label(seat))
    return " · ".join((first, *after))


def _note(doc: Document) -> str:
    shown = reading_out.note_now(doc, read_state(doc))
    if shown is None:
        return ""
    _, at, count = shown
    among = reading_out.pick_words(doc, read_state(doc).pick)
    number = tr("Note {n} of {count}", n=at, count=count)
    return f"{number} · {among}" if among else number


def _page(doc: Document, leaf: int) -> str:
    poll = next(iter(polls.polls(doc)), None)
    if subject(doc, read_state(doc)).page == "vote" and poll is not None and poll.state == "closed":
        count = len(polls.choices(doc, poll.id))
        if revealing.shows_reasons(doc, poll):
            return tr("Reasons")
        if at := revealing.divided(doc, poll):
            return tr("Most divided: {n} of {count}", n=at, count=revealing.walk_length(doc, poll))
        return tr("Result: {n} of {count} revealed", n=revealing.seen(doc, poll), count=count)
    return tr("Page {n}", n=leaf + 1) if leaf else ""
