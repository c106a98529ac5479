"""kill -9 while somebody types: at most a second of it is lost, and never a word from before. A few kills by
default; a hundred with `python3 run.py test -m soak tests/faults/test_kill_typing.py`."""

from __future__ import annotations

import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from mission_desk.core.agenda.methods import method
from mission_desk.core.file.document import Document
from mission_desk.core.file.half_typed import half_typed
from mission_desk.core.statement import drafts
from mission_desk.core.whole import checkup
from mission_desk.core.whole.starting import start_workshop
from tests.ui import typing

ROOT = Path(__file__).parents[2]
WHERE = ("capture", "statement")
AT_ONCE = 4  # they wait more than they work
BETWEEN_KEYS = 30  # ms
SECOND = 1_000 // BETWEEN_KEYS  # of typing, in letters: a busy machine slows keys and writing alike
# A real window and real keys, without a pause. Each line on the output says how many letters had been typed
# by then.
TYPING = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from mission_desk.core.stage import desk_position
from mission_desk.core.file.document import Document
from mission_desk.ui.look import theme
from mission_desk.ui.app.app import application
from mission_desk.ui.desk.desk import Desk

app = application()
doc = Document.open(sys.argv[1])
where = sys.argv[2]
desk_position.show_page(doc, "board" if where == "capture" else "statement")
desk = Desk(doc, theme.LIGHT)
desk.show()
desk.activateWindow()
page = desk.pages[desk_position.page(doc)]
field = page.bar.field if where == "capture" else page.card.editor
field.setFocus()
count = 0

def press():
    global count
    QTest.keyClick(field, "abcdefghijklmnopqrstuvwxyz"[count % 26])
    count += 1
    print(count, flush=True)

timer = QTimer(interval=int(sys.argv[3]))
timer.timeout.connect(press)
QTimer.singleShot(0, timer.start)
app.exec()
"""


def typed_and_killed(path: Path, where: str, letters: int) -> int:
    """Let a child type so many letters and kill it; how many it had typed by then."""
    command = [sys.executable, "-X", "faulthandler", "-c", TYPING, str(path), where, str(BETWEEN_KEYS)]
    count, complaints = 0, path.with_suffix(".stderr")
    with (
        complaints.open("wb") as stderr,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=stderr, text=True, cwd=ROOT) as child,
    ):
        assert child.stdout is not None
        while count < letters:
            line = child.stdout.readline()
            assert line, f"ended by itself ({child.wait()}) after {count} letters: {complaints.read_text()}"
            count = int(line)
        child.kill()
        rest = child.stdout.read().split()
    return int(rest[-1]) if rest else count


def words_on_disk(path: Path, where: str) -> str:
    doc = Document.open(path)
    words = half_typed(doc, typing.bar(doc)).words if where == "capture" else drafts.drafts(doc)[0].text
    doc.close()
    return words


def kill_one(folder: Path, number: int, letters: int) -> int:
    """How many letters it lost."""
    path, where = folder / f"day {number}.mission", WHERE[number % 2]
    doc = start_workshop(path, method("find-our-mission"), "en")
    drafts.add_draft(doc)
    doc.close()
    typed = typed_and_killed(path, where, letters)
    assert checkup.check(path).problems == ()
    words = words_on_disk(path, where)
    whole = ("abcdefghijklmnopqrstuvwxyz" * (typed // 26 + 2))[: len(words)]
    assert words == whole  # in order and without a gap
    assert typed - len(words) <= SECOND
    return typed - len(words)


def kill_often(folder: Path, kills: int) -> list[int]:
    """How many letters each kill lost."""
    chance = random.Random(7)
    letters = [chance.randint(40, 110) for _ in range(kills)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(partial(kill_one, folder), range(kills), letters))


def test_a_window_killed_while_typed_into_loses_a_second_at_most(tmp_path: Path) -> None:
    kill_often(tmp_path, kills=AT_ONCE)


@pytest.mark.soak
def test_a_hundred_windows_killed_while_typed_into(tmp_path: Path) -> None:
    lost = sorted(kill_often(tmp_path, kills=100))
    print(f"letters lost at 30 ms each: median {lost[50]}, most {lost[-1]}")
