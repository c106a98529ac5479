"""How a picture lies on a note: as large as its note allows, its words in one line below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from mission_desk.core.board.pictures import CAPTION, EDGE
from mission_desk.core.file.rows import Note
from mission_desk.ui.board.canvas.note_face import PAD_X
from mission_desk.ui.look import theme
from mission_desk.ui.look.fonts import ui_font
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.pictures.picture_copies import PictureCopies
from mission_desk.ui.parts.pictures.picture_drawing import Instead, draw_picture

CAPTION_LINE = 20  # units; the note's foot has the rest


def draw_face(painter: QPainter, note: Note, copies: PictureCopies | None, tokens: Tokens) -> None:
    """In the units of the note's own corner."""
    room = QRectF(EDGE, EDGE, note.w - 2 * EDGE, note.h - EDGE - CAPTION)
    draw_picture(painter, note.picture, room, copies, tokens, Instead(theme.SMALL))


def draw_caption(painter: QPainter, note: Note, tokens: Tokens) -> None:
    font = ui_font(theme.SMALL, QFont.Weight.Medium)
    painter.setFont(font)
    painter.setPen(QColor(tokens.note_ink))
    line = QRectF(PAD_X, note.h - CAPTION, note.w - 2 * PAD_X, CAPTION_LINE)
    words = painter.fontMetrics().elidedText(
        " ".join(note.text.split()), Qt.TextElideMode.ElideRight, int(line.width())
    )
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
