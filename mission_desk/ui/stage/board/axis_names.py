"""The names of a board's axes on the stage: below its fields and left of them, turned upwards."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from mission_desk.core.board.axes import AROUND, Axes
from mission_desk.core.board.places import Box
from mission_desk.ui.stage.board.board_parts import AxisName, name_face
from mission_desk.ui.stage.layout.fit import fitted
from mission_desk.ui.stage.layout.measure import Measure


def axis_names(axes: Axes, placed: Callable[[Box], QRectF], m: Measure) -> tuple[AxisName, ...]:
    """Those of the axes that have one; `placed` says where a box of the board is on the stage."""
    box = axes.box
    below = placed(Box(box.x, box.bottom, box.w, AROUND))
    left = placed(Box(box.x - AROUND, box.y, AROUND, box.h))
    names = ((axes.across, below, False), (axes.up, left, True))
    return tuple(_name(text, at, m, upright) for text, at, upright in names if text)


def _name(text: str, at: QRectF, m: Measure, upright: bool) -> AxisName:
    wide, high = (at.height(), at.width()) if upright else (at.width(), at.height())
    words, _cut = fitted(text, name_face(m), wide, high, m.floor)
    return AxisName(words, at, upright)


def draw(painter: QPainter, name: AxisName, m: Measure) -> None:
    painter.save()
    painter.translate(name.box.center())
    if name.upright:
        painter.rotate(-90)
    name.words.draw(painter, -name.words.width / 2, -name.words.height / 2, m.tokens.ink2)
    painter.restore()
