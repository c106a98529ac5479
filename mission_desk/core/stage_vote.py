"""The part of a Slide that shows a poll: what is asked and who has voted, and how only when it is closed and
as far as the result was revealed."""

from __future__ import annotations

from mission_desk.core import drafts, polls, revealing
from mission_desk.core.document import Document
from mission_desk.core.rows import Seat
from mission_desk.core.slides import Body, PollBody, PollRow, PromptBody
from mission_desk.words import tr


def poll_body(doc: Document, language: str) -> Body:
    found = polls.polls(doc)
    if not found:
        return PromptBody(tuple(row.text.strip() for row in drafts.drafts(doc) if row.text.strip()))
    poll = found[0]
    closed = poll.state == "closed"
    totals = polls.result(doc, poll.id).totals if closed else ()
    chosen = drafts.chosen(doc)
    seen = revealing.seen(doc, poll)
    rows = tuple(
        PollRow(
            choice.name, choice.text, totals[n].dots if n < seen else None,
            totals[n].seats if n < seen else None,
            chosen is not None and choice.draft == chosen.id and seen >= len(totals) > 0,
        )
        for n, choice in enumerate(polls.choices(doc, poll.id))
    )  # fmt: skip
    present = {seat.id for seat in doc.rows(Seat)}
    voted, seats = len(polls.seats_done(doc, poll.id) & present), len(present)
    progress = tr("{voted} of {seats} have voted", language, voted=voted, seats=seats)
    most = max((each.dots for each in totals), default=0) if seen else 0
    return PollBody(poll.question, rows, progress, closed, most)
