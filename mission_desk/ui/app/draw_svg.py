"""A drawing in, a picture out: the whole life of the process that draws an SVG, apart from the window."""

from __future__ import annotations

import sys

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QImageWriter, QPainter, QRadialGradient
from PySide6.QtSvg import QSvgRenderer

from mission_desk.exchange import svg
from mission_desk.ui.app import confinement

SIDE = 2_000  # pixels of the longer side: sharp on the largest stage
_WEIGHTS = (QFont.Weight.Normal, QFont.Weight.Bold)


def main() -> None:
    """From a pipe into a pipe; what this process could do besides is given up on the way."""
    confinement.limit_life()
    content = sys.stdin.buffer.read(svg.BYTE_LIMIT + 1)
    _app = QGuiApplication(["draw-svg"])
    _load_fonts(svg.words_in(content))
    _start_thread()
    confinement.close_doors()
    sys.stdout.buffer.write(draw_svg(content))
    sys.stdout.buffer.flush()


def draw_svg(content: bytes) -> bytes:
    """As PNG on a clear ground, in a process that has an application; KnownError where the drawing is not
    harmless, nothing where it is empty."""
    svg.require_harmless(content)
    renderer = QSvgRenderer(QByteArray(content))
    size = renderer.defaultSize().scaled(QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatio)
    if not renderer.isValid() or size.isEmpty():
        return b""
    image = _blank(size)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return _png(image)


def _load_fonts(words: svg.Words) -> None:
    """Every typeface that the drawing can ask for: once the doors are closed no font file can be opened."""
    image = _blank(QSize(1, 1))
    painter = QPainter(image)
    for family in ("", *words.families):
        for weight in _WEIGHTS if words.letters else ():
            for italic in (False, True):
                painter.setFont(QFont(family, 12, weight, italic))
                painter.drawText(QRectF(0, 0, 1, 1), words.letters)
    painter.end()


def _start_thread() -> None:
    """Qt fills large areas in a thread, which cannot begin any more once the doors are closed."""
    image = _blank(QSize(1_024, 1_024))
    painter = QPainter(image)
    painter.fillRect(image.rect(), QRadialGradient(512, 512, 512))
    painter.end()


def _blank(size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return image


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
