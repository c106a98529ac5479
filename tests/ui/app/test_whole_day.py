"""One real workshop from end to end, with keys and mouse in the real windows; what came of it is read from
the file with `mission-desk show --json`, as another program would."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from mission_desk.core.agenda import agenda
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note
from mission_desk.core.statement import drafts
from mission_desk.ui.app.program import Program
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.vote.page import VotePage

CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
LEFT = Qt.MouseButton.LeftButton
STATEMENT = "We are the calm voice that gives small shops their evenings back."


class Facilitator:
    """Hands on keyboard and mouse: types where the focus is, presses what can be seen."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self.qtbot, self.program = qtbot, program

    @property
    def desk(self) -> Desk:
        assert isinstance(self.program.window, Desk)
        return self.program.window

    @property
    def window(self) -> QWidget:
        assert self.program.window is not None
        return self.program.window

    def arrive(self) -> None:
        with self.qtbot.waitActive(self.window):
            self.window.activateWindow()

    def focus(self) -> QWidget:
        """Keys go to the window where nothing in it has the focus."""
        return QApplication.focusWidget() or self.window

    def type(self, text: str, *, enter: bool = False) -> None:
        self.qtbot.keyClicks(self.focus(), text)
        if enter:
            self.qtbot.keyClick(self.focus(), Qt.Key.Key_Return)

    def key(self, key: Any, modifiers: Any = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.focus(), key, modifiers)

    def press(self, words: str) -> None:
        QApplication.processEvents()  # a button that was just made is seen after this
        buttons = [each for each in self.window.findChildren(QPushButton) if each.isVisible()]
        matching = [each for each in buttons if words in each.text()]
        assert matching, (words, [each.text() for each in buttons])
        self.qtbot.mouseClick(matching[0], LEFT)

    def write_in(self, field: QWidget, text: str) -> None:
        self.qtbot.mouseClick(getattr(field, "viewport", lambda: field)(), LEFT)
        self.key("a", CONTROL)
        self.type(text)
        field.clearFocus()

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true)


@pytest.fixture
def facilitator(qtbot: QtBot):
    program = Program(quits=False)
    program.begin(None, sample=False)
    person = Facilitator(qtbot, program)
    person.arrive()
    yield person
    window, program.window = program.window, None
    if window is not None:
        window.close()
        window.deleteLater()


def show(path: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "mission_desk", "show", str(path), "--json"], capture_output=True, check=True
    )
    shown_rows: dict[str, Any] = json.loads(done.stdout)
    return shown_rows


def test_a_workshop_runs_from_the_first_note_to_the_poster(facilitator: Facilitator, tmp_path: Path) -> None:
    me = facilitator
    me.press("Start")
    me.arrive()
    path = me.desk.doc.path

    set_the_scene(me)
    walk_the_agenda(me)
    write_notes(me)
    write_drafts(me)
    vote_and_choose(me)
    print_it(me, tmp_path)
    undone_and_redone = close_and_open_again(me, path)

    me.desk.close()
    workshop_rows = show(path)
    assert workshop_rows["workshop"]["team"] == "Northwind Customer Service"
    assert [each["style"] for each in workshop_rows["seats"]].count("heart") == 4
    big = next(board for board in workshop_rows["boards"] if board["key"] == "think-big")
    assert {note["text"] for note in big["notes"]} == {"Be the calm voice", "Give evenings back", "One call"}
    assert sorted(note["cluster"] for note in big["notes"]) == ["", "Calm", "Calm"]
    chosen = next(draft for draft in workshop_rows["drafts"] if draft["chosen"])
    assert chosen["text"] == STATEMENT
    assert len(chosen["versions"]) >= 2
    assert workshop_rows["polls"][0]["state"] == "closed"
    assert undone_and_redone > 10


def set_the_scene(me: Facilitator) -> None:
    page = me.desk.pages["scene"]
    whose, company = page.whose, page.company
    me.write_in(whose.fields["team"], "Northwind Customer Service")
    me.write_in(whose.fields["company"], "Northwind")
    me.write_in(company.fields["mission"], "Shops that outlive their founders.")
    plus = page.seats.steppers["heart"].findChildren(QToolButton)[1]
    me.qtbot.mouseClick(plus, LEFT)
    me.key("z", CONTROL)
    me.key("z", CONTROL | SHIFT)


def walk_the_agenda(me: Facilitator) -> None:
    rows = me.desk.rail.steps.rows
    for number in (10, 6, 2, 4):
        me.qtbot.mouseClick(rows[number], LEFT)
        assert agenda.current_step(me.desk.doc).rank == number


def write_notes(me: Facilitator) -> None:
    """The step Think big opened its board; the capture bar has the focus."""
    for text in ("Be the calm voice", "Give evenings back", "One call"):
        me.type(text, enter=True)
    page = me.desk.pages["board"]
    me.key(Qt.Key.Key_Escape)
    me.key(Qt.Key.Key_Right)
    me.key(Qt.Key.Key_Right, SHIFT)
    me.key("g")
    me.type("Calm", enter=True)
    me.key("2")
    me.key("+")
    assert len(page.model.clusters) == 1
    me.key(Qt.Key.Key_Escape)
    QGuiApplication.clipboard().setText("- parked one\n- parked two\n")
    me.key("v", CONTROL)
    me.key(Qt.Key.Key_Return)  # the board has said how many there would be
    me.key("z", CONTROL)
    assert len(me.desk.doc.rows(Note)) == 3
    me.key(Qt.Key.Key_Escape)  # from writing to the notes
    me.key("a", CONTROL)
    me.key("u")


def write_drafts(me: Facilitator) -> None:
    """Use in a statement led to the statement page, on a draft made of the notes."""
    page = me.desk.pages["statement"]
    assert page.isVisible()
    editor = page.card.editor
    me.write_in(editor, "We help small shops with best-in-class answers.")
    me.key(Qt.Key.Key_Return, CONTROL)
    me.write_in(editor, STATEMENT)
    me.desk.commands.run("draft.keep")
    me.desk.commands.run("draft.new")
    me.until(lambda: len(page.doc.records("SELECT 1 FROM draft")) == 2)
    me.write_in(editor, "No shop owner ever waits alone.")
    me.desk.commands.run("draft.vote")


def vote_and_choose(me: Facilitator) -> None:
    page = me.desk.pages["vote"]
    assert isinstance(page, VotePage)
    me.press("Open the poll")
    seats = len(me.desk.doc.records("SELECT 1 FROM seat"))
    for seat in range(seats):
        page.open.seats.focus_entry()
        for key in "5142" if seat % 4 else "4253":  # pull and drag of A, then of B
            me.key(key)
        me.key(Qt.Key.Key_Return)
    assert not me.desk.stage_control.current_slide().body.rows[0].is_revealed
    me.press("Close the poll")
    me.press("Choose A")
    if drafts.chosen(me.desk.doc) is None:  # something is still open on it, and was said
        me.press("Choose A all the same")


def print_it(me: Facilitator, folder: Path) -> None:
    me.key("7", ALT)
    whole, tiled, board = folder / "statement.pdf", folder / "tiled.pdf", folder / "board.pdf"
    path = me.desk.doc.path
    me.until(lambda: me.desk.commands.action("poster.save").isEnabled())
    me.desk.close()
    me.program.window = None
    for out, more in (
        (whole, ["--poster", "statement", "--paper", "A1"]),
        (tiled, ["--poster", "statement", "--paper", "A1", "--tile", "A4"]),
        (board, ["--poster", "board", "--board", "think-big", "--paper", "A2"]),
    ):
        subprocess.run(
            [sys.executable, "-m", "mission_desk", "print", str(path), *more, "-o", str(out)], check=True
        )
    assert STATEMENT.split()[4] in text_of(whole)
    assert len(pypdfium2.PdfDocument(tiled)) > 10
    assert "One call" in text_of(board)
    me.program.open(path)
    me.arrive()


def text_of(path: Path) -> str:
    return str(pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range())


def close_and_open_again(me: Facilitator, path: Path) -> int:
    """Everything is there, and Undo still reaches back to the start of the day, and forward again."""
    before = Document.rows(me.desk.doc, Note)
    assert len(before) == 3
    count = 0
    while me.desk.commands.action("edit.undo").isEnabled():
        me.desk.commands.run("edit.undo")
        count += 1
    assert me.desk.doc.rows(Note) == []
    for _ in range(count):
        me.desk.commands.run("edit.redo")
    assert me.desk.doc.rows(Note) == before
    return count
