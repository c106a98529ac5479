"""Pictures on the board in sight: what is pasted or dropped becomes notes, and the copies that are drawn are
followed as they come."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMimeData, QObject

from mission_desk.core.board import pictures, places
from mission_desk.core.board.pictures import Picture
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Board
from mission_desk.ui.board.canvas.canvas import BoardCanvas
from mission_desk.ui.board.writing.clipboard_content import Raw, content_of
from mission_desk.ui.board.writing.picture_intake import Batch, PictureIntake
from mission_desk.ui.board.writing.writing import Writing
from mission_desk.ui.parts.pictures.picture_copies import PictureCopies
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn


class PictureNotes(QObject):
    def __init__(self, place: Workplace, canvas: BoardCanvas, writing: Writing) -> None:
        super().__init__(canvas)
        self._place, self._doc, self._canvas, self._writing = place, place.doc, canvas, writing
        self.copies = PictureCopies(partial(pictures.content, place.doc), self)
        self.copies.came.connect(self._draw_again)
        self.intake = PictureIntake(self)
        self.intake.taken.connect(self._taken)
        writing.offer_pictures = self.offer
        canvas.dropped.connect(self._dropped)

    def offer(self, raw: tuple[Raw, ...], at: tuple[int, int] | None = None) -> None:
        """Takes pictures that were pasted or dropped."""
        board = self._canvas.model.board
        if board is not None and raw:
            self.intake.take(Batch(board.id, raw, at))

    def _dropped(self, source: QMimeData, x: int, y: int) -> None:
        content = content_of(source)
        self.offer(content.pictures, (x, y))
        self._writing.post_text(content.words)

    def _taken(self, batch: Batch, read: list[Picture], refused: list[str]) -> None:
        added = self._added(batch, read, refused)
        sentence = trn("{n} picture added.", "{n} pictures added.", len(added)) if added else ""
        if refused:  # one message for all of a drop: a second one would take the place of the first
            self._place.messages.complain(KnownError(f"{sentence} {refusal(refused)}".strip()))
        elif added:
            self._place.messages.say(sentence, tr("Undo"), self._doc.undo)

    def _added(self, batch: Batch, read: list[Picture], refused: list[str]) -> list[int]:
        """The notes of what can be hung; why it cannot goes to `refused`."""
        if not read or self._doc.find(Board, batch.board) is None:  # the board may be gone meanwhile
            return []
        try:
            added = self._add(batch, read)
        except KnownError as error:
            refused.insert(0, str(error))
            return []
        self._canvas.select(frozenset(added))
        for note in reversed(added):  # the first of them for certain
            if note in self._canvas.model.notes:
                self._canvas.sight.reveal(self._canvas.model.notes[note])
        return added

    def _add(self, batch: Batch, read: list[Picture]) -> list[int]:
        """Add the pictures where the next note would go; dropped ones where they were dropped."""
        here = self._canvas.model.board
        pasted = here is not None and here.id == batch.board and batch.at is None
        cluster = self._writing.cluster() if pasted else None
        area = self._canvas.sight.writing_area()
        return pictures.add_pictures(
            self._doc, batch.board, read, self._writing.style, area=area, at=batch.at,
            region=self._canvas.region if pasted and cluster is None else None, cluster=cluster, source=self,
        )  # fmt: skip

    def _draw_again(self, key: str) -> None:
        """A sharper copy has come: the notes that show it are drawn anew."""
        notes = self._canvas.model.notes.values()
        self._canvas.show_changes([places.box_of(note) for note in notes if note.picture == key])


def refusal(refused: list[str]) -> str:
    """One sentence stands for a whole folder that was dropped, but never as if it were the only one."""
    first, others = refused[0], len(refused) - 1
    if not others:
        return first
    return trn(
        "{why} {n} other was not added either.", "{why} {n} others were not added either.", others, why=first
    )
