"""What the room sees of each page of the desk."""

from __future__ import annotations

from typing import assert_never

from mission_desk.core.file.document import Document
from mission_desk.core.stage.note_cache import NoteCache
from mission_desk.core.stage.slides import Body, PromptBody
from mission_desk.core.stage.stage_board import board_body
from mission_desk.core.stage.stage_priorities import priorities_body
from mission_desk.core.stage.stage_roadmap import roadmap_body
from mission_desk.core.stage.stage_state import StageState
from mission_desk.core.stage.stage_statement import chosen_body, statement_body, tried_body
from mission_desk.core.stage.stage_tables import company_body, review_body
from mission_desk.core.stage.stage_vote import poll_body
from mission_desk.core.stage.subject import Subject


def page_body(
    doc: Document, subject: Subject, state: StageState, language: str, cache: NoteCache | None
) -> Body:
    """There is no usual body: a page that is forgotten here would show the room another one, in silence."""
    match subject.page:
        case "scene":
            return company_body(doc, language)
        case "board":
            return _board(doc, subject.board, state, language, cache)
        case "statement":
            tried = tried_body(doc, subject.draft, language)
            return tried or statement_body(doc, subject.draft, state, language)
        case "vote":
            return poll_body(doc, language)
        case "priorities":
            return priorities_body(doc, language)
        case "roadmap":
            return roadmap_body(doc, state, language)
        case "posters":
            return chosen_body(doc, language)
        case "review":
            return review_body(doc, language)
        case _:
            assert_never(subject.page)


def _board(
    doc: Document, board: int | None, state: StageState, language: str, cache: NoteCache | None
) -> Body:
    if board is None:  # the step names none, or it is gone
        return PromptBody(())
    return board_body(doc, board, language, arranged=state.arranged, cache=cache)
