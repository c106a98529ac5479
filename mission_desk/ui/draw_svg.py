"""A drawing in, a picture out: the whole life of the process that draws an SVG, apart from the window."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from mission_desk.exchange import svg
from mission_desk.ui.parts.picture_reading import png

SIDE = 2_000  # pixels of the longer side: sharp on the largest stage


def draw_svg(content: bytes) -> bytes:
    """As PNG on a clear ground; KnownError where the drawing is not harmless, nothing where it is empty."""
    svg.require_harmless(content)
    _app = QGuiApplication.instance() or QGuiApplication(["draw-svg"])
    renderer = QSvgRenderer(QByteArray(content))
    size = renderer.defaultSize().scaled(QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatio)
    if not renderer.isValid() or size.isEmpty():
        return b""
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return png(image)
