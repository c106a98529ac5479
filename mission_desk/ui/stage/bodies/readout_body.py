"""One note, as large as the stage allows, in its own colour."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from mission_desk.core.file.closed_sets import THINKING_STYLES, Style
from mission_desk.core.stage.slides import NoteBody
from mission_desk.ui.parts.pictures.picture_drawing import PictureNotice, draw_picture
from mission_desk.ui.stage.layout.fit import Face, Words, fitted, set_words
from mission_desk.ui.stage.layout.measure import LOUDEST, Measure
from mission_desk.ui.stage.layout.notes import draw_mark, note_shape
from mission_desk.ui.stage.layout.parting import parted

PAD, FOOT, MARK, DOT = 56, 72, 40, 30  # parts
MOST_DOTS = 12
CAPTION, CAPTION_SHARE = 150, 0.3  # parts for the words below a picture, or that share of the note
NAME = 0.6  # of the note's width, for its cluster's name


class ReadOutLayout(Struct, frozen=True):
    """`foot` is the height of the line with mark, cluster and dots; `rest` the words that did not fit."""

    style: Style
    box: QRectF
    words: Words
    cluster: Words
    foot: float
    dots: int
    picture: str
    rest: str


def lay_out(body: NoteBody, box: QRectF, m: Measure, language: str) -> ReadOutLayout:
    pad, note = m.px(PAD), body.note
    small = Face("ui", m.letters(30), QFont.Weight.Medium)
    # Beside mark and dots; a name that fills more than that line makes the foot higher.
    cluster = set_words(parted(note.cluster, language), small, box.width() * NAME - 2 * pad)
    foot = max(m.line(FOOT), cluster.height + m.px(20))
    text = parted(note.text.strip(), language)
    face = Face("ui", m.letters(LOUDEST * 0.8), QFont.Weight.DemiBold)
    room = box.height() - 2 * pad - foot
    high = max(m.px(CAPTION), room * CAPTION_SHARE) if note.picture else room
    words, rest = fitted(text, face, box.width() - 2 * pad, high, m.floor)
    return ReadOutLayout(note.style, box, words, cluster, foot, note.dots, note.picture, rest)


def draw(painter: QPainter, layout: ReadOutLayout, m: Measure) -> None:
    box, pad = layout.box, m.px(PAD)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(m.tokens.style(layout.style)))
    painter.drawPath(note_shape(box.width(), box.height(), m.px(28)).translated(box.topLeft()))
    room = box.height() - 2 * pad - layout.foot
    top = box.y() + pad + max(0.0, (room - layout.words.height) * 0.4)
    if layout.picture:
        top = box.bottom() - pad - layout.foot - layout.words.height
        high = top - box.y() - pad * 1.5
        frame = QRectF(box.x() + pad, box.y() + pad, box.width() - 2 * pad, high)
        draw_picture(painter, layout.picture, frame, m.pictures, m.tokens, PictureNotice(m.floor, m.language))
    layout.words.draw(painter, box.x() + pad, top, m.tokens.note_ink)
    _draw_foot(painter, layout, m)


def _draw_foot(painter: QPainter, layout: ReadOutLayout, m: Measure) -> None:
    box, size = layout.box, m.line(MARK)
    x, middle = box.x() + m.px(PAD), box.bottom() - m.px(PAD * 0.7) - max(size, layout.cluster.height) / 2
    if layout.style in THINKING_STYLES:
        draw_mark(painter, layout.style, m.tokens.note_ink, QRectF(x, middle - size / 2, size, size))
        x += size + m.px(18)
    layout.cluster.draw(painter, x, middle - layout.cluster.height / 2, m.tokens.note_ink2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(m.tokens.note_ink))
    radius, right = m.px(DOT) / 2, box.right() - m.px(PAD)
    for n in range(min(layout.dots, MOST_DOTS)):
        painter.drawEllipse(QPointF(right - radius - n * radius * 2.4, middle), radius, radius)
