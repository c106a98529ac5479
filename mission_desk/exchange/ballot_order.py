"""What the numbers on ballots of a ranking mean: places (1 is the best) or scores (more is better)."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from mission_desk.core.file.errors import KnownError
from mission_desk.tally.election import Election
from mission_desk.tally.rules import places
from mission_desk.words import tr

MarksAre = Literal["places", "scores"]


class ReadBallots(Struct, frozen=True):
    """The ballots, and whether the marks of a ranking were read as places (1 is the best) or as scores."""

    election: Election
    as_places: bool


def ranked(election: Election, ballots: list[Any], marks: MarksAre | None) -> ReadBallots:
    """Read the ballots of a ranking. A list is an order already. Numbers are places, of which 1 is the best,
    or scores, of which more is better; where they could be both, the person has to say which."""
    listed = [isinstance(ballot, list) for ballot in ballots]
    if any(listed) and marks == "scores":
        raise KnownError(tr("A list is an order and has no scores. Nothing was counted."))
    if any(listed) and not all(listed) and not marks:
        raise KnownError(
            tr(
                "Some ballots are lists and some have numbers. If the numbers are places, 1 for the best, "
                "say --marks places. Nothing was counted."
            )
        )
    if marks == "places" or (listed and all(listed)):
        return ReadBallots(_as_places(election), True)
    if not marks and _could_be_places(election):
        raise KnownError(
            tr(
                "These numbers can be places, 1 for the best, or scores, more for the better: say "
                "--marks places or --marks scores. Nothing was counted."
            )
        )
    return ReadBallots(election.with_marks([places(ballot.marks) for ballot in election.ballots]), False)


def _as_places(election: Election) -> Election:
    for n, ballot in enumerate(election.ballots, 1):
        if any(mark == 0 for mark in ballot.marks):
            raise KnownError(tr("Ballot {n}: places begin with 1. Nothing was counted.", n=n))
    return election


def _could_be_places(election: Election) -> bool:
    """Whether the marks can be places: none is 0 or beyond the last place."""
    given = [mark for ballot in election.ballots for mark in ballot.marks if mark is not None]
    return bool(given) and all(1 <= mark <= len(election.options) for mark in given)
