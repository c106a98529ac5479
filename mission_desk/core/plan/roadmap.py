"""The road map: for each role one guideline after the other, with its measure, data, evaluation, owner and
date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from mission_desk.core.file.closed_sets import Direction, GuidelineState
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import BugError
from mission_desk.core.file.plan_rows import Guideline
from mission_desk.core.file.writer import Writer, is_blank

WORDS = (
    "role", "text", "measure", "unit", "start", "goal", "data", "data_from", "data_since", "evaluation",
    "owner", "due", "because",
)  # fmt: skip
"""The columns that are typed."""


def guidelines(doc: Document) -> list[Guideline]:
    """Every row, also those that hold nothing yet."""
    return doc.rows(Guideline, "1 ORDER BY rank, id")


def written_guidelines(doc: Document) -> list[Guideline]:
    """The rows that say something. A row that holds nothing, or a role alone, is no guideline: it is not
    counted, shown in the room or printed."""
    return [row for row in guidelines(doc) if is_written(row)]


def is_written(row: Guideline) -> bool:
    return any(not is_blank(getattr(row, name)) for name in WORDS if name != "role")


def is_empty(row: Guideline) -> bool:
    """Nobody has typed anything in it, not even a role."""
    return all(is_blank(getattr(row, name)) for name in WORDS)


def due_date(row: Guideline) -> date | None:
    """None where no date was given, or words that are none yet."""
    try:
        return date.fromisoformat(row.due)
    except ValueError:
        return None


def add_guideline(
    doc: Document,
    *,
    after: int | None = None,
    priority: int | None = None,
    source: object = None,
    **words: str,
) -> int:
    """A new row with any of WORDS, below the row `after`, else at the end."""
    with doc.action("guideline.add", source=source) as write:
        row = _insert(write, words, priority)
        if after is not None:
            order = [each.id for each in guidelines(doc) if each.id != row]
            order.insert(order.index(after) + 1, row)
            write.set_order(Guideline, order)
    return row


def add_guidelines(doc: Document, rows: Sequence[Mapping[str, str]], *, source: object = None) -> list[int]:
    """Many rows at once, such as those of a spreadsheet, as one step of Undo."""
    with doc.action("guideline.add", source=source) as write:
        return [_insert(write, words, None) for words in rows]


def _insert(write: Writer, words: Mapping[str, str], priority: int | None) -> int:
    _require_words(words)
    given = {name: words.get(name, "").strip() for name in WORDS}
    return write.insert(Guideline, rank=write.next_rank(Guideline), priority=priority, **given)


def edit_guideline(doc: Document, guideline: int, *, source: object = None, **words: str) -> None:
    """Store any of WORDS as typed so far."""
    _require_words(words)
    with doc.action("guideline.edit", merge=f"guideline:{guideline}:{sorted(words)}", source=source) as write:
        write.update(Guideline, guideline, **words)


def edit_guidelines(doc: Document, rows: Sequence[int], *, source: object = None, **words: str) -> None:
    """Give several rows the same owner, date, role …"""
    _require_words(words)
    with doc.action("guideline.edit", source=source) as write:
        for row in rows:
            write.update(Guideline, row, **words)


def _require_words(words: Mapping[str, str]) -> None:
    if unknown := set(words) - set(WORDS):
        raise BugError(f"nobody types these of a guideline: {sorted(unknown)}")


def serve_priority(
    doc: Document, rows: Sequence[int], priority: int | None, *, source: object = None
) -> None:
    """Which of our three these guidelines serve; None for none."""
    with doc.action("guideline.serve", source=source) as write:
        for row in rows:
            write.update(Guideline, row, priority=priority)


def set_state(
    doc: Document, rows: Sequence[int], state: GuidelineState, because: str = "", *, source: object = None
) -> None:
    """What became of these guidelines. `because` is why they were dropped; it goes with that state."""
    reason = because.strip() if state == "dropped" else ""
    with doc.action("guideline.state", source=source) as write:
        for row in rows:
            write.update(Guideline, row, state=state, because=reason)


def set_measure_direction(
    doc: Document, rows: Sequence[int], direction: Direction, *, source: object = None
) -> None:
    """Which way the measures of these guidelines shall go."""
    with doc.action("guideline.direction", source=source) as write:
        for row in rows:
            write.update(Guideline, row, direction=direction)


def place_guidelines(doc: Document, rows: Sequence[int], place: int, *, source: object = None) -> None:
    """Lay these rows, in their own order, before the one that stands at `place` now (from 0)."""
    order = [row.id for row in guidelines(doc)]
    moving = [row for row in order if row in set(rows)]
    before = [row for row in order[:place] if row not in set(rows)]
    behind = [row for row in order[place:] if row not in set(rows)]
    with doc.action("guideline.move", source=source) as write:
        write.set_order(Guideline, [*before, *moving, *behind])


def remove_guidelines(doc: Document, rows: Sequence[int], *, source: object = None) -> None:
    with doc.action("guideline.remove", source=source) as write:
        for row in rows:
            write.delete(Guideline, row)
