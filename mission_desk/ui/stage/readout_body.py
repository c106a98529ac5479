"""One note, as large as the stage allows, in its own colour."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from mission_desk.core.rows import THINKING_STYLES
from mission_desk.core.slides import NoteBody
from mission_desk.ui.parts.picture_drawing import draw_picture
from mission_desk.ui.stage.fit import Face, Words, balanced, largest, one_line
from mission_desk.ui.stage.measure import LOUDEST, Measure
from mission_desk.ui.stage.notes import draw_mark, note_shape
from mission_desk.ui.stage.parting import parted

PAD, FOOT, MARK, DOT = 56, 72, 40, 30  # parts
MOST_DOTS = 12
CAPTION = 150  # parts, for the words below a picture


@dataclass(frozen=True, slots=True)
class ReadOutLayout:
    style: str
    box: QRectF
    words: Words
    cluster: Words
    dots: int
    picture: str


def lay_out(body: NoteBody, box: QRectF, m: Measure, language: str) -> ReadOutLayout:
    pad, foot = m.px(PAD), m.px(FOOT)
    text = parted(body.note.text.strip(), language)
    face = Face("ui", m.letters(LOUDEST * 0.8), QFont.Weight.DemiBold)
    high = m.px(CAPTION) if body.note.picture else box.height() - 2 * pad - foot
    words = largest(text, face, box.width() - 2 * pad, high, m.floor)
    if words.whole:
        words = balanced(text, words.face, box.width() - 2 * pad)
    small = Face("ui", m.letters(30), QFont.Weight.Medium)
    return ReadOutLayout(
        body.note.style, box, words, one_line(body.note.cluster, small, box.width() / 2), body.note.dots,
        body.note.picture,
    )  # fmt: skip


def draw(painter: QPainter, layout: ReadOutLayout, m: Measure) -> None:
    box, pad = layout.box, m.px(PAD)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(m.tokens.style(layout.style)))
    painter.drawPath(note_shape(box.width(), box.height(), m.px(28)).translated(box.topLeft()))
    room = box.height() - 2 * pad - m.px(FOOT)
    top = box.y() + pad + max(0.0, (room - layout.words.height) * 0.4)
    if layout.picture:
        top = box.bottom() - pad - m.px(FOOT) - layout.words.height
        high = top - box.y() - pad * 1.5
        frame = QRectF(box.x() + pad, box.y() + pad, box.width() - 2 * pad, high)
        draw_picture(painter, layout.picture, frame, m.pictures, m.tokens)
    layout.words.draw(painter, box.x() + pad, top, m.tokens.note_ink)
    _draw_foot(painter, layout, m)


def _draw_foot(painter: QPainter, layout: ReadOutLayout, m: Measure) -> None:
    box, size = layout.box, m.px(MARK)
    x, middle = box.x() + m.px(PAD), box.bottom() - m.px(PAD * 0.7) - size / 2
    if layout.style in THINKING_STYLES:
        draw_mark(painter, layout.style, m.tokens.note_ink, QRectF(x, middle - size / 2, size, size))
        x += size + m.px(18)
    layout.cluster.draw(painter, x, middle - layout.cluster.height / 2, m.tokens.note_ink2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(m.tokens.note_ink))
    radius, right = m.px(DOT) / 2, box.right() - m.px(PAD)
    for n in range(min(layout.dots, MOST_DOTS)):
        painter.drawEllipse(QPointF(right - radius - n * radius * 2.4, middle), radius, radius)
