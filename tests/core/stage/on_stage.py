"""The desk turns to a page, and the facilitator puts it on the stage."""

from __future__ import annotations

from mission_desk.core.file.closed_sets import PageName
from mission_desk.core.file.document import Document
from mission_desk.core.stage import desk_position, putting


def show_page(doc: Document, page: PageName) -> None:
    desk_position.show_page(doc, page)
    putting.put_desk(doc)


def show_board(doc: Document, key: str) -> None:
    desk_position.show_board(doc, key)
    putting.put_desk(doc)


def show_draft(doc: Document, draft: int) -> None:
    desk_position.show_draft(doc, draft)
    putting.put_desk(doc)
