"""Keys on the canvas: arrows walk, letters are commands while notes are selected, and start a note while
none are."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from mission_desk.core import places
from mission_desk.ui.board.canvas import BoardCanvas

PUSH = 24  # canvas units a selected note moves by Ctrl and an arrow
STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
CONTROL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class BoardKeys:
    """`letters` maps a small letter (Enter as "\\r") to what it does with the selection."""

    def __init__(self, canvas: BoardCanvas, letters: dict[str, Callable[[], object]]) -> None:
        self._canvas = canvas
        self.letters = letters
        canvas.on_key = self.press

    def press(self, event: QKeyEvent) -> bool:
        """True where the key meant something here."""
        if event.key() == Qt.Key.Key_Escape:
            self._canvas.select(frozenset())
            self._canvas.select_region(None)
            return True
        step = STEPS.get(Qt.Key(event.key()))
        return self._arrow(event, *step) if step else self._letter(event)

    def _arrow(self, event: QKeyEvent, dx: int, dy: int) -> bool:
        canvas = self._canvas
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return True  # aligns; with fewer than two notes it must not walk instead
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._walk(dx, dy, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif canvas.selection:
            canvas.moved.emit(sorted(canvas.selection), dx * PUSH, dy * PUSH)
        return True

    def _walk(self, dx: int, dy: int, *, extend: bool) -> None:
        canvas = self._canvas
        current = next((note for note in canvas.model.notes.values() if note.id in canvas.selection), None)
        if current is None:
            following = next(iter(places.reading_order(canvas.model.notes.values())), None)
        else:
            following = canvas.model.neighbour(current, dx, dy)
        if following is not None:
            canvas.select((canvas.selection if extend else frozenset()) | {following.id})
            canvas.reveal(following)

    def _letter(self, event: QKeyEvent) -> bool:
        text = event.text()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.modifiers() & CONTROL or not (enter or (text and text.isprintable())):
            return False
        if self._canvas.selection:
            do = self.letters.get("\r" if enter else text.lower())
            if do is not None:
                do()
            return do is not None
        self._canvas.typed.emit("" if enter else text)
        return True
