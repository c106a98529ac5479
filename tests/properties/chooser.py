"""How an act of the walk chooses what it acts on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from hypothesis import strategies as st

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note

Row = TypeVar("Row")
WORDS = st.text(max_size=20)


class Chooser:
    """Draws rows and values; a class without rows gives none."""

    def __init__(self, doc: Document, draw: Callable) -> None:
        self.doc = doc
        self.draw = draw

    def one(self, kind: type[Row], where: str = "1") -> Row | None:
        rows = self.doc.rows(kind, f"{where} ORDER BY id")
        return self.draw(st.sampled_from(rows)) if rows else None

    def notes(self) -> list[int]:
        first = self.one(Note)
        if first is None:
            return []
        beside = [note.id for note in self.doc.rows(Note, "board = ?", first.board)]
        return self.draw(st.lists(st.sampled_from(beside), min_size=1, max_size=6, unique=True))

    def words(self) -> str:
        return self.draw(WORDS)
