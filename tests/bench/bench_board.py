"""What a frame of the board costs, beside what copying one prepared picture of the same size costs; the first
paint, and the memory. See README.md.

`python -m tests.bench.bench_board [notes …]` prints one JSON line for each measurement."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.floor import FRAMES, ROUNDS, SIZE, Floor, Round, frames, settle, tell
from tests.bench.full_boards import full_board
from tests.bench.hands import LEFT, MIDDLE, MOVE, PRESS, RELEASE, mouse, wheel

from PySide6.QtCore import QPoint  # isort: skip  (the floor says which platform)
from PySide6.QtWidgets import QApplication  # isort: skip

from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.room.style_words import style_names
from mission_desk.ui.app.app import application
from mission_desk.ui.board.canvas.canvas import BoardCanvas
from mission_desk.ui.board.canvas.painter import BoardPainter
from mission_desk.ui.board.model import BoardModel
from mission_desk.ui.look import theme

COUNTS = [500, 2_000, 10_000, 50_000]
GOALS = {"pan at fit-all": 2, "pan at 100 %": 2, "zoom from fit-all to 100 %": 8, "drag 1 note": 2,
         "drag 500 notes": 5}  # fmt: skip
GROWTH = 1.25
FIRST = {2_000: 100, 10_000: 250}


class OnBoard:
    """Gestures on one canvas, each from a board at rest."""

    def __init__(self, app: QApplication, canvas: BoardCanvas) -> None:
        self._app, self._canvas = app, canvas

    def rest(self) -> list[float]:
        """Until the board is sharp and has drawn ahead."""
        canvas = self._canvas
        return settle(self._app, lambda: canvas.is_drawn() and canvas.frames.cache.is_idle())

    def fit(self) -> None:
        self._canvas.sight.fit()
        self.rest()

    def full(self) -> None:
        self._canvas.sight.fit()
        self._canvas.sight.zoom(1 / self._canvas.sight.camera.scale)
        self.rest()

    def pan(self) -> list[float]:
        at = QPoint(900, 500)
        mouse(self._canvas, PRESS, at, MIDDLE)
        times = frames(self._app, lambda n: mouse(self._canvas, MOVE, at + QPoint(-4 * n, -2 * n), MIDDLE))
        mouse(self._canvas, RELEASE, at, MIDDLE)
        return times

    def zoom(self) -> list[float]:
        """One hand at the wheel, from everything to 100 %."""
        factor = (1 / self._canvas.sight.camera.scale) ** (1 / FRAMES)
        angle = max(1, round((factor - 1) / 0.0015))
        return frames(self._app, lambda _n: wheel(self._canvas, angle))

    def drag(self, count: int) -> list[float]:
        canvas = self._canvas
        near = canvas.model.notes_near(canvas.sight.area())
        middle = near[len(near) // 2]
        by_distance = sorted(
            canvas.model.notes.values(), key=lambda n: abs(n.x - middle.x) + abs(n.y - middle.y)
        )
        canvas.select({note.id for note in by_distance[:count]})
        at = canvas.sight.note_view_box(middle).center().toPoint()
        mouse(canvas, PRESS, at, LEFT)
        mouse(canvas, MOVE, at + QPoint(8, 0), LEFT)
        self.rest()
        times = frames(self._app, lambda n: mouse(canvas, MOVE, at + QPoint(40 + 2 * n, n), LEFT))
        mouse(canvas, RELEASE, at, LEFT)
        canvas.select(set())
        return times


def gestures(
    prepare: Callable[[], None], gesture: Callable[[], list[float]]
) -> Iterator[Callable[[], list[float]]]:
    for _ in range(ROUNDS):
        prepare()
        yield gesture


def shown(app: QApplication, doc: Document, board: int, base: Floor, count: int) -> BoardCanvas:
    """Read the rows and show them; says what both cost, and the longest stall on the way to rest."""
    start = time.perf_counter()
    model = BoardModel(doc)
    model.show(next(row for row in boards.boards(doc) if row.id == board))
    read = time.perf_counter()
    canvas = BoardCanvas(model, BoardPainter(theme.LIGHT, style_names()))
    canvas.resize(*SIZE)
    canvas.sight.fit()
    canvas.show()
    app.processEvents()
    painted = time.perf_counter()
    stalls = OnBoard(app, canvas).rest()
    floor_ms = statistics.median(base.now())
    tell(notes=count, what="first paint after the rows are read", ms=(painted - read) * 1000,
         then_longest_stall_ms=max(stalls), rows_read_ms=(read - start) * 1000, floor_ms=floor_ms,
         goal_ms=FIRST.get(count))  # fmt: skip
    return canvas


def measure(app: QApplication, base: Floor, count: int) -> dict[str, float]:
    """The ratios of all gestures with so many notes."""
    ratios = {}

    def report(what: str, timed: Round) -> None:
        ratios[what] = timed.middle / timed.floor
        tell(notes=count, what=what, median_ms=timed.middle, p95_ms=timed.high, worst_ms=timed.worst,
             floor_ms=timed.floor, median_x=ratios[what], p95_x=timed.high / timed.floor,
             goal_x=GOALS[what])  # fmt: skip

    with tempfile.TemporaryDirectory() as folder:
        doc, board = full_board(Path(folder), count)
        canvas = shown(app, doc, board, base, count)
        on = OnBoard(app, canvas)
        report("pan at fit-all", base.rounds(gestures(on.fit, on.pan)))
        report("zoom from fit-all to 100 %", base.rounds(gestures(on.fit, on.zoom)))
        report("pan at 100 %", base.rounds(gestures(on.full, on.pan)))
        report("drag 1 note", base.rounds(gestures(on.full, lambda: on.drag(1))))
        report("drag 500 notes", base.rounds(gestures(on.full, lambda: on.drag(min(500, count)))))
        canvas.close()
        doc.close()
    return ratios


def main(counts: list[int]) -> None:
    app = application()
    base = Floor(app)
    by_count = {count: measure(app, base, count) for count in counts}
    if 500 in by_count and 10_000 in by_count:
        for what, ratio in by_count[10_000].items():
            tell(what=f"growth from 500 to 10,000: {what}", x=ratio / by_count[500][what], goal_x=GROWTH)


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or COUNTS)
