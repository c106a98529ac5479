"""What a frame of the board costs, beside what blitting one prepared picture of the same size costs.

`python tests/bench/bench_board.py [notes …]` prints one JSON line for each measurement.

Frames are made by real input events (mouse moves, wheel turns) sent to the shown window, and timed until the
window has painted. Offscreen, 1920 x 1080."""

from __future__ import annotations

import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPixmap, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from mission_desk.core import boards
from mission_desk.core.document import Document
from mission_desk.core.methods import method
from mission_desk.core.rows import THINKING_STYLES, Note
from mission_desk.core.starting import start_workshop
from mission_desk.ui import theme
from mission_desk.ui.app import application
from mission_desk.ui.board.canvas import BoardCanvas
from mission_desk.ui.board.model import BoardModel
from mission_desk.ui.board.painter import BoardPainter

SIZE = (1920, 1080)
FRAMES = 120
WORDS = [
    "every",
    "caller",
    "hangs",
    "up",
    "calmer",
    "than",
    "they",
    "dialled",
    "and",
    "nobody",
    "waits",
    "alone",
    "for",
    "help",
    "in",
    "the",
    "evening",
]
NO_BUTTON, LEFT, MIDDLE = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


class Blit(QWidget):
    """The floor: one prepared picture, drawn as it is."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        image = QImage(*SIZE, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.lightGray)
        self._picture = QPixmap.fromImage(image)

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()


def fill(doc: Document, count: int) -> int:
    """`count` notes of 5 to 20 words on the think-big board, in a grid as wide as high."""
    chance = random.Random(7)
    board = boards.board_by_key(doc, "think-big").id
    columns = max(1, round((count * 1.3) ** 0.5))
    with doc.action("note.add") as write:
        for n in range(count):
            text = " ".join(chance.choices(WORDS, k=chance.randint(5, 20)))
            x, y = n % columns * 200 + chance.randint(-8, 8), n // columns * 180 + chance.randint(-8, 8)
            style = chance.choice(THINKING_STYLES)
            write.insert(
                Note, board=board, cluster=None, text=text, style=style, x=x, y=y,
                w=180, h=156, z=n, dots=n % 4, at=0,
            )  # fmt: skip
    return board


def mouse(widget: QWidget, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton) -> None:
    held = NO_BUTTON if kind == QEvent.Type.MouseButtonRelease else button
    event = QMouseEvent(
        kind, QPointF(at), widget.mapToGlobal(QPointF(at)), button, held, Qt.KeyboardModifier(0)
    )
    QApplication.sendEvent(widget, event)


def wheel(widget: QWidget, angle: int) -> None:
    at = QPointF(widget.width() / 2, widget.height() / 2)
    event = QWheelEvent(
        at, widget.mapToGlobal(at), QPoint(), QPoint(0, angle), NO_BUTTON, Qt.KeyboardModifier(0),
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def frames(app: QApplication, act: Callable[[int], None], count: int = FRAMES) -> list[float]:
    """Milliseconds from each input to its painted frame."""
    found = []
    for n in range(count):
        start = time.perf_counter()
        act(n)
        app.processEvents()
        found.append((time.perf_counter() - start) * 1000)
    return found


def settle(app: QApplication, seconds: float = 0.6) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        app.processEvents()


def floor(app: QApplication) -> float:
    widget = Blit()
    widget.resize(*SIZE)
    widget.show()
    settle(app, 0.1)
    found = statistics.median(frames(app, lambda _n: widget.update()))
    widget.close()
    return found


def pan(app: QApplication, canvas: BoardCanvas) -> list[float]:
    at = QPoint(900, 500)
    mouse(canvas, QEvent.Type.MouseButtonPress, at, MIDDLE)
    found = frames(app, lambda n: mouse(canvas, QEvent.Type.MouseMove, at + QPoint(-4 * n, -2 * n), MIDDLE))
    mouse(canvas, QEvent.Type.MouseButtonRelease, at, MIDDLE)
    return found


def drag(app: QApplication, canvas: BoardCanvas, count: int) -> list[float]:
    near = canvas.model.notes_near(canvas.sight())
    middle = near[len(near) // 2]
    chosen = {
        note.id
        for note in sorted(
            canvas.model.notes.values(), key=lambda n: abs(n.x - middle.x) + abs(n.y - middle.y)
        )[:count]
    }
    canvas.select(chosen)
    at = canvas.note_view_box(middle).center().toPoint()
    mouse(canvas, QEvent.Type.MouseButtonPress, at, LEFT)
    frames(app, lambda n: mouse(canvas, QEvent.Type.MouseMove, at + QPoint(8 + n, 0), LEFT), 30)
    found = frames(app, lambda n: mouse(canvas, QEvent.Type.MouseMove, at + QPoint(40 + 2 * n, n), LEFT))
    mouse(canvas, QEvent.Type.MouseButtonRelease, at, LEFT)
    canvas.select(set())
    return found


def measure(app: QApplication, count: int, base: float) -> None:
    def tell(what: str, found: list[float]) -> None:
        middle, high = statistics.median(found), statistics.quantiles(found, n=20)[18]
        line = {"notes": count, "what": what, "median_ms": middle, "p95_ms": high, "floor_ms": base,
                "median_x": middle / base, "p95_x": high / base, "worst_ms": max(found)}  # fmt: skip
        print(
            json.dumps(
                {key: round(value, 2) if isinstance(value, float) else value for key, value in line.items()}
            )
        )

    with tempfile.TemporaryDirectory() as folder:
        doc = start_workshop(Path(folder) / "bench.mission", method("find-our-mission"), "en")
        board = fill(doc, count)
        start = time.perf_counter()
        model = BoardModel(doc)
        model.show(next(row for row in boards.boards(doc) if row.id == board))
        read = (time.perf_counter() - start) * 1000
        canvas = BoardCanvas(model, BoardPainter(theme.LIGHT, {}))
        canvas.resize(*SIZE)
        canvas.fit()
        start = time.perf_counter()
        canvas.show()
        app.processEvents()
        tell("first paint", [(time.perf_counter() - start) * 1000] * 2)
        tell("rows read", [read] * 2)
        stalls = frames(app, lambda _n: None, 200)
        tell("filling in after the first paint", stalls)
        settle(app)
        tell("pan at fit-all", pan(app, canvas))
        canvas.fit()
        settle(app)
        start_scale = canvas.camera.scale
        factor = (1 / start_scale) ** (1 / FRAMES)
        angle = round(120 * (factor - 1) / 0.0015 / 120) or 1
        tell("zoom from fit-all to 100 %", frames(app, lambda _n: wheel(canvas, max(1, angle))))
        canvas.zoom(1 / canvas.camera.scale)
        settle(app)
        tell("pan at 100 %", pan(app, canvas))
        settle(app)
        tell("drag 1 note", drag(app, canvas, 1))
        settle(app)
        tell("drag 500 notes", drag(app, canvas, min(500, count)))
        canvas.close()
        doc.close()


def main(counts: list[int]) -> None:
    app = application()
    base = floor(app)
    for count in counts:
        measure(app, count, base)


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [500, 2_000, 10_000, 50_000])
