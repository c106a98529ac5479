"""The thin lines that show what dragged notes are in line with."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QRect
from PySide6.QtGui import QPainter, QRegion

from mission_desk.ui.board.camera import Camera
from mission_desk.ui.board.canvas.mark_painter import MarkPainter
from mission_desk.ui.board.gestures.snap import Guide

BEYOND = 10  # pixels by which a line goes on past the notes it joins


class GuideLines:
    def __init__(self, painter: MarkPainter) -> None:
        self._painter = painter
        self.shown: tuple[Guide, ...] = ()

    def paint(self, painter: QPainter, camera: Camera) -> None:
        """In pixels of the view, over everything."""
        self._painter.lines(painter, [_line(guide, camera) for guide in self.shown])

    def change(self, guides: tuple[Guide, ...], camera: Camera) -> QRegion:
        """Show these lines instead; returns the region to paint again."""
        before, self.shown = self.shown, guides
        return _region(before, camera) | _region(guides, camera)


def _line(guide: Guide, camera: Camera) -> QLineF:
    near, far = guide.start - BEYOND / camera.scale, guide.end + BEYOND / camera.scale
    if guide.upright:
        return QLineF(*camera.to_view(guide.at, near), *camera.to_view(guide.at, far))
    return QLineF(*camera.to_view(near, guide.at), *camera.to_view(far, guide.at))


def _region(guides: Iterable[Guide], camera: Camera) -> QRegion:
    region = QRegion()
    for guide in guides:
        line = _line(guide, camera)
        rect = QRect(line.p1().toPoint(), line.p2().toPoint())
        region |= QRegion(rect.adjusted(-2, -2, 2, 2))
    return region
