"""Puts something else on the stage than the open step is about: a page of the desk, a draft, a hunt. Only
these functions do it; turning a page or a tab of the desk does not."""

from __future__ import annotations

from mission_desk.core.file.closed_sets import PageName
from mission_desk.core.file.document import Document
from mission_desk.core.stage import desk_position
from mission_desk.core.stage.stage_state import change, read_state, subject
from mission_desk.core.statement import drafts


def put(
    doc: Document, page: PageName, board: int = 0, draft: int = 0, *, hunt: int = 0, source: object = None
) -> None:
    """Put this page on the stage, with the board or draft of this id, until another step is opened."""
    change(
        doc, shows="", put=page, put_board=board, put_draft=draft, hunt=hunt, leaf=0, source=source
    )  # fmt: skip


def put_draft(doc: Document, draft: int, *, source: object = None) -> None:
    put(doc, "statement", draft=draft, source=source)


def choose(doc: Document, draft: int, *, source: object = None) -> None:
    """Choose this draft. Where another one is on the stage, the chosen one takes its place: the room must not
    go on looking at a draft that it has just left behind."""
    drafts.choose(doc, draft, source=source)
    if read_state(doc).put == "statement":
        put_draft(doc, draft, source=source)


def put_hunt(doc: Document, draft: int, *, source: object = None) -> None:
    """Show the room the buzzword hunt in this draft."""
    put(doc, "statement", draft=draft, hunt=draft, source=source)


def put_desk(doc: Document) -> None:
    """Put on the stage what the desk shows. It stays there, whatever the desk turns to."""
    board, draft = desk_position.board(doc), desk_position.draft(doc)
    put(doc, desk_position.page(doc), board.id if board else 0, draft.id if draft else 0)


def is_desk_on_stage(doc: Document) -> bool:
    """Whether the room sees the page, with its board or draft, that the desk shows."""
    state = read_state(doc)
    page, seen = desk_position.page(doc), subject(doc, state)
    board, draft = desk_position.board(doc), desk_position.draft(doc)
    if page == "board" and board is not None:
        return (seen.page, seen.board) == (page, board.id)
    if page == "statement" and draft is not None:
        return (seen.page, seen.draft) == (page, draft.id)
    return seen.page == page
