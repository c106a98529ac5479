"""Keeps notes where they are and as large as they are: locked, sized by mouse or keys, in front or at the
back, moved by keys. A locked note says so when one tries to move it."""

from __future__ import annotations

from functools import partial

from mission_desk.core.board import boards, moving, note_properties
from mission_desk.core.board.places import Box
from mission_desk.core.file.rows import Note
from mission_desk.ui.board.canvas.canvas import BoardCanvas
from mission_desk.ui.board.canvas.note_face import least_height, needed_height
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn

STEP = 24  # canvas units by which a key makes notes larger or smaller
WAYS = {"wider": (STEP, 0), "narrower": (-STEP, 0), "taller": (0, STEP), "flatter": (0, -STEP)}


class LockAndSizeCommands:
    def __init__(self, place: Workplace, canvas: BoardCanvas) -> None:
        self._place, self._doc, self._canvas = place, place.doc, canvas
        on = place.commands.on

        def some() -> bool:
            return bool(canvas.selection)

        for way, (dw, dh) in WAYS.items():
            on(f"note.{way}", partial(self._stretch, dw, dh), some)
        on("note.fit", self._fit, some)
        on("note.lock", self._turn_lock, some)
        on("note.remove", self._remove, some)
        on("note.raise", self._raise, some)
        on("note.lower", self._lower, some)
        canvas.moved.connect(self._move)
        canvas.resized_note.connect(self._resize)
        canvas.held_back.connect(self._say_held_back)

    def _notes(self) -> list[int]:
        return sorted(self._canvas.selection)

    def _locked(self) -> list[int]:
        rows = self._canvas.model.notes
        return [note for note in self._notes() if note in rows and rows[note].locked]

    def _turn_lock(self) -> None:
        """Lock them; where all of them are, unlock."""
        locked = len(self._locked()) < len(self._canvas.selection)
        note_properties.lock_notes(self._doc, self._notes(), locked, source=self)

    def _say_held_back(self) -> None:
        self._say_locked(self._locked())

    def _say_locked(self, locked: list[int]) -> None:
        if locked:
            sentence = trn(
                "{n} locked note stays as it is.", "{n} locked notes stay as they are.", len(locked)
            )
            self._place.messages.say(sentence, tr("Unlock"), partial(self._unlock, locked))

    def _unlock(self, notes: list[int]) -> None:
        there = [note.id for note in boards.several(self._doc, notes)]
        self._place.commands.attempt(note_properties.lock_notes, self._doc, there, False, source=self)

    def _move(self, notes: list[int], dx: int, dy: int) -> None:
        locked = self._locked()
        self._place.commands.attempt(moving.move_notes, self._doc, notes, dx, dy, source=self)
        self._say_locked(locked)

    def _raise(self) -> None:
        moving.raise_notes(self._doc, self._notes(), source=self)

    def _lower(self) -> None:
        moving.lower_notes(self._doc, self._notes(), source=self)

    def _remove(self) -> None:
        locked = self._locked()
        boards.remove_notes(self._doc, self._notes(), source=self)
        self._say_locked(locked)

    def _stretch(self, dw: int, dh: int) -> None:
        locked = self._locked()
        note_properties.stretch_notes(self._doc, self._notes(), dw, dh, least_height, source=self)
        self._say_locked(locked)

    def _fit(self) -> None:
        note_properties.fit_notes(self._doc, self._notes(), needed_height, source=self)

    def _resize(self, note: Note, box: Box) -> None:
        self._place.commands.attempt(
            note_properties.resize_notes, self._doc, {note.id: box}, least_height, source=self
        )
