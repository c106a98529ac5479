"""Windows die in the window's thread, whatever else is at work. A worker that collected garbage would destroy
them while Qt goes through them: the program dies in C."""

from __future__ import annotations

import subprocess
import sys
import textwrap

# A worker makes garbage and nothing else, the window's thread opens and forgets windows that are in a cycle.
PROGRAM = """
import sys, threading, weakref
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget
from mission_desk.ui.app.app import application

class Window(QWidget):
    def __init__(self):
        super().__init__()
        self.itself = self
        for _ in range(5):
            QLabel("words", self)

app = application()
died_in, references, enough = [], [], threading.Event()

def work():
    while not enough.is_set():
        garbage = [{} for _ in range(2_000)]
        for each in garbage:
            each["itself"] = each

def forget_windows():
    for _ in range(50):
        references.append(weakref.ref(Window(), lambda _: died_in.append(threading.current_thread().name)))
    if "MainThread" in died_in or len(references) > 20_000:
        enough.set()
        app.quit()

worker = threading.Thread(target=work, name="worker")
worker.start()
forgetting = QTimer(interval=1)
forgetting.timeout.connect(forget_windows)
forgetting.start()
app.exec()
worker.join()
print(sorted(set(died_in)))
"""


def test_windows_die_in_the_thread_of_the_windows() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", textwrap.dedent(PROGRAM)], capture_output=True, text=True
    )
    assert (done.returncode, done.stdout.strip()) == (0, "['MainThread']"), done.stderr
