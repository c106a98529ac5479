"""Where on the desk changed rows are to be seen: on which page, which board, in which draft."""

from __future__ import annotations

from msgspec import Struct

from mission_desk.core.file.closed_sets import PageName
from mission_desk.core.file.document import Changes, Document
from mission_desk.core.file.journal import Change
from mission_desk.core.file.rows import COLUMNS, Board, Draft
from mission_desk.core.stage import desk_position

PAGE_OF: dict[str, PageName] = {
    "note": "board", "cluster": "board", "region": "board", "board": "board",
    "draft": "statement", "version": "statement", "source": "statement", "part": "statement",
    "gut": "statement", "recall": "statement", "hit": "statement", "mute": "statement",
    "poll": "vote", "choice": "vote", "mark": "vote", "hand": "vote", "reason": "vote",
    "priority": "priorities", "link": "priorities", "origin": "priorities", "kpi": "priorities",
    "guideline": "roadmap", "role": "roadmap",
    "verdict": "review",
    "seat": "scene", "workshop": "scene", "roomword": "scene",
}  # fmt: skip
"""The page that shows the rows of a table. Steps stand in the rail, which is always there."""


class ChangePlace(Struct, frozen=True):
    """`board` and `draft` are ids, 0 where the page has none of them; `row` is 0 where the row is gone."""

    page: PageName
    board: int = 0
    draft: int = 0
    row: int = 0


def change_places(doc: Document, changes: Changes) -> list[ChangePlace]:
    """The places of all changed rows that stand on a page."""
    every = (_place(doc, change) for change in changes.rows)
    return list(dict.fromkeys(place for place in every if place is not None))


def _place(doc: Document, change: Change) -> ChangePlace | None:
    """A concern stands where its note or its draft does."""
    table, row = change.table, change.id if change.after is not None else 0
    board, draft = _column(doc, change, "board"), _column(doc, change, "draft")
    if table == "board":
        return ChangePlace("board", change.id)
    if table == "concern" and not draft:
        note = _column(doc, change, "note")
        return ChangePlace("board", doc.value("SELECT board FROM note WHERE id = ?", note) or 0, row=note)
    if table == "draft":
        return ChangePlace("statement", draft=change.id)
    page = "statement" if table == "concern" else PAGE_OF.get(table)
    if page is None:
        return None
    return ChangePlace(page, board, draft if page == "statement" else 0, row)


def _column(doc: Document, change: Change, name: str) -> int:
    """The id in this column, of a row that may be gone; 0 where the table has no such column."""
    if name not in COLUMNS.get(change.table, ()):
        return 0
    image = (change.before or {}) | (change.after or {})
    stored = image.get(name)
    if stored is None:
        stored = doc.value(f"SELECT {name} FROM {change.table} WHERE id = ?", change.id)
    return stored if isinstance(stored, int) else 0


def is_open(doc: Document, place: ChangePlace) -> bool:
    """Whether the desk shows this page with this board or draft."""
    board, draft = desk_position.board(doc), desk_position.draft(doc)
    if place.page != desk_position.page(doc):
        return False
    return place.board in (0, board.id if board else 0) and place.draft in (0, draft.id if draft else 0)


def open_place(doc: Document, place: ChangePlace) -> None:
    board, draft = doc.find(Board, place.board), doc.find(Draft, place.draft)
    if board is not None:
        desk_position.show_board(doc, board.key)
    elif draft is not None:
        desk_position.show_draft(doc, draft.id)
    else:
        desk_position.show_page(doc, place.page)


def place_title(doc: Document, place: ChangePlace) -> str:
    """The board's own title; empty where the page's name says enough."""
    board = doc.find(Board, place.board)
    return board.title if board else ""
