"""The thresholds of pull and drag as this person set them, for a poll that is opened now."""

from __future__ import annotations

from mission_desk.tally.settings import Settings
from mission_desk.ui.preferences import Preferences


def chosen_thresholds(kept: Preferences) -> Settings:
    return Settings(
        gate_drag=float(kept.value("vote.gate_drag")),
        gate_share=kept.value("vote.gate_share") / 100,
        hard_drag=kept.value("vote.hard_drag"),
        love_share=kept.value("vote.love_share") / 100,
        mild_drag=float(kept.value("vote.mild_drag")),
        split_share=kept.value("vote.split_share") / 100,
    )
