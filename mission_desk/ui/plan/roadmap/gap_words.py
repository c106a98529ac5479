"""What the road map lacks, in words: a gap's head, the names that follow, and where pressing it leads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from mission_desk.core.file.document import Document
from mission_desk.core.file.plan_rows import Guideline
from mission_desk.core.plan import roadmap
from mission_desk.core.plan.roadmap_gaps import MOST_OF_ONE_OWNER, RoadmapGap, roadmap_gaps
from mission_desk.words import tr, trn

MOST = 4  # names in one gap; the others are counted


class GapWords(Struct, frozen=True):
    """`rows` are led to; a `role` or a `priority` begins a guideline; `kpis` leads to the measures of today.
    Of two gaps with the same head, the second has none."""

    head: str
    names: str
    rows: tuple[int, ...] = ()
    role: str = ""
    priority: int | None = None
    kpis: bool = False


def gap_words(doc: Document, today: date) -> list[GapWords]:
    rows = {row.id: row for row in roadmap.guidelines(doc)}
    made: list[GapWords] = []
    for gap in roadmap_gaps(doc, today):
        words = _words(gap, rows, today)
        if made and _last_head(made) == words.head and not words.rows:
            words = replace(words, head="")
        made.append(_the_same(words, made))
    return made


def _last_head(made: list[GapWords]) -> str:
    return next((each.head for each in reversed(made) if each.head), "")


def _words(gap: RoadmapGap, rows: dict[int, Guideline], today: date) -> GapWords:
    roles = _names([rows[row].role.strip() or "—" for row in gap.rows])
    match gap.kind:
        case "no owner":
            return GapWords(tr("No owner:"), roles, gap.rows)
        case "no date":
            return GapWords(tr("No date:"), roles, gap.rows)
        case "no measure":
            return GapWords(tr("No measure:"), roles, gap.rows)
        case "overdue":
            return GapWords(_most_over([rows[row] for row in gap.rows], today), roles, gap.rows)
        case "owner of many":
            head = tr("More than {n} with one owner:", n=MOST_OF_ONE_OWNER)
            return GapWords(head, f"{gap.name} ({len(gap.rows)})", gap.rows)
        case "role without guideline":
            return GapWords(tr("No guideline:"), gap.name, role=gap.name)
        case "priority without guideline":
            return GapWords(tr("No guideline serves:"), gap.name, priority=gap.row)
        case "measure of today without answer":
            return GapWords(tr("Measured today, without an answer:"), gap.name, kpis=True)
        case _:
            assert_never(gap.kind)


def _most_over(rows: list[Guideline], today: date) -> str:
    """How long the oldest of them is over."""
    days = max((today - due).days for row in rows if (due := roadmap.due_date(row)) is not None)
    if len(rows) == 1:
        return trn("One day over:", "{n} days over:", days)
    return trn("Up to one day over:", "Up to {n} days over:", days)


def _names(names: Sequence[str]) -> str:
    each = list(dict.fromkeys(names))
    more = len(each) - MOST
    return ", ".join(each[:MOST]) + (f" +{more}" if more > 0 else "")


def _the_same(words: GapWords, before: list[GapWords]) -> GapWords:
    """The rows of the gap before are not named again."""
    if not words.rows or not before or before[-1].rows != words.rows:
        return words
    return GapWords(words.head, trn("the same one", "the same {n}", len(words.rows)), words.rows)
