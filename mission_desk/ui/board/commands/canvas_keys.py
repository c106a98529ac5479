"""Keys on the canvas: arrows walk, letters are commands while notes are selected, and start a note while
none are."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from mission_desk.core.board import places
from mission_desk.ui.board.canvas.canvas import BoardCanvas
from mission_desk.ui.parts.keys.key_positions import latin_sign
from mission_desk.ui.parts.keys.letters import ALT, CONTROL, written

PUSH = 24  # canvas units a selected note moves by Ctrl and an arrow
STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


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
        canvas.turn_to_notes()
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
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._named_key(event, "enter")
        if event.key() == Qt.Key.Key_Tab:
            return self._named_key(event, "tab")
        text = written(event)
        if text and self._canvas.selection and not self._canvas.letters_write:
            do = self.letters.get(text.lower()) or self.letters.get(latin_sign(event)) or _nothing
            do()
        elif text:
            self._canvas.typed.emit(text)
        return bool(text)

    def _named_key(self, event: QKeyEvent, key: str) -> bool:
        """Enter and Tab: with nothing selected Enter begins a note, Tab goes on to the next widget."""
        do = self.letters.get(key) if self._canvas.selection else None
        if event.modifiers() & (CONTROL | ALT) or (do is None and key == "tab"):
            return False
        if do is not None:
            do()
        elif not self._canvas.selection:
            self._canvas.typed.emit("")
        return True


def _nothing() -> None:
    """A letter that is no command: a slip of the finger, and no word."""
