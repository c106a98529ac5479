"""What the stage adds to a change on the desk: from the committed change to the new picture in the room.

`python tests/bench/bench_stage.py [notes …]` prints one JSON line for each kind of change. `desk_ms` is
commit and repaint of the desk alone, `both_ms` the same with the stage on, `over_ms` the difference of their
fastest quarters, which other programs on the machine disturb least; the stage may take one frame of 60 Hz
over the desk's own repaint.
Offscreen, desk 1600 x 900, stage 1920 x 1080."""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("MISSION_DESK_HOME", tempfile.mkdtemp())

from PySide6.QtWidgets import QApplication

from mission_desk.core.agenda.methods import method
from mission_desk.core.board import boards, moving
from mission_desk.core.file.closed_sets import THINKING_STYLES
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note
from mission_desk.core.stage import desk_position
from mission_desk.core.whole.starting import start_workshop
from mission_desk.ui.app.app import application
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.look import theme

STAGE_SIZE = (1920, 1080)
TIMES, REST = 16, 0.3
FRAME = 16.0  # ms
WORDS = ("every", "caller", "hangs", "up", "calmer", "than", "they", "dialled", "and", "nobody", "waits")


def fill(doc: Document, count: int) -> int:
    """`count` notes of 5 to 20 words on the think-big board, in a grid as wide as high."""
    board = boards.board_by_key(doc, "think-big").id
    columns = max(1, round((count * 1.3) ** 0.5))
    with doc.action("note.add") as write:
        for n in range(count):
            text = " ".join(WORDS[(n * 7 + k) % len(WORDS)] for k in range(5 + n % 16))
            write.insert(
                Note, board=board, cluster=None, text=text, style=THINKING_STYLES[n % 4],
                x=n % columns * 200, y=n // columns * 180, w=180, h=156, z=n, dots=n % 4, at=0,
            )  # fmt: skip
    return board


def settle(app: QApplication, seconds: float = 0.5) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        app.processEvents()


def once(app: QApplication, act: Callable[[], object]) -> float:
    """Milliseconds from the call to all windows painted; before it, everything has come to rest."""
    settle(app, REST)
    start = time.perf_counter()
    act()
    app.processEvents()
    return (time.perf_counter() - start) * 1000


def switch(desk: Desk, *, on: bool) -> None:
    if (desk.stage_control.window is not None) == on:
        return
    desk.commands.run("stage.show")
    window = desk.stage_control.window
    if window is not None:
        window.showNormal()
        window.resize(*STAGE_SIZE)


def changes(doc: Document, board: int) -> dict[str, Callable[[int], object]]:
    """What happens most while the room looks at a board."""
    newest = max(note.id for note in boards.notes_on(doc, board))
    return {
        "note added": lambda n: boards.add_notes(doc, board, [f"Calmer than before {n}"], "ideator"),
        "note edited": lambda n: boards.edit_note(doc, newest, f"Nobody waits {n}"),
        "dot added": lambda n: boards.add_dots(doc, [newest], 1),
        "note moved": lambda n: moving.move_notes(doc, [newest], 4, 2),
        "undone": lambda n: doc.undo(),
    }


def compared(app: QApplication, desk: Desk, act: Callable[[int], object]) -> dict[str, float | bool]:
    """With and without the stage in turns, so that a busy machine is busy for both."""
    times: dict[bool, list[float]] = {False: [], True: []}
    for n in range(TIMES):
        for on in (False, True):
            switch(desk, on=on)
            times[on].append(once(app, lambda n=2 * n + on: act(n)))
    alone, both = (statistics.quantiles(times[on], n=4)[0] for on in (False, True))
    line = {"desk_ms": alone, "both_ms": both, "over_ms": both - alone, "frames": (both - alone) / FRAME}
    return {key: round(value, 2) for key, value in line.items()} | {"within": both - alone <= FRAME}


def measure(app: QApplication, count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        doc = start_workshop(Path(folder) / "bench.mission", method("find-our-mission"), "en")
        board = fill(doc, count)
        desk = Desk(doc, theme.LIGHT)
        desk.resize(1600, 900)
        desk.show()
        desk_position.show_board(doc, "think-big")
        settle(app, 1.0)
        for what, act in changes(doc, board).items():
            print(json.dumps({"notes": count, "what": what} | compared(app, desk, act)))
        desk.close()


if __name__ == "__main__":
    program = application()
    for notes in [int(each) for each in sys.argv[1:]] or [46, 2_000]:
        measure(program, notes)
