"""Preferences of the vote: the thresholds of our own, for polls that are opened from now on."""

from __future__ import annotations

from mission_desk.ui.preference_table.row import Preference, Section
from mission_desk.words import tr


def vote() -> Section:
    percent = tr("% of the seats")
    return Section(
        tr("Pull and drag"),
        (
            Preference("vote.gate_drag", tr("A draft stands with a mean drag of at most"), 4, 0, 10),
            Preference("vote.hard_drag", tr("Very hard to live by: drag from"), 8, 1, 10),
            Preference("vote.gate_share", tr("and at most so many find it very hard"), 10, 0, 100, percent),
            Preference("vote.love_share", tr("Loved: top pull from at least"), 30, 0, 100, percent),
            Preference("vote.mild_drag", tr("Common denominator: mean drag of at most"), 3, 0, 10),
            Preference(
                "vote.split_share", tr("Bold but split: very hard for at least"), 20, 0, 100, percent,
                tr("These thresholds are our own, not science. Polls that are open or closed keep theirs."),
            ),
        ),
    )  # fmt: skip
