"""The two faces of a board: its canvas and its list. Whoever puts something beside a note asks the one in
front."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from mission_desk.core.file.rows import Note


class Face(Protocol):
    """Boxes are in pixels of `surface`, the widget that what is written in place lies on."""

    def surface(self) -> QWidget: ...
    def reveal(self, note: Note) -> None: ...
    def note_view_box(self, note: Note) -> QRectF: ...
    def caption_view_box(self, note: Note) -> QRectF: ...
    def name_view_box(self, cluster: int) -> QRectF: ...
