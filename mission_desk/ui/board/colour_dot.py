"""A round spot of a colour, for tabs and lists."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap


def colour_dot(colour: str, size: int = 12) -> QIcon:
    """A round spot of a colour."""
    spot = QPixmap(size * 2, size * 2)
    spot.fill(Qt.GlobalColor.transparent)
    painter = QPainter(spot)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(2, 2, size * 2 - 4, size * 2 - 4)
    painter.end()
    spot.setDevicePixelRatio(2)
    icon = QIcon(spot)
    icon.addPixmap(spot, QIcon.Mode.Selected)  # else a chosen line tints it
    return icon
