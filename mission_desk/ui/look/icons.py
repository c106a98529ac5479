"""The only set of icons, drawn from SVG in the colour that is asked for."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from mission_desk.paths import resource


@cache
def svg(name: str, colour: str) -> QByteArray:
    """The icon's source with its strokes in `colour`."""
    return QByteArray(resource("icons", f"{name}.svg").read_bytes().replace(b"currentColor", colour.encode()))


def paint(painter: QPainter, name: str, colour: str, box: QRectF) -> None:
    """Draw the icon into `box`, sharp at any size."""
    QSvgRenderer(svg(name, colour)).render(painter, box)


@cache
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint(painter, name, colour, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, colour: str, faded: str | None = None) -> QIcon:
    """`faded` is the colour of the icon where its button cannot be pressed."""
    drawn_icon = QIcon()
    for size, ratio in ((18, 1.0), (18, 2.0), (24, 1.0)):
        drawn_icon.addPixmap(pixmap(name, colour, size, ratio))
        if faded:
            drawn_icon.addPixmap(pixmap(name, faded, size, ratio), QIcon.Mode.Disabled)
    return drawn_icon
