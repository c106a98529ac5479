"""The room's window: draws one Slide and nothing else. It never sees the document."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QWidget

from mission_desk.core.slides import Slide
from mission_desk.ui.guard import guarded
from mission_desk.ui.stage.clock_face import draw_clock, until_next
from mission_desk.ui.stage.measure import Measure
from mission_desk.ui.stage.parting import Patterns
from mission_desk.ui.stage.picture import draw_slide
from mission_desk.ui.theme import STAGE
from mission_desk.words import tr

SHARE = 0.62  # of the screen's width, where the stage is an ordinary window
AFTER = 8  # ms after a second has begun: a timer that comes too early would show the old digits for a second


class StageWindow(QWidget):
    """`left` is told when the window is closed. `now` gives the steady seconds that the clock counts by. The
    slide is painted once and kept; a running clock repaints its own rectangle."""

    left = Signal()

    def __init__(self, now: Callable[[], float]) -> None:
        super().__init__()
        self._now = now
        self._slide: Slide | None = None
        self._kept: QPixmap | None = None
        self._clock_box = QRectF()
        self._ticks = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self._tick)
        self._patterns = Patterns(self, self._paint_anew)
        self.setWindowTitle(tr("Stage – Mission Desk"))
        self.setMinimumSize(320, 240)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_slide(self, slide: Slide) -> None:
        self._slide = slide
        self._patterns.want(slide.language)
        self._paint_anew()
        self._wait_for_second()

    def present(self, screen: QScreen | None) -> None:
        """Full screen on `screen`; an ordinary window where there is none."""
        if screen is not None:
            self.setScreen(screen)
            self.setGeometry(screen.geometry())
            self.setCursor(Qt.CursorShape.BlankCursor)
            self.showFullScreen()
            return
        width = round(self.screen().availableSize().width() * SHARE)
        self.resize(width, width * 9 // 16)
        self.show()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._kept is None:
            self._kept = self._picture()
            self._wait_for_second()
        painter = QPainter(self)
        ratio = self._kept.devicePixelRatio()
        part = QRectF(event.rect())
        painter.drawPixmap(
            part,
            self._kept,
            QRectF(part.x() * ratio, part.y() * ratio, part.width() * ratio, part.height() * ratio),
        )
        if self._slide and self._slide.clock and self._clock_box.intersects(part):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_clock(
                painter, self._slide.clock, self._now(), self._clock_box, self._measure(),
                self._slide.tones,
            )  # fmt: skip
        painter.end()

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F5):
            self.close()
        else:
            super().keyPressEvent(event)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._paint_anew()

    @guarded
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.WindowStateChange, QEvent.Type.DevicePixelRatioChange):
            self._paint_anew()
        super().changeEvent(event)

    @guarded
    def closeEvent(self, event: QCloseEvent) -> None:
        self._ticks.stop()
        self.left.emit()
        event.accept()

    def _measure(self) -> Measure:
        return Measure(self.width(), self.height())

    def _picture(self) -> QPixmap:
        """Everything but the clock, at the screen's own resolution."""
        ratio = self.devicePixelRatioF()
        found = QPixmap(math.ceil(self.width() * ratio), math.ceil(self.height() * ratio))
        found.setDevicePixelRatio(ratio)
        found.fill(QColor(STAGE.paper))
        if self._slide is None:
            return found
        painter = QPainter(found)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._clock_box = draw_slide(painter, self._slide, self._measure())
        painter.end()
        return found

    def _paint_anew(self) -> None:
        self._kept = None
        self.update()

    def _tick(self) -> None:
        """Only the digits and the bar, with room for what smoothing adds at their edges."""
        box: QRect = self._clock_box.toAlignedRect().adjusted(-2, -2, 2, 2)
        self.update(box)
        self._wait_for_second()

    def _wait_for_second(self) -> None:
        clock = self._slide.clock if self._slide else None
        if clock is None or not clock.runs or self._clock_box.isEmpty():
            self._ticks.stop()
            return
        self._ticks.start(math.ceil(until_next(clock, self._now()) * 1000) + AFTER)
