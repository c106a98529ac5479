"""A paste on the board: one line is typed, many are counted first and become notes in one step; into selected
notes they go one by one."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject

from mission_desk.core.board import boards, filling
from mission_desk.exchange.pasted_text import lines_of
from mission_desk.ui.board.canvas.canvas import BoardCanvas
from mission_desk.ui.board.canvas.note_face import needed_height
from mission_desk.ui.board.writing.capture import CaptureBar
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn
from mission_desk.written import grouped


class NoteAdder(Protocol):
    """Who puts notes on the board."""

    def add(self, texts: list[str]) -> list[int]: ...


class Pasting(QObject):
    def __init__(self, place: Workplace, canvas: BoardCanvas, bar: CaptureBar, adder: NoteAdder) -> None:
        super().__init__(canvas)
        self._place, self._doc = place, place.doc
        self._canvas, self._bar, self._adder = canvas, bar, adder
        self._lines: list[str] = []
        self._into: list[int] = []
        bar.pasted.taken.connect(self._take)
        bar.pasted.left.connect(self.leave)

    def begin(self, text: str) -> None:
        """Onto the canvas: into the selected notes; else one line as if it was typed, several as notes."""
        lines = lines_of(text)
        if not lines:
            return
        if self._canvas.selection:
            self.offer(lines, sorted(self._canvas.selection))
        elif len(lines) > 1:
            self.offer(lines)
        else:
            self._bar.field.setFocus()
            self._bar.field.insert_words(text)

    def offer(self, lines: list[str], into: list[int] | None = None) -> None:
        """Say what would come of it, and wait for Enter."""
        self._lines, self._into = lines, into or []
        self._bar.ask(self._sentence(), lines[0])

    def _sentence(self) -> str:
        filled = min(len(self._into), len(self._lines))
        new = len(self._lines) - filled
        parts = []
        if filled:
            parts.append(trn("{n} note gets new words", "{n} notes get new words", filled))
        if new:
            count = grouped(new)
            parts.append(tr("1 note") if new == 1 else tr("{count} notes", count=count))
        return ", ".join(parts)

    def leave(self) -> None:
        """Nothing is added; the text is still in the clipboard."""
        self._lines, self._into = [], []
        self._bar.hush()
        self._canvas.setFocus()

    def _take(self) -> None:
        lines, into = self._lines, self._into
        self.leave()
        if into:
            self._place.commands.attempt(partial(self._fill, lines, into))
            return
        added = self._adder.add(lines)
        if added:
            self._bar.field.setFocus()
            self._say(trn("{n} note added.", "{n} notes added.", len(added)))

    def _fill(self, lines: list[str], into: list[int]) -> None:
        there = [note.id for note in boards.several(self._doc, into)]
        area = self._canvas.sight.writing_area()
        new = filling.fill_notes(self._doc, there, lines, needed_height, area=area, source=self)
        filled = min(len(there), len(lines))
        words = trn("{n} note has new words.", "{n} notes have new words.", filled)
        more = trn("{n} note added.", "{n} notes added.", len(new)) if new else ""
        self._say(f"{words} {more}".strip())

    def _say(self, sentence: str) -> None:
        self._place.messages.say(sentence, tr("Undo"), self._doc.undo)
