"""Text on screen. Plain text always: a note's words must never be taken for HTML, which would load local
files."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction
from PySide6.QtWidgets import QFrame, QLabel, QWidget


def set_look(widget: QWidget, name: str) -> None:
    """Say what a widget is, so that the style sheet gives it its look; also when that changes."""
    if widget.property("look") == name:
        return
    widget.setProperty("look", name)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def label(text: str = "", style: str = "", *, wrap: bool = False) -> QLabel:
    """`style` is a look of the style sheet: quiet, tiny, section, strong, title, heading, serif, statement,
    warn, pill …"""
    text_label = QLabel(text)
    text_label.setTextFormat(Qt.TextFormat.PlainText)
    text_label.setWordWrap(wrap)
    if style:
        set_look(text_label, style)
    return text_label


class SteadyLabel(QLabel):
    """A sentence that changes with what was chosen above it, in the room of the longest of `texts`, which are
    all that it will ever say: else what stands below would move away under the mouse."""

    def __init__(self, texts: Sequence[str], style: str) -> None:
        super().__init__()
        self._texts = list(texts)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        set_look(self, style)

    def heightForWidth(self, width: int) -> int:
        around = super().heightForWidth(width) - self._height_of(self.text(), width)
        return around + max(self._height_of(text, width) for text in (self.text(), *self._texts))

    def _height_of(self, text: str, width: int) -> int:
        box = QRect(0, 0, width, BOTTOMLESS)
        return self.fontMetrics().boundingRect(box, Qt.TextFlag.TextWordWrap, text).height()


BOTTOMLESS = 10_000  # px
LONG_TIP = 60  # letters


def set_tip(owner: QWidget | QAction, text: str) -> None:
    """Set the tooltip. Qt takes a tooltip with a tag in it for HTML and would load the files that it names
    (https://doc.qt.io/qt-6/qtooltip.html, "Rich text"); and only HTML breaks a long line."""
    if "<" in text or len(text) > LONG_TIP:
        shown = escape(text).replace("\n", "<br>")
        owner.setToolTip(f"<qt>{shown}</qt>")
    else:
        owner.setToolTip(text)


def hair() -> QFrame:
    """A thin line between groups."""
    line = QFrame()
    set_look(line, "hair")
    return line


def read_aloud(widget: QWidget, sentence: str) -> None:
    """Let a screen reader say at once what has just appeared in words."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
