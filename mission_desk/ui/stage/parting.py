"""Words of some length get places where they may be parted; `fit` says which of them are. The patterns of a
language are read by a worker, because the German ones take half a second and the stage must not stand still;
until then words stay as they are."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from mission_desk.posters.hyphens import SOFT_HYPHEN, syllables

LONG_WORD = re.compile(r"[^\W\d_]{6,}")
PATIENCE = 0.0003  # seconds after which the reading lets the window go on; Python's usual 5 ms would be felt
_ready: set[str] = set()


class Patterns(QObject):
    """Reads the patterns of a language once; `ready` is told in the thread that asked."""

    ready = Signal(str)

    def __init__(self, parent: QObject, ready: Callable[[], object]) -> None:
        super().__init__(parent)
        self.ready.connect(self._arrived)
        self._tell = ready
        self._asked: set[str] = set()

    def want(self, language: str) -> None:
        if language not in _ready | self._asked:
            self._asked.add(language)
            QThreadPool.globalInstance().start(_Reading(language, self.ready))

    def _arrived(self, language: str) -> None:
        _ready.add(language)
        self._tell()


class _Reading(QRunnable):
    def __init__(self, language: str, ready: object) -> None:
        super().__init__()
        self._language, self._ready = language, ready

    def run(self) -> None:
        usual = sys.getswitchinterval()
        sys.setswitchinterval(PATIENCE)
        try:
            syllables("begeisterung", self._language)
        finally:
            sys.setswitchinterval(usual)
        try:
            self._ready.emit(self._language)  # type: ignore[attr-defined]
        except RuntimeError:  # the window was closed meanwhile
            return


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
