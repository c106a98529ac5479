"""What a closed poll says, ready to be shown: the result, and for every option its place, its sentence and
how the room divides over it. Desk, stage, poster and export all read this one shape."""

from __future__ import annotations

from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Choice, Cluster, Poll
from mission_desk.core.vote import outcome_words, poll_closing, polls, result_bars
from mission_desk.core.vote.bar_layout import Band, Key
from mission_desk.core.vote.secret_ballots import Order
from mission_desk.tally import rules
from mission_desk.tally.character import Character, character
from mission_desk.tally.duels import Wins, from_places, preferred
from mission_desk.tally.election import Election
from mission_desk.tally.result import Result

TOP = 3  # priorities of a team
DUEL = "duel"  # the rule whose reading of a ballot is an order of its options


class OptionOutcome(Struct, frozen=True):
    """One option. `place` counts from 1, equals share it; `score` is what the rule counts, in words; `kind`
    says whether it is loved, bold but split, or the common denominator; `repair` that the rule sends it
    back. `dots` and the `seats` that gave them are counted here under every rule whose ballots are dots, and
    None under the others."""

    choice: Choice
    place: int
    wins: bool
    score: str
    kind: Character
    verdict: str
    repair: bool
    bands: tuple[Band, ...]
    dots: int | None = None
    seats: int | None = None


class Outcome(Struct, frozen=True):
    """`veiled`: too few secret ballots to show a number; then there are no figures, bands and steps, only
    places. `legend` says what the colours of the bars mean. `lacking` are the ballots that are missing for
    the quorum: then nobody wins."""

    poll: Poll
    result: Result
    ballots: int
    veiled: bool
    options: tuple[OptionOutcome, ...]
    legend: tuple[Key, ...]
    lacking: int = 0

    @property
    def keys(self) -> tuple[Key, ...]:
        """What is needed of the legend: no answer only where somebody gave none."""
        given = [band.tone for option in self.options for band in option.bands if band.count]
        return tuple(key for key in self.legend if key.tone is not None or None in given)

    @property
    def decides(self) -> bool:
        """Not below the quorum, and not in a first round before anybody talked."""
        return not self.lacking and not self.poll.quick

    @property
    def winner(self) -> OptionOutcome | None:
        return next((option for option in self.options if option.wins), None)

    @property
    def best(self) -> tuple[OptionOutcome, ...]:
        """The options that share the first place."""
        return tuple(option for option in self.options if option.place == 1)

    @property
    def level(self) -> tuple[OptionOutcome, ...]:
        """Those that are equal for the win, where none wins."""
        is_open = self.decides and self.winner is None
        return () if not is_open else tuple(self.options[n] for n in sorted(self.result.level))


def outcome(doc: Document, poll: int, language: str | None = None) -> Outcome:
    """The result of a closed poll. KnownError while the poll is open."""
    row = doc.row(Poll, poll)
    poll_closing.require_closed(row)
    choices = polls.choices(doc, poll)
    order = poll_closing.order_only(doc, row)
    if order is not None:
        return _decided(_order_only(row, choices, order))
    election = poll_closing.election(doc, row)
    limits = polls.thresholds(row)
    result = rules.count(polls.rule(row).key, election, limits)
    options = tuple(
        _option_outcome(row, election, result, choices, n, language=language) for n in range(len(choices))
    )
    legend = result_bars.legend(row, len(choices), language)
    return _decided(Outcome(row, result, len(election.ballots), False, options, legend))


def _decided(counted: Outcome) -> Outcome:
    """Who wins when quorum and lot are heard too: nobody with too few ballots; among equals whom the lot fell
    on, as long as they are level."""
    lacking = max(0, counted.poll.quorum - counted.ballots)
    level = [counted.options[n].choice.id for n in counted.result.level]
    decides = not lacking and not counted.poll.quick
    lot = counted.poll.lot if counted.poll.lot in level else 0
    options = tuple(
        replace(option, wins=decides and (option.wins or option.choice.id == lot))
        for option in counted.options
    )
    return replace(counted, options=options, lacking=lacking)


def _order_only(poll: Poll, choices: list[Choice], order: Order) -> Outcome:
    """The outcome of a poll of which only the order is stored: no figure, no step and no word about an
    option can be read from it."""
    at = {choice.id: n for n, choice in enumerate(choices)}
    ranking = tuple(tuple(at[each] for each in group if each in at) for group in order.ranking)
    winner = None if order.winner is None else at.get(order.winner)
    rule = polls.rule(poll)  # whether the first one stands is not in an order
    result = Result(rule.key, winner, ranking, (), (), could_win=None if rule.first_wins else ())
    options = tuple(
        OptionOutcome(choice, _place(result, n), result.winner == n, "", "", "", False, ())
        for n, choice in enumerate(choices)
    )
    return Outcome(poll, result, order.ballots, True, options, ())


def _place(result: Result, option: int) -> int:
    """From 1. Without a ballot (its seat has left the room) some rules rank nobody."""
    before = next((n for n, group in enumerate(result.ranking) if option in group), 0)
    return 1 + sum(len(group) for group in result.ranking[:before])


def _option_outcome(
    poll: Poll,
    election: Election,
    result: Result,
    choices: list[Choice],
    option: int,
    *,
    language: str | None,
) -> OptionOutcome:
    limits = polls.thresholds(poll)
    kind = character(election, option, limits)
    repair = option in result.repair
    dots, seats = _dots(election, option) if polls.takes_dots(poll) else (None, None)
    return OptionOutcome(
        choices[option],
        _place(result, option),
        result.winner == option,
        outcome_words.score(poll, election, result, option, language),
        kind,
        outcome_words.verdict(poll, election, kind, option, repair=repair, language=language),
        repair,
        result_bars.bands(poll, election, option, limits, language),
        dots,
        seats,
    )


def _dots(election: Election, option: int) -> tuple[int, int]:
    """How many dots it got, and from how many seats."""
    given = [dots for dots in election.marks_of(option) if dots]
    return sum(given), len(given)


def others(doc: Document, poll: Poll) -> tuple[tuple[str, str], ...]:
    """Who would win under this rule and the others that these ballots allow: (rule's name, letter or a
    dash). Nobody would where nothing is decided."""
    if poll_closing.is_veiled(doc, poll) or not outcome(doc, poll.id).decides:
        return ()
    election, limits, key = poll_closing.election(doc, poll), polls.thresholds(poll), polls.rule(poll).key
    read = [(each, rules.reading(election, key, each, limits)) for each in rules.allowed_by(key)]
    elections = [(key, election), *read]
    return tuple((polls.rule_name(each), _winner_of(each, votes, poll)) for each, votes in elections)


def _winner_of(key: str, election: Election, poll: Poll) -> str:
    result = rules.count(key, election, polls.thresholds(poll))
    if result.winner is not None:
        return election.options[result.winner]
    equals = result.level
    return " = ".join(election.options[n] for n in sorted(equals)) if 1 < len(equals) <= 3 else "–"


def top_three(outcome: Outcome) -> tuple[OptionOutcome, ...]:
    """The three best, best first, where no tie makes them two or four; nothing where nothing is
    decided, and where drafts were voted on."""
    three = sorted((option for option in outcome.options if option.place <= TOP), key=attrgetter("place"))
    fits = len(three) == TOP and len(outcome.options) > TOP and outcome.decides and outcome.ballots > 0
    no_drafts = all(option.choice.kind not in ("draft", "none") for option in three)
    return tuple(three) if fits and no_drafts else ()


def pairs(doc: Document, poll: Poll) -> Wins:
    """How many prefer each option (the row) to each other one; nothing where the ballots have no order of the
    options, and of so few secret ballots that only theirs is told."""
    key = polls.rule(poll).key
    if poll_closing.is_veiled(doc, poll) or not (key == DUEL or DUEL in rules.allowed_by(key)):
        return ()
    votes = poll_closing.election(doc, poll)
    read = votes if key == DUEL else rules.reading(votes, key, DUEL, polls.thresholds(poll))
    return preferred(from_places(read))


class ClusterTotal(Struct, frozen=True):
    name: str
    notes: int
    dots: int


def cluster_totals(doc: Document, poll: Poll) -> tuple[ClusterTotal, ...]:
    """The sum of dots on the notes of each cluster, for a poll with dots; most dots first."""
    if not polls.takes_dots(poll) or poll_closing.is_veiled(doc, poll):
        return ()
    election = poll_closing.election(doc, poll)
    members: dict[int, list[int]] = {}
    for n, choice in enumerate(polls.choices(doc, poll.id)):
        if choice.kind == "note" and choice.cluster is not None:
            members.setdefault(choice.cluster, []).append(sum(election.marks_of(n)))
    totals = []
    for cluster, dots in members.items():
        row = doc.find(Cluster, cluster)
        if row is not None:
            totals.append(ClusterTotal(row.name, len(dots), sum(dots)))
    return tuple(sorted(totals, key=attrgetter("dots"), reverse=True))
