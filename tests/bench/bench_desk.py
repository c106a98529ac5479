"""What the whole program costs with many notes: a note Entered until it stands on desk and stage, the undo of
changes to thousands of notes with both windows open, the start until a board is painted, the memory.

`python -m tests.bench.bench_desk [typed | undo | memory | start …]` prints one JSON line for each; see
README.md."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench.floor import SIZE, Floor, settle, tell
from tests.bench.full_boards import full_board

from PySide6.QtCore import Qt  # isort: skip  (the floor says which platform)
from PySide6.QtTest import QTest  # isort: skip
from PySide6.QtWidgets import QApplication  # isort: skip

from mission_desk.core.board import moving, tidying
from mission_desk.core.board.boards import remove_notes
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note
from mission_desk.core.stage import desk_position
from mission_desk.ui.app.app import application
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.look import theme
from mission_desk.ui.stage.stage_window import StageWindow

TYPED, UNDONE, STARTED = 2_000, 5_000, 2_000  # notes
ROUNDS = 15


class BothWindows:
    """Desk and stage on a board with many notes, at rest."""

    def __init__(self, app: QApplication, doc: Document) -> None:
        self.app, self.doc = app, doc
        desk_position.show_board(doc, "think-big")
        self.desk = Desk(doc, theme.LIGHT)
        self.desk.resize(*SIZE)
        self.desk.show()
        self.stage = StageWindow(doc.now)
        self.stage.resize(*SIZE)
        self.stage.show()
        page = self.desk.pages["board"]
        assert isinstance(page, BoardPage)
        self.page = page
        self.stage.show_slide(self.desk.stage_control.current_slide())
        self.rest()

    def rest(self) -> None:
        settle(self.app, lambda: False, 0.3)
        settle(self.app, self.page.is_drawn)

    def timed(self, act: Callable[[], object]) -> float:
        """Milliseconds until both windows have painted."""
        start = time.perf_counter()
        act()
        self.stage.show_slide(self.desk.stage_control.current_slide())
        self.app.processEvents()
        taken = (time.perf_counter() - start) * 1000
        self.rest()
        return taken

    def close(self) -> None:
        self.stage.close()
        self.desk.close()


def typed(app: QApplication, base: Floor, folder: Path) -> None:
    doc, _ = full_board(folder, TYPED)
    both = BothWindows(app, doc)
    field, times = both.page.bar.field, []
    for n in range(ROUNDS):
        QTest.keyClicks(field, f"nobody waits alone, said caller {n}")
        both.rest()
        times.append(both.timed(lambda: QTest.keyClick(field, Qt.Key.Key_Return)))
    both.close()
    tell(notes=TYPED, what="a note Entered, to pixels on desk and stage", median_ms=statistics.median(times),
         worst_ms=max(times), floor_ms=statistics.median(base.now()), goal_ms=16)  # fmt: skip


def undone(app: QApplication, base: Floor, folder: Path) -> None:
    doc, board = full_board(folder, UNDONE)
    both = BothWindows(app, doc)
    notes = [note.id for note in doc.rows(Note, "board = ?", board)]
    acts: dict[str, Callable[[], object]] = {
        "move": lambda: moving.move_notes(doc, notes, 12, 12),
        "tidy up": lambda: tidying.tidy_up(doc, board),
        "delete": lambda: remove_notes(doc, notes),
    }
    for what, act in acts.items():
        times = []
        for _ in range(3):
            act()
            both.rest()
            times.append(both.timed(doc.undo))
        tell(notes=UNDONE, what=f"undo of a {what}", median_ms=statistics.median(times), worst_ms=max(times),
             floor_ms=statistics.median(base.now()), goal_ms=250)  # fmt: skip
    both.close()


def memory(app: QApplication, base: Floor, folder: Path) -> None:
    """What a process takes more with 10,000 notes than with an empty board; each in a process of its own."""
    empty, full = (resident(folder, count) for count in (0, 10_000))
    tell(notes=10_000, what="memory over the empty window", mb=full - empty, empty_mb=empty, goal_mb=100)


def resident(folder: Path, count: int) -> float:
    return float(last_line("tests.bench.one_desk", "memory", str(folder / "memory"), str(count)))


def started(app: QApplication, base: Floor, folder: Path) -> None:
    doc, _ = full_board(folder, STARTED)
    desk_position.show_board(doc, "think-big")
    file = doc.path
    doc.close()
    bare, ours = [], []
    for _ in range(5):
        bare.append(float(last_line("tests.bench.one_desk", "bare")))
        ours.append(float(last_line("tests.bench.one_desk", "start", str(file))))
    floor_ms, times = min(bare), min(ours)
    tell(notes=STARTED, what="mission-desk FILE, to a painted board", ms=times, bare_window_ms=floor_ms,
         goal_ms=1.5 * floor_ms + 250)  # fmt: skip


def last_line(*words: str) -> str:
    """Of a fresh process; with bytecode, as whoever starts the program a second time has it."""
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = str(time.time())
    ran = subprocess.run(
        [sys.executable, "-m", *words, start], capture_output=True, text=True, check=True, env=plain
    )
    return ran.stdout.split()[-1]


MEASUREMENTS = {"typed": typed, "undo": undone, "memory": memory, "start": started}


def main(names: list[str]) -> None:
    app = application()
    base = Floor(app)
    for name in names or list(MEASUREMENTS):
        with tempfile.TemporaryDirectory() as folder:
            MEASUREMENTS[name](app, base, Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
