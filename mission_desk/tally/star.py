"""STAR: score, then automatic runoff. The two options with the most points meet; the one that more seats
prefer wins.

Source: the Official Tiebreaker Protocol of the Equal Vote Coalition, starvoting.org/ties (September 2025).
Scoring round: those who lost the most match-ups among the equal ones leave, again and again; then those with
the most five-star ratings advance, or those with the fewest leave, and it begins again from the top. Runoff:
more points, then more five-star ratings. Its last resort is a lot. Here the room shows hands or draws the lot
before everybody: chance never decides unsaid. No lot is needed, and none is asked for, where the same option
wins whichever way the tie falls.

The protocol leaves open, and is read here as: two that are equal for first place both advance; a match-up is
won by the option that more ballots prefer, and a drawn one is lost by nobody; where fewer would stay than
places are free, those who would stay advance and the others compete for the rest; no answer counts as 0."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from mission_desk.tally.duels import Wins, preferred
from mission_desk.tally.election import Election
from mission_desk.tally.result import Figure, Result, listing, names, ranked, verdict
from mission_desk.tally.settings import Settings
from mission_desk.words import tr

TOP = 5
FINALISTS = 2
MOST_RUNOFFS_SAID = 3  # with more possible runoffs the list of them would hide who wins

Worth = Callable[[int], float]


class Count(Struct, frozen=True):
    """What the two rounds compare. `last` are further ways to part options that the protocol leaves equal,
    each with its words."""

    sums: tuple[float, ...]
    wins: Wins
    tops: tuple[int, ...]
    last: tuple[tuple[str, Worth], ...]

    def lost(self, option: int, among: Sequence[int]) -> int:
        """How many match-ups the option lost against these."""
        return sum(self.wins[other][option] > self.wins[option][other] for other in among)

    def runoff(self, pair: Sequence[int]) -> tuple[tuple[int, ...], str]:
        """The winner of a runoff between two, or both where nothing parts them. The text says in words what
        parted them where equally many prefer the one and the other; it is empty otherwise."""
        for words, worth in self._runoff_ways(pair):
            groups = ranked(pair, worth)
            if len(groups) > 1:
                return groups[0], words
        return tuple(pair), ""

    def _runoff_ways(self, pair: Sequence[int]) -> tuple[tuple[str, Worth], ...]:
        return (
            ("", lambda option: sum(self.wins[option][other] for other in pair)),
            (tr("more points"), self.sums.__getitem__),
            self.by_tops,
            *self.last,
        )

    @property
    def by_tops(self) -> tuple[str, Worth]:
        """The step of the protocol that compares the number of five-star ratings, with its words."""
        return tr("more top scores"), self.tops.__getitem__


class Field(Struct, frozen=True):
    """The state of the scoring round: the `sure` options will be in the runoff, and so will `free` of the
    `equal` ones."""

    sure: tuple[int, ...]
    equal: tuple[int, ...]
    free: int

    @property
    def is_open(self) -> bool:
        """Whether a tie is left: fewer places than equal options."""
        return 0 < self.free < len(self.equal)

    def advance(self, options: Sequence[int]) -> Field:
        """The field after these equal options have advanced; the other equal ones compete for the places that
        are left."""
        rest = tuple(option for option in self.equal if option not in options)
        return Field((*self.sure, *options), rest, self.free - len(options))

    def eliminate(self, options: Sequence[int]) -> Field:
        """The field after these equal options have left. Where too few would stay for the free places, those
        who would stay advance instead."""
        stay = tuple(option for option in self.equal if option not in options)
        return self.advance(stay) if len(stay) < self.free else Field(self.sure, stay, self.free)

    def finals(self) -> Iterator[tuple[int, ...]]:
        """Every possible runoff, one for each way in which the tie can fall."""
        return ((*self.sure, *others) for others in combinations(self.equal, self.free))


def star(election: Election, _settings: Settings) -> Result:
    """Count under STAR."""
    return count(election, "star")


def count(election: Election, rule: str, last: tuple[tuple[str, Worth], ...] = ()) -> Result:
    """Count under STAR for the rule with this key. `last` are further ways, each with its words, to part
    options that the official protocol leaves equal."""
    every = range(len(election.options))
    sums = tuple(float(sum(election.marks_of(n))) for n in every)
    tops = tuple(election.marks_of(n).count(TOP) for n in every)
    figures = (
        Figure("sum", tr("Points"), sums),
        Figure("top", tr("Top scores"), tuple(float(each) for each in tops)),
    )
    counted = Count(sums, preferred(_blank_is_nothing(election)), tops, last)
    steps = [tr("Points in all: {list}.", list=listing(election, sums))]
    field = _field(election, counted, steps)
    finals = [*field.finals()]
    best = {option for pair in finals for option in counted.runoff(pair)[0]}
    winner = next(iter(best)) if len(best) == 1 and election.ballots else None
    if election.ballots:
        steps += _final_steps(election, counted, field, winner)
    ranking = _ranking(best, finals, sums)
    last_step = _verdict(election, ranking, winner, one_final=len(finals) == 1)
    return Result(rule, winner, ranking, figures, (*steps, last_step))


def _blank_is_nothing(election: Election) -> Election:
    return election.with_marks([tuple(mark or 0 for mark in ballot.marks) for ballot in election.ballots])


def _field(election: Election, counted: Count, steps: list[str]) -> Field:
    """The field after the scoring round: points first, then the protocol until no tie is left, or until none
    of its steps parts the equal ones."""
    field = Field((), tuple(range(len(counted.sums))), min(FINALISTS, len(counted.sums)))
    field = _best_in(field, counted.sums.__getitem__)
    while field.is_open:
        words, after = _parted(counted, field)
        if after == field:
            break
        steps.append(_further(election, after.sure[len(field.sure) :] or after.equal, words))
        field = after
    return field


def _further(election: Election, options: Sequence[int], why: str) -> str:
    further = names(election, sorted(options))
    return tr("Equal so far. Further: {names}, {why}.", names=further, why=why)


def _parted(counted: Count, field: Field) -> tuple[str, Field]:
    """The field after the first step of the protocol that parts the equal options, and that step in words;
    the same field where none does."""
    lost = {option: counted.lost(option, field.equal) for option in field.equal}
    worst = [option for option in field.equal if lost[option] == max(lost.values())]
    if len(worst) < len(field.equal):
        return tr("fewer duels lost among them"), field.eliminate(worst)
    for words, worth in (counted.by_tops, *counted.last):
        after = _by_worth(field, worth)
        if after != field:
            return words, after
    return "", field


def _by_worth(field: Field, worth: Worth) -> Field:
    """The field after the options of the highest worth have advanced; where there is not room for all of
    them, those of the lowest worth leave instead."""
    groups = ranked(field.equal, worth)
    if len(groups) == 1:
        return field
    return field.advance(groups[0]) if len(groups[0]) <= field.free else field.eliminate(groups[-1])


def _best_in(field: Field, worth: Worth) -> Field:
    """Groups advance from the best to the worst as long as there is room. The first group that is too large
    becomes the equal ones."""
    for group in ranked(field.equal, worth):
        if len(group) > field.free:
            return Field(field.sure, group, field.free)
        field = field.advance(group)
    return field


def _final_steps(election: Election, counted: Count, field: Field, winner: int | None) -> list[str]:
    steps: list[str] = []
    if field.is_open and winner is not None:
        steps.append(
            tr(
                "{names} are equal for the other place in the runoff. “{name}” wins against each of them.",
                names=names(election, field.equal),
                name=election.options[winner],
            )
        )
    elif field.is_open:
        equals = names(election, field.equal)
        steps.append(tr("{names} are equal for the runoff, and who wins depends on it.", names=equals))
    finals = [pair for pair in field.finals() if len(pair) == FINALISTS]
    if len(finals) <= MOST_RUNOFFS_SAID:
        steps += [sentence for pair in finals for sentence in _runoff_steps(election, counted, pair)]
    return steps


def _runoff_steps(election: Election, counted: Count, pair: Sequence[int]) -> list[str]:
    (one, other), wins = pair, counted.wins
    sentence = tr(
        "Runoff: {n} prefer “{one}”, {m} prefer “{other}”, {equal} see no difference.",
        n=wins[one][other],
        m=wins[other][one],
        one=election.options[one],
        other=election.options[other],
        equal=len(election.ballots) - wins[one][other] - wins[other][one],
    )
    first, why = counted.runoff(pair)
    return [sentence, _further(election, first, why)] if why else [sentence]


def _ranking(
    best: set[int], finals: Sequence[Sequence[int]], sums: tuple[float, ...]
) -> tuple[tuple[int, ...], ...]:
    """The options in groups: those that win or could win, then the others that could be in the runoff, then
    the rest by points."""
    others = {option for pair in finals for option in pair} - best
    head = tuple(tuple(sorted(group)) for group in (best, others) if group)
    rest = [option for option in range(len(sums)) if option not in best | others]
    return (*head, *ranked(rest, sums.__getitem__))


def _verdict(
    election: Election, ranking: tuple[tuple[int, ...], ...], winner: int | None, *, one_final: bool
) -> str:
    """The last step of the reasoning. Where a tie decides who wins, the options that could win need not have
    equally many points."""
    if winner is not None or one_final or not election.ballots:
        return verdict(election, ranking, winner)
    return tr(
        "No winner yet: it could be {names}. Let the room show hands, or draw the lot before everybody.",
        names=names(election, ranking[0]),
    )
