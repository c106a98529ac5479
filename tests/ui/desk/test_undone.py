"""Undo that works out of sight says what was taken back and offers to look; in sight it says nothing."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from mission_desk.core.agenda import agenda, outline
from mission_desk.core.board import boards, moving
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import COLUMNS
from mission_desk.core.stage import desk_position
from mission_desk.core.statement import concerns, drafts
from mission_desk.core.whole.change_places import PAGE_OF
from mission_desk.ui.desk.desk import Desk
from tests.ui.conftest import shown


@pytest.fixture
def desk(qtbot: QtBot, doc: Document) -> Desk:
    return shown(qtbot, doc)


def noted(doc: Document, key: str, *words: str) -> list[int]:
    return boards.add_notes(doc, boards.board_by_key(doc, key).id, list(words), "customers")


def look(desk: Desk) -> None:
    buttons = [
        each for each in desk.findChildren(QPushButton) if each.text() == "Show me" and each.isVisible()
    ]
    assert len(buttons) == 1
    buttons[0].click()


def test_notes_of_another_board_are_named_and_shown(qtbot: QtBot, desk: Desk) -> None:
    doc = desk.doc
    (note,) = noted(doc, "customers", "They are awake")
    moving.move_notes(doc, [note], 40, 40)
    desk_position.show_page(doc, "roadmap")
    desk.commands.run("edit.undo")
    assert desk.messages.last == "Undone on “Customers”: move notes."
    look(desk)
    board = desk_position.board(doc)
    assert board is not None
    assert (desk_position.page(doc), board.key) == ("board", "customers")
    assert desk.pages["board"].selected_row() == note
    desk_position.show_board(doc, "think-big")
    desk.commands.run("edit.redo")
    assert desk.messages.last == "Done again on “Customers”: move notes."


def test_what_is_seen_needs_no_words(qtbot: QtBot, desk: Desk) -> None:
    doc = desk.doc
    noted(doc, "customers", "They are awake")
    desk_position.show_board(doc, "customers")
    desk.messages.last = ""
    desk.commands.run("edit.undo")
    desk.commands.run("edit.redo")
    outline.edit_step(doc, agenda.steps(doc)[0].id, title="Arrive")  # the rail is always there
    desk.commands.run("edit.undo")
    assert desk.messages.last == ""


def test_a_concern_stands_where_its_note_or_draft_does(qtbot: QtBot, desk: Desk) -> None:
    doc = desk.doc
    (note,) = noted(doc, "customers", "They are awake")
    draft = drafts.add_draft(doc)
    desk_position.show_page(doc, "scene")
    concerns.raise_concern(doc, "Really?", style="analyst", note=note)
    desk.commands.run("edit.undo")
    assert desk.messages.last == "Undone on “Customers”: raise a concern."
    concerns.raise_concern(doc, "Really?", style="analyst", draft=draft)
    desk.commands.run("edit.undo")
    assert desk.messages.last == "Undone on “Statement”: raise a concern."
    look(desk)
    assert desk_position.page(doc) == "statement"


def test_every_table_that_undo_can_change_has_a_page() -> None:
    beside = {"step", "concern", "feeling"}  # in the rail; where its note or draft is; inside its question
    assert set(PAGE_OF) | beside == set(COLUMNS)
