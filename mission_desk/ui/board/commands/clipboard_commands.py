"""Copied notes: in the clipboard as lines for other programs, and as themselves for the boards of this
workshop, where they are pasted with their colour, size, picture and cluster."""

from __future__ import annotations

import json

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from mission_desk.core.board import duplicating, places
from mission_desk.core.board.covering import read_text
from mission_desk.core.file.rows import Note
from mission_desk.ui.board.canvas.canvas import BoardCanvas
from mission_desk.ui.board.writing.pasted import NOTES
from mission_desk.ui.board.writing.writing import Writing
from mission_desk.ui.workplace import Workplace
from mission_desk.words import trn


class ClipboardCommands:
    def __init__(self, place: Workplace, canvas: BoardCanvas, writing: Writing) -> None:
        self._place, self._doc, self._canvas = place, place.doc, canvas
        writing.offer_notes = self.offer
        place.commands.on("note.copy", self._copy, self._has_selection)

    def _has_selection(self) -> bool:
        return bool(self._canvas.selection)

    def _copy(self) -> None:
        rows = places.reading_order(self._canvas.model.notes[note] for note in self._canvas.selection)
        copied = QMimeData()
        lines = (" ".join(read_text(row).split()) for row in rows)
        copied.setText("\n".join(line for line in lines if line))
        copied.setData(NOTES, json.dumps([str(self._doc.path), *(row.id for row in rows)]).encode())
        QGuiApplication.clipboard().setMimeData(copied)
        self._place.messages.say(trn("{n} note copied.", "{n} notes copied.", len(rows)))

    def offer(self, source: QMimeData) -> bool:
        """Takes notes that were copied here and are still there; False where there are none."""
        board, notes = self._canvas.model.board, self._notes(source)
        if board is None or not notes:
            return False
        self._place.commands.attempt(self._paste, notes, board.id)
        return True

    def _paste(self, notes: list[int], board: int) -> None:
        copies = duplicating.copy_notes(self._doc, notes, board, source=self)
        self._canvas.select(copies)
        for note in reversed(copies):
            self._canvas.sight.reveal(self._canvas.model.notes[note])
        if copies:
            self._canvas.front.reveal(self._canvas.model.notes[copies[0]])

    def _notes(self, source: QMimeData) -> list[int]:
        try:
            path, *notes = json.loads(bytes(source.data(NOTES).data()) or b"[null]")
        except (ValueError, TypeError):  # anybody may call their bytes notes
            return []
        here = [note for note in notes if isinstance(note, int) and self._doc.find(Note, note)]
        return here if path == str(self._doc.path) else []
