"""What a result says about one option: the number its rule counts, and the sentence that keeps a room from
settling for what nobody minds."""

from __future__ import annotations

from collections.abc import Callable

from mission_desk.core.file.rows import Poll
from mission_desk.core.vote.ballot_scales import agreement_words, grade_words
from mission_desk.core.vote.polls import thresholds
from mission_desk.core.vote.result_bars import hard_seats
from mission_desk.tally.character import Character
from mission_desk.tally.character import said as character_said
from mission_desk.tally.election import Election
from mission_desk.tally.result import Result
from mission_desk.tally.star import TOP
from mission_desk.words import screen_language, tr, trn


def decimal(value: float | None, language: str | None = None) -> str:
    """3.25 as the language writes it, at most two places; a dash for nothing."""
    if value is None:
        return "–"
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if (language or screen_language()) == "de" else text


def score(poll: Poll, election: Election, result: Result, option: int, language: str | None = None) -> str:
    """What the rule counts, in a few words."""
    teller = _TELLERS.get(poll.rule, _dots)
    return teller(election, result, option, language)


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
        return character_said(kind, language)
    if repair and poll.rule == "pull-and-drag":
        hard = hard_seats(election, option, thresholds(poll))
        if not hard:
            return tr("Too heavy for too many: ask what one word would change it.", language)
        return trn(
            "To repair: ask the {n} who finds it hard what one word would change it.",
            "To repair: ask the {n} who find it hard what one word would change it.",
            hard,
            language,
        )
    return character_said(kind, language) if kind else ""


def _figure(result: Result, key: str, option: int) -> float | None:
    return result.figure(key)[option]


def _dots(election: Election, result: Result, option: int, language: str | None) -> str:
    return trn(
        "{n} dot from {seats} of {ballots}", "{n} dots from {seats} of {ballots}",
        int(_figure(result, "sum", option) or 0), language,
        seats=int(_figure(result, "seats", option) or 0), ballots=len(election.ballots),
    )  # fmt: skip


def _approval(election: Election, result: Result, option: int, language: str | None) -> str:
    yes = int(_figure(result, "sum", option) or 0)
    return tr("Yes from {n} of {ballots}", language, n=yes, ballots=len(election.ballots))


def _points(election: Election, result: Result, option: int, language: str | None) -> str:
    points = int(_figure(result, "sum", option) or 0)
    mean = decimal(points / len(election.ballots) if election.ballots else None, language)
    return trn("{n} point, mean {mean}", "{n} points, mean {mean}", points, language, mean=mean)


def _resistance(election: Election, result: Result, option: int, language: str | None) -> str:
    return tr("Mean resistance {mean}", language, mean=decimal(_figure(result, "mean", option), language))


def _grade(election: Election, result: Result, option: int, language: str | None) -> str:
    grade = _figure(result, "median", option)
    words = "–" if grade is None else grade_words(language)[int(grade)]
    return tr("A majority says: {grade} or better", language, grade=words)


def _middle(election: Election, result: Result, option: int, language: str | None) -> str:
    middle = _figure(result, "median", option)
    words = "–" if middle is None else agreement_words(language)[int(middle) - 1]
    return tr("In the middle: {words}", language, words=words)


def _duels(election: Election, result: Result, option: int, language: str | None) -> str:
    won = int(result.figures[0].values[option] or 0)
    others = len(election.options) - 1
    return trn("Beats {won} of {n} other", "Beats {won} of {n} others", others, language, won=won)


def _consent(election: Election, result: Result, option: int, language: str | None) -> str:
    against = int(_figure(result, "objections", option) or 0)
    worries = int(_figure(result, "concerns", option) or 0)
    concerns = trn("{n} concern", "{n} concerns", worries, language)
    objections = trn("{n} objection", "{n} objections", against, language)
    if not against:
        return tr("Nobody objects · {concerns}", language, concerns=concerns)
    return f"{objections} · {concerns}"


def _pull(election: Election, result: Result, option: int, language: str | None) -> str:
    pull, drag = _figure(result, "pull", option), _figure(result, "drag", option)
    return tr(
        "Pull {pull} · drag {drag}", language, pull=decimal(pull, language), drag=decimal(drag, language)
    )


_Teller = Callable[[Election, Result, int, str | None], str]
_TELLERS: dict[str, _Teller] = {
    "dots": _dots,
    "approval": _approval,
    "score": _points,
    "star": _points,
    "consensing": _resistance,
    "majority": _grade,
    "gradients": _middle,
    "schulze": _duels,
    "pairs": _duels,
    "duel": _duels,
    "consent": _consent,
    "pull-and-drag": _pull,
}
