"""The cards under a result: who would win under other rules, what is still open, how it was counted, by
thinking style, by cluster, round by round, and what became of the ballots."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QGridLayout

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import FEWEST_SECRET
from mission_desk.core.room.style_words import style_plural
from mission_desk.core.statement.open_issues import sentences, unsettled
from mission_desk.core.vote import poll_closing, polls, reasons, rounds
from mission_desk.core.vote.decided_by import terms
from mission_desk.core.vote.outcome import OptionOutcome, Outcome, cluster_totals, others, outcome, pairs
from mission_desk.core.vote.polls import rule_name
from mission_desk.core.vote.result_bars import by_style
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.cards import Card, row
from mission_desk.ui.parts.labels import label
from mission_desk.ui.vote.result.shares import ShareBar
from mission_desk.words import tr, trn

MOST_CONCERNS = 4
MOST_PAIRED = 12  # options whose pairs are shown
WHOLE_LINE = "whole_line"  # a property of a card: beside another one it would be wider than a narrow page


def result_cards(doc: Document, tokens: Tokens, result: Outcome) -> list[Card]:
    """The cards that have something to say, the most useful ones first."""
    made = (
        _reasons(doc, result), _under(doc, result), _before(doc, result), _steps(result),
        _styles(doc, tokens, result), _clusters(doc, result), _pairs(doc, result),
        _rounds(doc, result), _ballots(doc, result),
    )  # fmt: skip
    return [card for card in made if card is not None]


def _card(title: str) -> Card:
    card = Card(margins=(16, 12, 16, 14), spacing=6)
    card.column.addWidget(label(title, "strong"))
    return card


def _filled(title: str, lines: Iterable[str]) -> Card | None:
    every = list(lines)
    if not every:
        return None
    card = _card(title)
    for line in every:
        card.column.addWidget(label(line, "quiet", wrap=True))
    card.column.addStretch(1)
    return card


def _reasons(doc: Document, result: Outcome) -> Card | None:
    """Why the ballots were given, without names and in an order that tells nothing."""
    if result.poll.reasons and result.veiled and result.ballots < FEWEST_SECRET:
        return _filled(tr("Reasons"), [tr("So few secret ballots: their reasons were deleted.")])
    card = _filled(tr("Reasons"), reasons.shuffled(doc, result.poll))
    if card is not None:
        card.setProperty(WHOLE_LINE, True)
    return card


def _under(doc: Document, result: Outcome) -> Card | None:
    """What other rules would choose, shown openly."""
    rows = others(doc, result.poll)
    if len(rows) < 2:
        return None
    card, winner = _card(tr("Who would win under…")), rows[0][1]
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    for at, (rule, name) in enumerate(rows):
        grid.addWidget(label(rule, "strong" if at == 0 else "quiet"), at, 0)
        grid.addWidget(label(name, "strong" if name == winner else "warn"), at, 1)
    grid.setColumnStretch(1, 1)
    card.column.addLayout(grid)
    if any(name not in (winner, "–") for _, name in rows):
        card.column.addWidget(label(tr("The rule decides here: talk about it."), "tiny", wrap=True))
    card.column.addStretch(1)
    return card


def _before(doc: Document, result: Outcome) -> Card | None:
    """What is not settled about the winner, or about those that share the first place."""
    drafted = [option for option in result.options if option.wins] or list(result.best)
    with_draft = [option for option in drafted if option.choice.draft is not None]
    if not with_draft:
        return None
    card = _card(tr("Before you celebrate"))
    for option in with_draft:
        _add_unsettled(card, doc, option)
    card.column.addStretch(1)
    return card


def _add_unsettled(card: Card, doc: Document, option: OptionOutcome) -> None:
    if option.choice.draft is None:
        return
    still, name = unsettled(doc, option.choice.draft), option.choice.name
    if still.is_settled:
        card.column.addWidget(label(tr("Nothing is open on {name}.", name=name), "quiet", wrap=True))
    for sentence in sentences(still, name):
        card.column.addWidget(label(sentence, "warn-plain", wrap=True))
    for concern in still.concerns[:MOST_CONCERNS]:
        card.column.addWidget(label(concern.text, "quiet", wrap=True))
    changed = rounds.changed_words(doc, option.choice)
    if changed:
        words = tr("{name} was changed since: “{words}”", name=name, words=changed)
        card.column.addWidget(label(words, "warn-plain", wrap=True))


def _steps(result: Outcome) -> Card | None:
    if result.veiled and result.ballots >= FEWEST_SECRET:
        words = tr(
            "Nearly the same people voted in the next round: compared, the two counts would tell how "
            "the few voted who were in one of them only. So the order of this one is told, and no number was "
            "kept."
        )
        return _filled(tr("How it was counted"), [words, *terms(result)])
    if result.veiled:
        words = tr(
            "Only {n} secret ballots: the order is told, the numbers are not. With fewer than {limit} they "
            "would give somebody away.",
            n=result.ballots,
            limit=FEWEST_SECRET,
        )
        return _filled(tr("How it was counted"), [words, *terms(result)])
    return _filled(tr("How it was counted"), (*result.result.steps, *terms(result)))


def _styles(doc: Document, tokens: Tokens, result: Outcome) -> Card | None:
    groups = by_style(doc, result.poll)
    if not groups:
        return None
    card = _card(tr("By thinking style"))
    card.setProperty(WHOLE_LINE, True)
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    for column, group in enumerate(groups, 1):
        head = f"{style_plural(group.style)} · {group.seats}"
        grid.addWidget(label(head, "tiny"), 0, column)
        grid.setColumnStretch(column, 1)
    for line, option in enumerate(result.options, 1):
        grid.addWidget(label(option.choice.name, "strong"), line, 0)
        for column, group in enumerate(groups, 1):
            grid.addWidget(ShareBar(tokens, group.options[line - 1], named=False), line, column)
    card.column.addLayout(grid)
    card.column.addStretch(1)
    return card


def _clusters(doc: Document, result: Outcome) -> Card | None:
    lines = (
        trn("{name}: {n} dot on {notes}", "{name}: {n} dots on {notes}", total.dots,
            name=total.name or "–", notes=trn("{n} note", "{n} notes", total.notes))
        for total in cluster_totals(doc, result.poll)
    )  # fmt: skip
    return _filled(tr("Clusters"), lines)


def _rounds(doc: Document, result: Outcome) -> Card | None:
    """Earlier rounds beside this one."""
    chain = rounds.rounds(doc, result.poll)
    if len(chain) < 2:
        return None
    card = _card(tr("Rounds"))
    for each in chain:
        earlier = (
            outcome(doc, each.poll.id) if each.poll.state == "closed" and polls.has_rule(each.poll) else None
        )
        head = tr("Round {n} · {rule}", n=each.number, rule=rule_name(each.poll.rule))
        card.column.addWidget(label(head, "tiny"))
        for option in earlier.options if earlier else ():
            words = " · ".join(
                part for part in (option.choice.name, option.score or f"{option.place}.") if part
            )
            line = row(label(words, "strong" if option.wins else "quiet"), spacing=8, stretch=1)
            card.column.addLayout(line)
    card.column.addStretch(1)
    return card


def _pairs(doc: Document, result: Outcome) -> Card | None:
    """How many prefer each option to each other one: to look at, whatever the rule."""
    wins = pairs(doc, result.poll)
    if not 1 < len(wins) <= MOST_PAIRED:
        return None
    card, names = _card(tr("In pairs")), [option.choice.name for option in result.options]
    card.column.addWidget(label(tr("How many prefer the row to the column"), "tiny", wrap=True))
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(4)
    for at, name in enumerate(names, 1):
        grid.addWidget(label(name, "strong"), 0, at)
        grid.addWidget(label(name, "strong"), at, 0)
    for one, row_of_wins in enumerate(wins):
        for other, count in enumerate(row_of_wins):
            ahead = count > wins[other][one]
            words = "·" if one == other else str(count)
            grid.addWidget(label(words, "strong" if ahead else "quiet"), one + 1, other + 1)
    grid.setColumnStretch(len(names) + 1, 1)
    card.column.addLayout(grid)
    card.column.addStretch(1)
    return card


def _ballots(doc: Document, result: Outcome) -> Card | None:
    if result.poll.secret:
        shuffled = tr("Secret: kept shuffled, without seats, names or times.")
        lines = (
            tr("Secret: only this order was kept, and no ballot.") if result.veiled else shuffled,
            tr("Undo opens the poll again, but nobody can vote in it any more."),
        )
    else:
        lines = (
            tr("Not secret: who gave what is kept in the file."),
            tr("Undo opens the poll again, to correct a ballot."),
        )
    count = trn("{n} ballot", "{n} ballots", poll_closing.ballots_in(doc, result.poll))
    return _filled(tr("Ballots"), (count, *lines))
