"""Draws the board in canvas units. It is told what to draw and how it stands (covered, locked); it knows
neither the document nor the mouse."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from mission_desk.core.file.closed_sets import THINKING_STYLES, Style
from mission_desk.core.file.rows import Note
from mission_desk.ui.board.camera import READABLE
from mission_desk.ui.board.canvas import note_face
from mission_desk.ui.board.canvas.ground_painter import GroundPainter
from mission_desk.ui.board.canvas.mark_painter import MarkPainter
from mission_desk.ui.board.canvas.note_face import Span, draw_caption, draw_picture_on_note, squiggles
from mission_desk.ui.look import icons, theme
from mission_desk.ui.look.fonts import ui_font
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.pictures.picture_copies import PictureCopies

CORNER = 10  # the one round corner of a note
DOTS_SHOWN = 6
BACK = 36  # units of the eye on a covered note's back
FEET = 0.34  # below this scale the line with style and dots is a smudge
BARS = 0.08  # below this scale the bars are


@cache
def _note_path(w: int, h: int) -> QPainterPath:
    path = QPainterPath(QPointF(0, 0))
    path.lineTo(w, 0)
    path.lineTo(w, h - CORNER)
    path.quadTo(w, h, w - CORNER, h)
    path.lineTo(0, h)
    path.closeSubpath()
    return path


def _bars(painter: QPainter, note: Note, colour: QColor) -> None:
    """Stand for the words of a note that is too far away; a covered one has none."""
    if note.covered or note.picture:
        return
    x, y, w, lines = note.x + 16, note.y + 20, note.w - 32, 1 + len(note.text) // 18
    painter.fillRect(x, y, w * 19 // 20, 9, colour)
    if lines > 1:
        painter.fillRect(x, y + 26, w * 19 // 20, 9, colour)
    if lines > 2:
        painter.fillRect(x, y + 52, w * 3 // 5, 9, colour)


class BoardPainter:
    """Notes; `ground` draws what they lie on, `marks` what lies over them."""

    def __init__(self, tokens: Tokens, style_words: dict[Style, str]) -> None:
        self._t = tokens
        self.ground, self.marks = GroundPainter(tokens), MarkPainter(tokens)
        self._style_words = style_words
        self.marked: Callable[[str], tuple[Span, ...]] = lambda _text: ()  # what to underline in a text
        self.pictures: PictureCopies | None = None
        self.peeks = False  # the facilitator looks under covered notes
        self._foot_font = ui_font(theme.TINY)
        self._count_font = ui_font(theme.TINY, QFont.Weight.Bold)

    def is_far(self, scale: float) -> bool:
        """Too far away to read: words become bars, and notes are drawn all at once."""
        return scale <= READABLE

    def note(self, painter: QPainter, note: Note, scale: float) -> None:
        painter.save()
        painter.translate(note.x, note.y)
        self._shadow(painter, note)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._t.style(note.style)))
        painter.drawPath(_note_path(note.w, note.h))
        if note.covered and not self.peeks:
            self._back(painter, note, scale)
        else:
            self._face(painter, note)
            if scale > FEET:
                self._foot(painter, note, scale)
        if note.locked:
            self._lock(painter, scale)
        painter.restore()

    def _lock(self, painter: QPainter, scale: float) -> None:
        """What stays where it is, at the upper left corner, where no words and no dots are."""
        painter.setPen(QPen(QColor(self._t.note_ink2), 1))
        painter.setBrush(QColor(self._t.panel))
        painter.drawEllipse(QRectF(-8, -10, 22, 22))
        mark = icons.pixmap("lock", self._t.ink, max(4, round(12 * scale)))
        painter.drawPixmap(QRectF(-3, -5, 12, 12), mark, QRectF(mark.rect()))

    def _back(self, painter: QPainter, note: Note, scale: float) -> None:
        """A covered note: a closed eye on its colour, and nothing that could be read."""
        mark = icons.pixmap("eye-off", self._t.note_ink2, max(4, round(BACK * scale)))
        box = QRectF((note.w - BACK) / 2, (note.h - BACK) / 2, BACK, BACK)
        painter.drawPixmap(box, mark, QRectF(mark.rect()))

    def far_notes(self, painter: QPainter, notes: list[Note], scale: float) -> None:
        """Colours and, while they are still to be seen, bars for words: plain rectangles, one after the
        other, so that what lies on top covers what is below."""
        bar = QColor(self._t.note_ink)
        bar.setAlphaF(0.28)
        colours = {style: QColor(self._t.style(style)) for style in {note.style for note in notes}}
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for note in notes:
            painter.fillRect(note.x, note.y, note.w, note.h, colours[note.style])
            if note.picture and not note.covered:
                self._far_picture(painter, note)
            elif scale > BARS:
                _bars(painter, note, bar)
        painter.restore()

    def _far_picture(self, painter: QPainter, note: Note) -> None:
        painter.save()
        painter.translate(note.x, note.y)
        draw_picture_on_note(painter, note, self.pictures, self._t)
        painter.restore()

    def _shadow(self, painter: QPainter, note: Note) -> None:
        """Two soft edges below the note; plain rectangles, which cost a fifth of rounded ones."""
        shadow = QColor(self._t.shadow)
        full = shadow.alphaF()
        for spread, share in ((3.0, 0.35), (1.5, 0.6)):
            shadow.setAlphaF(full * share)
            painter.fillRect(QRectF(-spread / 2, 2, note.w + spread, note.h + spread - 0.5), shadow)

    def _face(self, painter: QPainter, note: Note) -> None:
        if note.picture:
            draw_picture_on_note(painter, note, self.pictures, self._t)
            draw_caption(painter, note, self._t)
        else:
            self._words(painter, note)

    def _words(self, painter: QPainter, note: Note) -> None:
        painter.setPen(QColor(self._t.note_ink))
        layout, at = note_face.face(note.text, note.w, note.h), QPointF(note_face.PAD_X, note_face.PAD_TOP)
        layout.draw(painter, at)
        if spans := self.marked(note.text):
            painter.setPen(QPen(QColor(self._t.warn), 1.4))
            for wave in squiggles(layout, spans):
                painter.drawPolyline(wave.translated(at))

    def _foot(self, painter: QPainter, note: Note, scale: float) -> None:
        y = note.h - 24.0
        x = float(note_face.PAD_X)
        painter.setFont(self._foot_font)
        painter.setPen(QColor(self._t.note_ink2))
        if note.style in THINKING_STYLES:
            mark = icons.pixmap(f"mark-{note.style}", self._t.note_ink2, max(4, round(11 * scale)))
            painter.drawPixmap(QRectF(x, y + 2.5, 11, 11), mark, QRectF(mark.rect()))
            x += 16
        room = QRectF(x, y, note.w - x - 8, 16)
        painter.drawText(
            room,
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            self._style_words[note.style],
        )
        if note.dots:
            self._dots(painter, note, y)

    def _dots(self, painter: QPainter, note: Note, y: float) -> None:
        right = note.w - note_face.PAD_X
        painter.setBrush(QColor(self._t.note_ink))
        shown = note.dots if note.dots <= DOTS_SHOWN else 1
        if note.dots > DOTS_SHOWN:
            painter.setPen(QColor(self._t.note_ink))
            painter.setFont(self._count_font)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(right - 60, y, 46, 16), flags, str(note.dots))
        painter.setPen(Qt.PenStyle.NoPen)
        for n in range(shown):
            painter.drawEllipse(QRectF(right - 9 - n * 11, y + 3.5, 9, 9))
