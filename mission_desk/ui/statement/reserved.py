"""A place that holds its height whether its part is shown or not: what stands below it never moves while
somebody types."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from mission_desk.ui.parts.cards import column
from mission_desk.ui.parts.labels import set_look


class Reserved(QWidget):
    """Room for `part`, at least `height` px; room that was once taken is not given back."""

    def __init__(self, part: QWidget, height: int = 0) -> None:
        super().__init__()
        set_look(self, "clear")
        self._part = part
        layout = column(self, spacing=0)
        layout.addWidget(part)
        layout.addStretch(1)
        self.reserve(height)
        part.installEventFilter(self)

    def reserve(self, height: int) -> None:
        """Another size of the page begins with this much."""
        self.setMinimumHeight(height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._part and event.type() == QEvent.Type.Resize:
            self.setMinimumHeight(max(self.minimumHeight(), self._part.height()))
        return False
