"""What the program can be told once and for all, as a table."""

from __future__ import annotations

from msgspec import Struct

from mission_desk.words import tr


class Preference(Struct, frozen=True):
    """A whole number from `low` to `high`, `usual` until somebody changes it; from 0 to 1 it is a switch.
    `unit` stands behind the number, `hint` below it."""

    key: str
    words: str
    usual: int
    low: int = 0
    high: int = 1
    unit: str = ""
    hint: str = ""

    @property
    def is_switch(self) -> bool:
        return (self.low, self.high) == (0, 1)


class Section(Struct, frozen=True):
    title: str
    rows: tuple[Preference, ...]


def table() -> tuple[Section, ...]:
    """Sections in the order of the window."""
    return (clock(), stage(), vote())


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


def vote() -> Section:
    """The thresholds of our own, for polls that are opened from now on."""
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
