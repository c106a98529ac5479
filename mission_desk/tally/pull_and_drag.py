"""Pull and drag, the rule for choosing a statement. Pull (0 to 5) is how proud a seat would be to say the
statement to a customer; drag (0 to 10) is how hard it would be to live by it. A draft has to pass a gate on
drag before pull decides, so that the majority drags nobody along; and pull decides, so that the group does
not settle for a draft that merely does not hurt. The rule and its thresholds are our own. Among the drafts
that pass, STAR on pull decides."""

from __future__ import annotations

from msgspec.structs import replace

from mission_desk.tally import star
from mission_desk.tally.election import Election
from mission_desk.tally.result import Figure, Result, beside, listing, mean, names, ranked, verdict
from mission_desk.tally.settings import Settings
from mission_desk.words import tr
from mission_desk.written import number

RULE = "pull-and-drag"


def pull_and_drag(election: Election, settings: Settings) -> Result:
    """Count under pull and drag. `repair` of the result lists the drafts that fail the gate: the room may ask
    what one word would change for those who find them hard."""
    every = range(len(election.options))
    means = tuple(mean(election.drags_of(n)) for n in every)
    hard = tuple(hard_share(election, n, settings) for n in every)
    standing = [n for n in every if stands(election, n, settings)]
    gate = _steps(election, means, hard, standing, settings)
    decided = _decided(election, standing, means)
    fallen = tuple(n for n in every if n not in standing)
    rest = ranked(fallen, lambda n: (-(means[n] or 0.0), -(hard[n] or 0.0)))
    repair = tuple(n for n in fallen if means[n] is not None)  # what nobody rated is hard for nobody
    pulls = tuple(mean(election.marks_of(n)) for n in every)
    figures = (
        Figure("pull", tr("Pull"), pulls),
        Figure("drag", tr("Drag"), means),
        Figure("hard", tr("Find it hard"), hard),
        Figure("top", tr("Top scores"), tuple(float(election.marks_of(n).count(star.TOP)) for n in every)),
    )
    last = _repair_steps(election, repair) if election.ballots else (verdict(election, (), None),)
    return replace(
        decided,
        rule=RULE,
        ranking=(*decided.ranking, *rest),
        figures=figures,
        steps=(*gate, *decided.steps, *last),
        repair=repair,
    )


def hard_seats(election: Election, option: int, settings: Settings) -> int:
    """How many seats find the option very hard to live by."""
    return sum(drag >= settings.hard_drag for drag in election.drags_of(option))


def hard_share(election: Election, option: int, settings: Settings) -> float | None:
    """Their share of the seats that voted, 0 to 1; None where no seat answered for this option. A seat that
    left it blank is counted among those that voted, because it did not say that the option is very hard."""
    if not election.drags_of(option):
        return None
    return hard_seats(election, option, settings) / len(election.ballots)


def stands(election: Election, option: int, settings: Settings) -> bool:
    """Whether the option passes the gate. An option that nobody rated does not."""
    drag, hard = mean(election.drags_of(option)), hard_share(election, option, settings)
    if drag is None or hard is None:
        return False
    return drag <= settings.gate_drag and hard <= settings.gate_share


def _decided(election: Election, standing: list[int], means: tuple[float | None, ...]) -> Result:
    """The result of STAR on pull among the drafts that pass, with the indices of the whole election."""
    if not standing:
        return Result(RULE, None, (), (), (), could_win=())
    by_drag: tuple[str, star.Worth] = (
        tr("less drag"),
        lambda option: -(means[standing[option]] or 0.0),
    )
    star_result = star.count(election.only(standing), RULE, (by_drag,))
    winner = None if star_result.winner is None else standing[star_result.winner]
    ranking = tuple(tuple(standing[n] for n in group) for group in star_result.ranking)
    return replace(star_result, winner=winner, ranking=ranking)


def _steps(
    election: Election,
    means: tuple[float | None, ...],
    hard: tuple[float | None, ...],
    standing: list[int],
    settings: Settings,
) -> tuple[str, ...]:
    shares = (beside(_percent(share), settings.gate_share * 100, decimals=0) for share in hard)
    drags = (beside(drag, settings.gate_drag) for drag in means)
    gate = tr(
        "A draft stands with a mean drag of at most {drag} and at most {share} % who give {hard} or more.",
        drag=number(settings.gate_drag),
        share=number(settings.gate_share * 100),
        hard=settings.hard_drag,
    )
    outcome = (
        tr("Standing: {names}.", names=names(election, standing)) if standing else tr("No draft stands yet.")
    )
    return (
        tr("Mean drag: {list}.", list=listing(election, drags)),
        tr("Percent who find it very hard: {list}.", list=listing(election, shares)),
        gate,
        outcome,
    )


def _percent(share: float | None) -> float | None:
    return None if share is None else share * 100


def _repair_steps(election: Election, repair: tuple[int, ...]) -> tuple[str, ...]:
    if not repair:
        return ()
    asked = tr(
        "To be mended: {names}. Ask those who find it hard what one word would change it.",
        names=names(election, repair),
    )
    return (asked,)
