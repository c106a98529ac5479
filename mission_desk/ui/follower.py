"""From the document's callback to one Qt signal. Windows connect here and redraw what has changed; changes of
a preference come the same way, and none comes once the document is closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from mission_desk.core.file import half_typed
from mission_desk.core.file.document import Changes, Document


class Follower(QObject):
    changed = Signal(object)

    def __init__(self, doc: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stopped = False
        self._stop = doc.subscribe(self._tell)

    def follow(self, listener: Callable[[Changes], None]) -> None:
        self.changed.connect(listener)

    def tell_preference(self, key: str) -> None:
        """Tell all windows that a preference has changed."""
        if not self._stopped:
            self._tell(Changes("aside", f"preference.{key}", ()))

    def stop(self) -> None:
        self._stopped = True
        self._stop()

    def _tell(self, changes: Changes) -> None:
        if changes.name != half_typed.NAME:  # its own field shows it; redrawing the desk would cost a frame
            self.changed.emit(changes)
