"""Preferences of the stage."""

from __future__ import annotations

from mission_desk.ui.preference_table.row import Preference, Section
from mission_desk.words import tr


def stage() -> Section:
    return Section(
        tr("Stage"),
        (
            Preference(
                "stage.metres", tr("The last row sits away from the picture"), 8, 4, 25, tr("m"),
                tr("Sets the smallest letters. What does not fit at that size comes on further pages."),
            ),
            Preference(
                "stage.light", tr("Light stage"), 0,
                hint=tr("For bright rooms and weak projectors: dark letters on paper."),
            ),
            Preference(
                "stage.remember", tr("Remember the room's screen"), 1,
                hint=tr("Off: with two screens or more, the stage asks each time."),
            ),
        ),
    )  # fmt: skip
