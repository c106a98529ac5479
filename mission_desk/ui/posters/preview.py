"""The poster as it will be printed, on a soft ground, with dashed lines where its sheets will meet."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mission_desk.posters.sheets.paper import Paper
from mission_desk.posters.sheets.tiling import TilePlan
from mission_desk.ui.look import theme
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import Tokens

MARGIN = 9 * theme.UNIT
SETTLED = 120  # ms without a change of size: only then the picture is made anew
SHADOWS = (
    (14, 0.10),
    (9, 0.12),
    (5, 0.16),
    (2, 0.2),
)  # px beyond the paper's edge, share of the shadow's strength


class Preview(QWidget):
    """`resized` asks for a picture of `room()` px; until it comes the old one is shown, scaled."""

    resized = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._t = tokens
        self._paper: Paper | None = None
        self._plan: TilePlan | None = None
        self.image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 160)
        self._settle = QTimer(self, singleShot=True, interval=SETTLED)
        self._settle.timeout.connect(self.resized)

    def room(self) -> QSize:
        """Px of the screen for the picture."""
        ratio = self.devicePixelRatioF()
        free = self._free()
        return QSize(max(16, round(free.width() * ratio)), max(16, round(free.height() * ratio)))

    def show_sheets(self, paper: Paper, plan: TilePlan | None) -> None:
        self._paper, self._plan = paper, plan
        self.update()

    def show_image(self, image: QImage | None) -> None:
        self.image = image
        self.update()

    def sheet_lines(self) -> tuple[list[float], list[float]]:
        """Where sheets meet: shares of the poster's width and of its height."""
        plan = self._plan
        if plan is None:
            return [], []
        across = [plan.part(0, column).x / plan.spread.w for column in range(1, plan.columns)]
        down = [plan.part(row, 0).y / plan.spread.h for row in range(1, plan.rows)]
        return across, down

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._settle.start()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground())
        painter.drawRoundedRect(QRectF(self.rect()), theme.PANEL_RADIUS, theme.PANEL_RADIUS)
        if self._paper is not None and self.image is not None:
            box = self._box(self._paper)
            self._draw_shadow(painter, box)
            painter.drawImage(box, self.image)
            self._draw_lines(painter, box)
        painter.end()

    def _ground(self) -> QColor:
        """Between paper and line: quiet, and both a white and a dark poster stand out on it."""
        paper, line = QColor(self._t.paper), QColor(self._t.line)
        return QColor.fromRgbF(
            (paper.redF() + line.redF()) / 2,
            (paper.greenF() + line.greenF()) / 2,
            (paper.blueF() + line.blueF()) / 2,
        )

    def _free(self) -> QRectF:
        return QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)

    def _box(self, paper: Paper) -> QRectF:
        free = self._free()
        scale = min(free.width() / paper.width_mm, free.height() / paper.height_mm)
        width, height = round(paper.width_mm * scale), round(paper.height_mm * scale)
        return QRectF(
            round(free.center().x() - width / 2), round(free.center().y() - height / 2), width, height
        )

    def _draw_shadow(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        shadow = QColor(self._t.shadow)
        strength = shadow.alphaF() * 2
        for beyond, share in SHADOWS:
            shadow.setAlphaF(min(1.0, strength * share))
            painter.setBrush(shadow)
            painter.drawRoundedRect(box.adjusted(-beyond, -beyond / 2, beyond, beyond * 1.6), beyond, beyond)

    def _draw_lines(self, painter: QPainter, box: QRectF) -> None:
        """Light and dark dashes by turns, to be seen on every ground."""
        across, down = self.sheet_lines()
        lines = [
            (QPointF(box.x() + box.width() * x, box.y()), QPointF(box.x() + box.width() * x, box.bottom()))
            for x in across
        ]
        lines += [
            (QPointF(box.x(), box.y() + box.height() * y), QPointF(box.right(), box.y() + box.height() * y))
            for y in down
        ]
        for colour, offset in ((theme.LIGHT.panel, 0), (theme.LIGHT.ink2, 4)):
            pen = QPen(QColor(colour), 1.4, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([4, 4])
            pen.setDashOffset(offset)
            painter.setPen(pen)
            for start, end in lines:
                painter.drawLine(start, end)
