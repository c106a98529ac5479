"""Starting the program: faces, colours, the log, the hook that catches what slots throw, and the first
window."""

from __future__ import annotations

import gc
import logging
import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from mission_desk.core.file.errors import KnownError
from mission_desk.paths import resource
from mission_desk.ui import settings
from mission_desk.ui.app.ending import Ending
from mission_desk.ui.app.first_look import sentences_of_own_files
from mission_desk.ui.app.program import Program
from mission_desk.ui.app.program_log import tend_log, write_log
from mission_desk.ui.collector import Collector
from mission_desk.ui.look import qt_words, style_sheet, theme
from mission_desk.ui.look.fonts import load_faces, ui_font
from mission_desk.ui.parts.dates import set_figure_order
from mission_desk.ui.parts.days.day_order import day_order
from mission_desk.words import screen_language, set_screen_language

log = logging.getLogger(__name__)
PATIENCE = 0.0003
"""Seconds after which a worker lets the window go on. With Python's usual 5 ms every reading of a row would
wait that long: a click took 1.7 s while a board of 1,000 notes was printed."""
AFTER_START = 1_000  # ms, when the first window is painted


def application() -> QApplication:
    """The only QApplication, with its style and fonts."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
        Collector(app)
        sys.setswitchinterval(PATIENCE)
    app.setApplicationName("Mission Desk")
    app.setDesktopFileName("org.missiondesk.MissionDesk")
    app.setWindowIcon(QIcon(str(resource("icons", "mission-desk.svg"))))
    app.setStyle("Fusion")
    set_figure_order(day_order(QLocale.system()))
    load_faces()
    app.setFont(ui_font(theme.SMALL))
    dress(app, theme.system_tokens())
    return app


def dress(app: QApplication, tokens: theme.Tokens) -> None:
    app.setPalette(theme.palette(tokens))
    app.setStyleSheet(style_sheet.sheet(tokens))


def run(file: Path | None, *, sample: bool = False, language: str | None = None) -> int:
    """Open the first window and stay until the last one closes. Without `language` the screen speaks the one
    chosen on the welcome page, else the system's."""
    set_screen_language(language or settings.screen_language())
    sentences = sentences_of_own_files()
    write_log()
    app = application()
    qt_words.speak(screen_language())
    program = Program()
    catch_errors(program)
    ending = Ending(program)
    QTimer.singleShot(AFTER_START, gc.freeze)  # what the start has made stays: nobody looks through it again
    QTimer.singleShot(AFTER_START, tend_log)
    begun = program.begin(file, sample=sample, sentences=sentences)
    return ending.code(app.exec() if begun else 0)


def catch_errors(program: Program) -> None:
    """Exceptions of slots and timers end here: a KnownError's sentence is shown, any other is logged, and the
    program goes on."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KnownError):
            program.say(str(error))
        else:
            log.error("an action failed", exc_info=(kind, error, trace))
            program.say_failed()

    def thread_hook(failed: threading.ExceptHookArgs) -> None:
        """Log a worker's exception, which Python would only print; the worker has told the window itself."""
        log.error("a worker failed", exc_info=failed.exc_value)

    sys.excepthook = hook
    threading.excepthook = thread_hook
