"""What brings the selected notes into line, and widens the selection. Each command reads the selection and
calls one function of core."""

from __future__ import annotations

from functools import partial
from typing import get_args

from mission_desk.core.board import arranging
from mission_desk.core.file.rows import Note
from mission_desk.ui.board.canvas.canvas import BoardCanvas
from mission_desk.ui.workplace import Workplace


class AlignCommands:
    def __init__(self, place: Workplace, canvas: BoardCanvas) -> None:
        self._place, self._doc, self._canvas = place, place.doc, canvas
        on = place.commands.on
        for edge in get_args(arranging.Edge):
            on(f"align.{edge}", partial(self._align, edge), partial(self._several, 2))
        for way in get_args(arranging.Way):
            on(f"distribute.{way}", partial(self._distribute, way), partial(self._several, 3))
        on("note.grid", self._grid, partial(self._several, 2))
        on("note.stack", self._stack, partial(self._several, 2))
        on("note.same_style", self._same_style, partial(self._several, 1))

    def _several(self, least: int) -> bool:
        return len(self._canvas.selection) >= least

    def _notes(self) -> list[int]:
        return sorted(self._canvas.selection)

    def _rows(self) -> list[Note]:
        rows = self._canvas.model.notes
        return [rows[note] for note in self._notes() if note in rows]

    def _align(self, edge: arranging.Edge) -> None:
        arranging.align_notes(self._doc, self._notes(), edge, source=self)

    def _distribute(self, way: arranging.Way) -> None:
        arranging.distribute_notes(self._doc, self._notes(), way, source=self)

    def _grid(self) -> None:
        arranging.grid_notes(self._doc, self._notes(), source=self)

    def _stack(self) -> None:
        arranging.stack_notes(self._doc, self._notes(), source=self)

    # the selection

    def _same_style(self) -> None:
        styles = {note.style for note in self._rows()}
        self._canvas.select({note.id for note in self._canvas.model.notes.values() if note.style in styles})
