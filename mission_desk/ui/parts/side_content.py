"""Content that stands in the side panel, or in the page's own middle while the panel is not shown."""

from __future__ import annotations

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mission_desk.ui.parts.cards import column, scrolled
from mission_desk.ui.parts.labels import set_look


class SideContent(QWidget):
    """A page's `side`. `harbour` is the place in the page's middle where the content stands while the panel
    is not shown. One widget moves between the two places, so that what is half typed in it stays."""

    def __init__(self, content: QWidget, harbour: QVBoxLayout) -> None:
        super().__init__()
        set_look(self, "panel")
        self._content, self._harbour = content, harbour
        self._area = scrolled(QWidget())
        column(self, (14, 18, 8, 12)).addWidget(self._area)
        harbour.addWidget(content)

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            self._harbour.removeWidget(self._content)
            self._area.setWidget(self._content)
            self._content.show()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Hide nothing for a window that is only minimised."""
        if not event.spontaneous() and self._area.widget() is self._content:
            self._area.takeWidget()
            self._harbour.addWidget(self._content)
            self._content.show()
        super().hideEvent(event)
