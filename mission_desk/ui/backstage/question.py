"""Which screen does the room look at? Asked once, over the desk, with the number of each screen large on it.
It is no dialog: after Escape the desk works on without a stage."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mission_desk.ui.look import theme
from mission_desk.ui.look.fonts import figures_font
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import Card, column
from mission_desk.ui.parts.labels import label
from mission_desk.ui.screens import Screen, ScreenWatch, put_on, screen_of
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

CARD_WIDTH = 120 * theme.UNIT
SIGN = 0.34  # of a screen's height: the square with its number
DIM = 0.55  # of the desk behind the question


class ScreenNumber(QWidget):
    """A screen's number, large in its middle, or in the `corner` where the question stands in the middle;
    gone with the question."""

    def __init__(self, screen: Screen, number: int, tokens: Tokens, *, corner: bool) -> None:
        super().__init__(None, Qt.WindowType.ToolTip | Qt.WindowType.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._number, self._tokens = number, tokens
        whole = screen.available
        size = round(whole.height() * SIGN * (0.6 if corner else 1))
        box = QRect(0, 0, size, size)
        box.moveCenter(whole.center())
        if corner:
            box.moveBottomLeft(whole.bottomLeft())
        put_on(self, screen.name)
        self.setGeometry(box)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._tokens.accent))
        painter.setFont(figures_font(round(self.height() * 0.7), QFont.Weight.Bold))
        painter.setPen(QColor(self._tokens.on_accent))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


class ScreenQuestion(QWidget):
    """Covers the desk. `chosen(number)` counts from 0 in the order that was asked; `left` when nothing was,
    also when screens come or go meanwhile: the numbers are not true any more then."""

    chosen = Signal(int)
    left = Signal()

    def __init__(self, place: Workplace, desk: QWidget, screens: Sequence[Screen]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._before: QWidget | None = None
        self._remember_focus(desk.focusWidget())
        self._count = len(screens)
        here = screen_of(desk).name
        self._signs = [
            place.windows.own(ScreenNumber(screen, n, place.tokens, corner=screen.name == here))
            for n, screen in enumerate(screens, 1)
        ]
        self._card = Card(margins=(24, 20, 24, 20), spacing=12)
        self._card.column.addWidget(label(tr("Which screen does the room look at?"), "title", wrap=True))
        words = tr("Its number is on each screen now. Press the number; it is remembered for this screen.")
        self._card.column.addWidget(label(words, "quiet", wrap=True))
        self.buttons = [self._button(n, screen, screen.name == here) for n, screen in enumerate(screens)]
        self._card.column.addWidget(button(tr("Go on without"), self.leave, "quiet"))
        self._card.setFixedWidth(min(CARD_WIDTH, desk.width() - 40))
        layout = column(self)
        layout.addWidget(self._card, 0, Qt.AlignmentFlag.AlignCenter)
        self.setGeometry(desk.rect())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        desk.installEventFilter(self)
        ScreenWatch(self).changed.connect(self._screens_changed)
        for sign in self._signs:
            sign.show()
        self.show()
        self.raise_()
        self.setFocus()

    def _remember_focus(self, field: QWidget | None) -> None:
        """Remember the field that has the focus; a page that is built anew meanwhile removes it."""
        self._before = field
        if field is not None:
            field.destroyed.connect(self._forget_focus)

    def _forget_focus(self) -> None:
        self._before = None

    def _button(self, number: int, screen: Screen, here: bool) -> QWidget:
        size = screen.pixels
        name = tr("this screen, the desk is on it") if here else screen.label
        words = tr(
            "{n}   {name} · {width} × {height}",
            n=number + 1, name=name, width=size.width(), height=size.height(),
        )  # fmt: skip
        screen_button = button(words, partial(self._choose, number), "left")
        self._card.column.addWidget(screen_button)
        return screen_button

    def leave(self) -> None:
        self._go()
        self.left.emit()

    def _screens_changed(self) -> None:
        if self._signs:
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._desk:
            self.setGeometry(self._desk.rect())
        return False

    def _choose(self, number: int) -> None:
        self._go()
        self.chosen.emit(number)

    def _go(self) -> None:
        for sign in self._signs:
            sign.close()
        self._signs = []
        self.hide()
        self.deleteLater()
        (self._before or self._desk).setFocus()  # else the keys would go to the first button of the desk

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_1
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif 0 <= number < self._count:
            self._choose(number)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        dark = QColor(theme.BLACK)
        dark.setAlphaF(DIM)
        painter.fillRect(self.rect(), dark)
        painter.end()
