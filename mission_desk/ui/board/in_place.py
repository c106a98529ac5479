"""Writing in place: the field over the note, the picture's words or the cluster's name that is being written,
on whichever face of the board is in front."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, QSizeF, Signal
from PySide6.QtWidgets import QWidget

from mission_desk.core import boards, clustering, pictures
from mission_desk.core.errors import KnownError
from mission_desk.core.rows import Note
from mission_desk.ui.board.canvas import BoardCanvas
from mission_desk.ui.board.editor import PlaceEditor
from mission_desk.ui.board.note_face import least_height, needed_height
from mission_desk.ui.workplace import Workplace

NAME_HEIGHT = 48  # pixels of the field for a cluster's name
NARROWEST = QSizeF(220, NAME_HEIGHT)
SMALLEST = QSizeF(150, 110)  # pixels in which one can still write, however far away the board is

Done = Callable[[str | None], object]


class InPlace(QObject):
    """`edited(note id)` when a note's field is left, whatever came of it; `homeless(note, text)` when words
    were written on a note that somebody has taken away meanwhile."""

    edited = Signal(int)
    homeless = Signal(object, str)

    def __init__(self, place: Workplace, canvas: BoardCanvas, editor: PlaceEditor) -> None:
        super().__init__(canvas)
        self._place, self._doc = place, place.doc
        self._canvas, self._editor = canvas, editor

    def edit(self, note: Note) -> None:
        self.begin(note, note.text, lambda text: self._edited(note, text))

    def begin(self, note: Note, text: str, done: Done) -> None:
        """A field where the note lies, or where one will that has no id yet; `done` takes the text."""
        canvas = self._canvas
        front = canvas.front if note.id else canvas
        if note.id:
            front.reveal(note)
        if note.picture:
            self._open(front.surface(), front.caption_view_box(note), NARROWEST, note.style, text, done)
            return
        canvas.hide_note(note.id or None)
        self._open(front.surface(), front.note_view_box(note), SMALLEST, note.style, text, done)

    def _open(self, surface: QWidget, box: QRectF, least: QSizeF, style: str, text: str, done: Done) -> None:
        """The field over `box`, no smaller than `least`, whole on its surface."""
        box.setSize(box.size().expandedTo(least))
        box.moveBottom(min(box.bottom(), max(box.height(), surface.height() - 4)))
        self._editor.finish()
        self._editor.setParent(surface)
        scale = self._canvas.camera.scale if surface is self._canvas else 1.0
        self._editor.begin(box, style, text, scale, done)

    def _edited(self, note: Note, text: str | None) -> None:
        self._canvas.hide_note(None)
        self._canvas.setFocus()
        self.edited.emit(note.id)
        if text is None or text.strip() == note.text:
            return
        if note.id not in self._canvas.model.notes:
            self.homeless.emit(note, text)
            return
        if not text.strip() and note.locked and not note.picture:
            self._canvas.hold_back()  # emptied is deleted, and it is locked
            return
        try:
            self._keep(note, text)
        except KnownError as error:
            self._place.messages.complain(error)
            self.begin(
                note, text, lambda shorter: self._edited(note, shorter)
            )  # the words are not thrown away

    def _keep(self, note: Note, text: str) -> None:
        if note.picture:
            pictures.caption_picture(self._doc, note.id, text, source=self)
            return
        height = (least_height if note.sized else needed_height)(text, note.w)
        boards.edit_note(self._doc, note.id, text, h=height, source=self)

    def name_cluster(self, cluster: int) -> None:
        """Give the cluster a name in its own head line."""
        row, front = self._canvas.model.clusters[cluster], self._canvas.front

        def named(text: str | None) -> None:
            self._canvas.setFocus()
            if text and text.strip() != row.name:
                clustering.rename_cluster(self._doc, cluster, text, source=self)

        box = front.name_view_box(cluster)
        box.setHeight(NAME_HEIGHT)
        self._open(front.surface(), box, NARROWEST, "parking", row.name, named)
