"""What decided a poll beside the count, in sentences for every record of it: a first round, too few ballots
or a lot."""

from __future__ import annotations

from mission_desk.core.vote.outcome import Outcome
from mission_desk.words import tr, trn


def terms(outcome: Outcome, language: str | None = None) -> tuple[str, ...]:
    """Mostly none, at most one."""
    poll, sentences = outcome.poll, []
    if poll.quick:
        sentences.append(tr("A first round, before anybody talked: it decides nothing.", language))
    elif outcome.lacking:
        words = trn(
            "{n} ballot, and the quorum is {quorum}: nothing is decided.",
            "{n} ballots, and the quorum is {quorum}: nothing is decided.",
            outcome.ballots, language, quorum=poll.quorum,
        )  # fmt: skip
        sentences.append(words)
    elif outcome.winner is not None and outcome.winner.choice.id == poll.lot:
        name = outcome.winner.choice.name
        sentences.append(
            tr("The lot with the seed “{seed}” fell on {name}.", language, seed=poll.seed, name=name)
        )
    return tuple(sentences)
