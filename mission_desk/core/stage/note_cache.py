"""The notes of the board on stage, kept up to date change by change: reading 2,000 rows again for every new
note would be a delay that people notice."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from msgspec.structs import replace

from mission_desk.core.board import boards
from mission_desk.core.file.document import Change, Changes, Document
from mission_desk.core.file.rows import Note
from mission_desk.core.stage.slides import StageNote


class NoteCache:
    """Follows every commit; has the notes of one board at a time."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._board = 0
        self._notes: dict[int, Note] = {}
        self._order: list[Note] | None = None
        self._names: dict[int, str] = {}
        self._made: dict[int, StageNote] = {}

    def follow(self, changes: Changes) -> None:
        for change in changes.rows:
            if change.table == "note" and self._board:
                self._take(change)

    def on(self, board: int) -> list[Note]:
        """In drawing order: what lies on top comes last."""
        if board != self._board:
            self._board, self._made = board, {}
            self._notes = {note.id: note for note in boards.notes_on(self._doc, board)}
            self._order = list(self._notes.values())
        if self._order is None:
            self._order = sorted(self._notes.values(), key=attrgetter("z", "id"))
        return self._order

    def made(
        self, notes: list[Note], names: dict[int, str], make: Callable[[Note, str], StageNote]
    ) -> list[StageNote]:
        """What `make(note, name of its cluster)` returns for each note; it is called again only when the note
        or the name changes."""
        if names != self._names:
            self._names, self._made = names, {}
        known = self._made
        for note in notes:
            if note.id not in known:
                known[note.id] = make(note, names.get(note.cluster or 0, ""))
        return [known[note.id] for note in notes]

    def _take(self, change: Change) -> None:
        before, values = self._notes.get(change.id), change.after
        self._order = None
        self._made.pop(change.id, None)
        if values is None:
            self._notes.pop(change.id, None)
            return
        fields: dict[str, Any] = dict(values)
        note = replace(before, **fields) if before else self._read(change.id)
        if note is not None and note.board == self._board:
            self._notes[change.id] = note
        else:
            self._notes.pop(change.id, None)

    def _read(self, note: int) -> Note | None:
        """The note's whole row. Needed for a note that is new or comes from another board, because a change
        has only the columns that differ."""
        return self._doc.find(Note, note)
