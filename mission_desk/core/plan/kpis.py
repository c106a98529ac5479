"""What is measured today, and what becomes of each: kept, changed to another measure, or stopped."""

from __future__ import annotations

from mission_desk.core.file.closed_sets import KpiAnswer
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import BugError
from mission_desk.core.file.plan_rows import Kpi
from mission_desk.core.file.writer import is_blank, moved

WORDS = ("name", "changed_to", "because")
"""The columns that are typed."""


def kpis(doc: Document) -> list[Kpi]:
    return doc.rows(Kpi, "1 ORDER BY rank, id")


def is_answered(row: Kpi) -> bool:
    """ "Changed" is an answer once it is said to which measure."""
    return bool(row.answer) and not (row.answer == "changed" and is_blank(row.changed_to))


def add_kpi(doc: Document, name: str = "", *, source: object = None) -> int:
    with doc.action("kpi.add", source=source) as write:
        rank = write.next_rank(Kpi)
        return write.insert(Kpi, rank=rank, name=name.strip(), answer="", changed_to="", because="")


def edit_kpi(doc: Document, kpi: int, *, source: object = None, **words: str) -> None:
    """Store any of WORDS as typed so far."""
    if unknown := set(words) - set(WORDS):
        raise BugError(f"nobody types these of a measure of today: {sorted(unknown)}")
    with doc.action("kpi.edit", merge=f"kpi:{kpi}:{sorted(words)}", source=source) as write:
        write.update(Kpi, kpi, **words)


def answer_kpi(doc: Document, kpi: int, answer: KpiAnswer, *, source: object = None) -> None:
    """What becomes of it; empty takes the answer back."""
    with doc.action("kpi.answer", source=source) as write:
        write.update(Kpi, kpi, answer=answer)


def move_kpi(doc: Document, kpi: int, by: int, *, source: object = None) -> None:
    """Move it up (-1) or down (1) in the list."""
    order = moved([row.id for row in kpis(doc)], kpi, by)
    with doc.action("kpi.move", source=source) as write:
        write.set_order(Kpi, order)


def remove_kpi(doc: Document, kpi: int, *, source: object = None) -> None:
    with doc.action("kpi.remove", source=source) as write:
        write.delete(Kpi, kpi)
