"""The part of a Slide that shows a poll: the question and who has voted. How they voted comes only when the
poll is closed, and only as far as the result was revealed."""

from __future__ import annotations

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Choice, Draft, Poll
from mission_desk.core.stage import revealing
from mission_desk.core.stage.slides import Body, CompanyBody, NamedTexts, PollBody, PollRow, PromptBody
from mission_desk.core.statement import drafts
from mission_desk.core.vote import poll_closing, polls, reasons, result_bars
from mission_desk.core.vote.bar_layout import Key
from mission_desk.core.vote.first_round import before_talking, words_before
from mission_desk.core.vote.outcome import OptionOutcome, Outcome, outcome
from mission_desk.words import tr


def poll_body(doc: Document, language: str) -> Body:
    poll = polls.newest(doc)
    if poll is None:
        return PromptBody(tuple(row.text.strip() for row in drafts.drafts(doc) if row.text.strip()))
    if revealing.shows_reasons(doc, poll):
        head = tr("Why we voted so, in no order", language)
        return CompanyBody((NamedTexts(head, reasons.shuffled(doc, poll)),))
    closed, seen = poll.state == "closed", revealing.seen(doc, poll)
    choices = polls.choices(doc, poll.id)
    poll_outcome = outcome(doc, poll.id, language) if closed and seen and polls.has_rule(poll) else None
    chosen = drafts.chosen(doc) if seen >= len(choices) else None
    before = before_talking(doc, poll, language) if poll_outcome else {}
    rows = tuple(
        _revealed_row(poll_outcome, n, chosen, before, language)
        if poll_outcome and n < seen
        else _bare(choice)
        for n, choice in enumerate(choices)
    )
    progress = _progress(doc, poll, language)
    legend = _legend(doc, poll, len(choices), language)
    if poll_outcome is None:
        return PollBody(poll.question, rows, progress, closed, legend=legend, bars=not polls.takes_dots(poll))
    # Of those that were revealed: measured against the most of all, the first bar would tell the winner's.
    most = max((row.dots or 0 for row in rows), default=0)
    alone = revealing.divided_option(doc, poll)
    if alone is not None:
        at, count = revealing.divided(doc, poll), revealing.walk_length(doc, poll)
        progress = tr("Most divided: {n} of {count}", language, n=at, count=count)
        rows = rows[alone : alone + 1]
    is_whole = alone is None and seen >= len(choices)
    return PollBody(
        poll.question, rows, progress, closed, most, legend, not _has_dots(poll_outcome),
        decision=poll.decision if is_whole else "",
    )  # fmt: skip


def _legend(doc: Document, poll: Poll, options: int, language: str) -> tuple[Key, ...]:
    """Of a closed poll the same before and after a row was revealed, so that nothing moves or is told."""
    is_shown = poll.state == "closed" and polls.has_rule(poll) and not polls.takes_dots(poll)
    if not is_shown or poll_closing.is_veiled(doc, poll):
        return ()
    return result_bars.legend(poll, options, language)


def _bare(choice: Choice) -> PollRow:
    return PollRow(choice.name, choice.text, None, None, False)


def _revealed_row(
    poll_outcome: Outcome,
    option: int,
    chosen: Draft | None,
    before: dict[int, OptionOutcome],
    language: str,
) -> PollRow:
    """All that the room may see of an option; of a veiled result only the place."""
    option_result = poll_outcome.options[option]
    bar = tuple(band for band in option_result.bands if band.count)
    return PollRow(
        option_result.choice.name, option_result.choice.text, option_result.dots, option_result.seats,
        chosen is not None and option_result.choice.draft == chosen.id,
        option_result.score or tr("Place {n}", language, n=option_result.place), option_result.verdict,
        () if option_result.dots is not None else bar,
        bool(option_result.verdict) and option_result.kind != "loved",
        words_before(before, option_result.choice, language),
    )  # fmt: skip


def _has_dots(poll_outcome: Outcome) -> bool:
    """Under dots the room sees each dot that was given; other rules have bars."""
    return polls.takes_dots(poll_outcome.poll) and not poll_outcome.veiled


def _progress(doc: Document, poll: Poll, language: str) -> str:
    seats = len(polls.present(doc))
    voted = poll_closing.ballots_in(doc, poll) if poll.secret else _open_progress(doc, poll)
    counted = tr("{voted} of {seats} have voted", language, voted=min(voted, seats), seats=seats)
    needed = tr("quorum {n}", language, n=poll.quorum) if poll.quorum else ""
    first = tr("First round, before anybody talks", language) if poll.quick else ""
    return " · ".join(part for part in (first, counted, needed) if part)


def _open_progress(doc: Document, poll: Poll) -> int:
    here = len(polls.seats_done(doc, poll.id) & polls.present(doc))
    return here + poll_closing.ballots_in(doc, poll) - len(polls.seats_done(doc, poll.id))
