"""Keys on the canvas: arrows walk, letters are commands while notes are selected, and start a note while
none are."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from mission_desk.core.board import places
from mission_desk.ui.board.canvas.canvas import BoardCanvas

PUSH = 24  # canvas units a selected note moves by Ctrl and an arrow
STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
CONTROL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class BoardKeys:
    """`letters` maps a small letter (or "enter", "tab") to what it does with the selection."""

    def __init__(self, canvas: BoardCanvas, letters: dict[str, Callable[[], object]]) -> None:
        self._canvas = canvas
        self.letters = letters
        self._last: int | None = None  # the note that was walked to last: several may be selected
        canvas.on_key = self.press

    def press(self, event: QKeyEvent) -> bool:
        """True where the key meant something here."""
        if event.key() == Qt.Key.Key_Escape:
            if not self._canvas.mouse.cancel():
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
        chosen = places.reading_order(canvas.model.notes[note] for note in canvas.selection)
        current = next((note for note in chosen if note.id == self._last), next(iter(chosen), None))
        if current is None:
            following = next(iter(places.reading_order(canvas.model.notes.values())), None)
        else:
            following = canvas.model.neighbour(current, dx, dy)
        if following is not None:
            self._last = following.id
            canvas.select((canvas.selection if extend else frozenset()) | {following.id})
            canvas.sight.reveal(following)

    def _letter(self, event: QKeyEvent) -> bool:
        text = event.text()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        tab = event.key() == Qt.Key.Key_Tab
        if event.modifiers() & CONTROL or not (enter or tab or (text and text.isprintable())):
            return False
        if self._canvas.selection:
            do = self.letters.get("enter" if enter else "tab" if tab else text.lower())
            if do is not None:
                do()
            return do is not None
        if not tab:
            self._canvas.typed.emit("" if enter else text)
        return not tab
