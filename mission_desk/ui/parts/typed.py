"""What every field of typed words does: hand them on at each key, show those that are not written yet, and
show a mark while they cannot be written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QWidget

from mission_desk.ui.parts.labels import set_look, set_tip
from mission_desk.ui.parts.unwritten import Unwritten, Write


def leaves_undo_to_the_window(event: QEvent) -> bool:
    """Undo and redo are the document's: a field's own stack would take back what the file has already
    kept."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


class Target(Struct, frozen=True):
    """Where the words of a field go: the place they are named by, and what writes them."""

    unwritten: Unwritten
    place: str
    write: Write


class Mark(QFrame):
    """A line around a field whose words are not in the file, or below one whose letters begin at its edge; it
    says why to whoever points at the field."""

    def __init__(self, field: QWidget, style: str) -> None:
        super().__init__(field)
        self._field = field
        set_look(self, style)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._tip = field.toolTip()

    def show_why(self, why: str) -> None:
        self.setGeometry(self._field.rect())
        self.setVisible(bool(why))
        self.raise_()
        set_tip(self._field, why or self._tip)


class TypedField:
    """Mixed into Qt's fields, which have `words()` and `put(text)`: put shows a text without that counting as
    typed."""

    words: Callable[[], str]
    put: Callable[[str], None]
    _target: Target | None = None
    _stored: str | None = None  # what the document says; None where the field has not been shown it yet
    _mark: Mark | None = None
    mark_style = "unwritten"
    _noted = ""  # what stood here last, typed or shown

    def write_to(self, unwritten: Unwritten, place: str, write: Write) -> None:
        """What is typed here is written by `write`; `show_text` shows what the document says."""
        before, self._target = self._target, Target(unwritten, place, write)
        if before is None:
            unwritten.changed.connect(self._follow_words)
            unwritten.emptied.connect(self._follow_emptying)
        if before is None or before.place != place:
            self._stored = None
            self._show_mark()

    def keep_in(self, unwritten: Unwritten, place: str, about: dict[str, object] | None = None) -> None:
        """What is typed here stands here again after a restart, until `empty()` is called."""
        before, keep = self._target, unwritten.keep(place, about)
        self.write_to(unwritten, place, keep)
        if before is None or before.place != place:
            self.show_text(unwritten.half_typed(place).words)
        elif before.write != keep and self.words():
            unwritten.typed(place, self.words(), keep)

    def show_text(self, text: str) -> None:
        """Show what the document says, but keep words that are not in it yet. A stored text that was only
        trimmed is not shown either: a space taken away at the cursor would join two words."""
        same, self._stored = text == self._stored, text
        waiting, is_own = self._waiting()
        shown = text if waiting is None else waiting
        if self.words() != shown and not is_own and not (same and waiting is None):
            self._put(shown)

    def _waiting(self) -> tuple[str | None, bool]:
        """Words for this place that are not in the file; whether those here are being written just now."""
        if self._target is None:
            return None, False
        unwritten, place = self._target.unwritten, self._target.place
        return unwritten.waiting(place), unwritten.is_writing(place, self.words())

    def _put(self, text: str) -> None:
        self._noted = text
        self.put(text)

    def empty(self) -> None:
        """The words were handed in, or given up."""
        if self._target is not None:
            self._target.unwritten.empty(self._target.place)
        else:
            self._put("")

    def forget(self) -> None:
        """The words here were handed in, and stay in the field."""
        if self._target is not None:
            self._target.unwritten.typed(self._target.place, "", self._target.write)

    def _follow_emptying(self, place: str) -> None:
        """Empty this field if another field for the same words was emptied, perhaps the one before this
        one."""
        if self._target is not None and place == self._target.place:
            self._put("")
            self._stored = ""

    def note_typing(self) -> None:
        """After a key: what stands here is not in the file yet."""
        words = self.words()
        if self._target is not None and words != self._noted:  # Qt tells of changed letters, colours and all
            self._target.unwritten.typed(self._target.place, words, self._target.write)
        self._noted = words

    def hand_on(self) -> None:
        """Hand on the words before something else is done."""
        if self._target is not None:
            self._target.unwritten.settle()

    def _half_typed(self) -> str:
        return self._target.unwritten.half_typed(self._target.place).words if self._target else ""

    def _is_refused(self) -> bool:
        return self._target is not None and bool(self._target.unwritten.why(self._target.place))

    def _follow_words(self, place: str) -> None:
        if self._target is not None and place == self._target.place:
            self._show_mark()

    def _show_mark(self) -> None:
        why = self._target.unwritten.why(self._target.place) if self._target else ""
        if self._mark is None and why:
            self._mark = Mark(self, self.mark_style)  # type: ignore[arg-type]
        if self._mark is not None:
            self._mark.show_why(why)

    # Qt

    def event(self, event: QEvent) -> bool:
        if leaves_undo_to_the_window(event):
            self.hand_on()
            event.ignore()
            return True
        return bool(super().event(event))  # type: ignore[misc]

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)  # type: ignore[misc]
        if self._mark is not None:
            self._show_mark()

    def focusOutEvent(self, event: Any) -> None:
        self.hand_on()
        super().focusOutEvent(event)  # type: ignore[misc]
