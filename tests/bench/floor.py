"""The floor of all frames, and how frames are timed against it.

The floor is a plain widget of the same size that copies one prepared picture over all of itself: what Qt
takes for a frame in which the program does nothing. It is shown as a window of its own, updated and painted
by the same event loop, in turns with what is measured."""

from __future__ import annotations

import json
import os
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

SIZE = (1920, 1080)
ROUNDS = 5
FRAMES = 120  # of a gesture, in each round
BEFORE = 30  # frames of the floor before and after each round

Act = Callable[[int], None]


class Blit(QWidget):
    """One prepared picture of the whole view, copied as it is."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        image = QImage(*SIZE, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.lightGray)
        self._picture = QPixmap.fromImage(image)
        self.resize(*SIZE)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()


def frames(app: QApplication, act: Act, count: int = FRAMES) -> list[float]:
    """Milliseconds from each input until its frame is painted."""
    times = []
    for n in range(count):
        start = time.perf_counter()
        act(n)
        app.processEvents()
        times.append((time.perf_counter() - start) * 1000)
    return times


def settle(app: QApplication, done: Callable[[], bool], seconds: float = 5) -> list[float]:
    """Let the board come to rest; milliseconds of every turn of the event loop on the way."""
    until, times = time.perf_counter() + seconds, []
    while time.perf_counter() < until and not done():
        start = time.perf_counter()
        app.processEvents()
        times.append((time.perf_counter() - start) * 1000)
    return times or [0.0]


def high(times: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(times, n=20)[18]


@dataclass(frozen=True)
class Round:
    floor: float
    middle: float
    high: float
    worst: float


class Floor:
    """Measures in rounds, each between two looks at the floor."""

    def __init__(self, app: QApplication) -> None:
        self._app, self._blit = app, Blit()
        frames(app, lambda _n: self._blit.update(), 2 * FRAMES)

    def now(self) -> list[float]:
        return frames(self._app, lambda _n: self._blit.update(), BEFORE)

    def rounds(self, gestures: Iterator[Callable[[], list[float]]]) -> Round:
        """The best of all rounds, for the gesture and for the floor around it alike: whatever else the
        machine does can only make either slower."""
        floors, taken = [], []
        for gesture in gestures:
            floors.append(statistics.median(self.now()))
            taken.append(gesture())
            floors.append(statistics.median(self.now()))
        middles, highs = [statistics.median(each) for each in taken], [high(each) for each in taken]
        return Round(min(floors), min(middles), min(highs), min(max(each) for each in taken))


def tell(**line: object) -> None:
    """One JSON line."""
    rounded = {key: round(value, 2) if isinstance(value, float) else value for key, value in line.items()}
    print(json.dumps(rounded), flush=True)
