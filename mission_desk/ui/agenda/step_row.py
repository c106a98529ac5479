"""One step in the rail: its number or a tick, its title, its time and minutes. It is pressed, dragged, and
walked by keys."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from mission_desk.ui.look import icons, theme
from mission_desk.ui.look.fonts import ui_font
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.labels import set_tip

TITLE_X, MINUTES_W, DISC = 42, 52, 24
LOWEST = 9 * theme.UNIT  # px; time and minutes below each other
LIFTED = 0.45  # opacity of the row whose step is in hand
# What a key asks for; Alt with an arrow moves the step itself.
ASKS = {
    Qt.Key.Key_Return: "press", Qt.Key.Key_Enter: "press", Qt.Key.Key_Space: "press", Qt.Key.Key_F2: "edit",
    Qt.Key.Key_Insert: "add", Qt.Key.Key_Delete: "remove", Qt.Key.Key_Up: "above", Qt.Key.Key_Down: "below",
}  # fmt: skip
MOVES = {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}


StepState = Literal["done", "now", "later"]


class Shown(Struct, frozen=True):
    """What a row says. `state` is done, now or later; `over` that the step took longer than planned; `edited`
    that the editor shows it, `tip` what else there is to know of it."""

    number: int
    title: str
    time: str
    minutes: str
    state: StepState
    over: bool = False
    edited: bool = False
    tip: str = ""


class StepRow(QWidget):
    """`asks(what)`: press, edit, add, remove, above, below, up, down; `dragged(y)` and `dropped(y)` in the
    coordinates of the column, `given_up` with Escape."""

    asks = Signal(str)
    dragged = Signal(int)
    dropped = Signal(int)
    given_up = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._shown = Shown(0, "", "", "", "later")
        self._pressed_at: QPoint | None = None
        self._lifted = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click goes on to the step's page
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_step(self, shown: Shown) -> None:
        if shown == self._shown:
            return
        self._shown = shown
        self.setAccessibleName(
            " ".join((f"{shown.number} {shown.title}, {shown.time}, {shown.minutes}", shown.tip)).strip()
        )
        set_tip(self, shown.tip)
        self.setFixedHeight(self.heightForWidth(self.width()))  # a bold title may need a line more
        self.update()

    @property
    def shown(self) -> Shown:
        return self._shown

    def sizeHint(self) -> QSize:
        return QSize(theme.RAIL_WIDTH - 16, self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:
        text = QFontMetrics(self._font()).boundingRect(
            QRect(0, 0, self._title_width(width), 1000), Qt.TextFlag.TextWordWrap, self._shown.title
        )
        return max(LOWEST, text.height() + 12)

    def resizeEvent(self, event: object) -> None:
        self.setFixedHeight(self.heightForWidth(self.width()))

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed_at is None:
            return
        if not self._lifted and (at - self._pressed_at).manhattanLength() < QApplication.startDragDistance():
            return
        if not self._lifted:
            self._lift(True)
            self.grabKeyboard()  # Escape gives up, wherever the focus is
        self.dragged.emit(self.mapToParent(at).y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at, pressed = event.position().toPoint(), self._pressed_at
        self._pressed_at = None
        if self._lifted:
            self._put_down()
            self.dropped.emit(self.mapToParent(at).y())
        elif pressed is not None and self.rect().contains(at):
            self.asks.emit("press")

    def _lift(self, lifted: bool) -> None:
        self._lifted = lifted
        self.setCursor(Qt.CursorShape.ClosedHandCursor if lifted else Qt.CursorShape.PointingHandCursor)
        self.update()

    def _put_down(self) -> None:
        self.releaseKeyboard()
        self._lift(False)

    # keys

    def event(self, event: QEvent) -> bool:
        """The row that has the focus means these keys, not the page beside it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._ask(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ask = self._ask(event)
        if self._lifted and event.key() == Qt.Key.Key_Escape:
            self._pressed_at = None
            self._put_down()
            self.given_up.emit()
        elif ask:
            self.asks.emit(ask)
        else:
            super().keyPressEvent(event)

    def _ask(self, event: QKeyEvent) -> str:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.AltModifier:
            return MOVES.get(Qt.Key(event.key()), "")
        return ASKS.get(Qt.Key(event.key()), "") if modifiers == Qt.KeyboardModifier.NoModifier else ""

    # the picture

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(LIFTED if self._lifted else 1.0)
        self._paint_ground(painter)
        self._paint_disc(painter)
        painter.setFont(self._font())
        painter.setPen(QColor(self._tokens.ink))
        box = QRect(TITLE_X, 0, self._title_width(self.width()), self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self._shown.title)
        self._paint_times(painter)
        painter.end()

    def _paint_times(self, painter: QPainter) -> None:
        """When it begins, and below that how long it is."""
        painter.setFont(ui_font(theme.TINY))
        line = painter.fontMetrics().height()
        left, top = self.width() - MINUTES_W - 10, (self.height() - 2 * line) // 2
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        minutes = self._tokens.warn if self._shown.over else self._tokens.ink2
        for number, (words, colour) in enumerate(
            ((self._shown.time, self._tokens.ink2), (self._shown.minutes, minutes))
        ):
            painter.setPen(QColor(colour))
            painter.drawText(QRect(left, top + number * line, MINUTES_W, line), right, words)

    def _paint_ground(self, painter: QPainter) -> None:
        shown, tokens = self._shown, self._tokens
        edge = self.hasFocus() or shown.edited
        painter.setPen(QPen(QColor(tokens.accent), 1.5) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent_soft) if shown.state == "now" else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)

    def _paint_disc(self, painter: QPainter) -> None:
        t, state = self._tokens, self._shown.state
        disc = QRectF(QPoint(10, (self.height() - DISC) // 2), QSize(DISC, DISC))
        ground = {"done": t.accent_soft, "now": t.accent, "later": t.rest}[state]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawEllipse(disc)
        if state == "done":
            icons.paint(painter, "check", t.accent, disc.adjusted(6, 6, -6, -6))
            return
        painter.setFont(ui_font(theme.TINY, QFont.Weight.DemiBold))
        painter.setPen(QColor(t.on_accent if state == "now" else t.ink2))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._shown.number))

    def _title_width(self, width: int) -> int:
        return width - TITLE_X - MINUTES_W - 8

    def _font(self) -> QFont:
        now = self._shown.state == "now"
        return ui_font(theme.SMALL, QFont.Weight.DemiBold if now else QFont.Weight.Normal)
