"""What the room sees of each page of the desk."""

from __future__ import annotations

from typing import assert_never

from msgspec import Struct

from mission_desk.core.file.closed_sets import PageName
from mission_desk.core.file.document import Document
from mission_desk.core.room import scene
from mission_desk.core.stage.note_cache import NoteCache
from mission_desk.core.stage.slides import Body, PromptBody
from mission_desk.core.stage.stage_board import board_body
from mission_desk.core.stage.stage_state import StageState
from mission_desk.core.stage.stage_statement import statement_body, tried_body
from mission_desk.core.stage.stage_tables import priorities_body, review_body, roadmap_body
from mission_desk.core.stage.stage_vote import poll_body
from mission_desk.core.statement import drafts


class OpenRows(Struct, frozen=True):
    """Ids of the board and the draft that are open on the desk; None where the workshop has none."""

    board: int | None
    draft: int | None


def page_body(
    doc: Document, page: PageName, rows: OpenRows, state: StageState, language: str, cache: NoteCache | None
) -> Body:
    """There is no usual body: a page that is forgotten here would show the room another one, in silence."""
    match page:
        case "scene":
            return _scene(doc)
        case "board":
            return _board(doc, rows.board, state, language, cache)
        case "statement":
            tried = tried_body(doc, rows.draft, language)
            return tried or statement_body(doc, rows.draft, language, signs=state.findings)
        case "vote":
            return poll_body(doc, language)
        case "priorities":
            return priorities_body(doc, language)
        case "roadmap":
            return roadmap_body(doc, language)
        case "posters":
            return _chosen(doc, language)
        case "review":
            return review_body(doc, language)
        case _:
            assert_never(page)


def _scene(doc: Document) -> PromptBody:
    row = scene.workshop(doc)
    return PromptBody(tuple(text for text in (row.mission, row.vision) if text.strip()))


def _board(
    doc: Document, board: int | None, state: StageState, language: str, cache: NoteCache | None
) -> Body:
    if board is None:  # the workshop has no boards
        return _scene(doc)
    return board_body(doc, board, language, arranged=state.arranged, cache=cache)


def _chosen(doc: Document, language: str) -> Body:
    draft = drafts.chosen(doc)
    return statement_body(doc, draft.id if draft else None, language)
