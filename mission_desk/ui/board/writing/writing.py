"""Writing on the board: what the capture bar posts, what is pasted, what is written in place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import get_args

from PySide6.QtCore import QMimeData, QObject, QPointF
from PySide6.QtGui import QGuiApplication

from mission_desk.core.agenda import agenda
from mission_desk.core.board import boards, clustering, covering
from mission_desk.core.file.closed_sets import STYLES, Style, one_of
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import NOTE_HEIGHT, NOTE_WIDTH, Board, Note, Region
from mission_desk.core.room.style_words import style_names
from mission_desk.exchange.pasted_text import lines_of
from mission_desk.ui.board.canvas.canvas import BoardCanvas
from mission_desk.ui.board.canvas.note_face import needed_height
from mission_desk.ui.board.writing.capture import CaptureBar, NextStyle
from mission_desk.ui.board.writing.clipboard_content import Raw, content_of
from mission_desk.ui.board.writing.editor import PlaceEditor
from mission_desk.ui.board.writing.in_place import InPlace
from mission_desk.ui.board.writing.next_note import BELOW, BESIDE, NotePlace, next_note_place
from mission_desk.ui.board.writing.pasting import Pasting
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr


class Writing(QObject):
    def __init__(self, place: Workplace, canvas: BoardCanvas, bar: CaptureBar, editor: PlaceEditor) -> None:
        super().__init__(canvas)
        self._place, self._doc = place, place.doc
        self._canvas, self._bar, self._editor = canvas, bar, editor
        self._style: Style = STYLES[0]
        self.offer_pictures: Callable[[tuple[Raw, ...]], None] = lambda _raw: None
        self.offer_notes: Callable[[QMimeData], bool] = lambda _source: False
        self._last: int | None = None  # the note that was written last
        self._in_place = InPlace(place, canvas, editor)
        self._in_place.edited.connect(self._remember)
        self._in_place.write_anew = self._write_anew
        self.name_cluster = self._in_place.name_cluster
        self.pasting = Pasting(place, canvas, bar, self)
        field = bar.field
        field.pasted_pictures.connect(lambda raw: self.offer_pictures(raw))
        field.pasted_notes.connect(self._paste_notes)
        field.posted.connect(self._post)
        field.pasted_lines.connect(self.pasting.offer)
        field.wants_next.connect(self._post_and_go_on)
        field.holds_paper.connect(canvas.mouse.hold_paper)
        editor.wants_next.connect(self._go_on)
        for writer in (field, editor):
            writer.too_long.connect(lambda length: place.messages.say(boards.too_long(length)))
        field.left.connect(canvas.setFocus)
        bar.chosen.connect(self._choose_style)
        canvas.region_changed.connect(self.show_capture)
        canvas.selection_changed.connect(self._show_hint)
        canvas.wants_edit.connect(self._edit_where_clicked)
        canvas.wants_name.connect(self.name_cluster)
        canvas.typed.connect(self.type_on)
        canvas.composes_in = field
        for style in get_args(NextStyle):
            place.commands.on(f"style.{style}", partial(self._choose_style, style))
        place.commands.on("note.paste", self._paste)
        place.commands.on("note.write", bar.field.setFocus, lambda: self.cluster() is not None)
        place.commands.on("note.beside", partial(self._go_on_here, *BESIDE), self._has_one)
        place.commands.on("note.below", partial(self._go_on_here, *BELOW))

    @property
    def style(self) -> Style:
        """Of the next note."""
        return self._style

    # the bar

    def begin(self, board: Board) -> None:
        """Another board is in sight: its own style is the next note's."""
        self._style = board.style
        self._bar.field.keep_in(self._place.unwritten, f"capture.{board.id}")

    def show_capture(self) -> None:
        board = self._canvas.model.board
        if board is None:
            return
        step = agenda.current_step(self._doc)
        leads = agenda.leads(step) if step.capture == "leading" else ()
        self._bar.show_styles(self._style, board.style, leads, style_names())
        self._show_hint()

    def _show_hint(self) -> None:
        """Where the next note goes."""
        board, region = self._canvas.model.board, self._canvas.region
        if board is None:
            return
        cluster = self.cluster()
        if covering.writes_blind(self._doc, board.id):
            hint = tr("Silent step: Enter posts face down")
        elif cluster is not None:
            hint = tr("Enter posts into “{region}”", region=self._canvas.model.clusters[cluster].name)
        elif region is not None:
            hint = tr("Enter posts into “{region}”", region=region.title)
        elif self._canvas.model.regions:
            hint = tr("Click a field to write into it")
        else:
            hint = tr("Enter posts · paste many lines at once")
        self._bar.show_hint(hint, tr("Say it in words a friend would use"))

    def cluster(self) -> int | None:
        """The one cluster that all selected notes are in: what is posted goes there too."""
        model = self._canvas.model
        inside = {model.notes[note].cluster for note in self._canvas.selection if note in model.notes}
        cluster = inside.pop() if len(inside) == 1 else None
        return cluster if cluster in model.clusters else None

    def _choose_style(self, style: NextStyle) -> None:
        board = self._canvas.model.board
        if style != "board":
            self._style = style
        elif board is not None:
            self._style = board.style
        self.show_capture()

    def type_on(self, text: str) -> None:
        """Letters that were begun elsewhere."""
        self._bar.field.setFocus()
        self._bar.field.insertPlainText(text)

    def _post(self, text: str) -> None:
        if self.add([text]):
            self._bar.field.clear()

    def _post_and_go_on(self, dx: int, dy: int) -> None:
        """Post what stands in the bar, and write the next one beside or below it."""
        text = self._bar.field.toPlainText()
        if text.strip() and self.add([text]):
            self._bar.field.clear()
            self._go_on(dx, dy)

    def _paste(self) -> None:
        """Onto the canvas as notes; into a field as text, as one would expect."""
        clipboard = QGuiApplication.clipboard().mimeData()
        if self._editor.hasFocus():
            self._editor.paste()
        elif self._bar.field.hasFocus():
            self._bar.field.paste()
        elif not self.offer_notes(clipboard):
            content = content_of(clipboard)
            self.offer_pictures(content.pictures)
            self.pasting.begin(content.words)

    def _paste_notes(self, source: QMimeData) -> None:
        """Into the empty bar; those of another workshop come as lines."""
        if not self.offer_notes(source):
            self.post_text(source.text())

    def post_text(self, text: str) -> None:
        """A dropped text: a note for each of its lines."""
        if lines := lines_of(text):
            self.pasting.offer(lines)

    def add(
        self,
        texts: list[str],
        at: tuple[int, int] | None = None,
        *,
        style: Style | None = None,
        cluster: int | None = None,
        region: Region | None = None,
    ) -> list[int]:
        """New notes of the chosen style in free places: of the cluster they are written into, of the region,
        else in sight; or one at a canvas point. What cannot be is said."""
        model = self._canvas.model
        if model.board is None:
            return []
        of_style, board = style or self._style, model.board.id
        inside = self.cluster() if at is None and region is None else None
        try:
            if inside is not None:
                added = clustering.add_inside(self._doc, inside, texts, of_style, needed_height, source=self)
            else:
                added = boards.add_notes(
                    self._doc, board, texts, of_style, area=self._canvas.sight.writing_area(), at=at,
                    region=region or (None if at else self._canvas.region), cluster=cluster,
                    height=needed_height, source=self,
                )  # fmt: skip
        except KnownError as error:
            self._place.messages.complain(error)
            return []
        if added:
            self._last = added[-1]
            self._reveal(model.notes.get(added[-1]))
        return added

    def _reveal(self, note: Note | None) -> None:
        """None where another board is in sight by now: it was turned to while the note was being written."""
        if note is not None:
            self._canvas.sight.reveal(note)
            self._canvas.front.reveal(note)

    # in place

    def edit(self, note_id: int | None, x: int, y: int) -> None:
        """Edit this note where it lies, or write a new one at a canvas point."""
        canvas = self._canvas
        note = canvas.model.notes.get(note_id) if note_id is not None else None
        if note is None:
            self._write(NotePlace(x - 20, y - 20, self._style, canvas.model.cluster_at(x, y)))
            return
        self._in_place.edit(note)

    def _edit_where_clicked(self, note: int | None, x: int, y: int) -> None:
        """A double click puts the caret where it was made."""
        self.edit(note, x, y)
        if note is not None and self._editor.isVisible():
            self._editor.put_caret(QPointF(*self._canvas.sight.camera.to_view(x, y)).toPoint())

    def resume(self) -> None:
        """What was half typed on this board when it was left stands there again."""
        half, model = self._in_place.half_typed(), self._canvas.model
        if not half.words or self._editor.isVisible():
            return
        match half.about:
            case {"note": int(note)} if note in model.notes:
                self._in_place.edit(model.notes[note])
            case {"cluster": int(cluster)} if cluster in model.clusters:
                self.name_cluster(cluster)
            case _:
                self._write(self._last_place(half.about))

    def _last_place(self, about: dict[str, object]) -> NotePlace:
        """Where a new note was begun; in sight, where that is not known any more."""
        area, model = self._canvas.sight.writing_area(), self._canvas.model
        x, y = (value if isinstance(value := about.get(name), int) else usual
                for name, usual in (("x", area.x), ("y", area.y)))  # fmt: skip
        cluster = about.get("cluster")
        region = next((row for row in model.regions if row.id == about.get("region")), None)
        return NotePlace(
            x, y, one_of(STYLES, about.get("style")) or self._style,
            cluster if isinstance(cluster, int) and cluster in model.clusters else None, region,
        )  # fmt: skip

    def _write(self, place: NotePlace) -> None:
        """A new note in place."""
        blank = Note(0, 0, None, "", place.style, place.x, place.y, NOTE_WIDTH, NOTE_HEIGHT, 0, 0, 0)
        self._canvas.select(frozenset())  # letters that follow are words, not commands
        self._canvas.sight.reveal(blank)
        self._last = None
        about: dict[str, object] = {
            "x": place.x, "y": place.y, "style": place.style, "cluster": place.cluster,
            "region": place.region.id if place.region else None,
        }  # fmt: skip
        self._in_place.begin(blank, "", about, lambda text: self._written(text, place))

    def _remember(self, note: int) -> None:
        """Where Tab and Ctrl+Enter go on from."""
        self._last = note

    def _write_anew(self, note: Note, text: str) -> bool:
        """Words whose note was undone while somebody typed them become a new note."""
        return not text.strip() or bool(self.add([text], (note.x, note.y), style=note.style))

    def _has_one(self) -> bool:
        return len(self._canvas.selection) == 1

    def _go_on_here(self, dx: int, dy: int) -> None:
        """Continue by key, wherever the cursor is: after what is being written, or after the selected
        note."""
        if self._editor.isVisible():
            if self._editor.finish():
                self._go_on(dx, dy)
        elif self._bar.field.hasFocus() and self._bar.field.toPlainText().strip():
            self._post_and_go_on(dx, dy)
        else:
            self._last = next(iter(self._canvas.selection)) if self._has_one() else self._last
            self._go_on(dx, dy)

    def _go_on(self, dx: int, dy: int) -> None:
        """The next note beside or below the one that was written last."""
        note = self._canvas.model.notes.get(self._last or 0)
        if note is not None:
            self._write(next_note_place(self._doc, note, dx, dy))

    def _written(self, text: str | None, place: NotePlace) -> bool:
        self._in_place.give_back()
        at = None if place.region is not None else (place.x, place.y)
        return not (text and text.strip()) or bool(
            self.add([text], at, style=place.style, cluster=place.cluster, region=place.region)
        )
