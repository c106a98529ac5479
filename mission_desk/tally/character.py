"""What kind of option one is, whoever wins: loved, bold but split, or the common denominator that nobody
minds and nobody loves. The thresholds are our own (`Settings`)."""

from __future__ import annotations

from typing import Literal

from mission_desk.tally.election import Election
from mission_desk.tally.pull_and_drag import hard_share, stands
from mission_desk.tally.result import mean
from mission_desk.tally.settings import Settings
from mission_desk.tally.star import TOP
from mission_desk.words import tr

Character = Literal["loved", "split", "denominator", ""]


def character(election: Election, option: int, settings: Settings | None = None) -> Character:
    """The character of an option under pull and drag; empty where it has none of the three, or nobody
    answered. An option that does not pass the gate is never called loved, and never one that nobody minds."""
    limits = settings or Settings()
    drag, hard = mean(election.drags_of(option)), hard_share(election, option, limits)
    if drag is None or hard is None:
        return ""
    standing = stands(election, option, limits)
    loved = election.marks_of(option).count(TOP) / len(election.ballots) >= limits.love_share
    if loved and (hard >= limits.split_share or (hard and not standing)):
        return "split"
    if not standing:
        return ""
    if loved:
        return "loved"
    return "denominator" if drag <= limits.mild_drag else ""


def character_sentence(kind: Character, language: str | None = None) -> str:
    """The sentence beside the name of an option of this character; empty for none."""
    if kind == "loved":
        return tr("Loved.", language)
    if kind == "split":
        return tr("Bold but split. Hear them first.", language)
    if kind == "denominator":
        return tr("Common denominator: nobody minds it, nobody loves it.", language)
    return ""
