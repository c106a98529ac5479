"""Draws the cells of the board's list: words on two lines, the colour as a small note with its mark, dots as
dots, tags as chips. What is in the background is pale; the selected rows carry the accent."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from mission_desk.core.file.closed_sets import THINKING_STYLES
from mission_desk.core.file.rows import Note
from mission_desk.ui.board.canvas.note_face import tag_formats
from mission_desk.ui.board.list.list_columns import Column
from mission_desk.ui.board.list.list_model import ListModel
from mission_desk.ui.look import icons, theme
from mission_desk.ui.look.fonts import ui_font
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import UNIT, Tokens

Index = QModelIndex | QPersistentModelIndex
ROW = 11 * UNIT  # px
PAD = 3 * UNIT
SPOT = 5 * UNIT  # the small note of the colour column
MARK = SPOT - 10
DOTS_SHOWN, DOT, DOT_STEP = 6, 8, 11
PALE = 0.3
LINES = 2


class ListDrawing(QStyledItemDelegate):
    """`hovered` is the row under the mouse, -1 for none."""

    def __init__(self, view: QTableView, model: ListModel, tokens: Tokens) -> None:
        super().__init__(view)
        self._view, self._model, self._t = view, model, tokens
        self.hovered = -1
        self._chip = tokens.accent_soft
        self._cells = {
            Column.TEXT: self._text, Column.STYLE: self._style, Column.CLUSTER: self._plain,
            Column.DOTS: self._dots, Column.AUTHOR: self._plain, Column.TAGS: self._tags,
            Column.ACROSS: self._plain, Column.UP: self._plain,
        }  # fmt: skip

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        note = self._model.note_in(index.row())
        if note is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._chip = self._t.panel if selected else self._t.accent_soft
        self._ground(painter, box, index, selected=selected)
        if self._model.is_dimmed(note.id):
            painter.setOpacity(PALE)
        self._cells[Column(index.column())](painter, box.adjusted(PAD, 0, -PAD, -1), note, index.column())
        painter.setOpacity(1)
        if bool(option.state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus():
            painter.setPen(QPen(QColor(self._t.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -3), UNIT, UNIT)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRectF, index: Index, *, selected: bool) -> None:
        t = self._t
        fill = t.accent_soft if selected else t.paper if index.row() == self.hovered else t.panel
        painter.fillRect(box, QColor(fill))
        painter.setPen(QPen(QColor(t.line), 1))
        painter.drawLine(QLineF(box.left(), box.bottom() - 0.5, box.right(), box.bottom() - 0.5))
        if selected and index.column() == Column.TEXT:
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height() - 1), QColor(t.accent))

    def _text(self, painter: QPainter, box: QRectF, note: Note, column: int) -> None:
        worries = 0 if note.covered else self._model.worries(note.id)
        if worries:
            box = box.adjusted(0, 0, -7 * UNIT, 0)
            self._badge(painter, box, worries)
        ink = self._t.ink2 if note.covered else self._t.ink
        self._draw_lines(painter, box, self._model.words.cell(note, column), ink)

    def _draw_lines(self, painter: QPainter, box: QRectF, words: str, ink: str) -> None:
        """At most two lines; the last ends in dots where there is more."""
        font = ui_font(theme.SMALL)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        layout = QTextLayout(words, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(tag_formats(words, self._t.accent))
        lines: list[QTextLine] = []
        layout.beginLayout()
        while len(lines) <= LINES and (line := layout.createLine()).isValid():
            line.setLineWidth(box.width())
            lines.append(line)
        layout.endLayout()
        high = painter.fontMetrics().height()
        top = box.center().y() - min(len(lines), LINES) * high / 2
        for n, line in enumerate(lines[:LINES]):
            if n == LINES - 1 and len(lines) > LINES:
                where = QRectF(box.left(), top + n * high, box.width(), high)
                self._draw_shortened(painter, where, words[line.textStart() :])
            else:
                line.draw(painter, QPointF(box.left(), top + n * high - line.y()))

    def _draw_shortened(self, painter: QPainter, box: QRectF, words: str) -> None:
        short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, short)

    def _badge(self, painter: QPainter, box: QRectF, count: int) -> None:
        """Open concerns, as on the note."""
        place = QRectF(box.right() + UNIT, box.center().y() - 10, 26, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._t.warn))
        painter.drawRoundedRect(place, 10, 10)
        painter.setFont(ui_font(theme.TINY, QFont.Weight.Bold))
        painter.setPen(QColor(self._t.on_accent))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(count))

    def _style(self, painter: QPainter, box: QRectF, note: Note, column: int) -> None:
        if note.covered:
            return
        spot = QRectF(box.left(), box.center().y() - SPOT / 2, SPOT, SPOT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._t.style(note.style)))
        painter.drawRoundedRect(spot, 3, 3)
        if note.style in THINKING_STYLES:
            mark = icons.pixmap(
                f"mark-{note.style}", self._t.note_ink, MARK, painter.device().devicePixelRatio()
            )
            painter.drawPixmap(spot.adjusted(5, 5, -5, -5), mark, QRectF(mark.rect()))
        self._plain(painter, box.adjusted(SPOT + 2 * UNIT, 0, 0, 0), note, column)

    def _plain(self, painter: QPainter, box: QRectF, note: Note, column: int) -> None:
        self._draw_lines(painter, box, self._model.words.cell(note, column), self._t.ink2)

    def _dots(self, painter: QPainter, box: QRectF, note: Note, column: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._t.ink))
        middle = box.center().y()
        shown = note.dots if note.dots <= DOTS_SHOWN else 1
        for n in range(shown):
            painter.drawEllipse(QPointF(box.left() + n * DOT_STEP + DOT / 2, middle), DOT / 2, DOT / 2)
        if note.dots > DOTS_SHOWN:
            painter.setFont(ui_font(theme.SMALL, QFont.Weight.DemiBold))
            painter.setPen(QColor(self._t.ink))
            beside = box.adjusted(DOT_STEP + UNIT, 0, 0, 0)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, str(note.dots))

    def _tags(self, painter: QPainter, box: QRectF, note: Note, column: int) -> None:
        painter.setFont(ui_font(theme.TINY, QFont.Weight.DemiBold))
        metrics, left = painter.fontMetrics(), box.left()
        for word in self._model.words.tags(note):
            wide = metrics.horizontalAdvance(f"#{word}") + 4 * UNIT + 2
            place = QRectF(left, box.center().y() - 10, min(wide, box.right() - left), 20)
            if place.width() < 8 * UNIT:
                return
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._chip))
            painter.drawRoundedRect(place, 10, 10)
            painter.setPen(QColor(self._t.accent))
            room = int(place.width()) - 4 * UNIT + 1
            words = metrics.elidedText(f"#{word}", Qt.TextElideMode.ElideRight, room)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
            left = place.right() + UNIT
