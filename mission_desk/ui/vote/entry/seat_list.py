"""The seats of the room: number, name, style, a tick where the ballot is in. Never how anybody voted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mission_desk.core.file.closed_sets import THINKING_STYLES
from mission_desk.core.file.rows import Seat
from mission_desk.core.room import people
from mission_desk.ui.look import icons, theme
from mission_desk.ui.look.fonts import ui_font
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import Tokens
from mission_desk.words import tr

HEIGHT, MARK, TICK, NUMBER = 36, 22, 16, 24  # px
SEAT, DONE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class SeatPainter(QStyledItemDelegate):
    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, HEIGHT)

    @guarded
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        seat, done, box = index.data(SEAT), index.data(DONE), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            self._ground(painter, box)
        self._mark(painter, seat, box)
        painter.setFont(ui_font(theme.SMALL))
        painter.setPen(QColor(self._tokens.ink2 if done else self._tokens.ink))
        words = box.adjusted(MARK + 14, 0, -TICK - 18, 0)
        text = people.seat_label(seat)
        if seat.name.strip():
            number = QRectF(words.left(), words.top(), NUMBER, words.height())
            painter.drawText(
                number, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(seat.number)
            )
            words.setLeft(number.right() + 9)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if done:
            tick = QRectF(box.right() - TICK - 8, box.center().y() - TICK / 2, TICK, TICK)
            icons.paint(painter, "check", self._tokens.accent, tick)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.accent_soft))
        painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), theme.RADIUS, theme.RADIUS)

    def _mark(self, painter: QPainter, seat: Seat, box: QRectF) -> None:
        chip = QRectF(box.left() + 8, box.center().y() - MARK / 2, MARK, MARK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.style(seat.style)))
        painter.drawRoundedRect(chip, 2, 2)
        if seat.style in THINKING_STYLES:
            icons.paint(painter, f"mark-{seat.style}", self._tokens.note_ink, chip.adjusted(5, 5, -5, -5))


class SeatList(QListWidget):
    """`chosen(seat id)` when the user goes to a seat."""

    chosen = Signal(int)

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._painter = SeatPainter(tokens)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setAccessibleName(tr("Seats"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._quiet = False
        self.currentItemChanged.connect(self._tell)

    def show_seats(self, seats: list[Seat], done: set[int], current: int | None) -> None:
        self._quiet = True
        while self.count() > len(seats):
            self.takeItem(self.count() - 1)
        while self.count() < len(seats):
            self.addItem(QListWidgetItem())
        for place, seat in enumerate(seats):
            item = self.item(place)
            item.setData(SEAT, seat)
            item.setData(DONE, seat.id in done)
            state = tr("ballot is in") if seat.id in done else tr("not voted yet")
            item.setText(f"{people.seat_label(seat)}, {state}")
            if seat.id == current:
                self.setCurrentItem(item)
        if current is None:
            self.setCurrentRow(-1)
        self._quiet = False

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._quiet:
            self.chosen.emit(item.data(SEAT).id)
