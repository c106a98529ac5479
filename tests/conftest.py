"""What holds for every test: no screen needed, a person of its own, and a quiet log.

A log record or Qt message of level WARNING or above that a test does not announce fails it; so does an
announced one that never comes. Announce with `@pytest.mark.expected_log("part of the message")`."""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
import tempfile
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    # Before Qt is imported: its first application aborts the whole run where it finds no screen.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from mission_desk.ui.collector import collect_due
from mission_desk.words import set_screen_language

# What is ignored is inherited: every program that a test starts and asks to end would stay for ever. A shell
# ignores Ctrl+C for what it runs with `&`, and `nohup` ignores the closing terminal.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    # Not the default: `nohup` means the tests themselves, and a handler is not inherited.
    signal.signal(signal.SIGHUP, lambda _number, _frame: None)

gc.disable()  # as in the program: a worker that collected garbage would destroy windows of an earlier test

MEMORY = Path("/dev/shm")
ROOM = 1 << 30  # bytes; a run takes a tenth of it


def is_fit(folder: Path) -> bool:
    """Whether tests can work there: a container may have no room in it, or forbid to start programs there."""
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        return False
    disk = os.statvfs(folder)
    return disk.f_bavail * disk.f_frsize > ROOM and not disk.f_flag & os.ST_NOEXEC


if sys.platform.startswith("linux") and "TMPDIR" not in os.environ and is_fit(MEMORY):
    # Each action of a workshop waits for the disk, as it must: two thirds of what tests of actions took.
    tempfile.tempdir = str(MEMORY)

PATIENCE = 60_000  # ms; reached only where a test fails

QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

# Said by Qt about the machine (offscreen, no login session), whatever a program does.
ALWAYS_EXPECTED = (
    "This plugin does not support propagateSizeHints()",
    "This plugin does not support raise()",
    "This plugin does not support grabbing the keyboard",
    "This plugin does not support grabbing the mouse",
    "XDG_RUNTIME_DIR not set",
)

EXAMPLES = 40
settings.register_profile("desk", deadline=None, max_examples=EXAMPLES)
settings.register_profile("ci", deadline=None, max_examples=EXAMPLES, derandomize=True, print_blob=True)
# Asked for with --hypothesis-profile=long.
settings.register_profile("long", deadline=None, max_examples=1_000)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


class LoudRecords(logging.Handler):
    """Keeps what was logged at WARNING or above, to be judged when the test is over."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if not any(known in message for known in ALWAYS_EXPECTED):
            self.messages.append(f"{record.levelname} {record.name}: {message}")


class PatientBot(QtBot):
    """Waits for what has to come as long as a machine with too much to do takes for it. Who waits for nothing
    to happen has to wait for something else that comes after it."""

    def waitUntil(self, callback: Callable[[], object], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: object, *, timeout: int = PATIENCE, **words: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **words)

    def waitActive(self, widget: QWidget, *, timeout: int = PATIENCE) -> Any:
        return super().waitActive(widget, timeout=timeout)

    def waitExposed(self, widget: QWidget, *, timeout: int = PATIENCE) -> Any:
        return super().waitExposed(widget, timeout=timeout)


LOUD = pytest.StashKey[LoudRecords]()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, None, None]:
    loud = LoudRecords()
    item.stash[LOUD] = loud
    logging.getLogger().addHandler(loud)
    qInstallMessageHandler(log_qt_message)
    return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    yield
    judge(item)
    messages = item.stash[LOUD].messages
    missing = [text for text in expected(item) if not any(text in message for message in messages)]
    if missing:
        pytest.fail(f"announced by expected_log, but never logged: {missing}", pytrace=False)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    try:
        yield
    finally:
        qInstallMessageHandler(None)
        logging.getLogger().removeHandler(item.stash[LOUD])
        collect_due()
    judge(item)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(autouse=True)
def fresh_person(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's settings, data or language: no test reads or writes those of whoever runs the tests."""
    monkeypatch.setenv("MISSION_DESK_HOME", str(tmp_path_factory.mktemp("person")))
    set_screen_language("en")


def log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    logging.getLogger(f"qt.{context.category}").log(QT_LEVELS[kind], message)


def expected(item: pytest.Item) -> list[str]:
    return [str(text) for marker in item.iter_markers("expected_log") for text in marker.args]


def judge(item: pytest.Item) -> None:
    """Fails the test for what was logged so far and nobody announced; says each message once."""
    loud = item.stash[LOUD]
    announced = expected(item)
    surprises = [message for message in loud.messages if not any(text in message for text in announced)]
    if surprises:
        loud.messages.clear()
        pytest.fail("logged, but not expected (see expected_log):\n" + "\n".join(surprises), pytrace=False)
