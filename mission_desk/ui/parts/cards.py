"""Panels, columns and rows: the boxes a page is laid out in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from mission_desk.ui.parts.labels import set_look

SIGHT = 90  # px that stay in sight around a field


def column(
    parent: QWidget, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = 8
) -> QVBoxLayout:
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    return layout


def row(*widgets: QWidget, spacing: int = 8, stretch: int | None = None) -> QHBoxLayout:
    """Widgets side by side; `stretch` is the place (from 0) of the free room, None for none."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget)
    if stretch is not None:
        layout.insertStretch(stretch, 1)
    return layout


class Card(QFrame):
    """A bordered panel; `layout()` is its column."""

    def __init__(
        self, style: str = "card", margins: tuple[int, int, int, int] = (12, 10, 12, 12), spacing: int = 4
    ) -> None:
        super().__init__()
        set_look(self, style)
        self.column = column(self, margins, spacing)


class PressCard(Card):
    """A card that is a button: mouse, Enter and Space press it."""

    pressed = Signal()

    def __init__(
        self, style: str = "card", margins: tuple[int, int, int, int] = (16, 12, 16, 12), spacing: int = 4
    ) -> None:
        super().__init__(style, margins, spacing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


def scrolled(content: QWidget, area: QScrollArea | None = None) -> QScrollArea:
    """The content in an area that scrolls down where it must; `area` can be one that knows its height better
    than Qt's."""
    area = area or QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # else a click beside a field takes the keys from it
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    set_look(area, "clear")
    return area


def bring_into_sight(field: QWidget) -> None:
    """Scroll to a widget that gets the keys or asks something, even if it lies outside the visible part."""
    area: QWidget | None = field
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if isinstance(area, QScrollArea):
        area.ensureWidgetVisible(field, 0, SIGHT)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout that is filled anew."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            return
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
