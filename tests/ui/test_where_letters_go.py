"""After a click on any button the next ten letters are words in a field, or nothing at all: never commands on
what happens to be selected."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from mission_desk.core.file.closed_sets import PAGES, PageName
from mission_desk.core.file.document import Document
from mission_desk.core.stage import desk_position
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.parts.keys.letters import RETURNS
from tests.ui import typing
from tests.ui.board.hands import SPOTS, board_page, grouped, note, spot
from tests.ui.conftest import shown

LEFT = Qt.MouseButton.LeftButton
LETTERS = "oxdtalmpfr"  # each is a command on selected notes
FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit)
WRITTEN_ON: tuple[PageName, ...] = ("board", "statement")  # pages that have one place for words


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("letters") / "day.mission"
    typing.write_workshop(path)
    return path.read_bytes()


@pytest.fixture
def small_desk(qtbot: QtBot, workshop: bytes, tmp_path: Path) -> Desk:
    path = tmp_path / "letters.mission"
    path.write_bytes(workshop)
    return shown(qtbot, Document.open(path))


def words_of(button: QAbstractButton) -> str:
    """Undo and Redo once each, whatever they would take back."""
    return (button.text().strip() or button.accessibleName()).split(":")[0]


def next_button(desk: Desk, walked: set[str]) -> QAbstractButton | None:
    every = desk.findChildren(QAbstractButton)
    can_be_pressed = (each for each in every if each.isVisible() and each.isEnabled())
    return next((each for each in can_be_pressed if words_of(each) not in walked), None)


def close_what_opened(desk: Desk) -> None:
    while popup := QApplication.activePopupWidget():
        popup.close()
    desk.windows.close_all()
    desk.activateWindow()
    assert QTest.qWaitForWindowActive(desk)


def select_two(desk: Desk) -> None:
    """As somebody does by hand: both notes lie in one cluster."""
    desk_position.show_board(desk.doc, "think-big")
    canvas = desk.pages["board"].canvas  # type: ignore[attr-defined]
    canvas.setFocus()
    canvas.select(set(list(canvas.model.notes)[:2]))


def begin(desk: Desk, page: PageName) -> None:
    if desk.rail.editor is not None:
        desk.commands.run("step.edit")
    if page == "board":
        select_two(desk)
    else:
        desk_position.show_page(desk.doc, page)
    QApplication.processEvents()


def type_letters(desk: Desk) -> None:
    for letter in LETTERS:
        QTest.keyClick(QApplication.focusWidget() or desk, letter)
    desk.unwritten.settle()


def text_in_hand() -> str:
    focused = QApplication.focusWidget()
    if not isinstance(focused, FIELDS):
        return ""
    return focused.text() if isinstance(focused, QLineEdit) else focused.toPlainText()


def done(desk: Desk) -> int:
    return int(desk.doc.value("SELECT count(*) FROM action WHERE kind IN ('do', 'undo', 'redo')"))


@pytest.mark.parametrize("page", PAGES)
def test_after_any_button_letters_are_words_or_nothing(
    qtbot: QtBot, small_desk: Desk, page: PageName
) -> None:
    desk, walked, astray = small_desk, set[str](), list[str]()
    begin(desk, page)
    for key in ("poster.save", "poster.all"):  # the system's own dialog waits for an answer
        desk.commands.on(key, lambda: None, lambda: False)
    while (button := next_button(desk, walked)) is not None:
        name = words_of(button)
        walked.add(name)
        QTest.mouseClick(button, LEFT)
        QApplication.processEvents()
        close_what_opened(desk)
        here, before = desk_position.page(desk.doc), done(desk)
        type_letters(desk)
        written = LETTERS in text_in_hand()
        if not written and (done(desk) != before or here in WRITTEN_ON):
            astray.append(f"{name}: {type(QApplication.focusWidget()).__name__}")
        begin(desk, page)
    assert len(walked) > 8
    assert astray == []


def two_in_a_cluster(desk: Desk) -> BoardPage:
    page = board_page(desk, SPOTS)
    grouped(page, "one", "two")
    return page


def assert_words(desk: Desk, page: BoardPage) -> None:
    """The letters stand in the bar, and nothing was done to the notes."""
    before = done(desk)
    type_letters(desk)
    assert page.bar.field.toPlainText() == LETTERS
    assert done(desk) == before


def test_letters_after_a_name_was_given_are_words(desk: Desk) -> None:
    """G, a name, Enter: what is typed next took the new cluster apart."""
    page = board_page(desk, SPOTS)
    page.canvas.select({note(page, "one").id, note(page, "two").id})
    QTest.keyClick(page.canvas, "g")
    QTest.keyClicks(page.editor, "Calm")
    QTest.keyClick(page.editor, Qt.Key.Key_Return)
    assert page.canvas.selection
    assert_words(desk, page)


@pytest.mark.parametrize("reason", RETURNS)
def test_letters_after_another_window_are_words(desk: Desk, reason: Qt.FocusReason) -> None:
    """The booth, a menu, another program: nobody has turned to the notes since."""
    page = two_in_a_cluster(desk)
    page.canvas.select({note(page, "one").id})
    QApplication.sendEvent(page.canvas, QFocusEvent(QEvent.Type.FocusIn, reason))
    assert_words(desk, page)


def test_letters_after_a_tool_on_the_board_are_words(desk: Desk) -> None:
    """It does not take the keys from the notes."""
    page = two_in_a_cluster(desk)
    page.canvas.select({note(page, "one").id})
    QTest.mouseClick(page.tools.findChildren(QAbstractButton)[-1], LEFT)
    assert page.canvas.hasFocus()
    assert_words(desk, page)


def test_letters_after_the_step_editor_are_words(desk: Desk) -> None:
    page = two_in_a_cluster(desk)
    page.canvas.select({note(page, "one").id})
    desk.commands.run("step.edit")
    assert desk.rail.editor is not None
    QTest.keyClick(desk.rail.editor.title, Qt.Key.Key_Escape)
    assert_words(desk, page)


@pytest.mark.parametrize("turn", ["click", "arrow", "all"])
def test_letters_are_commands_once_somebody_turns_to_the_notes(desk: Desk, turn: str) -> None:
    page = two_in_a_cluster(desk)
    page.canvas.select({note(page, "one").id})
    page.canvas.expect_words()
    if turn == "click":
        QTest.mouseClick(page.canvas, LEFT, Qt.KeyboardModifier.NoModifier, spot(page, "one"))
    elif turn == "arrow":
        QTest.keyClick(page.canvas, Qt.Key.Key_Right)
    else:
        desk.commands.run("note.all")
    QTest.keyClick(page.canvas, "d")
    assert desk.doc.undoable == "note.duplicate"
    assert page.bar.field.toPlainText() == ""
