"""The part of a Slide that shows a poll: what is asked and who has voted, and how only when it is closed and
as far as the result was revealed."""

from __future__ import annotations

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Choice, Draft, Poll
from mission_desk.core.stage import revealing
from mission_desk.core.stage.slides import Body, PollBody, PollRow, PromptBody, StageBand
from mission_desk.core.statement import drafts
from mission_desk.core.vote import poll_closing, polls
from mission_desk.core.vote.outcome import Outcome, outcome
from mission_desk.words import tr, trn


def poll_body(doc: Document, language: str) -> Body:
    poll = polls.newest(doc)
    if poll is None:
        return PromptBody(tuple(row.text.strip() for row in drafts.drafts(doc) if row.text.strip()))
    closed, seen = poll.state == "closed", revealing.seen(doc, poll)
    choices = polls.choices(doc, poll.id)
    found = outcome(doc, poll.id, language) if closed and seen else None
    chosen = drafts.chosen(doc) if seen >= len(choices) else None
    rows = tuple(
        _told(found, n, chosen, language) if found and n < seen else _bare(choice)
        for n, choice in enumerate(choices)
    )
    progress = _progress(doc, poll, language)
    if found is None:
        return PollBody(poll.question, rows, progress, closed, bars=poll.rule != "dots")
    sums = found.result.figure("sum") if _has_dots(found) else ()
    most = max((int(each or 0) for each in sums), default=0)
    ends, bars = () if found.veiled else found.ends, not _has_dots(found)
    if bars and ends:
        named = tr("left: {low}, right: {high}", language, low=ends[0], high=ends[-1])
        progress = f"{trn('{n} ballot', '{n} ballots', found.ballots, language)} · {named}"
    return PollBody(poll.question, rows, progress, closed, most, ends, bars)


def _bare(choice: Choice) -> PollRow:
    return PollRow(choice.name, choice.text, None, None, False)


def _told(found: Outcome, option: int, chosen: Draft | None, language: str) -> PollRow:
    """All that the room may see of an option; a veiled result tells the place alone."""
    told = found.options[option]
    dots, seats = _dots(found, option)
    bar = tuple(StageBand(band.count, band.tone) for band in told.bands if band.count)
    return PollRow(
        told.choice.name, told.choice.text, dots, seats,
        chosen is not None and told.choice.draft == chosen.id,
        told.score or tr("Place {n}", language, n=told.place), told.verdict,
        () if dots is not None else bar, bool(told.verdict) and told.kind != "loved",
    )  # fmt: skip


def _has_dots(found: Outcome) -> bool:
    """Under dots the room sees each dot that was given; other rules have bars."""
    return found.poll.rule == "dots" and not found.veiled


def _dots(found: Outcome, option: int) -> tuple[int | None, int | None]:
    if not _has_dots(found):
        return None, None
    sums, seats = found.result.figure("sum"), found.result.figure("seats")
    return int(sums[option] or 0), int(seats[option] or 0)


def _progress(doc: Document, poll: Poll, language: str) -> str:
    seats = len(polls.present(doc))
    voted = poll_closing.ballots_in(doc, poll) if poll.secret else _open_progress(doc, poll)
    return tr("{voted} of {seats} have voted", language, voted=min(voted, seats), seats=seats)


def _open_progress(doc: Document, poll: Poll) -> int:
    here = len(polls.seats_done(doc, poll.id) & polls.present(doc))
    return here + poll_closing.ballots_in(doc, poll) - len(polls.seats_done(doc, poll.id))
