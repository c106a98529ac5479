"""How a picture lies on a note: as large as its note allows, its words in one line below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from mission_desk.core.pictures import CAPTION, EDGE
from mission_desk.core.rows import Note
from mission_desk.ui import theme
from mission_desk.ui.board.note_face import PAD_X
from mission_desk.ui.parts.picture_copies import PictureCopies
from mission_desk.ui.theme import Tokens
from mission_desk.ui.type import ui_font

CAPTION_LINE = 20  # units; the note's foot has the rest


def draw_picture(painter: QPainter, note: Note, copies: PictureCopies | None, tokens: Tokens) -> None:
    """In the units of the note's own corner. Until its copy has come there is a quiet field in its place."""
    room = QRectF(EDGE, EDGE, note.w - 2 * EDGE, note.h - EDGE - CAPTION)
    longest = max(room.width(), room.height()) * painter.deviceTransform().m11()
    copy = copies.pixmap(note.picture, longest) if copies else None
    if copy is None:
        painter.fillRect(room, QColor(tokens.shadow))
        return
    size = QSizeF(copy.size()).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    box = QRectF(
        room.center().x() - size.width() / 2,
        room.center().y() - size.height() / 2,
        size.width(),
        size.height(),
    )
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(box, copy, QRectF(copy.rect()))


def draw_caption(painter: QPainter, note: Note, tokens: Tokens) -> None:
    font = ui_font(theme.SMALL, QFont.Weight.Medium)
    painter.setFont(font)
    painter.setPen(QColor(tokens.note_ink))
    line = QRectF(PAD_X, note.h - CAPTION, note.w - 2 * PAD_X, CAPTION_LINE)
    words = painter.fontMetrics().elidedText(
        " ".join(note.text.split()), Qt.TextElideMode.ElideRight, int(line.width())
    )
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
