"""Which window opens: the welcome page, a workshop, the window that has the file already; and what is said
of wrong files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot

from mission_desk.core.agenda.methods import method
from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note, Verdict
from mission_desk.core.whole.starting import start_workshop
from mission_desk.ui.app.program import Program, workshop_path
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.look import qt_words
from mission_desk.ui.welcome.recent import recents
from mission_desk.ui.welcome.window import WelcomeWindow


@pytest.fixture
def program(qtbot: QtBot):
    running_program = Program(quits=False)
    yield running_program
    window, running_program.window = running_program.window, None
    if window is not None:
        window.close()
        window.deleteLater()


def desk_of(program: Program) -> Desk:
    assert isinstance(program.window, Desk)
    return program.window


def test_with_no_file_the_welcome_page_opens(program: Program) -> None:
    assert program.begin(None, sample=False)
    assert isinstance(program.window, WelcomeWindow)


def test_a_file_opens_its_desk_and_is_remembered(program: Program, doc: Document) -> None:
    path = doc.path
    doc.close()
    assert program.begin(path, sample=False)
    assert desk_of(program).doc.path == path
    assert [Path(each.path) for each in recents()] == [path.resolve()]


def test_the_sample_opens_every_time_afresh(program: Program) -> None:
    program.open_sample()
    first = desk_of(program).doc.path
    program.open_sample()
    assert desk_of(program).doc.path != first
    assert len(desk_of(program).doc.rows(Note)) > 100


def test_starting_from_a_method_makes_a_file_and_opens_it(program: Program) -> None:
    program.welcome()
    path = program.start("half-a-day", "Team South", "de")
    assert desk_of(program).doc.path == path
    assert path.name.startswith("team-south")


def test_the_annual_review_starts_from_last_years_file(program: Program, sample_file: Path) -> None:
    program.start("annual-review", "Review", "en", sample_file)
    promises = [row.promise for row in desk_of(program).doc.rows(Verdict, "1 ORDER BY rank")]
    assert promises[0].startswith("We are the calm voice")
    assert len(promises) == 1 + 3 + 7


def test_closing_a_workshop_leads_back_to_the_welcome_page(
    qtbot: QtBot, program: Program, doc: Document
) -> None:
    path = doc.path
    doc.close()
    program.begin(path, sample=False)
    desk_of(program).commands.run("file.close")
    assert isinstance(program.window, WelcomeWindow)
    Document.open(path).close()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"no workshop at all", "not a Mission Desk workshop"), (b"", "not a Mission Desk workshop")],
)
def test_a_wrong_file_is_said_in_a_sentence_and_left_alone(
    program: Program, tmp_path: Path, content: bytes, sentence: str
) -> None:
    wrong = tmp_path / "wrong.mission"
    wrong.write_bytes(content)
    assert program.begin(wrong, sample=False)
    assert isinstance(program.window, WelcomeWindow)
    assert sentence in program.window.messages.last
    assert wrong.read_bytes() == content


def test_a_second_start_brings_the_first_window_to_the_front(
    qtbot: QtBot, program: Program, doc: Document
) -> None:
    path = doc.path
    doc.close()
    program.begin(path, sample=False)
    desk = desk_of(program)
    desk.showMinimized()
    second = subprocess.Popen(
        [sys.executable, "-m", "mission_desk", str(path)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert second.returncode == 0
    qtbot.waitUntil(lambda: not desk.isMinimized())


CLOSING = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import QLocalServer
from mission_desk.core.file.document import Document
from mission_desk.ui.app import single
app = QCoreApplication([])
path = Path(sys.argv[1])
doc, server = Document.open(path), QLocalServer()
server.listen(single.door_of(path))
print("open", flush=True)
server.waitForNewConnection(30_000)
doc.close()
"""


def test_a_window_that_is_closing_answers_nobody_and_its_file_opens(program: Program, doc: Document) -> None:
    path = doc.path
    doc.close()
    closing = subprocess.Popen([sys.executable, "-c", CLOSING, str(path)], stdout=subprocess.PIPE, text=True)
    assert closing.stdout is not None
    assert closing.stdout.readline() == "open\n"
    assert program.begin(path, sample=False)
    assert desk_of(program).doc.path == path
    assert closing.wait(30) == 0
    closing.stdout.close()


def test_the_file_that_is_open_here_is_brought_to_the_front(program: Program, doc: Document) -> None:
    path = doc.path
    doc.close()
    program.begin(path, sample=False)
    desk = desk_of(program)
    desk.showMinimized()
    program.open_asked(path)
    assert program.window is desk
    assert not desk.isMinimized()
    assert desk.messages.last == ""


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_file_can_be_looked_at(program: Program, doc: Document) -> None:
    path = doc.path
    doc.close()
    path.chmod(0o444)
    program.begin(path, sample=False)
    assert "only be read" in desk_of(program).messages.last


@pytest.mark.skipif(shutil.which("truncate") is None, reason="overwrites with truncate")
def test_a_file_that_was_overwritten_in_the_last_second_is_rescued_and_said(
    program: Program, doc: Document
) -> None:
    """The window is closed for good: the welcome page says where the day is, else nobody would."""
    path = doc.path
    doc.close()
    program.begin(path, sample=False)
    subprocess.run(["truncate", "-s", "0", str(path)], check=True)
    desk_of(program).close()
    assert isinstance(program.window, WelcomeWindow)
    assert "everything goes on in “day (rescued).mission”" in program.window.messages.last
    assert recents()[0].path == str(path.with_name("day (rescued).mission"))


def test_an_exception_in_a_slot_is_logged_and_said(qtbot: QtBot, program: Program, doc: Document) -> None:
    path = doc.path
    doc.close()
    program.begin(path, sample=False)
    desk = desk_of(program)
    with qtbot.waitActive(desk):
        desk.activateWindow()
    desk.commands.on("file.copy", lambda: 1 / 0)
    with qtbot.captureExceptions() as caught:
        qtbot.keyClick(desk, "s", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert caught[0][0] is ZeroDivisionError
    program.say_failed()
    assert "saved" in desk.messages.last


def test_a_new_name_never_takes_an_old_file(tmp_path: Path) -> None:
    first = workshop_path(tmp_path, "Our team — Find our mission")
    start_workshop(first, method("half-a-day"), "en").close()
    second = workshop_path(tmp_path, "Our team — Find our mission")
    assert first != second
    assert not second.exists()


def test_the_list_of_recent_workshops_says_how_one_was_left(program: Program, doc: Document) -> None:
    path, board = doc.path, boards.boards(doc)[0].id
    doc.close()
    program.begin(path, sample=False)
    boards.add_notes(desk_of(program).doc, board, ["one", "two"], "customers")
    desk_of(program).commands.run("file.close")
    assert [each.notes for each in recents()] == [2]


def test_a_screen_that_the_window_would_fill_is_filled_without_a_frame(program: Program) -> None:
    program.welcome()
    assert program.window is not None
    room = program.window.screen().availableGeometry()
    small = room.width() < 1640 or room.height() < 960
    assert program.window.isMaximized() is small


def test_qt_speaks_the_language_of_the_screen() -> None:
    try:
        qt_words.speak("de")
        assert QCoreApplication.translate("QLineEdit", "Cu&t") == "&Ausschneiden"
    finally:
        qt_words.speak("en")
    assert QCoreApplication.translate("QLineEdit", "Cu&t") == "Cu&t"


def test_nothing_is_said_in_a_window_that_is_gone(program: Program) -> None:
    program.begin(None, sample=False)
    assert program.window is not None
    program.window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    program.say_failed()
    assert program.window is None
