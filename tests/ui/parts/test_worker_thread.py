"""A worker tells its window what it has made, also in the moment in which that window is deleted."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from pytestqt.qtbot import QtBot

from mission_desk.ui.parts.worker_thread import WorkerThread

# Three workers that tell all the time, in windows that are deleted at once, two hundred times.
PROGRAM = """
import time
from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QWidget
from mission_desk.ui.app.app import application
from mission_desk.ui.parts.worker_thread import WorkerThread

class Worker(WorkerThread):
    made = Signal(object)
    window_is_gone = False

    def take_turn(self):
        time.sleep(0.0001)
        self.tell(Worker.made, [1])
        return not self.window_is_gone

    def nobody_listens(self):
        self.window_is_gone = True

app = application()
received, windows = [], 0
while windows < 200 or not received:
    windows += 1
    window = QWidget()
    for n in range(3):
        worker = Worker(f"worker {n}", window)
        worker.made.connect(received.append)
        worker.start_work()
    end = time.monotonic() + 0.005
    while time.monotonic() < end:
        app.processEvents()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
print("alive")
"""


class Counting(WorkerThread):
    """Tells three numbers, then waits for its window to go."""

    counted = Signal(int)
    waits = True

    def take_turn(self) -> bool:
        for number in range(3):
            self.tell(Counting.counted, number)
        self.busy = False
        return False


def test_a_window_may_go_while_its_workers_tell() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", PROGRAM], capture_output=True, text=True
    )
    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr


def test_what_a_worker_tells_arrives_in_order(qtbot: QtBot) -> None:
    worker = Counting("counting")
    received: list[int] = []
    worker.counted.connect(received.append)
    worker.start_work()
    qtbot.waitUntil(lambda: received == [0, 1, 2])


def test_a_window_that_is_gone_is_told_nothing(qtbot: QtBot) -> None:
    window = QObject()
    worker = Counting("counting", window)
    received: list[int] = []
    worker.counted.connect(received.append)
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    worker.start_work()
    qtbot.waitUntil(lambda: not worker.busy)
    QCoreApplication.processEvents()
    assert received == []
