"""A board on the stage: its notes in rows, or in the areas of its regions. Where not everything fits at a
size that can be read, the newest notes are shown."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from mission_desk.core.slides import BoardBody
from mission_desk.ui.stage.board_in_areas import in_areas
from mission_desk.ui.stage.board_in_rows import in_rows
from mission_desk.ui.stage.board_parts import BoardLayout, name_face
from mission_desk.ui.stage.fit import set_words
from mission_desk.ui.stage.measure import Measure
from mission_desk.ui.stage.notes import draw_note
from mission_desk.ui.stage.parting import parted
from mission_desk.ui.theme import STAGE

HEAD_PAD = (3, 13)  # above a cluster's name, above a region's, in parts


def lay_out(body: BoardBody, box: QRectF, m: Measure, language: str) -> BoardLayout:
    notes = tuple(replace(note, text=parted(note.text, language)) for note in body.notes)
    body = replace(body, notes=notes)
    return in_areas(body, box, m) if body.regions else in_rows(body, box, m)


def draw(painter: QPainter, layout: BoardLayout, m: Measure) -> None:
    for name in layout.names:
        if name.panel is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(STAGE.panel))
            painter.drawRoundedRect(name.panel, m.px(10), m.px(10))
        words = set_words(name.text, name_face(m), name.box.width(), 1 if name.panel is None else 2)
        words.draw(painter, name.box.x(), name.box.y() + m.px(HEAD_PAD[name.panel is not None]), STAGE.ink)
    for placed in layout.notes:
        draw_note(painter, placed)
    _draw_lines(painter, layout, m)


def _draw_lines(painter: QPainter, layout: BoardLayout, m: Measure) -> None:
    """Under a cluster's name, as far as its notes reach."""
    painter.setPen(QPen(QColor(STAGE.line), m.px(3)))
    for name in layout.names:
        if name.panel is None:
            y = name.box.bottom() - m.px(4)
            painter.drawLine(round(name.box.x()), round(y), round(name.box.right()), round(y))
