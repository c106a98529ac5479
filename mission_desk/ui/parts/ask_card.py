"""A question in the page, asked once: what would be done, and the safe answer, which has the keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import Card, bring_into_sight, row
from mission_desk.ui.parts.labels import label, read_aloud

MARGINS = (18, 12, 18, 14)


class AskCard(Card):
    """Hidden until something is asked. `left` is emitted when the card closes while it has the keyboard
    focus: whoever asked takes the focus before anything is done, or Qt would give it to some other button."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__(margins=MARGINS, spacing=10)
        self._words = label("", "warn", wrap=True)
        self.safe, self.go_on = button("", self.drop), button("", self._go_on, "quiet")
        self._do: Callable[[], object] = self.drop
        self.column.addWidget(self._words)
        self.column.addLayout(row(self.safe, self.go_on, spacing=10, stretch=2))
        self._laid_out = QTimer(self, singleShot=True, interval=0)
        self._laid_out.timeout.connect(partial(bring_into_sight, self))
        self.hide()

    @property
    def asks(self) -> bool:
        return not self.isHidden()

    def ask(self, sentence: str, safe: str, verb: str, do: Callable[[], object]) -> None:
        """`safe` leaves everything as it is and has the keys; `verb` does it."""
        self._do = do
        self._words.setText(sentence)
        self.safe.setText(safe)
        self.go_on.setText(verb)
        self.show()
        self.focus_safe()
        self._laid_out.start()  # only then does it have a place in the page
        read_aloud(self, sentence)

    def focus_safe(self) -> None:
        self.safe.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop(self) -> None:
        """Close the card: the question was answered, or has no meaning any more."""
        had_keys = self.safe.hasFocus() or self.go_on.hasFocus()
        self.hide()
        if had_keys:
            self.left.emit()

    def _go_on(self) -> None:
        self.drop()
        self._do()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.drop()
        else:
            super().keyPressEvent(event)
