"""The board underlines words that say little. The word lists are read a moment after the board is shown,
because reading them must not hold up the first picture."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from mission_desk.core.file.document import Changes
from mission_desk.core.statement import sensing
from mission_desk.ui.board.canvas.canvas import BoardCanvas
from mission_desk.ui.board.canvas.painter import BoardPainter
from mission_desk.ui.board.model import EVERYWHERE
from mission_desk.ui.workplace import Workplace

REST = 300  # ms after the board was shown, or its word lists changed


class FindingUnderlines:
    def __init__(self, place: Workplace, canvas: BoardCanvas, painter: BoardPainter) -> None:
        self._doc, self._canvas, self._painter = place.doc, canvas, painter
        self._rest = QTimer(canvas, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.underline)
        self._begin()

    def _begin(self) -> None:
        """Read now what the sensor has to know of the workshop: later the workshop may be closed."""
        self._marker = sensing.marker(self._doc)
        self._rest.start()

    def follow(self, changes: Changes) -> None:
        if changes.touches(*sensing.WORD_TABLES):
            self._begin()

    def underline(self) -> None:
        self._rest.stop()
        self._painter.marked = self._marker
        self._canvas.show_changes([EVERYWHERE])
