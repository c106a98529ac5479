"""The road map: for each role one guideline after the other, with its measure, data, evaluation, owner and
date."""

from __future__ import annotations

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Guideline

FIELDS = tuple(name for name in Guideline.__struct_fields__ if name not in ("id", "rank"))


def guidelines(doc: Document) -> list[Guideline]:
    return doc.rows(Guideline, "1 ORDER BY rank, id")


def add_guideline(doc: Document, *, source: object = None, **values: str) -> int:
    """`values` are any of FIELDS; the others stay empty."""
    with doc.action("guideline.add", source=source) as write:
        return write.insert(
            Guideline,
            rank=write.next_rank(Guideline),
            **{field: values.get(field, "").strip() for field in FIELDS},
        )


def edit_guideline(doc: Document, guideline: int, *, source: object = None, **values: str) -> None:
    with doc.action(
        "guideline.edit", merge=f"guideline:{guideline}:{sorted(values)}", source=source
    ) as write:
        write.update(Guideline, guideline, **values)


def move_guideline(doc: Document, guideline: int, by: int, *, source: object = None) -> None:
    """Move a guideline up (-1) or down (1) in the table."""
    order = [row.id for row in guidelines(doc)]
    at = order.index(guideline)
    to = max(0, min(len(order) - 1, at + by))
    order.insert(to, order.pop(at))
    with doc.action("guideline.move", source=source) as write:
        for rank, row in enumerate(order):
            write.update(Guideline, row, rank=rank)


def remove_guideline(doc: Document, guideline: int, *, source: object = None) -> None:
    with doc.action("guideline.remove", source=source) as write:
        write.delete(Guideline, guideline)
