"""Where the page's side panel stands: beside the page, or, where that would leave the page a strip of a few
words, over its right part until it is closed again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mission_desk.ui.look import theme

LEAST_PAGE = 140 * theme.UNIT  # px; narrower, words of a page are cut


class SideDrawer(QObject):
    """`body` has rail and `middle` in it; the panel is its last part while it stands beside the page."""

    def __init__(self, panel: QWidget, middle: QWidget, body: QHBoxLayout) -> None:
        super().__init__(panel)
        self._panel, self._middle, self._body = panel, middle, body
        self._over = False
        body.addWidget(panel)
        middle.installEventFilter(self)

    def fit(self, width: int) -> None:
        """As the width of the window lets it be."""
        over = width - theme.RAIL_WIDTH - theme.SIDE_WIDTH < LEAST_PAGE
        if over and not self._over:
            self._body.removeWidget(self._panel)
        elif self._over and not over:
            self._body.addWidget(self._panel)
        self._over = over
        self._cover()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._cover()
        return False

    def _cover(self) -> None:
        if self._over:
            page = self._middle.geometry()
            wide = self._panel.width()
            self._panel.setGeometry(page.right() + 1 - wide, page.y(), wide, page.height())
            self._panel.raise_()
