"""A line of the small lists beside a selection, with its key."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtGui import QIcon


class Lettered(Struct, frozen=True):
    """A line: its key (empty where the alphabet is used up), what it says, what it stands for."""

    letter: str
    words: str
    meant: object
    icon: QIcon | None = None
