"""Draws notes, clusters, regions and the ground in canvas units. It is told what to draw and how it stands
(selected, in hand); it knows neither the document nor the mouse."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen, QPixmap

from mission_desk.core.places import CLUSTER_HEAD, Box
from mission_desk.core.rows import THINKING_STYLES, Cluster, Note, Region
from mission_desk.ui import icons, theme
from mission_desk.ui.board import note_face
from mission_desk.ui.board.handles import CORNERS, HALF
from mission_desk.ui.board.picture_face import draw_caption, draw_face
from mission_desk.ui.board.squiggle import Span, squiggles
from mission_desk.ui.parts.picture_copies import PictureCopies
from mission_desk.ui.theme import Tokens
from mission_desk.ui.type import ui_font

CORNER = 10  # the one round corner of a note
DOTS_SHOWN = 6
FOLD, MARK = 34, 18  # units at the end of a cluster's head that fold it up, and of the mark there
PILE = 4  # units by which what lies below a folded cluster stands out
TINT = 0.32  # of a cluster's colour over the paper
BACK = 36  # units of the eye on a covered note's back
READABLE = 0.28  # below this scale words are grey bars: nobody can read them, and setting them costs time
FEET = 0.34  # below this scale the line with style and dots is a smudge
BARS = 0.08  # below this scale the bars are
GRID = 24
DOTTED = 0.3  # below this scale the dots of the ground would be noise
HINTS = 0.55  # below this scale a region's hint is too small to read and gives its line to the title


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
    def __init__(self, tokens: Tokens, style_words: dict[str, str]) -> None:
        self._t = tokens
        self._style_words = style_words
        self.marked: Callable[[str], tuple[Span, ...]] = lambda _text: ()  # what to underline in a text
        self.pictures: PictureCopies | None = None
        self.peeks = False  # the facilitator looks under covered notes
        self._foot_font = ui_font(theme.TINY)
        self._badge_font = ui_font(theme.TINY, QFont.Weight.Bold)

    def paper(self) -> QBrush:
        return QBrush(QColor(self._t.paper))

    def ground(self, painter: QPainter, sight: QRectF, scale: float, background: str = "") -> None:
        """Paper with the marks of its kind; `sight` is the canvas part that is drawn."""
        painter.fillRect(sight, QColor(self._t.paper))
        if scale < DOTTED or background == "plain":
            return
        step = GRID if scale > 0.5 and background == "" else GRID * 4
        brush = QBrush(self._paper_tile(step, scale, background))
        painter.save()
        painter.scale(1 / scale, 1 / scale)
        painter.fillRect(
            QRectF(sight.x() * scale, sight.y() * scale, sight.width() * scale, sight.height() * scale), brush
        )
        painter.restore()

    def _paper_tile(self, step: int, scale: float, background: str) -> QPixmap:
        size = max(4, round(step * scale))
        tile = QPixmap(size, size)
        tile.fill(QColor(self._t.paper))
        painter = QPainter(tile)
        mark = QColor(self._t.dot)
        if background in ("lines", "squares"):
            painter.fillRect(QRectF(0, 0, size, 1), mark)
        if background == "squares":
            painter.fillRect(QRectF(0, 0, 1, size), mark)
        if not background:
            painter.fillRect(QRectF(0, 0, 1.5, 1.5), mark)
        painter.end()
        return tile

    def region(self, painter: QPainter, region: Region, scale: float, active: bool) -> None:
        box = QRectF(region.x, region.y, region.w, region.h)
        self._frame(painter, box, active)
        head = QRectF(region.x + 24, region.y + 12, region.w - 48, 28 if scale > HINTS else 44)
        self._title(painter, head, (region.title,), scale, self._t.accent if active else self._t.ink)
        if scale <= HINTS:
            return
        painter.setFont(self._foot_font)
        painter.setPen(QColor(self._t.ink2))
        painter.drawText(
            QRectF(region.x + 24, region.y + 40, region.w - 48, 20), Qt.AlignmentFlag.AlignLeft, region.hint
        )

    def cluster(
        self,
        painter: QPainter,
        row: Cluster,
        titles: tuple[str, ...],
        counts: tuple[str, ...],
        box: Box,
        scale: float,
    ) -> None:
        """`titles` from the longest to the shortest: the first that has room is shown. What is folded up
        looks like a pile."""
        frame = QRectF(box.x, box.y, box.w, box.h)
        if row.folded:
            self._frame(painter, frame.translated(PILE, PILE), False, row.colour)
        self._frame(painter, frame, False, row.colour)
        head = QRectF(box.x + 18, box.y + 2, box.w - 36 - FOLD, CLUSTER_HEAD - 4)
        self._title(painter, head, titles, scale, self._t.ink)
        if row.folded:
            below = QRectF(head.x(), box.y + CLUSTER_HEAD, box.w - 36, box.h - CLUSTER_HEAD - 6)
            self._title(painter, below, counts, scale, self._t.ink2)
        if scale > FEET:
            name = "chevron-right" if row.folded else "chevron-down"
            mark = icons.pixmap(name, self._t.ink2, max(4, round(MARK * scale)))
            at = QRectF(box.right - FOLD, head.center().y() - MARK / 2, MARK, MARK)
            painter.drawPixmap(at, mark, QRectF(mark.rect()))

    def _title(
        self, painter: QPainter, head: QRectF, titles: tuple[str, ...], scale: float, colour: str
    ) -> None:
        """A name that stays readable from far away: on screen never smaller than the floor, as long as its
        line has room."""
        size = max(theme.BODY, min(int(head.height()), round(theme.SMALL / scale)))
        painter.setFont(ui_font(size, QFont.Weight.Bold))
        painter.setPen(QColor(colour))
        metrics, room = painter.fontMetrics(), int(head.width())
        title = next((each for each in titles if metrics.horizontalAdvance(each) <= room), titles[-1])
        words = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _frame(self, painter: QPainter, box: QRectF, active: bool, colour: str = "") -> None:
        """`colour` is a style, or empty for plain paper."""
        fill = QColor(self._t.style(colour) if colour else self._t.panel)
        fill.setAlphaF(TINT if colour else 0.72)
        edge = QColor(self._t.style(colour) if colour else self._t.accent if active else self._t.line)
        if colour:
            painter.setBrush(QColor(self._t.panel))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, theme.PANEL_RADIUS + 4, theme.PANEL_RADIUS + 4)
        painter.setBrush(fill)
        painter.setPen(QPen(edge, 2 if active or colour else 1.5))
        painter.drawRoundedRect(box, theme.PANEL_RADIUS + 4, theme.PANEL_RADIUS + 4)

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
        draw_face(painter, note, self.pictures, self._t)
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
            draw_face(painter, note, self.pictures, self._t)
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
            self._style_words.get(note.style, ""),
        )
        if note.dots:
            self._dots(painter, note, y)

    def _dots(self, painter: QPainter, note: Note, y: float) -> None:
        right = note.w - note_face.PAD_X
        painter.setBrush(QColor(self._t.note_ink))
        shown = note.dots if note.dots <= DOTS_SHOWN else 1
        if note.dots > DOTS_SHOWN:
            painter.setPen(QColor(self._t.note_ink))
            painter.setFont(self._badge_font)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(right - 60, y, 46, 16), flags, str(note.dots))
        painter.setPen(Qt.PenStyle.NoPen)
        for n in range(shown):
            painter.drawEllipse(QRectF(right - 9 - n * 11, y + 3.5, 9, 9))

    def badge(self, painter: QPainter, around: Box, count: int) -> None:
        """How many concerns are open, at the upper right corner of a note or a folded cluster."""
        box = QRectF(around.right - 16, around.y - 10, 26, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._t.warn))
        painter.drawRoundedRect(box, 10, 10)
        painter.setFont(self._badge_font)
        painter.setPen(QColor(self._t.on_accent))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(count))

    def ring(self, painter: QPainter, box: Box, scale: float) -> None:
        """Marks a selected note or folded cluster."""
        width = 3 / min(1.0, max(scale, 0.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._t.paper), width * 2.2))
        painter.drawRoundedRect(QRectF(box.x - 2, box.y - 2, box.w + 4, box.h + 4), 6, 6)
        painter.setPen(QPen(QColor(self._t.accent), width))
        painter.drawRoundedRect(QRectF(box.x - 4, box.y - 4, box.w + 8, box.h + 8), 8, 8)

    def handles(self, painter: QPainter, box: Box, scale: float) -> None:
        """Where a selected note is taken hold of to make it larger or smaller."""
        half = HALF / scale
        painter.setBrush(QColor(self._t.panel))
        painter.setPen(QPen(QColor(self._t.accent), 2 / scale))
        for across, down in CORNERS:
            x, y = box.x if across < 0 else box.right, box.y if down < 0 else box.bottom
            painter.drawRect(QRectF(x - half, y - half, 2 * half, 2 * half))

    def active_region(self, painter: QPainter, region: Region, scale: float) -> None:
        """Marks the region that takes what is typed; drawn over the resting board, under nothing."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._t.accent), 2.5 / min(1.0, scale)))
        painter.drawRoundedRect(
            QRectF(region.x, region.y, region.w, region.h), theme.PANEL_RADIUS + 4, theme.PANEL_RADIUS + 4
        )

    def lines(self, painter: QPainter, lines: list[QLineF]) -> None:
        """What notes in hand are in line with; in pixels, as thin at any scale."""
        painter.setPen(QPen(QColor(self._t.accent), 1.5))
        painter.drawLines(lines)

    def rubber(self, painter: QPainter, box: QRectF, scale: float) -> None:
        fill = QColor(self._t.accent)
        fill.setAlphaF(0.08)
        painter.setBrush(fill)
        painter.setPen(QPen(QColor(self._t.accent), 1 / scale))
        painter.drawRect(box)
