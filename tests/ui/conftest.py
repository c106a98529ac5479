"""A real workshop in a real window for the tests of the rooms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from mission_desk.core.agenda.methods import method
from mission_desk.core.file.document import Document
from mission_desk.core.whole.sample import build_sample
from mission_desk.core.whole.starting import start_workshop
from mission_desk.ui.app.program import Program
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.look import qt_words, style_sheet, theme
from mission_desk.ui.look.fonts import load_faces
from mission_desk.ui.stage.stage_window import StageWindow
from mission_desk.ui.vote.booth.booth import Booth
from mission_desk.ui.welcome.window import WelcomeWindow
from mission_desk.words import set_screen_language


@pytest.fixture(autouse=True)
def dressed(qapp) -> None:
    """Faces and style sheet as in the program: sizes and places depend on them."""
    set_screen_language("en")
    qt_words.speak("en")
    QCursor.setPos(0, 0)  # where an earlier test has left it, a card under it would be chosen
    load_faces()
    if not qapp.styleSheet():
        qapp.setStyle("Fusion")
        qapp.setStyleSheet(style_sheet.sheet(theme.LIGHT))


class StrayWindows(QObject):
    """Remembers widgets that were shown as windows of their own before they had a place in one: on a real
    screen they flash, and the desk loses the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # In this order: of the million events of a file a few go to windows, and their type is dear to ask.
        if isinstance(watched, QWidget) and watched.isWindow() and event.type() == QEvent.Type.Show:
            flags = watched.windowFlags() & Qt.WindowType.WindowType_Mask
            known = isinstance(watched, MEANT) or flags in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
            if not known and watched.objectName() != "on its own":
                self.seen.append(type(watched).__name__)
        return False


MEANT = (Desk, WelcomeWindow, StageWindow, Booth, QDialog)


@pytest.fixture(autouse=True)
def no_stray_windows(qapp: QApplication) -> Iterator[None]:
    spy = StrayWindows()
    qapp.installEventFilter(spy)
    yield
    qapp.removeEventFilter(spy)
    assert spy.seen == []


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    document = start_workshop(tmp_path / "day.mission", method("find-our-mission"), "en")
    yield document
    document.close()


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "northwind.mission"
    build_sample(path, "en")
    return path


@pytest.fixture
def sample_doc(sample_file: Path, tmp_path: Path) -> Iterator[Document]:
    copy = tmp_path / "northwind.mission"
    copy.write_bytes(sample_file.read_bytes())
    document = Document.open(copy)
    yield document
    document.close()


def shown(qtbot: QtBot, doc: Document) -> Desk:
    desk = Desk(doc, theme.LIGHT)
    qtbot.addWidget(desk)
    desk.resize(1600, 900)
    desk.show()
    with qtbot.waitActive(desk):  # shortcuts reach the active window only
        desk.activateWindow()
    return desk


@pytest.fixture
def desk(qtbot: QtBot, doc: Document) -> Desk:
    return shown(qtbot, doc)


@pytest.fixture
def sample_desk(qtbot: QtBot, sample_doc: Document) -> Desk:
    return shown(qtbot, sample_doc)


@pytest.fixture
def program(qtbot: QtBot) -> Iterator[Program]:
    program = Program(quits=False)
    yield program
    window, program.window = program.window, None
    if window is not None:
        window.close()
        window.deleteLater()


def banner(program: Program) -> str:
    assert program.window is not None
    return program.window.messages.last if program.window.messages.banner.isVisible() else ""
