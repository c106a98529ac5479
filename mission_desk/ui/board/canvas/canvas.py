"""The board's canvas: draws what the model holds, where the camera looks, with the selection over it. The
selection lives here; it is the view's, not the workshop's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from mission_desk.core.board import places, regions
from mission_desk.core.board.note_properties import SMALLEST
from mission_desk.core.board.places import Box
from mission_desk.core.file.rows import Note, Region
from mission_desk.ui.board.camera import READABLE
from mission_desk.ui.board.canvas.drag_picture import DragPicture
from mission_desk.ui.board.canvas.drawing import BoardDrawing
from mission_desk.ui.board.canvas.frame_scheduler import FrameScheduler
from mission_desk.ui.board.canvas.guide_lines import GuideLines
from mission_desk.ui.board.canvas.note_face import least_height
from mission_desk.ui.board.canvas.painter import BoardPainter
from mission_desk.ui.board.canvas.sight import BoardSight
from mission_desk.ui.board.gestures.events import PointerEvents
from mission_desk.ui.board.gestures.handles import Grip, stretched
from mission_desk.ui.board.gestures.mouse import BoardMouse
from mission_desk.ui.board.gestures.snap import Guide
from mission_desk.ui.board.gestures.touch import BoardTouch
from mission_desk.ui.board.model import BoardModel
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.parts.keys.letters import write_after

SPACE = Qt.Key.Key_Space
RECTANGLES = (Qt.InputMethodQuery.ImCursorRectangle, Qt.InputMethodQuery.ImAnchorRectangle)
TICK = 16  # ms between two steps of the view while the mouse waits at its edge


class BoardView(Protocol):
    """Canvas or list: what is put beside a note asks the one in front. Boxes are in pixels of `surface`, the
    widget that what is written in place lies on."""

    def surface(self) -> QWidget: ...
    def reveal(self, note: Note) -> None: ...
    def note_view_box(self, note: Note) -> QRectF: ...
    def note_under(self, at: QPointF) -> Note | None: ...
    def caption_view_box(self, note: Note) -> QRectF: ...
    def name_view_box(self, cluster: int) -> QRectF: ...


class BoardCanvas(QWidget):
    """`moved(ids, dx, dy)`, `resized_note(note, box)`, `wants_edit(note id or None, x, y)`,
    `wants_name(cluster)`, `wants_fold(cluster)` and `typed(text)` carry what mouse and keys asked for; who
    listens asks core. `held_back` says that all dragged notes are locked."""

    _pointer: PointerEvents | None = None  # Qt sends events while __init__ still runs
    selection_changed = Signal()
    region_changed = Signal()
    resized = Signal()
    moved = Signal(list, int, int)
    wants_edit = Signal(object, int, int)
    wants_name = Signal(int)
    wants_fold = Signal(int)
    resized_note = Signal(object, object)
    held_back = Signal()
    typed = Signal(str)
    dropped = Signal(object, int, int)  # mime data and the canvas point, while the drop lasts

    def __init__(self, model: BoardModel, painter: BoardPainter) -> None:
        super().__init__()
        self._listen()
        self.model, self._painter = model, painter
        self._drawing = BoardDrawing(model, painter)
        self.frames = FrameScheduler(self, self._drawing.rest)
        self.sight = BoardSight(self, model, self.frames, self._holds_loose)
        self._drag_picture: DragPicture | None = None
        self._guides = GuideLines(painter.marks)
        self.selection: frozenset[int] = frozenset()
        self.region: Region | None = None
        self.front: BoardView = self.sight  # what is seen of the board: this, or its list
        self.hidden_note: int | None = None  # being edited in place
        self.composes_in: QWidget | None = None  # what shows words that are being composed
        self.letters_write = False  # whatever is selected: nobody has turned to the notes since
        self._shift = (0, 0)
        self._band: Box | None = None
        self._sized: Note | None = None  # as it is drawn while its corner is in hand
        self.mouse = BoardMouse(self)
        touch = BoardTouch(self.mouse, self)
        self._pointer = PointerEvents(self, self.sight, self.mouse, touch, self.dropped.emit)
        self.on_key: Callable[[QKeyEvent], bool] = _means_nothing
        self._sliding = QTimer(self, interval=TICK)
        self._sliding.timeout.connect(self.mouse.slide)

    def _listen(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        for attribute in (
            Qt.WidgetAttribute.WA_OpaquePaintEvent,
            Qt.WidgetAttribute.WA_InputMethodEnabled,
            Qt.WidgetAttribute.WA_AcceptTouchEvents,
        ):
            self.setAttribute(attribute)

    def _holds_loose(self) -> bool:
        return bool(self._drag_picture or self._band or self._sized)

    # selection

    def select(self, notes: frozenset[int] | set[int] | list[int]) -> None:
        wanted = frozenset(notes) & self.model.notes.keys()
        if self.front is self.sight:  # in the list each note of a folded cluster has a row of its own
            wanted = self.model.whole(wanted)
        if wanted != self.selection:
            self.selection = wanted
            self.selection_changed.emit()
            self.update()

    def expect_words(self) -> None:
        """The next letters are words, not commands on what happens to be selected."""
        self.letters_write = True

    def turn_to_notes(self) -> None:
        """Somebody chose notes by mouse or key: letters are commands on them."""
        self.letters_write = False

    def come_back(self, reason: Qt.FocusReason) -> None:
        """The keys are here again."""
        self.letters_write = write_after(reason, self.letters_write)

    def fit_selection(self) -> None:
        """Show what is selected, as near as it can be read."""
        box = self._drawing.box_of(self.selection)
        if box is not None:
            self.sight.fit_box(box)

    def open(self, notes: Iterable[int] = ()) -> None:
        """Show the board as it can be read, with these notes, or with the field that is written into."""
        region = regions.box_of(self.region) if self.region is not None else None
        self.sight.open(self._drawing.box_of(notes) or region)

    def select_region(self, region: Region | None) -> None:
        if region != self.region:
            self.region = region
            self.region_changed.emit()
            self.update()

    def forget(self) -> None:
        """Another board comes: drop the selection and end a drag."""
        self.mouse.cancel()
        self.selection, self.region, self.hidden_note = frozenset(), None, None
        self._drag_picture, self._drawing.absent = None, frozenset()
        self._shift, self._band, self._sized = (0, 0), None, None
        self.frames.cache.forget(self.model.extent())

    def hide_note(self, note: int | None) -> None:
        """The note that is being edited in place is not drawn under its field."""
        self.hidden_note = note
        self._set_absent(frozenset() if note is None else frozenset({note}))

    def refresh(self) -> None:
        """The rows changed: drop what is gone from the selection and draw anew."""
        self.select(self.selection)
        if self.region is not None:
            self.region = next((r for r in self.model.regions if r.id == self.region.id), None)
        self.update()

    # painting

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setBackground(self._painter.ground.paper())
        self.frames.paint(painter, event.region(), self.sight.camera, still=self._drag_picture is not None)
        if self._drag_picture is not None:
            self._drag_picture.paint(painter, self._shift, self.sight.camera)
            self._guides.paint(painter, self.sight.camera)
        self._paint_marks(painter, self.sight.area().grown(24))
        painter.end()

    def is_drawn(self) -> bool:
        """Every part in sight is there at its exact scale, as it is now."""
        return self.frames.is_drawn(self.sight.camera)

    def _paint_marks(self, painter: QPainter, sight: Box) -> None:
        """Selection, active region and rubber band: what is the view's own lies over the board."""
        camera = self.sight.camera
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(camera.scale, camera.scale)
        painter.translate(-camera.x, -camera.y)
        if self.region is not None:
            self._painter.marks.active_region(painter, self.region, camera.scale)
        if self._sized is not None:
            self._drawing.sized(painter, self._sized, camera.scale)
        elif self._drag_picture is None:
            chosen = [self.model.notes[note] for note in self.selection if note != self.hidden_note]
            shown = [note for note in chosen if self.model.shown_box(note).overlaps(sight)]
            self._drawing.rings(painter, shown, camera.scale)
            if (note := self.sizable()) is not None and camera.scale > READABLE:
                self._painter.marks.handles(painter, places.box_of(note), camera.scale)
            self._drawing.badges(painter, shown)
        band = self._band
        if band is not None:
            self._painter.marks.rubber(painter, QRectF(band.x, band.y, band.w, band.h), camera.scale)

    def show_changes(self, boxes: list[Box]) -> None:
        """These parts of the board look different now."""
        self.frames.cache.outdate(boxes, self.model.extent())
        self.refresh()

    def _set_absent(self, notes: frozenset[int]) -> None:
        """These are not drawn with the rest; what they covered is."""
        changed = self._drawing.absent | notes
        self._drawing.absent = notes
        boxes = [places.box_of(self.model.notes[note]) for note in changed if note in self.model.notes]
        whole = self._drawing.box_of(changed)
        self.frames.cache.outdate([*boxes, whole] if whole and len(boxes) > 1 else boxes, self.model.extent())
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.frames.cache.forget(self.model.extent())
        super().changeEvent(event)

    # in hand

    def lift(self, notes: frozenset[int]) -> None:
        """Take these notes off the board and draw them as one picture that follows the mouse."""
        box = self._drawing.box_of(notes)
        if box is not None:
            self._drag_picture = DragPicture(
                self._drawing, notes, box, self.sight.camera, self.size(), self.devicePixelRatioF()
            )
            self._set_absent(notes)

    def follow_hand(self, shift: tuple[int, int], guides: tuple[Guide, ...]) -> None:
        """The dragged notes are `shift` canvas units from where they lay, in line with `guides`."""
        if self._drag_picture is not None:
            self._shift = shift
            camera = self.sight.camera
            changed = self._drag_picture.swept(shift, camera) | self._guides.change(guides, camera)
            self.update(changed.boundingRect())  # one rectangle: copied at once, not line by line

    def keep_sliding(self, on: bool) -> None:
        """Move the view on while the mouse waits at its edge."""
        if on != self._sliding.isActive():
            (self._sliding.start if on else self._sliding.stop)()

    def put_down(self) -> None:
        if self._sized is not None:
            self._sized = None
            self._set_absent(frozenset())
        if self._drag_picture is not None:
            self._drag_picture = None
            self._guides.change((), self.sight.camera)
            self._set_absent(frozenset())

    def show_band(self, band: Box | None) -> None:
        """The rubber band, while there is one."""
        self._band = band
        self.update()

    def drop_at(self, notes: list[int], dx: int, dy: int) -> None:
        self.moved.emit(notes, dx, dy)

    def open_note(self, note: int | None, x: int, y: int) -> None:
        self.wants_edit.emit(note, x, y)

    def open_name(self, cluster: int) -> None:
        self.wants_name.emit(cluster)

    def turn_fold(self, cluster: int) -> None:
        self.wants_fold.emit(cluster)

    def hold_back(self) -> None:
        self.held_back.emit()

    # size

    def sizable(self) -> Note | None:
        """The one selected note, where it may be made larger or smaller."""
        note = self.model.notes.get(next(iter(self.selection))) if len(self.selection) == 1 else None
        free = note is not None and not note.locked and not self.model.is_folded(note.cluster)
        return note if free and note is not None and note.id != self.hidden_note else None

    def show_size(self, sides: Grip, dx: int, dy: int) -> None:
        """Draw the selected note as large as the mouse makes it, and as its words allow."""
        note = self.sizable()
        if note is None:
            return
        wide = stretched(places.box_of(note), sides, dx, dy, (SMALLEST, SMALLEST))
        least = SMALLEST, max(SMALLEST, least_height(note.text, wide.w))
        box = stretched(places.box_of(note), sides, dx, dy, least)
        if self._sized is None:
            self._set_absent(frozenset({note.id}))
        self._sized = replace(note, x=box.x, y=box.y, w=box.w, h=box.h)
        self.update()

    def take_size(self) -> None:
        sized = self._sized
        if sized is not None:
            self.resized_note.emit(sized, places.box_of(sized))

    # Qt's events

    def event(self, event: QEvent) -> bool:
        taken = self._pointer is not None and self._pointer.take(event)
        return taken or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == SPACE:
            self.mouse.hold_paper(True)
        elif not self.on_key(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == SPACE and not event.isAutoRepeat():
            self.mouse.hold_paper(False)
        super().keyReleaseEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Dead keys, Japanese or Chinese: words are composed in the capture field while the canvas keeps the
        keys, because a change of focus would end what is being composed; then the field gets them."""
        field = self.composes_in
        if field is None:
            super().inputMethodEvent(event)
            return
        QApplication.sendEvent(field, event)
        if event.commitString():
            field.setFocus()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Where the list of proposals opens: at the cursor of the capture field."""
        field = self.composes_in
        if field is None:
            return super().inputMethodQuery(query)
        answer = field.inputMethodQuery(query)
        if query in RECTANGLES and isinstance(answer, QRect | QRectF):
            return answer.translated(self.mapFromGlobal(field.mapToGlobal(QPoint())))
        return answer

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.come_back(event.reason())
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The space bar may be let go of elsewhere."""
        self.mouse.hold_paper(False)
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """With one note selected Tab writes the next one; else it goes on to the next widget."""
        return False if forward and len(self.selection) == 1 else super().focusNextPrevChild(forward)


def _means_nothing(_event: QKeyEvent) -> bool:
    return False
