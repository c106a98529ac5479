"""kill -9 while somebody types: at most a second of it is lost, and never a word from before. A few kills by
default; a hundred with `python -m pytest -m soak tests/faults/test_kill_typing.py`."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mission_desk.core import checkup, drafts
from mission_desk.core.document import Document
from mission_desk.core.half_typed import half_typed
from mission_desk.core.methods import method
from mission_desk.core.starting import start_workshop

ROOT = Path(__file__).parents[2]
SECOND = 1.0
# A real window and real keys, without a pause. Each line on the output says how many letters had been typed
# by then; the time is read by the parent.
TYPING = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from mission_desk.core import standing
from mission_desk.core.document import Document
from mission_desk.ui import theme
from mission_desk.ui.app import application
from mission_desk.ui.desk import Desk

app = application()
doc = Document.open(sys.argv[1])
where = sys.argv[2]
standing.show_page(doc, "board" if where == "capture" else "statement")
desk = Desk(doc, theme.LIGHT)
desk.show()
desk.activateWindow()
page = desk.pages[standing.page(doc)]
field = page.bar.field if where == "capture" else page.card.editor
field.setFocus()
count = 0

def press():
    global count
    QTest.keyClick(field, "abcdefghijklmnopqrstuvwxyz"[count % 26])
    count += 1
    print(count, flush=True)

timer = QTimer(interval=30)
timer.timeout.connect(press)
QTimer.singleShot(0, timer.start)
app.exec()
"""


def typed_and_killed(path: Path, where: str, letters: int) -> tuple[int, int]:
    """Let a child type so many letters and kill it; how many it had typed a second before, and at all."""
    command = [sys.executable, "-c", TYPING, str(path), where]
    heard: list[tuple[float, int]] = []
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT
    ) as child:
        assert child.stdout is not None
        while not heard or heard[-1][1] < letters:
            heard.append((time.monotonic(), int(child.stdout.readline())))
        child.kill()
        killed = time.monotonic()
        rest = child.stdout.read().split()
    before = [count for at, count in heard if at <= killed - SECOND]
    return before[-1] if before else 0, int(rest[-1]) if rest else heard[-1][1]


def words_on_disk(path: Path, where: str) -> str:
    doc = Document.open(path)
    found = half_typed(doc, "capture").words if where == "capture" else drafts.drafts(doc)[0].text
    doc.close()
    return found


def kill_often(folder: Path, kills: int) -> list[int]:
    """How many letters each kill lost."""
    lost = []
    chance = random.Random(7)
    for number in range(kills):
        path, where = folder / f"day {number}.mission", ("capture", "statement")[number % 2]
        doc = start_workshop(path, method("find-our-mission"), "en")
        drafts.add_draft(doc)
        doc.close()
        a_second_before, typed = typed_and_killed(path, where, chance.randint(40, 110))
        assert checkup.check(path).problems == ()
        words = words_on_disk(path, where)
        whole = ("abcdefghijklmnopqrstuvwxyz" * (typed // 26 + 2))[: len(words)]
        assert words == whole  # in order and without a gap
        assert len(words) >= a_second_before
        lost.append(typed - len(words))
    return lost


def test_a_window_killed_while_typed_into_loses_a_second_at_most(tmp_path: Path) -> None:
    kill_often(tmp_path, kills=4)


@pytest.mark.soak
def test_a_hundred_windows_killed_while_typed_into(tmp_path: Path) -> None:
    lost = sorted(kill_often(tmp_path, kills=100))
    print(f"letters lost at 30 ms each: median {lost[50]}, most {lost[-1]}")
