"""Writes what `show` gives to programs as lines for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mission_desk.core.vote.polls import rule_name
from mission_desk.exchange.described import (
    Described,
    DescribedBoard,
    DescribedChoice,
    DescribedDraft,
    DescribedPoll,
    SetUp,
)
from mission_desk.words import tr, trn


def to_text(described: Described) -> str:
    """Headed blocks with an empty line between them; blocks without content are left out."""
    blocks = [
        _set_up(described.workshop),
        _statement(described),
        [line for board in described.boards for line in _board(board)],
        [line for draft in described.drafts for line in _draft(draft)],
        [line for poll in described.polls for line in _poll(poll)],
        list(_priorities(described)),
        list(_road_map(described)),
        list(_review(described)),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _set_up(row: SetUp | None) -> list[str]:
    if row is None:
        return [tr("An empty workshop")]
    where = ", ".join(part for part in (row.place, row.day, row.starts) if part)
    lines = [row.title, " · ".join(part for part in (row.company, row.team, where) if part)]
    if row.mission:
        lines.append(tr("Company mission: {text}", text=row.mission))
    if row.vision:
        lines.append(tr("Company vision: {text}", text=row.vision))
    return lines


def _statement(described: Described) -> list[str]:
    return [tr("Our mission: {text}", text=draft.text) for draft in described.drafts if draft.chosen]


def _board(board: DescribedBoard) -> Iterator[str]:
    yield f"{board.title} · " + trn("{n} note", "{n} notes", len(board.notes))
    for cluster in board.clusters:
        count = sum(note.cluster == cluster for note in board.notes)
        yield f"  {cluster} · {count}"


def _draft(draft: DescribedDraft) -> Iterator[str]:
    head = tr("Draft {letter}", letter=draft.letter) + (f" · {draft.name}" if draft.name else "")
    yield f"{head} · " + trn("{n} version", "{n} versions", len(draft.versions))
    yield f"  {draft.text}"
    unanswered = [concern for concern in draft.concerns if concern.state == "open"]
    if unanswered:
        yield "  " + trn("{n} open concern", "{n} open concerns", len(unanswered))


def polls_to_text(polls: Iterable[DescribedPoll]) -> str:
    """Every poll with its rule, result and reasoning."""
    blocks = ["\n".join((*_poll(poll), *_reasoning(poll))) for poll in polls]
    return "\n\n".join(blocks) or tr("There is no poll yet.")


def _poll(poll: DescribedPoll) -> Iterator[str]:
    closed = poll.state == "closed"
    state = tr("closed") if closed else tr("open")
    rule = rule_name(poll.rule)
    ballots = trn("{n} ballot", "{n} ballots", poll.ballots)
    again = tr("round {n}", n=poll.round) if poll.round > 1 else ""
    secret = tr("secret") if poll.secret else ""
    yield " · ".join(part for part in (poll.question, state, rule, again, secret, ballots) if part)
    for choice in poll.choices:
        result_words = " · ".join(
            part for part in (choice.score, choice.verdict, choice.before) if part
        ) or _place(choice)
        mark = "*" if choice.letter == poll.winner else " "
        yield f" {mark}{choice.letter} · {result_words} · {choice.text}"
    if poll.decision:
        yield f"  {poll.decision}"
    for text in poll.withdrawn:
        yield f"  {tr('withdrawn')} · {text}"


def _place(choice: DescribedChoice) -> str:
    """The place, which is all that few secret ballots may tell; a dash before the poll is closed."""
    return "–" if choice.place is None else tr("Place {n}", n=choice.place)


def _reasoning(poll: DescribedPoll) -> Iterator[str]:
    yield from (f"  {step}" for step in (*poll.steps, *poll.terms))
    yield from (f"  {tr('reason')} · {reason}" for reason in poll.reasons)
    under = ", ".join(f"{row.rule}: {row.winner}" for row in poll.under)
    if under:
        yield "  " + tr("Who would win under… {list}", list=under)


def _priorities(described: Described) -> Iterator[str]:
    written = described.priorities
    if any(row.text for row in (*written.company, *written.team)):
        yield tr("Company priorities")
        yield from (f"  {row.number}. {row.text}" for row in written.company)
        yield tr("Team priorities")
        for row in written.team:
            serves = ", ".join(map(str, row.linked))
            yield f"  {row.number}. {row.text}" + (
                f" ({tr('serves {numbers}', numbers=serves)})" if serves else ""
            )


def _road_map(described: Described) -> Iterator[str]:
    if described.guidelines:
        yield tr("Road map")
    for row in described.guidelines:
        measure = f" · {row.measure} {row.start} → {row.goal}" if row.measure else ""
        yield f"  {row.role}: {row.text}{measure}"


def _review(described: Described) -> Iterator[str]:
    if described.verdicts:
        yield tr("Review")
    for row in described.verdicts:
        yield f"  {row.promise} · {row.answer or '–'}"
