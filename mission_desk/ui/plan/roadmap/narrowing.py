"""Which guidelines the table shows. It is the window's and never written down."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from mission_desk.core.file.closed_sets import GuidelineState
from mission_desk.core.file.plan_rows import Guideline
from mission_desk.core.file.writer import is_blank
from mission_desk.core.plan import roadmap, roadmap_gaps, roles


class Narrowing(Struct, frozen=True):
    """An empty set lets all in; names are as `roles.same_role` writes them. `lacking` lets in only what lacks
    an owner, a date or a measure, or is over."""

    priorities: frozenset[int] = frozenset()
    roles: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    states: frozenset[GuidelineState] = frozenset()
    lacking: bool = False

    def is_on(self) -> bool:
        return self != Narrowing()

    def lets_in(self, row: Guideline, today: date) -> bool:
        if self.lacking and not lacks_something(row, today):
            return False
        if self.priorities and row.priority not in self.priorities:
            return False
        if self.roles and roles.same_role(row.role) not in self.roles:
            return False
        if self.owners and roles.same_role(row.owner) not in self.owners:
            return False
        return not self.states or row.state in self.states


def lacks_something(row: Guideline, today: date) -> bool:
    """A row that holds nothing is no guideline, and what was dropped lacks nothing."""
    if row.state == "dropped" or not roadmap.is_written(row):
        return False
    missing = is_blank(row.owner) or is_blank(row.measure) or roadmap.due_date(row) is None
    return missing or roadmap_gaps.is_overdue(row, today)
