"""What the road map still lacks, as values: the rows each gap is about, so that a list of them can lead
there. What was dropped lacks nothing, and rows that hold nothing are not counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from msgspec import Struct

from mission_desk.core.file.document import Document
from mission_desk.core.file.plan_rows import Guideline
from mission_desk.core.file.writer import is_blank
from mission_desk.core.plan import kpis, priorities, roadmap, roles

RoadmapGapKind = Literal[
    "no owner", "no date", "no measure", "overdue", "owner of many", "role without guideline",
    "priority without guideline", "measure of today without answer",
]  # fmt: skip
MOST_OF_ONE_OWNER = 5


class RoadmapGap(Struct, frozen=True):
    """`rows` are ids of guidelines, in the order of the table; empty where a guideline is what is missing.
    `name` is the role, the owner or the words of the priority or the measure of today; `row` the id of one of
    these two."""

    kind: RoadmapGapKind
    rows: tuple[int, ...] = ()
    name: str = ""
    row: int | None = None


def roadmap_gaps(doc: Document, today: date) -> list[RoadmapGap]:
    running = [row for row in roadmap.written_guidelines(doc) if row.state != "dropped"]
    return [
        *_missing_in_rows(running, today),
        *_owners_of_many(running),
        *_roles_without(doc, running),
        *_priorities_without(doc, running),
        *_unanswered(doc),
    ]


def is_overdue(row: Guideline, today: date) -> bool:
    """Its date is before today, and it is not lived yet."""
    due = roadmap.due_date(row)
    return due is not None and due < today and row.state not in ("lived", "dropped")


def _missing_in_rows(rows: list[Guideline], today: date) -> Iterator[RoadmapGap]:
    lacking: dict[RoadmapGapKind, list[int]] = {
        "no owner": [row.id for row in rows if is_blank(row.owner)],
        "no date": [row.id for row in rows if roadmap.due_date(row) is None],
        "no measure": [row.id for row in rows if is_blank(row.measure)],
        "overdue": [row.id for row in rows if is_overdue(row, today)],
    }
    for kind, ids in lacking.items():
        if ids:
            yield RoadmapGap(kind, tuple(ids))


def _owners_of_many(rows: list[Guideline]) -> Iterator[RoadmapGap]:
    by_owner: dict[str, list[Guideline]] = {}
    for row in rows:
        if not is_blank(row.owner):
            by_owner.setdefault(" ".join(row.owner.split()).casefold(), []).append(row)
    for owned in by_owner.values():
        if len(owned) > MOST_OF_ONE_OWNER:
            yield RoadmapGap("owner of many", tuple(row.id for row in owned), owned[0].owner.strip())


def _roles_without(doc: Document, rows: list[Guideline]) -> Iterator[RoadmapGap]:
    served = {roles.same_role(row.role) for row in rows}
    for name in roles.role_names(doc):
        if roles.same_role(name) not in served:
            yield RoadmapGap("role without guideline", name=name)


def _priorities_without(doc: Document, rows: list[Guideline]) -> Iterator[RoadmapGap]:
    served = {row.priority for row in rows}
    for row in priorities.priorities(doc, "team"):
        if priorities.is_written(row) and row.id not in served:
            yield RoadmapGap("priority without guideline", name=row.text.strip(), row=row.id)


def _unanswered(doc: Document) -> Iterator[RoadmapGap]:
    for row in kpis.kpis(doc):
        if not is_blank(row.name) and not kpis.is_answered(row):
            yield RoadmapGap("measure of today without answer", name=row.name.strip(), row=row.id)
