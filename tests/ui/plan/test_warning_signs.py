"""Warning signs on the road map's page: dragged, chosen by a key, taken off by a key, and never a word of
what lies face down."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_desk.core.board import boards, covering
from mission_desk.core.file.document import Document
from mission_desk.core.plan import roadmap, warning_signs
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.plan.roadmap.cells import cells
from mission_desk.ui.plan.roadmap.page import RoadmapPage
from mission_desk.ui.plan.roadmap.sign_panel import sign_mime
from tests.ui.plan.roadmap_steps import CONTROL, click, middle, opened, rows_of

WORDS = "Nobody owned it"
COPY = Qt.DropAction.CopyAction


@pytest.fixture
def notes(doc: Document) -> list[int]:
    board = boards.board_by_key(doc, warning_signs.BOARD).id
    return boards.add_notes(doc, board, [WORDS, "We still counted calls"], "analyst")


@pytest.fixture
def page(desk: Desk, notes: list[int]) -> RoadmapPage:
    roadmap.add_guidelines(desk.doc, [{"text": "We listen"}, {"text": "We call back"}])
    return opened(desk)


def drag(page: RoadmapPage, mime: QMimeData, at: QPointF) -> None:
    left, no = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enters = QDragEnterEvent(at.toPoint(), COPY, mime, left, no)
    QApplication.sendEvent(page.table.table, enters)
    if enters.isAccepted():
        QApplication.sendEvent(page.table.table, QDropEvent(at, COPY, mime, left, no))


def signs(doc: Document) -> list[int | None]:
    return [row.warning for row in rows_of(doc)]


def shown(page: RoadmapPage) -> str:
    """All that the page says of notes: in its table and in its panel."""
    lines = [cells(line, page.table.today()) for line in page.table.table.lines.every]
    chips = [(chip.text(), chip.accessibleName(), chip.toolTip()) for chip in page.table.signs.panel.chips()]
    return repr((lines, chips))


def test_a_note_dragged_onto_a_guideline_is_its_warning_sign(
    page: RoadmapPage, doc: Document, notes: list[int], desk: Desk, qtbot: QtBot
) -> None:
    assert [chip.note.id for chip in page.table.signs.panel.chips()] == notes
    second = rows_of(doc)[1].id
    drag(page, sign_mime(notes[0]), QPointF(middle(page, second)))
    assert signs(doc) == [None, notes[0]]
    assert f"Warning sign: {WORDS}" in shown(page)
    qtbot.keyClick(desk, "z", CONTROL)
    assert signs(doc) == [None, None]


def test_the_keys_go_where_a_note_was_let_fall(
    page: RoadmapPage, doc: Document, notes: list[int], qtbot: QtBot
) -> None:
    first, second = rows_of(doc)
    page.show_row(first.id)
    qtbot.keyClicks(QApplication.focusWidget(), " more")
    drag(page, sign_mime(notes[0]), QPointF(middle(page, second.id)))
    assert not page.table.editor.isVisible()
    assert rows_of(doc)[0].text == "We listen more"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_U)
    assert signs(doc) == [None, None]


def test_what_is_let_fall_beside_a_guideline_or_is_no_note_changes_nothing(
    page: RoadmapPage, doc: Document, notes: list[int]
) -> None:
    first = rows_of(doc)[0].id
    words = QMimeData()
    words.setText("words of another program")
    drag(page, words, QPointF(middle(page, first)))
    drag(page, sign_mime(notes[0]), QPointF(20, page.table.table.height() + 50))
    offers = next(n for n, line in enumerate(page.table.table.lines.every) if line.row is None)
    drag(page, sign_mime(notes[0]), QPointF(page.table.table.line_box(offers).center()))
    assert signs(doc) == [None, None]


def test_a_key_gives_the_picked_rows_a_sign_and_another_takes_it_off(
    page: RoadmapPage, doc: Document, notes: list[int], qtbot: QtBot
) -> None:
    page.table.table.picking.pick_all()
    qtbot.keyClick(page.table.table, Qt.Key.Key_W)
    menu = QApplication.activePopupWidget()
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert signs(doc) == [notes[1], notes[1]]
    qtbot.keyClick(page.table.table, Qt.Key.Key_Home)  # after a list one turns to the rows again
    qtbot.keyClick(page.table.table, Qt.Key.Key_U)
    assert signs(doc) == [None, notes[1]]
    doc.undo()
    assert signs(doc) == [notes[1], notes[1]]


def test_the_page_never_says_what_lies_face_down(page: RoadmapPage, doc: Document, notes: list[int]) -> None:
    warning_signs.put_sign(doc, [rows_of(doc)[0].id], notes[0])
    assert WORDS in shown(page)
    covering.cover_notes(doc, notes)
    assert WORDS not in shown(page)
    assert "Warning sign: Face down" in shown(page)
    mime = sign_mime(notes[0])
    assert not mime.hasText()
    menu = page.table.signs.open_list()
    assert [action.text() for action in menu.actions()] == ["Face down", "Face down"]
    menu.close()
    covering.uncover_notes(doc, notes)
    assert WORDS in shown(page)


def test_without_notes_of_the_pre_mortem_there_is_no_panel_and_no_key(
    page: RoadmapPage, doc: Document, notes: list[int], desk: Desk, qtbot: QtBot
) -> None:
    click(qtbot, page, rows_of(doc)[0].id, "serves")
    page.table._close()
    assert page.table.signs.panel.isVisible()
    assert desk.commands.action("guideline.warn").isEnabled()
    assert not desk.commands.action("guideline.unwarn").isEnabled()
    boards.remove_notes(doc, notes)
    assert not page.table.signs.panel.isVisible()
    assert not desk.commands.action("guideline.warn").isEnabled()
