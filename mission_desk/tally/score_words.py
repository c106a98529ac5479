"""What a result says about one option: the number that its rule counts, in a few words. Each rule of the
table names the function that says it."""

from __future__ import annotations

from mission_desk.tally.election import Election
from mission_desk.tally.result import Result
from mission_desk.words import tr, trn
from mission_desk.written import number


def grade_words(language: str | None = None) -> tuple[str, ...]:
    """The names of the grades of majority judgment, from 0 to 5."""
    return (
        tr("reject", language), tr("poor", language), tr("passable", language), tr("good", language),
        tr("very good", language), tr("excellent", language),
    )  # fmt: skip


def agreement_words(language: str | None = None) -> tuple[str, ...]:
    """The names of the eight gradients of agreement, from 1 to 8."""
    return (
        tr("I block it", language),
        tr("I cannot take part", language),
        tr("I disagree, but go along", language),
        tr("I stand aside", language),
        tr("I have no opinion", language),
        tr("Yes, with reservations", language),
        tr("Yes, with a small point", language),
        tr("Yes, wholeheartedly", language),
    )


def _figure(result: Result, key: str, option: int) -> float | None:
    return result.figure(key)[option]


def dots(election: Election, result: Result, option: int, language: str | None) -> str:
    return trn(
        "{n} dot from {seats} of {ballots}", "{n} dots from {seats} of {ballots}",
        int(_figure(result, "sum", option) or 0), language,
        seats=int(_figure(result, "seats", option) or 0), ballots=len(election.ballots),
    )  # fmt: skip


def yeses(election: Election, result: Result, option: int, language: str | None) -> str:
    yes = int(_figure(result, "sum", option) or 0)
    return tr("Yes from {n} of {ballots}", language, n=yes, ballots=len(election.ballots))


def points(election: Election, result: Result, option: int, language: str | None) -> str:
    total = int(_figure(result, "sum", option) or 0)
    mean = number(total / len(election.ballots) if election.ballots else None, language)
    return trn("{n} point, mean {mean}", "{n} points, mean {mean}", total, language, mean=mean)


def resistance(election: Election, result: Result, option: int, language: str | None) -> str:
    return tr("Mean resistance {mean}", language, mean=number(_figure(result, "mean", option), language))


def grade(election: Election, result: Result, option: int, language: str | None) -> str:
    median = _figure(result, "median", option)
    words = "–" if median is None else grade_words(language)[int(median)]
    return tr("A majority says: {grade} or better", language, grade=words)


def middle(election: Election, result: Result, option: int, language: str | None) -> str:
    median = _figure(result, "median", option)
    words = "–" if median is None else agreement_words(language)[int(median) - 1]
    return tr("In the middle: {words}", language, words=words)


def duels_won(election: Election, result: Result, option: int, language: str | None) -> str:
    won = int(result.figures[0].values[option] or 0)
    others = len(election.options) - 1
    return trn("Beats {won} of {n} other", "Beats {won} of {n} others", others, language, won=won)


def objections(election: Election, result: Result, option: int, language: str | None) -> str:
    against = int(_figure(result, "objections", option) or 0)
    worries = int(_figure(result, "concerns", option) or 0)
    concerns = trn("{n} concern", "{n} concerns", worries, language)
    objected = trn("{n} objection", "{n} objections", against, language)
    if not against:
        return tr("Nobody objects · {concerns}", language, concerns=concerns)
    return f"{objected} · {concerns}"


def pull_and_drag(election: Election, result: Result, option: int, language: str | None) -> str:
    pull, drag = _figure(result, "pull", option), _figure(result, "drag", option)
    return tr("Pull {pull} · drag {drag}", language, pull=number(pull, language), drag=number(drag, language))
