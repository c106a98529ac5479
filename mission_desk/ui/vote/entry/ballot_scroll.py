"""The rows of a ballot at the desk: as high as they are where there is room; else they scroll by themselves,
and what is said and pressed below them stays in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy

from mission_desk.ui.parts.cards import scrolled
from mission_desk.ui.vote.entry.ballot_form import BallotForm

LEAST = 240  # px of it in sight, however low the screen is


class BallotScroll(QScrollArea):
    """Asks for the least only: the page scrolls as a whole by what its parts ask for."""

    def __init__(self, form: BallotForm) -> None:
        super().__init__()
        self._form = form
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        scrolled(form, self)

    def sizeHint(self) -> QSize:
        return QSize(self._form.sizeHint().width(), min(LEAST, self._whole()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._form.minimumSizeHint().width(), min(LEAST, self._whole()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # other rows; Qt would move its scroll bar alone
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        self.setMaximumHeight(self._whole())
        self.updateGeometry()

    def _whole(self) -> int:
        high = self._form.heightForWidth(self.viewport().width())
        return high if high >= 0 else self._form.sizeHint().height()
