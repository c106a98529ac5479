"""The columns that hold one of a few values which the code knows by name. A file that another program or
another release wrote may hold any text there, so it is checked in one place each time: where rows are read
(`require_known`), where they are written, and when the window opens a file (`core/whole/mending.py`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeVar, get_args

from msgspec import Struct

from mission_desk.core.file.errors import BugError, KnownError
from mission_desk.words import tr

ThinkingStyle = Literal["ideator", "strategist", "analyst", "heart"]
Style = Literal[ThinkingStyle, "customers", "makers", "parking"]
PageName = Literal["scene", "board", "statement", "vote", "priorities", "roadmap", "posters", "review"]
ClusterColour = Literal[Style, ""]
Capture = Literal["everybody", "leading", "blind"]
Background = Literal["", "lines", "squares", "plain"]
ConcernState = Literal["open", "answered", "accepted", "changed"]
PartKey = Literal["serve", "do", "matter", "tell"]
HitState = Literal["called", "struck", "accepted"]
PollState = Literal["open", "closed"]
ChoiceKind = Literal["draft", "note", "cluster", "priority", "free", "none"]
Side = Literal["company", "team"]
PriorityPlace = Literal["three", "wants in", "parked"]
Strength = Literal["serves", "strongly serves"]
Direction = Literal["up", "down", "hold"]
GuidelineState = Literal["planned", "lived", "partly", "dropped"]
KpiAnswer = Literal["", "kept", "changed", "stopped"]
Subject = Literal["statement", "priority", "guideline"]
Answer = Literal["lived", "partly", "not"]
GivenAnswer = Literal[Answer, ""]

# The rest is no column but a value of the session (core/file/session_kinds.py).
BenchTab = Literal["changes", "versions", "compare", "notes", "parts", "tests", "hunt"]
RoadmapOrder = Literal["order", "role", "priority", "owner", "state"]
MemoryTest = Literal["", "shown", "gone"]

THINKING_STYLES: tuple[ThinkingStyle, ...] = get_args(ThinkingStyle)
STYLES: tuple[Style, ...] = get_args(Style)
PAGES: tuple[PageName, ...] = get_args(PageName)
"""In the order of the menu and of Alt+1 to Alt+8. What each is called stands in ui/command_table/pages.py,
its class in ui/desk/pages.py, what the room sees of it in core/stage/page_bodies.py."""
CAPTURES: tuple[Capture, ...] = get_args(Capture)
BACKGROUNDS: tuple[Background, ...] = get_args(Background)
SIDES: tuple[Side, ...] = get_args(Side)
BENCH_TABS: tuple[BenchTab, ...] = get_args(BenchTab)
ANSWERS: tuple[Answer, ...] = get_args(Answer)
LONGEST_QUOTED = 40  # characters of an unknown value that a sentence shows


Value = TypeVar("Value", bound=str)


def one_of(values: tuple[Value, ...], text: object) -> Value | None:
    """The value that is this text; None where it is none of them."""
    return next((value for value in values if value == text), None)


class ClosedColumn(Struct, frozen=True):
    """`values` are what it may hold; a `listed` column holds any number of them with blanks between.
    `instead` replaces an unknown value; None where the row means nothing without it and is deleted."""

    values: frozenset[str]
    instead: str | None
    listed: bool = False

    def knows(self, text: str) -> bool:
        return self.values.issuperset(text.split()) if self.listed else text in self.values

    def mended(self, text: str) -> str | None:
        """The text without what is not known, or `instead`."""
        return " ".join(word for word in text.split() if word in self.values) if self.listed else self.instead


def _column(kind: object, instead: str | None) -> ClosedColumn:
    return ClosedColumn(frozenset(get_args(kind)), instead)


CLOSED: dict[str, dict[str, ClosedColumn]] = {
    "step": {
        "lead": ClosedColumn(frozenset(THINKING_STYLES), "", listed=True),
        "page": _column(PageName, "board"),
        "capture": _column(Capture, "everybody"),
    },
    "seat": {"style": _column(ThinkingStyle, "ideator")},
    "board": {"style": _column(Style, "parking"), "background": _column(Background, "")},
    "cluster": {"colour": _column(ClusterColour, "")},
    "note": {"style": _column(Style, "parking")},
    # Open, so that nobody overlooks it.
    "concern": {"style": _column(ThinkingStyle, "analyst"), "state": _column(ConcernState, "open")},
    "part": {"key": _column(PartKey, None)},
    "hit": {"state": _column(HitState, "called")},
    # Closed, so that no ballot is added to a poll that may have been counted.
    "poll": {"state": _column(PollState, "closed")},
    "choice": {"kind": _column(ChoiceKind, "free")},
    # Parked, so that there are never four of three.
    "priority": {
        "side": _column(Side, "team"),
        "place": _column(PriorityPlace, "parked"),
        "direction": _column(Direction, "up"),
    },
    "link": {"strength": _column(Strength, "serves")},
    "guideline": {"direction": _column(Direction, "up"), "state": _column(GuidelineState, "planned")},
    "kpi": {"answer": _column(KpiAnswer, "")},
    "verdict": {"subject": _column(Subject, "priority"), "answer": _column(GivenAnswer, "")},
}
"""Table -> column -> what it may hold; a test compares them with the types in `rows`."""


def require_known(table: str, rows: Iterable[Struct]) -> None:
    """KnownError where a row that was read holds a value that this program does not know. The window mends
    such a file when it opens it; whatever else reads files (the command line, the next year's edition) says
    so instead."""
    for name, column in CLOSED.get(table, {}).items():
        for value in {getattr(row, name) for row in rows}:
            if not column.knows(value):
                raise KnownError(
                    tr(
                        "The workshop says “{value}” where this program knows no such word. Nothing was "
                        "changed; opened in the window it is put in order.",
                        value=value[:LONGEST_QUOTED],
                    )
                )


def require_writable(table: str, values: Mapping[str, object]) -> None:
    """BugError where a value is none of those that its column may hold."""
    for name, column in CLOSED.get(table, {}).items():
        if name in values and not column.knows(str(values[name])):
            raise BugError(f"{table}.{name} cannot hold {values[name]!r}")
