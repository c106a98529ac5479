"""The voting rules as a facilitator chooses them: a name, and one line that says what each is good for."""

from __future__ import annotations

from msgspec import Struct

from mission_desk.words import tr


class RuleWords(Struct, frozen=True):
    """`purpose` is the line beside the name."""

    name: str
    purpose: str


def pull_and_drag(language: str | None) -> RuleWords:
    return RuleWords(
        tr("Pull and drag", language),
        tr("Proud to say it, and can we live by it? Made for choosing a statement.", language),
    )


def gradients(language: str | None) -> RuleWords:
    return RuleWords(
        tr("Gradients of agreement", language),
        tr("Eight steps from block to wholehearted. No winner, but where to talk.", language),
    )


def star(language: str | None) -> RuleWords:
    return RuleWords(
        tr("STAR", language),
        tr("0 to 5 for each; the two best meet, and more people's favourite wins.", language),
    )


def majority(language: str | None) -> RuleWords:
    return RuleWords(
        tr("Majority judgment", language),
        tr("A grade for each; the grade that a majority gives or better counts.", language),
    )


def consensing(language: str | None) -> RuleWords:
    return RuleWords(
        tr("Systemic consensing", language),
        tr("Resistance from 0 to 10; the smallest wins. Finds what is bearable.", language),
    )


def consent(language: str | None) -> RuleWords:
    return RuleWords(
        tr("Consent round", language),
        tr("Passes where nobody objects. Objections are heard, not outvoted.", language),
    )


def score(language: str | None) -> RuleWords:
    return RuleWords(
        tr("Score", language),
        tr("0 to 5 for each; the highest sum wins. Favours what nobody minds.", language),
    )


def approval(language: str | None) -> RuleWords:
    return RuleWords(
        tr("Approval", language),
        tr("Yes to as many as one likes.", language),
    )


def schulze(language: str | None) -> RuleWords:
    return RuleWords(
        tr("Ranking (Schulze)", language),
        tr("Everybody ranks; who beats the others along the strongest chains wins.", language),
    )


def pairs(language: str | None) -> RuleWords:
    return RuleWords(
        tr("Ranked pairs", language),
        tr("Everybody ranks; the clearest duels count first.", language),
    )


def duel(language: str | None) -> RuleWords:
    return RuleWords(
        tr("Pairwise duel", language),
        tr("Each against each; only who beats every other one wins.", language),
    )


def dots(language: str | None) -> RuleWords:
    return RuleWords(
        tr("Dots", language),
        tr("Quick: everybody spreads the same number of dots. Blind to resistance.", language),
    )
