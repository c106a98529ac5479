"""A question in the page, asked once: what would be done, and the safe answer, which has the keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import Card, row
from mission_desk.ui.parts.labels import label, read_aloud

MARGINS = (18, 12, 18, 14)


class AskCard(Card):
    """Hidden until something is asked. `left` when it goes and had the keys: whoever asked takes them, before
    anything is done, or they would go to a button somewhere else."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__(margins=MARGINS, spacing=10)
        self._words = label("", "warn", wrap=True)
        self.safe, self.go_on = QPushButton(), QPushButton()
        self._verbs = row(spacing=10)
        self.column.addWidget(self._words)
        self.column.addLayout(self._verbs)
        self.hide()

    @property
    def asks(self) -> bool:
        return not self.isHidden()

    def ask(self, sentence: str, safe: str, verb: str, do: Callable[[], object]) -> None:
        """`safe` leaves everything as it is and has the keys; `verb` does it."""
        self.drop()
        self.safe, self.go_on = button(safe, self.drop), button(verb, lambda: self._go_on(do), "quiet")
        for each in (self.safe, self.go_on):
            self._verbs.addWidget(each)
        self._verbs.addStretch(1)
        self._words.setText(sentence)
        self.show()
        self.safe.show()
        self.focus_safe()
        read_aloud(self, sentence)

    def focus_safe(self) -> None:
        self.safe.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop(self) -> None:
        """What was asked is answered, or has no meaning any more."""
        had_keys = self.safe.hasFocus() or self.go_on.hasFocus()
        self.hide()
        while item := self._verbs.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if had_keys:
            self.left.emit()

    def _go_on(self, do: Callable[[], object]) -> None:
        self.drop()
        do()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.drop()
        else:
            super().keyPressEvent(event)
