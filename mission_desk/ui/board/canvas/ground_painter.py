"""Draws what notes lie on, in canvas units: the paper, regions, and the frames and names of clusters."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from mission_desk.core.board.axes import Axes
from mission_desk.core.board.places import CLUSTER_HEAD, Box
from mission_desk.core.file.closed_sets import Background, ClusterColour
from mission_desk.core.file.rows import Cluster, Region
from mission_desk.ui.board.gestures.handles import FOLD
from mission_desk.ui.look import icons, theme
from mission_desk.ui.look.fonts import ui_font
from mission_desk.ui.look.theme import Tokens

MARK = 18  # units of the mark that folds a cluster up
PILE = 4  # units by which what lies below a folded cluster stands out
TINT = 0.32  # of a cluster's colour over the paper
FEET = 0.34  # below this scale the line with style and dots is a smudge
AXIS, AXIS_GAP = 44, 4  # units: the line of an axis's name, and how far it stands from the fields
GRID = 24
DOTTED = 0.3  # below this scale the dots of the ground would be noise
HINTS = 0.55  # below this scale a region's hint is too small to read and gives its line to the title


def fitting_size(
    title: str, size: int, room: int, least: int = theme.BODY, weight: QFont.Weight = QFont.Weight.Bold
) -> int:
    """The largest size up to `size` at which the title has room, in units; `least` where a longer title ends
    in an ellipsis."""
    while size > least:
        width = QFontMetrics(ui_font(size, weight)).horizontalAdvance(title)
        if width <= room:
            return size
        size = max(least, min(size - 1, size * room // width))
    return least


class GroundPainter:
    def __init__(self, tokens: Tokens) -> None:
        self._t = tokens

    def paper(self) -> QBrush:
        return QBrush(QColor(self._t.paper))

    def paint(self, painter: QPainter, sight: QRectF, scale: float, background: Background = "") -> None:
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

    def _paper_tile(self, step: int, scale: float, background: Background) -> QPixmap:
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
        if scale > HINTS:
            self._hint(painter, QRectF(region.x + 24, region.y + 40, region.w - 48, 20), region.hint, scale)

    def axes(self, painter: QPainter, axes: Axes, scale: float) -> None:
        """Their names, below the fields and left of them, with an arrow to where there is more."""
        box = axes.box
        below = QRectF(box.x, box.bottom + AXIS_GAP, box.w, AXIS)
        self._axis(painter, below, axes.across, scale)
        painter.save()
        painter.translate(box.x - AXIS_GAP - AXIS, box.bottom)
        painter.rotate(-90)
        self._axis(painter, QRectF(0, 0, box.h, AXIS), axes.up, scale)
        painter.restore()

    def _axis(self, painter: QPainter, line: QRectF, name: str, scale: float) -> None:
        if not name:
            return
        size = max(theme.BODY, min(int(line.height()), round(theme.SMALL / scale)))
        words = f"{name} →"
        font = ui_font(fitting_size(words, size, int(line.width())), QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(QColor(self._t.ink2))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(line.width()))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, shown)

    def _hint(self, painter: QPainter, line: QRectF, hint: str, scale: float) -> None:
        """As large from afar as beside the board, as far as its line has room."""
        room, size = int(line.width()), min(theme.BODY, round(theme.TINY / scale))
        painter.setFont(ui_font(fitting_size(hint, size, room, theme.TINY, QFont.Weight.Normal)))
        painter.setPen(QColor(self._t.ink2))
        words = painter.fontMetrics().elidedText(hint, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, words)

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
        size, room = max(theme.BODY, min(int(head.height()), round(theme.SMALL / scale))), int(head.width())
        metrics = QFontMetrics(ui_font(size, QFont.Weight.Bold))
        title = next((each for each in titles if metrics.horizontalAdvance(each) <= room), titles[-1])
        painter.setFont(ui_font(fitting_size(title, size, room), QFont.Weight.Bold))
        painter.setPen(QColor(colour))
        words = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _frame(self, painter: QPainter, box: QRectF, active: bool, colour: ClusterColour = "") -> None:
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
