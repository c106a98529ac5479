"""Notes are written, pasted and edited with real keys; the rows say what came of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_desk.core.board import boards
from mission_desk.core.file.rows import Note
from mission_desk.core.stage import desk_position
from mission_desk.ui.board.canvas.note_face import face
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.desk.desk import Desk


@pytest.fixture
def page(desk: Desk) -> BoardPage:
    desk_position.show_board(desk.doc, "think-big")
    board_page = desk.pages["board"]
    assert isinstance(board_page, BoardPage)
    return board_page


def texts(page: BoardPage) -> list[str]:
    return [note.text for note in page.doc.rows(Note, "1 ORDER BY id")]


def type_note(qtbot: QtBot, page: BoardPage, text: str) -> None:
    qtbot.keyClicks(page.bar.field, text)
    qtbot.keyClick(page.bar.field, Qt.Key.Key_Return)


def test_type_and_enter_makes_a_note_of_the_boards_style(qtbot: QtBot, page: BoardPage) -> None:
    assert page.bar.field.hasFocus()
    type_note(qtbot, page, "A world where nobody waits")
    note = page.doc.rows(Note)[0]
    assert (note.text, note.style) == ("A world where nobody waits", "ideator")
    assert page.bar.field.toPlainText() == ""
    assert list(page.model.notes.values()) == [note]


@pytest.mark.parametrize(
    ("key", "style"), [("1", "ideator"), ("2", "strategist"), ("3", "analyst"), ("4", "heart")]
)
def test_keys_choose_the_style(qtbot: QtBot, page: BoardPage, key: str, style: str) -> None:
    qtbot.keyClick(page.bar.field, key, Qt.KeyboardModifier.ControlModifier)
    type_note(qtbot, page, "said by somebody")
    assert page.doc.rows(Note)[0].style == style


def test_shift_enter_breaks_the_line(qtbot: QtBot, page: BoardPage) -> None:
    qtbot.keyClicks(page.bar.field, "one")
    qtbot.keyClick(page.bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_note(qtbot, page, "two")
    assert texts(page) == ["one\ntwo"]


def test_typing_on_the_canvas_starts_a_note(qtbot: QtBot, page: BoardPage) -> None:
    page.canvas.setFocus()
    qtbot.keyClick(page.canvas, "G")
    assert page.bar.field.hasFocus()
    assert page.bar.field.toPlainText() == "G"


def test_pasted_lines_are_notes_in_one_step(qtbot: QtBot, page: BoardPage) -> None:
    QGuiApplication.clipboard().setText("1. first\n2. second\n\n• third\n")
    qtbot.keyClick(page.bar.field, "v", Qt.KeyboardModifier.ControlModifier)
    assert (page.bar.pasted.sentence, texts(page)) == ("3 notes", [])
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert texts(page) == ["first", "second", "third"]
    page.doc.undo()
    assert texts(page) == []


def test_notes_never_lie_on_each_other(qtbot: QtBot, page: BoardPage) -> None:
    QGuiApplication.clipboard().setText("\n".join(f"note {n}" for n in range(40)))
    qtbot.keyClick(page.bar.field, "v", Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    type_note(qtbot, page, "one more")
    boxes = [(note.x, note.y, note.x + note.w, note.y + note.h) for note in page.doc.rows(Note)]
    apart = [
        a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
        for n, a in enumerate(boxes)
        for b in boxes[n + 1 :]
    ]
    assert len(boxes) == 41
    assert all(apart)


def test_a_hundred_thousand_characters_are_refused_in_a_sentence(
    qtbot: QtBot, desk: Desk, page: BoardPage
) -> None:
    QGuiApplication.clipboard().setText("x" * 100_000)
    qtbot.keyClick(page.bar.field, "v", Qt.KeyboardModifier.ControlModifier)
    assert "100,000" in desk.messages.last
    assert texts(page) == []
    assert len(QGuiApplication.clipboard().text()) == 100_000
    type_note(qtbot, page, "and on it goes")
    assert texts(page) == ["and on it goes"]


def test_a_note_is_edited_where_it_lies(qtbot: QtBot, page: BoardPage) -> None:
    type_note(qtbot, page, "first words")
    note = page.doc.rows(Note)[0]
    page.canvas.select({note.id})
    page.canvas.setFocus()
    qtbot.keyClick(page.canvas, Qt.Key.Key_F2)
    assert page.editor.isVisible()
    qtbot.keyClicks(page.editor, "better words")
    qtbot.keyClick(page.editor, Qt.Key.Key_Return)
    assert texts(page) == ["better words"]
    assert not page.editor.isVisible()


def test_escape_leaves_the_words_as_they_were(qtbot: QtBot, page: BoardPage) -> None:
    type_note(qtbot, page, "kept words")
    page.canvas.select(set(page.model.notes))
    page.canvas.setFocus()
    qtbot.keyClick(page.canvas, Qt.Key.Key_Return)
    qtbot.keyClicks(page.editor, "thrown away")
    qtbot.keyClick(page.editor, Qt.Key.Key_Escape)
    assert texts(page) == ["kept words"]


def test_a_double_click_writes_where_it_was(qtbot: QtBot, page: BoardPage) -> None:
    at = QPoint(400, 300)
    qtbot.mouseDClick(page.canvas, Qt.MouseButton.LeftButton, pos=at)
    qtbot.keyClicks(page.editor, "right here")
    qtbot.keyClick(page.editor, Qt.Key.Key_Return)
    note = page.doc.rows(Note)[0]
    x, y = page.canvas.sight.camera.to_canvas(at.x(), at.y())
    assert note.x <= x <= note.x + note.w
    assert note.y <= y <= note.y + note.h


def test_a_region_takes_what_is_typed(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    desk_position.show_board(desk.doc, "customers")
    region = page.model.regions[2]
    x, y = page.canvas.sight.camera.to_view(region.x + region.w / 2, region.y + region.h - 30)
    qtbot.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    qtbot.keyClicks(page.canvas, "Rent")
    type_note(qtbot, page, " goes up")
    note = page.doc.rows(Note)[0]
    assert note.text == "Rent goes up"
    assert note.style == "customers"
    assert region.x <= note.x < region.x + region.w
    assert region.y <= note.y < region.y + region.h


def test_long_words_make_the_note_grow(qtbot: QtBot, page: BoardPage) -> None:
    boards.add_notes(page.doc, page.model.board.id, ["short"], "ideator")
    page.writing.add(["many words " * 40])
    usual, long = page.doc.rows(Note, "1 ORDER BY id")
    assert long.h > usual.h


def test_a_long_word_takes_a_smaller_size_before_it_is_broken(qtbot: QtBot, page: BoardPage) -> None:
    laid = face("Fehlermeldungen wie von einem netten Nachbarn", 180, 156)
    words = [
        laid.text()[line.textStart() :][: line.textLength()]
        for line in map(laid.lineAt, range(laid.lineCount()))
    ]
    assert words[0].strip() == "Fehlermeldungen"


def test_where_the_hint_has_no_room_a_short_one_stands(desk: Desk, page: BoardPage) -> None:
    field = page.bar.field
    for width in (1600, 800, 1600):
        desk.resize(width, 700)
        QApplication.processEvents()
        room = field.viewport().width() - 2 * round(field.document().documentMargin())
        assert field.fontMetrics().horizontalAdvance(field.placeholderText()) <= room
        assert (field.placeholderText() == "New note") == (width == 800)


# composed, and where one clicked


def compose(page: BoardPage, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(page.canvas, event)


def test_composed_words_start_a_note_on_bare_paper(page: BoardPage) -> None:
    page.canvas.setFocus()
    compose(page, "に")
    assert page.canvas.hasFocus()  # a change of focus would end what is being composed
    compose(page, "", "日本")
    assert page.bar.field.hasFocus()
    QTest.keyClicks(page.bar.field, "!")
    assert page.bar.field.toPlainText() == "日本!"


def test_proposals_open_at_the_cursor_of_the_capture_field(page: BoardPage) -> None:
    cursor = page.canvas.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    at = page.canvas.mapToGlobal(cursor.center())
    field = page.bar.field
    assert field.rect().contains(field.mapFromGlobal(at).toPoint())
    assert page.canvas.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)


def test_altgr_writes_as_windows_sends_it(page: BoardPage) -> None:
    page.canvas.setFocus()
    alt_gr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QApplication.sendEvent(page.canvas, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_At, alt_gr, "@"))
    assert page.bar.field.toPlainText() == "@"


def test_a_double_click_puts_the_caret_where_it_was_made(page: BoardPage) -> None:
    """At the left of the words, and at their right: nothing is selected, so nothing is overwritten."""
    note = boards.add_notes(page.doc, page.model.board.id, ["one"], "ideator", at=(0, 0))[0]  # type: ignore[union-attr]
    page.canvas.sight.reveal(page.model.notes[note])
    box = page.canvas.sight.note_view_box(page.model.notes[note])
    for x, place in ((box.left() + 8, 0), (box.right() - 8, 3)):
        QTest.mouseDClick(
            page.canvas,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QPoint(round(x), round(box.top() + 20)),
        )
        cursor = page.editor.textCursor()
        assert (cursor.position(), cursor.hasSelection()) == (place, False)
        QTest.keyClick(page.editor, Qt.Key.Key_Escape)
