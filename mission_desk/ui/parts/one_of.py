"""Several widgets in one place, one of them in sight. Unlike Qt's stack it is as large as the one that is
shown: else a short page scrolls because a hidden one is long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from mission_desk.ui.parts.cards import column
from mission_desk.ui.parts.labels import set_look


class OneOf(QWidget):
    def __init__(self, widgets: Sequence[QWidget]) -> None:
        super().__init__()
        set_look(self, "clear")
        self._widgets = list(widgets)
        layout = column(self)
        for widget in self._widgets:
            widget.hide()
            layout.addWidget(widget)
        self._shown: QWidget | None = None

    def show_one(self, wanted: QWidget) -> None:
        if wanted is self._shown:
            return
        self._shown = wanted
        for widget in self._widgets:
            if widget is not wanted:
                widget.hide()
        wanted.show()

    def shown(self) -> QWidget | None:
        return self._shown
