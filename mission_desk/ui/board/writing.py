"""Writing on the board: what the capture bar posts, what is pasted, what is written in place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData, QObject, QRectF, QSizeF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from mission_desk.core import agenda, boards, clustering, covering
from mission_desk.core.errors import KnownError
from mission_desk.core.rows import NOTE_HEIGHT, NOTE_WIDTH, THINKING_STYLES, Board, Note
from mission_desk.ui.board.canvas import BoardCanvas
from mission_desk.ui.board.capture import CaptureBar, lines_of
from mission_desk.ui.board.editor import PlaceEditor
from mission_desk.ui.board.note_face import needed_height
from mission_desk.ui.board.styles import style_words
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn

NAME_HEIGHT = 48  # pixels of the field for a cluster's name
NARROWEST = QSizeF(220, NAME_HEIGHT)
SMALLEST = QSizeF(150, 110)  # pixels in which one can still write, however far away the board is

Done = Callable[[str | None], object]


class Writing(QObject):
    def __init__(self, place: Workplace, canvas: BoardCanvas, bar: CaptureBar, editor: PlaceEditor) -> None:
        super().__init__(canvas)
        self._place, self._doc = place, place.doc
        self._canvas, self._bar, self._editor = canvas, bar, editor
        self._style = ""
        self.offer_pictures: Callable[[QMimeData], bool] = lambda _source: False
        field = bar.field
        field.pasted_pictures.connect(lambda source: self.offer_pictures(source))
        field.posted.connect(self._post)
        field.pasted_lines.connect(self._post_lines)
        for writer in (field, editor):
            writer.too_long.connect(lambda length: place.messages.say(boards.too_long(length)))
        field.left.connect(canvas.setFocus)
        bar.chosen.connect(self._choose_style)
        canvas.region_changed.connect(self.show_capture)
        canvas.wants_edit.connect(self.edit)
        canvas.wants_name.connect(self.name_cluster)
        canvas.typed.connect(self._type_on)
        for style in (*THINKING_STYLES, "board"):
            place.commands.on(f"style.{style}", partial(self._choose_style, style))
        place.commands.on("note.paste", self._paste)

    @property
    def style(self) -> str:
        """Of the next note."""
        return self._style

    # the bar

    def begin(self, board: Board) -> None:
        """Another board is in sight: its own style is the next note's."""
        self._style = board.style

    def show_capture(self) -> None:
        board = self._canvas.model.board
        if board is None:
            return
        step = agenda.current_step(self._doc)
        leads = agenda.leads(step) if step.capture == "leading" else ()
        self._bar.show_styles(self._style, board.style, leads, style_words())
        region = self._canvas.region
        if covering.writes_blind(self._doc, board.id):
            hint = tr("Silent step: Enter posts face down")
        elif region is not None:
            hint = tr("Enter posts into “{region}”", region=region.title)
        elif self._canvas.model.regions:
            hint = tr("Click a field to write into it")
        else:
            hint = tr("Enter posts · paste many lines at once")
        self._bar.show_hint(hint, tr("Say it in words a friend would use"))

    def _choose_style(self, style: str) -> None:
        board = self._canvas.model.board
        self._style = board.style if style == "board" and board is not None else style
        self.show_capture()

    def _type_on(self, text: str) -> None:
        self._bar.field.setFocus()
        self._bar.field.insertPlainText(text)

    def _post(self, text: str) -> None:
        if self.add([text]):
            self._bar.field.clear()

    def _post_lines(self, lines: list[str]) -> None:
        added = self.add(lines)
        if added:
            sentence = trn("{n} note added.", "{n} notes added.", len(added))
            self._place.messages.say(sentence, tr("Undo"), self._doc.undo)

    def _paste(self) -> None:
        """Onto the canvas as notes; into a field as text, as one would expect."""
        if self._editor.hasFocus():
            self._editor.paste()
        elif self._bar.field.hasFocus():
            self._bar.field.paste()
        elif not self.offer_pictures(QGuiApplication.clipboard().mimeData()):
            self.post_text(QGuiApplication.clipboard().text())

    def post_text(self, text: str) -> None:
        """A pasted or dropped text: a note for each of its lines."""
        self._post_lines(lines_of(text))

    def add(self, texts: list[str], at: tuple[int, int] | None = None) -> list[int]:
        """New notes of the chosen style in free places in sight, or one at a canvas point; what cannot be
        is said."""
        model = self._canvas.model
        if model.board is None:
            return []
        try:
            added = boards.add_notes(
                self._doc, model.board.id, texts, self._style, area=self._canvas.writing_area(), at=at,
                region=self._canvas.region, height=needed_height, source=self,
            )  # fmt: skip
        except KnownError as error:
            self._place.messages.complain(error)
            return []
        if added:
            self._canvas.reveal(model.notes[added[-1]])
            self._canvas.front.reveal(model.notes[added[-1]])
        return added

    # in place

    def edit(self, note_id: int | None, x: int, y: int) -> None:
        """Edit this note where it lies, or write a new one at a canvas point."""
        canvas = self._canvas
        note = canvas.model.notes.get(note_id) if note_id is not None else None
        if note is None:
            blank = self._blank(self._style, x - 20, y - 20, NOTE_WIDTH, NOTE_HEIGHT)
            self._begin(blank, "", lambda text: self._written(text, blank))
            return
        self._begin(note, note.text, lambda text: self._edited(note, text))

    def _blank(self, style: str, x: int, y: int, w: int, h: int) -> Note:
        return Note(0, 0, None, "", style, x, y, w, h, 0, 0, 0)

    def _begin(self, note: Note, text: str, done: Callable[[str | None], object]) -> None:
        canvas = self._canvas
        canvas.hide_note(note.id or None)
        front = canvas.front if note.id else canvas
        if note.id:
            front.reveal(note)
        self._open(front.surface(), front.note_view_box(note), SMALLEST, note.style, text, done)

    def _open(self, surface: QWidget, box: QRectF, least: QSizeF, style: str, text: str, done: Done) -> None:
        """The field over `box`, no smaller than `least`, whole on its surface."""
        box.setSize(box.size().expandedTo(least))
        box.moveBottom(min(box.bottom(), max(box.height(), surface.height() - 4)))
        self._editor.finish()
        self._editor.setParent(surface)
        scale = self._canvas.camera.scale if surface is self._canvas else 1.0
        self._editor.begin(box, style, text, scale, done)

    def _written(self, text: str | None, blank: Note) -> None:
        self._canvas.setFocus()
        if text and text.strip():
            self.add([text], at=(blank.x, blank.y))

    def _edited(self, note: Note, text: str | None) -> None:
        self._canvas.hide_note(None)
        self._canvas.setFocus()
        if text is None or text.strip() == note.text:
            return
        try:
            boards.edit_note(self._doc, note.id, text, h=needed_height(text, note.w), source=self)
        except KnownError as error:
            self._place.messages.complain(error)
            self._begin(
                note, text, lambda shorter: self._edited(note, shorter)
            )  # the words are not thrown away

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
