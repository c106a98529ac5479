"""From the document's callback to one Qt signal. Windows connect here and redraw what they are told has
changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from mission_desk.core.document import Changes, Document


class Follower(QObject):
    changed = Signal(object)

    def __init__(self, doc: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = doc.subscribe(self._tell)

    def follow(self, listener: Callable[[Changes], None]) -> None:
        self.changed.connect(listener)

    def stop(self) -> None:
        self._stop()

    def _tell(self, changes: Changes) -> None:
        self.changed.emit(changes)
