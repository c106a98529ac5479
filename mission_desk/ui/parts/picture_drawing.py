"""Draws a picture into a box: as large as it goes, in the middle, and a quiet field until its copy has
come."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from mission_desk.ui.parts.picture_copies import PictureCopies
from mission_desk.ui.theme import Tokens


def draw_picture(
    painter: QPainter, key: str, room: QRectF, copies: PictureCopies | None, tokens: Tokens
) -> None:
    """`room` in the painter's own units; the copy is as sharp as the screen shows."""
    longest = max(room.width(), room.height()) * painter.deviceTransform().m11()
    copy = copies.pixmap(key, longest) if copies else None
    if copy is None:
        painter.fillRect(room, QColor(tokens.shadow))
        return
    size = QSizeF(copy.size()).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    box = QRectF(QPointF(0, 0), size)
    box.moveCenter(room.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(box, copy, QRectF(copy.rect()))
