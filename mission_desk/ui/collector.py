"""Garbage in cycles is collected in the window's thread alone.

Python collects in whichever thread crosses its threshold. Every window is in cycles (a button's slot knows
the window), and PySide destroys widgets of our own classes in the thread that collects them: the worker that
makes posters destroyed windows while Qt went through them in the window's thread, and the program died in C
(tests/faults/test_collector.py). calibre and pyqtgraph turn Python's own collector off and collect by a timer
for the same reason."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 1_000  # ms


class Collector(QObject):
    """Works from its creation until it is destroyed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(collect_due)
        self._timer.start()


def collect_due() -> None:
    """Collect the oldest generation that Python itself would collect by now."""
    due = [
        n
        for n, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        if count > most
    ]
    if due:
        gc.collect(due[-1])
