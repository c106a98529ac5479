"""A note on the stage: how high it must be for its words, and how it is drawn."""

from __future__ import annotations

import math
from functools import lru_cache

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPixmap

from mission_desk.core.file.closed_sets import THINKING_STYLES
from mission_desk.core.stage.slides import StageNote
from mission_desk.ui.look import icons
from mission_desk.ui.parts.pictures.picture_drawing import PictureNotice, draw_picture
from mission_desk.ui.stage.layout.fit import Face, Words, one_line, set_words
from mission_desk.ui.stage.layout.measure import Measure

PAD = 0.5  # of the smallest letters, around the words
FOOT = 0.85  # the line with mark and dots, likewise
CORNER = 0.55
DOTS_SHOWN = 6
BACK = 0.3  # of a covered note's smaller side: the closed eye
KEPT = 240  # pictures of notes' words: a few times what a full stage shows
OVER = 4  # px around them
STEPS = 3  # sizes of type on one wall: more would look restless


class Placed(Struct, frozen=True):
    """A note and its box in px. `letters` is the largest size its words may have, `floor` the smallest."""

    note: StageNote
    box: QRectF
    letters: int
    floor: int


def has_foot(note: StageNote) -> bool:
    return not note.covered and (note.dots > 0 or note.style in THINKING_STYLES)


def needed_height(note: StageNote, width: float, letters: int, floor: int) -> float:
    """The height that shows all of the note's words at `letters`, in px."""
    pad, foot = PAD * floor, FOOT * floor if has_foot(note) else 0
    if note.picture:
        return width * note.box.h / note.box.w + caption_height(note, width, floor) + foot
    words = set_words(note.text, _face(letters), _inner(width, floor))
    return words.height + 2 * pad + foot


def note_words(text: str, width: float, size: int) -> Words:
    """The words of a note of this width."""
    return set_words(text, _face(size), _inner(width, size))


def caption_height(note: StageNote, width: float, floor: int) -> float:
    """Of the words below a picture, with the air above them."""
    words = _caption(note, width, floor)
    return words.height + 0.4 * floor if words else 0.0


def _caption(note: StageNote, width: float, floor: int) -> Words | None:
    text = " ".join(note.text.split())
    return set_words(text, _face(floor), _inner(width, floor)) if text else None


def draw_note(painter: QPainter, placed: Placed, m: Measure) -> None:
    note, box, pad = placed.note, placed.box, PAD * placed.floor
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(m.tokens.style(note.style)))
    painter.drawPath(note_shape(box.width(), box.height(), CORNER * placed.floor).translated(box.topLeft()))
    if note.covered:
        _draw_back(painter, box, m)
        return
    if note.picture:
        _draw_picture(painter, placed, m)
        return
    words = _words(note.text, has_foot(note), box.width(), box.height(), placed.letters, placed.floor)
    _draw_words(painter, words, box.x() + pad, box.y() + pad, m.tokens.note_ink)
    if has_foot(note):
        _draw_foot(painter, note, box, m)


def _draw_picture(painter: QPainter, placed: Placed, m: Measure) -> None:
    """As large as its note allows, with all of its words below."""
    note, box, pad = placed.note, placed.box, PAD * placed.floor
    foot = FOOT * placed.floor if has_foot(note) else 0
    below = caption_height(note, box.width(), placed.floor) + foot
    room = QRectF(box.x() + pad / 2, box.y() + pad / 2, box.width() - pad, box.height() - pad - below)
    draw_picture(painter, note.picture, room, m.pictures, m.tokens, PictureNotice(m.floor, m.language))
    if words := _caption(note, box.width(), placed.floor):
        words.draw(painter, box.x() + pad, room.bottom() + pad * 0.2, m.tokens.note_ink)
    if foot:
        _draw_foot(painter, note, box, m)


def _draw_words(painter: QPainter, words: Words, x: float, y: float, colour: str) -> None:
    """Blitted from the picture that was made of them once: on a full board most notes only move when one is
    added. On a whole pixel, or the words would be smeared."""
    ratio = painter.device().devicePixelRatioF()
    at = QPointF(round((x - OVER) * ratio) / ratio, round((y - OVER) * ratio) / ratio)
    painter.drawPixmap(at, _ink(words, colour, ratio))


@lru_cache(maxsize=KEPT)
def _ink(words: Words, colour: str, ratio: float) -> QPixmap:
    """With room around for what reaches over its line."""
    size = (words.width + 2 * OVER, words.height + 2 * OVER)
    pixmap = QPixmap(*(max(1, math.ceil(each * ratio)) for each in size))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    words.draw(painter, OVER, OVER, colour)
    painter.end()
    return pixmap


def _words(text: str, foot: bool, width: float, height: float, letters: int, floor: int) -> Words:
    """The largest of a few sizes that fits into the note; every layout leaves room for the smallest."""
    inner, room = _inner(width, floor), height - 2 * PAD * floor - (FOOT * floor if foot else 0)
    for step in range(STEPS):
        size = round(letters - (letters - floor) * step / (STEPS - 1))
        words = set_words(text, _face(size), inner)
        if words.whole and words.height <= room + 1:
            break
    return words


def _inner(width: float, floor: int) -> float:
    return width - 2 * PAD * floor


def _face(size: int) -> Face:
    return Face("ui", size, QFont.Weight.DemiBold)


@lru_cache(maxsize=256)
def note_shape(width: float, height: float, corner: float) -> QPainterPath:
    path = QPainterPath(QPointF(0, 0))
    path.lineTo(width, 0)
    path.lineTo(width, height - corner)
    path.quadTo(width, height, width - corner, height)
    path.lineTo(0, height)
    path.closeSubpath()
    return path


def _draw_foot(painter: QPainter, note: StageNote, box: QRectF, m: Measure) -> None:
    pad, size = PAD * m.floor, 0.62 * m.floor
    y = box.bottom() - pad * 0.9 - size
    if note.style in THINKING_STYLES:
        draw_mark(painter, note.style, m.tokens.note_ink, QRectF(box.x() + pad, y, size, size))
    if note.dots:
        _draw_dots(painter, note.dots, box.right() - pad, y + size / 2, m)


def _draw_dots(painter: QPainter, dots: int, right: float, middle: float, m: Measure) -> None:
    """Up to six dots; more are a number beside one."""
    floor, size = m.floor, 0.52 * m.floor
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(m.tokens.note_ink))
    for n in range(dots if dots <= DOTS_SHOWN else 1):
        painter.drawEllipse(QRectF(right - size - n * size * 1.15, middle - size / 2, size, size))
    if dots > DOTS_SHOWN:
        count = one_line(str(dots), Face("figures", floor, QFont.Weight.Bold))
        count.draw(painter, right - size * 1.4 - count.width, middle - count.height / 2, m.tokens.note_ink)


def _draw_back(painter: QPainter, box: QRectF, m: Measure) -> None:
    """A covered note: a closed eye in the middle of its colour."""
    size = min(box.width(), box.height()) * BACK
    middle = QPointF(box.center().x() - size / 2, box.center().y() - size / 2)
    picture = icons.pixmap(
        "eye-off", m.tokens.note_ink2, max(1, round(size)), painter.device().devicePixelRatioF()
    )
    painter.drawPixmap(middle, picture)


def draw_mark(painter: QPainter, style: str, colour: str, box: QRectF) -> None:
    """A thinking style's mark, drawn once a size and kept."""
    ratio = painter.device().devicePixelRatioF()
    picture = icons.pixmap(f"mark-{style}", colour, max(1, round(box.width())), ratio)
    painter.drawPixmap(QPointF(box.x(), box.y()), picture)
