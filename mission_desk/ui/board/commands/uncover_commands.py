"""Turns over notes that lie face down, and lets the facilitator look at them without the room seeing them."""

from __future__ import annotations

from mission_desk.core.board import covering, places
from mission_desk.ui.board.canvas.canvas import BoardCanvas
from mission_desk.ui.board.canvas.painter import BoardPainter
from mission_desk.ui.workplace import Workplace


class UncoverCommands:
    """The desk shows backs too, so that the facilitator sees what the room sees; a selected note's words
    stand in the side panel, and a key shows all of them until it is pressed again."""

    def __init__(self, place: Workplace, canvas: BoardCanvas, painter: BoardPainter) -> None:
        self._doc, self._canvas, self._painter = place.doc, canvas, painter
        on, some = place.commands.on, self.some
        on("board.uncover", self._uncover, some)
        on("board.peek", self._peek, some)
        on("note.turn", self._turn, self._has_selection)

    def notes(self) -> list[int]:
        """All covered notes of the board in sight."""
        return sorted(self._canvas.model.covered)

    def some(self) -> bool:
        return bool(self._canvas.model.covered)

    def _has_selection(self) -> bool:
        return bool(self._canvas.selection)

    def _uncover(self) -> None:
        covering.uncover_notes(self._doc, self.notes(), source=self)

    def _turn(self) -> None:
        """The selected notes face up; where all of them are, face down."""
        chosen, covered = sorted(self._canvas.selection), set(self.notes())
        down = [note for note in chosen if note in covered]
        if down:
            covering.uncover_notes(self._doc, down, source=self)
        else:
            covering.cover_notes(self._doc, chosen, source=self)

    def _peek(self) -> None:
        self._painter.peeks = not self._painter.peeks
        rows = self._canvas.model.notes
        self._canvas.show_changes([places.box_of(rows[note]) for note in self.notes()])
