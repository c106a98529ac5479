"""The rules that start a talk and name no winner by numbers alone: gradients of agreement, and the consent
round.

Sources: S. Kaner and others, Facilitator's Guide to Participatory Decision-Making (1996), for the eight
gradients; G. Endenburg (1981), for the consent round of sociocracy."""

from __future__ import annotations

from statistics import median

from mission_desk.tally.election import Election
from mission_desk.tally.result import Figure, Result, listing, names, ranked, sole
from mission_desk.tally.settings import Settings
from mission_desk.words import tr

GRADIENTS = 8  # from 1, a veto, to 8, with all my heart
OBJECTION = 2  # 0 is consent, 1 a concern to be heard, 2 an objection


def gradients(election: Election, _settings: Settings) -> Result:
    """Show how the agreement lies, gradient by gradient. There is no winner: the room sees what it has to
    talk about."""
    every = range(len(election.options))
    middles = tuple(float(median(marks)) if (marks := election.marks_of(n)) else None for n in every)
    ranking = ranked(every, lambda n: middles[n] or 0.0)
    figures = (
        Figure("median", tr("Middle"), middles),
        *(_at_step(election, step) for step in range(GRADIENTS, 0, -1)),
    )
    steps = (
        tr("The middle of the agreement, from 1 to 8: {list}.", list=listing(election, middles)),
        tr("Gradients name no winner: talk about the lowest steps first.")
        if election.ballots
        else tr("Nobody has voted, so nobody wins."),
    )
    return Result("gradients", None, ranking, figures, steps, could_win=())


def _at_step(election: Election, step: int) -> Figure:
    counts = tuple(float(election.marks_of(n).count(step)) for n in range(len(election.options)))
    return Figure(f"step{step}", tr("Step {n}", n=step), counts)


def consent(election: Election, _settings: Settings) -> Result:
    """An option passes where nobody objects. It wins where it is the only one that passes. Objections are
    heard, not outvoted."""
    every = range(len(election.options))
    against = [sum(mark >= OBJECTION for mark in election.marks_of(n)) for n in every]
    worries = [sum(mark == 1 for mark in election.marks_of(n)) for n in every]
    ranking = ranked(every, lambda n: (-against[n], -worries[n]))
    passed = [n for n in every if not against[n]] if election.ballots else []
    figures = (
        Figure("objections", tr("Objections"), tuple(map(float, against))),
        Figure("concerns", tr("Concerns"), tuple(map(float, worries))),
    )
    steps = [tr("Objections: {list}.", list=listing(election, figures[0].values))]
    if not passed:
        steps.append(tr("Nothing passes yet. Hear the objections and change the words."))
    else:
        steps.append(tr("Nobody objects to {names}.", names=names(election, passed)))
    winner = sole((tuple(passed),))
    broken = tuple(n for n in every if against[n])
    return Result("consent", winner, ranking, figures, tuple(steps), broken, could_win=tuple(passed))
