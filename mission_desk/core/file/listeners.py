"""Who is called after each commit of one document: windows, the search, whatever follows the file."""

from __future__ import annotations

import logging
from collections.abc import Callable

from mission_desk.core.file.journal import Changes

log = logging.getLogger(__name__)
Listener = Callable[[Changes], None]


class Listeners:
    """They are called in the order in which they came."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def add(self, listener: Listener) -> Callable[[], None]:
        """Returns the function that removes it again; a second call of that does nothing."""
        self._listeners.append(listener)

        def remove() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return remove

    def clear(self) -> None:
        self._listeners.clear()

    def publish(self, changes: Changes) -> None:
        """One that fails is logged and the others are called all the same: a broken window must not keep the
        others stale. One that is added meanwhile hears of the next change."""
        for listener in tuple(self._listeners):
            try:
                listener(changes)
            except Exception:
                log.exception("a window could not follow %r", changes.name)
