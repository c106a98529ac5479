"""Words of some length get places where they may be parted; `fit` says which of them are. The patterns of a
language are read by a worker, because the German ones take half a second and the stage must not stand still;
until then words stay as they are."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QObject, Signal

from mission_desk.posters.setting.hyphens import SOFT_HYPHEN, syllables
from mission_desk.ui.parts.worker_thread import WorkerThread

LONG_WORD = re.compile(r"[^\W\d_]{6,}")
_ready: set[str] = set()


class Patterns(WorkerThread):
    """Reads the patterns of a language once; `on_ready()` is called when they are loaded."""

    ready = Signal(str)

    def __init__(self, parent: QObject, on_ready: Callable[[], object]) -> None:
        super().__init__("patterns", parent)
        self._tell_owner = on_ready
        self._asked: set[str] = set()
        self._waiting: list[str] = []
        self.ready.connect(self._arrived)

    def want(self, language: str) -> None:
        if language in _ready | self._asked:
            return
        self._asked.add(language)
        with self.lock:
            self._waiting.append(language)
        self.start_work()

    def _arrived(self, language: str) -> None:
        _ready.add(language)
        self._tell_owner()

    # from here on in the thread

    def take_turn(self) -> bool:
        with self.lock:
            self.busy = bool(self._waiting)
            if not self.busy:
                return False
            language = self._waiting.pop()
        syllables("begeisterung", language)
        self.tell(Patterns.ready, language)
        return True


def is_ready(language: str) -> bool:
    """For those who keep what they parted: before that, words stay whole."""
    return language in _ready


def parted(text: str, language: str) -> str:
    """The text with soft hyphens in its words."""
    return _parted(text, language) if language in _ready else text


@lru_cache(maxsize=1024)
def _parted(text: str, language: str) -> str:
    return LONG_WORD.sub(lambda word: _word(word.group(), language), text)


@lru_cache(maxsize=8192)
def _word(word: str, language: str) -> str:
    return SOFT_HYPHEN.join(syllables(word, language))
