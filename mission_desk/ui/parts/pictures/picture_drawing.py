"""Draws a picture into a box: as large as it goes, in the middle; a quiet field until its copy has come, and
a sentence where none will ever come."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from mission_desk.ui.look import icons
from mission_desk.ui.look.fonts import ui_font
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.pictures.picture_copies import PictureCopies
from mission_desk.words import tr

_LEGIBLE = 7  # px on the screen: smaller words are grey bars
_ICON = 0.4  # of the field's smaller side
_WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class PictureNotice(Struct, frozen=True):
    """How it is said that a picture cannot be drawn: `size` of the letters in the painter's units, and the
    language, None for the screen's."""

    size: int
    language: str | None = None


def draw_picture(
    painter: QPainter,
    key: str,
    room: QRectF,
    copies: PictureCopies | None,
    tokens: Tokens,
    instead: PictureNotice,
) -> None:
    """`room` in the painter's own units; the copy is as sharp as the screen shows."""
    longest = max(room.width(), room.height()) * painter.deviceTransform().m11()
    copy = copies.pixmap(key, longest) if copies else None
    if copy is None:
        painter.fillRect(room, QColor(tokens.shadow))
        if copies and copies.is_broken(key):
            _say_broken(painter, room, tokens, instead)
        return
    size = QSizeF(copy.size()).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    box = QRectF(QPointF(0, 0), size)
    box.moveCenter(room.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(box, copy, QRectF(copy.rect()))


def _say_broken(painter: QPainter, room: QRectF, tokens: Tokens, instead: PictureNotice) -> None:
    """In words where they fit and can be read, else by a sign."""
    words, font = tr("This picture cannot be drawn.", instead.language), ui_font(instead.size)
    font.setWeight(QFont.Weight.Medium)
    inside = room.adjusted(instead.size / 2, 0, -instead.size / 2, 0)
    needed = QFontMetricsF(font).boundingRect(inside, _WRAPPED, words)
    is_legible = instead.size * painter.deviceTransform().m11() >= _LEGIBLE
    if is_legible and inside.contains(needed):
        painter.setFont(font)
        painter.setPen(QColor(tokens.note_ink))
        painter.drawText(inside, _WRAPPED, words)
        return
    side = min(room.width(), room.height()) * _ICON
    sign = QRectF(0, 0, side, side)
    sign.moveCenter(room.center())
    icons.paint(painter, "triangle-alert", tokens.note_ink, sign)
