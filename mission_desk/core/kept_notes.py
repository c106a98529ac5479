"""The notes of the board on stage, kept up to date change by change: to read 2,000 rows again for every new
note would be felt."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from mission_desk.core import boards
from mission_desk.core.document import Change, Changes, Document
from mission_desk.core.rows import Note
from mission_desk.core.slides import StageNote


class KeptNotes:
    """Follows every commit; holds one board at a time."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._board = 0
        self._notes: dict[int, Note] = {}
        self._order: list[Note] | None = None
        self._shown: dict[int, tuple[Note, str, StageNote]] = {}

    def follow(self, changes: Changes) -> None:
        for change in changes.rows:
            if change.table == "note" and self._board:
                self._take(change)

    def on(self, board: int) -> list[Note]:
        """In drawing order: what lies on top comes last."""
        if board != self._board:
            self._board, self._shown = board, {}
            self._notes = {note.id: note for note in boards.notes_on(self._doc, board)}
            self._order = list(self._notes.values())
        if self._order is None:
            self._order = sorted(self._notes.values(), key=lambda note: (note.z, note.id))
        return self._order

    def shown(self, note: Note, cluster: str) -> StageNote | None:
        """What was made of this very note before."""
        kept = self._shown.get(note.id)
        return kept[2] if kept and kept[0] is note and kept[1] == cluster else None

    def keep(self, note: Note, cluster: str, shown: StageNote) -> StageNote:
        self._shown[note.id] = (note, cluster, shown)
        return shown

    def _take(self, change: Change) -> None:
        before, values = self._notes.get(change.id), change.after
        self._order = None
        if values is None:
            self._notes.pop(change.id, None)
            self._shown.pop(change.id, None)
            return
        fields: dict[str, Any] = dict(values)
        note = replace(before, **fields) if before else self._read(change.id)
        if note is not None and note.board == self._board:
            self._notes[change.id] = note
        else:
            self._notes.pop(change.id, None)

    def _read(self, note: int) -> Note | None:
        """New here, or from another board: its image holds only what differs."""
        return self._doc.find(Note, note)
