"""What a result says about one option: the number its rule counts, and the sentence that keeps a room from
settling for what nobody minds."""

from __future__ import annotations

from mission_desk.core.file.rows import Poll
from mission_desk.core.vote.polls import asks_drag, rule, thresholds
from mission_desk.tally.character import Character, character_sentence
from mission_desk.tally.election import Election
from mission_desk.tally.pull_and_drag import hard_seats
from mission_desk.tally.result import Result
from mission_desk.tally.star import TOP
from mission_desk.words import tr, trn


def score(poll: Poll, election: Election, result: Result, option: int, language: str | None = None) -> str:
    """What the rule counts, in a few words."""
    return rule(poll).score(election, result, option, language)


def verdict(
    poll: Poll,
    election: Election,
    kind: Character,
    option: int,
    *,
    repair: bool,
    language: str | None = None,
) -> str:
    """What to make of it; empty where the numbers speak for themselves."""
    if kind == "split":
        loved = election.marks_of(option).count(TOP)
        hard = hard_seats(election, option, thresholds(poll))
        return tr(
            "Bold but split: {loved} love it, {hard} could not live by it. Hear them first.",
            language, loved=loved, hard=hard,
        )  # fmt: skip
    if kind == "denominator":
        return character_sentence(kind, language)
    if repair and asks_drag(poll):
        hard = hard_seats(election, option, thresholds(poll))
        if not hard:
            return tr("Too heavy for too many: ask what one word would change it.", language)
        if poll.secret:  # a room where one hand finds it hard would look for that hand
            return tr("To repair: what one word would change it?", language)
        return trn(
            "To repair: ask the {n} who finds it hard what one word would change it.",
            "To repair: ask the {n} who find it hard what one word would change it.",
            hard,
            language,
        )
    return character_sentence(kind, language) if kind else ""
