"""What the open step is about: its page, its board, and the chosen statement. What is open on the desk is not
asked here, so a page or a tab that is left open never reaches the room."""

from __future__ import annotations

from msgspec import Struct

from mission_desk.core.agenda import agenda
from mission_desk.core.board import boards
from mission_desk.core.file.closed_sets import PageName
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Board, Step
from mission_desk.core.statement import drafts

ABOUT_DRAFTS: tuple[PageName, ...] = ("statement", "posters")


class Subject(Struct, frozen=True):
    """`board` and `draft` are ids; None where the page has none, or none was put on stage."""

    page: PageName
    board: int | None = None
    draft: int | None = None


def of_step(doc: Document) -> Subject:
    """The subject of the open step. A step about drafts has the chosen one, or none."""
    step = agenda.current_step(doc)
    board, page = _board_of(doc, step), step.page
    return Subject(page, board.id if board else None, chosen_draft(doc) if page in ABOUT_DRAFTS else None)


def chosen_draft(doc: Document) -> int | None:
    row = drafts.chosen(doc)
    return row.id if row else None


def _board_of(doc: Document, step: Step) -> Board | None:
    """None where the step names no board, or one that is gone."""
    return next((each for each in boards.boards(doc) if each.key == step.board), None) if step.board else None


def is_about(doc: Document, step: Step, subject: Subject) -> bool:
    """Whether the step asks about this subject. Writing and voting are one subject."""
    if subject.page in ("statement", "vote"):
        return step.page in ("statement", "vote")
    if subject.page != step.page:
        return False
    row = doc.find(Board, subject.board) if subject.page == "board" else None
    return row is None or step.board in ("", row.key)


def asks_about_company(doc: Document, step: Step) -> bool:
    """Whether the company's mission belongs under the step's question: where several steps have the scene's
    page, people arrive in the first."""
    scenes = [each.id for each in agenda.steps(doc) if each.page == "scene"]
    return step.page != "scene" or len(scenes) < 2 or step.id != scenes[0]
