"""Scaled copies of the workshop's pictures for drawing, made in the background and kept while there is room.
A drawing asks, gets the best copy there is, and is told when a sharper one has come."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from mission_desk.ui.parts.worker_thread import WorkerThread

LADDER = (96, 384, 1024, 2560)  # pixels of the longer side
BYTES_KEPT = 128 << 20


class PictureCopies(WorkerThread):
    """`content(key)` reads a picture's bytes from the workshop: never in the thread, never while somebody
    paints."""

    came = Signal(str)  # a picture's key: there is a sharper copy, or there will never be one
    _made = Signal(str, int, QImage)

    def __init__(self, content: Callable[[str], bytes], parent: QObject | None = None) -> None:
        super().__init__("pictures", parent)
        self._content = content
        self._pixmaps: OrderedDict[tuple[str, int], QPixmap] = OrderedDict()
        self._bytes = 0
        self._asked: set[tuple[str, int]] = set()
        self._broken: set[str] = set()
        self._waiting: list[tuple[str, int, bytes]] = []
        self._made.connect(self._keep)

    def pixmap(self, key: str, longest: float) -> QPixmap | None:
        """The best copy there is for `longest` pixels on the longer side; None until the first has come."""
        wanted = next((step for step in LADDER if step >= longest), LADDER[-1])
        copy = self._pixmaps.get((key, wanted))
        if copy is not None:
            self._pixmaps.move_to_end((key, wanted))
            return copy
        self._ask(key, wanted)
        others = [self._pixmaps[key, step] for step in reversed(LADDER) if (key, step) in self._pixmaps]
        return others[0] if others else None

    def is_broken(self, key: str) -> bool:
        """It was tried, and cannot be drawn."""
        return key in self._broken

    def _ask(self, key: str, wanted: int) -> None:
        if (key, wanted) in self._asked:
            return
        self._asked.add((key, wanted))
        QTimer.singleShot(0, self, partial(self._fetch, key, wanted))

    def _fetch(self, key: str, wanted: int) -> None:
        """Not while somebody paints: reading may fail, and a painter would be left open."""
        with self.lock:
            self._waiting.append((key, wanted, self._content(key)))
        self.start_work()

    def _keep(self, key: str, wanted: int, image: QImage) -> None:
        """A picture that cannot be decoded stays asked for: it is not tried again with every frame."""
        if image.isNull():
            if key not in self._broken:
                self._broken.add(key)
                self.came.emit(key)
            return
        self._asked.discard((key, wanted))
        self._pixmaps[key, wanted] = QPixmap.fromImage(image)
        self._bytes += image.sizeInBytes()
        while self._bytes > BYTES_KEPT and len(self._pixmaps) > 1:
            _, dropped = self._pixmaps.popitem(last=False)
            self._bytes -= dropped.width() * dropped.height() * 4
        self.came.emit(key)

    # from here on in the thread

    def take_turn(self) -> bool:
        from mission_desk.ui.parts.pictures.picture_reading import scaled

        with self.lock:
            self.busy = bool(self._waiting)
            if not self.busy:
                return False
            key, wanted, content = self._waiting.pop()  # the newest is what is being looked at
        self.tell(PictureCopies._made, key, wanted, scaled(content, wanted))
        return True

    def nobody_listens(self) -> None:
        with self.lock:
            self._waiting.clear()
