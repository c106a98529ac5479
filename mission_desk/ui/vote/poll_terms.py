"""The terms on which a poll is opened: what it promises about its ballots and what it does not, and the
thresholds of pull and drag as this person set them."""

from __future__ import annotations

from mission_desk.core.file.rows import FEWEST_SECRET
from mission_desk.core.vote.rounds import Likeness
from mission_desk.tally.settings import Settings
from mission_desk.ui.preferences import Preferences
from mission_desk.words import tr


def promise(*, secret: bool) -> str:
    if not secret:
        return tr("This poll is open, not secret: who gave what is kept in the file and can be corrected.")
    return tr(
        "Promised: nothing in the file, its copies or its log leads from a seat to its ballot. Not promised: "
        "whoever runs this laptop could watch the booth, or copy the file between two ballots and compare."
    )


def too_few(ballots: int) -> str:
    """What a secret poll with so few ballots will not tell; empty where it tells everything."""
    if ballots >= FEWEST_SECRET:
        return ""
    return tr("Fewer than five secret ballots tell only the order: a number would give somebody away.")


def comparable(like: Likeness | None) -> str:
    """What two secret rounds of nearly the same people tell together; empty where they tell nothing."""
    if like is None:
        return ""
    return tr(
        "The secret round before had {before} ballots, and {seats} can vote now. If the others vote as "
        "before, the difference of the two results tells how the few voted who came or left.",
        before=like.before,
        seats=like.seats,
    )


def chosen_thresholds(preferences: Preferences) -> Settings:
    """For a poll that is opened now."""
    return Settings(
        gate_drag=float(preferences.value("vote.gate_drag")),
        gate_share=preferences.value("vote.gate_share") / 100,
        hard_drag=preferences.value("vote.hard_drag"),
        love_share=preferences.value("vote.love_share") / 100,
        mild_drag=float(preferences.value("vote.mild_drag")),
        split_share=preferences.value("vote.split_share") / 100,
    )
