"""Preferences of the clock."""

from __future__ import annotations

from mission_desk.ui.preference_table.row import Preference, Section
from mission_desk.words import tr


def clock() -> Section:
    return Section(
        tr("Clock"),
        (
            Preference(
                "clock.soon", tr("In colour for the last"), 5, 0, 120, tr("min"),
                tr("The room sees that time is getting short. 0: no colour before the end."),
            ),
            Preference(
                "clock.warn", tr("In the warning colour for the last"), 0, 0, 120, tr("min"),
                tr("0: only when the time is up."),
            ),
            Preference("clock.chime", tr("A soft chime when the time is up"), 1),
            Preference(
                "clock.starts", tr("Opening a step starts its clock"), 1,
                hint=tr("From the start of the day on; before it, steps can be looked at in peace."),
            ),
        ),
    )  # fmt: skip
