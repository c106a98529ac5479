"""What stands below the steps: how late it is, and the note for the facilitator. As high as their words;
where there is no room they scroll, so that the steps stay in sight above them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from mission_desk.ui.look import theme
from mission_desk.ui.parts.cards import Card, column, scrolled
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.words import tr

LEAST = 11 * theme.UNIT  # px in sight, however low the screen is


class NoteCard(Card):
    def __init__(self) -> None:
        super().__init__(spacing=2)
        self._text = label("", "tiny", wrap=True)
        self.column.addWidget(label(tr("Facilitator note"), "section"))
        self.column.addWidget(self._text)

    def show_note(self, text: str) -> bool:
        """True where these are other words than before."""
        other = text != self._text.text()
        self._text.setText(text)
        return other


class BelowSteps(QScrollArea):
    def __init__(self, *cards: QWidget) -> None:
        super().__init__()
        self._content = QWidget()
        set_look(self._content, "clear")
        layout = column(self._content)
        for each in cards:
            layout.addWidget(each)
        layout.addStretch(1)
        scrolled(self._content, self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._content.installEventFilter(self)

    def sizeHint(self) -> QSize:
        layout = self._content.layout()
        wide = self.viewport().width()
        return QSize(wide, layout.totalHeightForWidth(wide) if layout else 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(LEAST, self.sizeHint().height()))

    def to_top(self) -> None:
        self.verticalScrollBar().setValue(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A card that came, went or has other words wants another height."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
