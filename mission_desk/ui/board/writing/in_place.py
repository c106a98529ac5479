"""Writing in place: the field over the note, the picture's words or the cluster's name that is being written,
on whichever face of the board is in front."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QRectF, QSizeF, Signal
from PySide6.QtWidgets import QWidget

from mission_desk.core.board import boards, clustering, pictures
from mission_desk.core.file.closed_sets import Style
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.half_typed import HalfTyped
from mission_desk.core.file.rows import Note
from mission_desk.ui.board.canvas.canvas import BoardCanvas
from mission_desk.ui.board.canvas.note_face import least_height, needed_height
from mission_desk.ui.board.writing.editor import Done, PlaceEditor
from mission_desk.ui.workplace import Workplace

NAME_HEIGHT = 48  # pixels of the field for a cluster's name
NARROWEST = QSizeF(220, NAME_HEIGHT)
SMALLEST = QSizeF(150, 110)  # pixels in which one can still write, however far away the board is
About = dict[str, object]


class InPlace(QObject):
    """`edited(note id)` when a note's field is left, whatever came of it; `write_anew(note, text)` takes
    words that were written on a note that somebody has taken away meanwhile. What is half typed is kept by
    board, with what it is about."""

    edited = Signal(int)

    def __init__(self, place: Workplace, canvas: BoardCanvas, editor: PlaceEditor) -> None:
        super().__init__(canvas)
        self._place, self._doc = place, place.doc
        self._canvas, self._editor = canvas, editor
        self.write_anew: Callable[[Note, str], bool] = lambda _note, _text: False

    def half_typed(self) -> HalfTyped:
        """What somebody had begun to write on the board in sight."""
        return self._place.unwritten.half_typed(self._where())

    def _where(self) -> str:
        board = self._canvas.model.board
        return f"in_place.{board.id if board else 0}"

    def edit(self, note: Note) -> None:
        self.begin(note, note.text, {"note": note.id}, lambda text: self._edited(note, text))

    def begin(self, note: Note, text: str, about: About, done: Done) -> None:
        """A field where the note lies, or where one will that has no id yet; `done` takes the text."""
        if not self._is_free(about):
            return
        canvas = self._canvas
        front = canvas.front if note.id else canvas.sight
        if note.id:
            front.reveal(note)
        if note.picture:
            self._open(front.surface(), front.caption_view_box(note), NARROWEST, note.style, text, done)
            return
        canvas.hide_note(note.id or None)
        self._open(front.surface(), front.note_view_box(note), SMALLEST, note.style, text, done)

    def _is_free(self, about: About) -> bool:
        """Whether the field is done with its text; where that cannot be written the field stays open for
        it."""
        if not self._editor.finish():
            self._editor.setFocus()
            return False
        self._editor.keep_in(self._place.unwritten, self._where(), about)
        return True

    def _open(
        self, surface: QWidget, box: QRectF, least: QSizeF, style: Style, text: str, done: Done
    ) -> None:
        """The field over `box`, no smaller than `least`, whole on its surface."""
        box.setSize(box.size().expandedTo(least))
        box.moveBottom(min(box.bottom(), max(box.height(), surface.height() - 4)))
        self._editor.setParent(surface)
        scale = self._canvas.sight.camera.scale if surface is self._canvas else 1.0
        self._editor.begin(box, style, text, scale, done)

    def _edited(self, note: Note, text: str | None) -> bool:
        self.give_back()
        if text is not None and not self._is_taken(note, text):
            return False
        self._canvas.hide_note(None)
        self.edited.emit(note.id)
        return True

    def give_back(self) -> None:
        """The board gets the keys, for words: whoever has just typed a name goes on typing. Called before the
        text is written, because that may show another board, which gives the keys to its field."""
        self._canvas.setFocus()
        self._canvas.expect_words()

    def _is_taken(self, note: Note, text: str) -> bool:
        if text.strip() == note.text:
            return True
        if note.id not in self._canvas.model.notes:
            return self.write_anew(note, text)
        if not text.strip() and note.locked and not note.picture:
            self._canvas.hold_back()  # emptied is deleted, and it is locked
            return True
        return self._attempt(partial(self._keep, note, text))

    def _attempt(self, do: Callable[[], object]) -> bool:
        try:
            do()
        except KnownError as error:
            self._place.messages.complain(error)
            return False
        return True

    def _keep(self, note: Note, text: str) -> None:
        if note.picture:
            pictures.caption_picture(self._doc, note.id, text, source=self)
            return
        height = (least_height if note.sized else needed_height)(text, note.w)
        boards.edit_note(self._doc, note.id, text, h=height, source=self)

    def name_cluster(self, cluster: int) -> None:
        """Give the cluster a name in its own head line."""
        row, front = self._canvas.model.clusters[cluster], self._canvas.front

        def named(text: str | None) -> bool:
            self.give_back()
            return not text or text.strip() == row.name or self._attempt(
                partial(clustering.rename_cluster, self._doc, cluster, text, source=self)
            )  # fmt: skip

        if not self._is_free({"cluster": cluster}):
            return
        box = front.name_view_box(cluster)
        box.setHeight(NAME_HEIGHT)
        self._open(front.surface(), box, NARROWEST, "parking", row.name, named)
