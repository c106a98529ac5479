"""Where the canvas looks: its camera, what it brings into sight, and where notes are seen in its widget."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtWidgets import QWidget

from mission_desk.core.board import places, regions
from mission_desk.core.board.pictures import CAPTION
from mission_desk.core.board.places import Box
from mission_desk.core.file.rows import Note
from mission_desk.ui.board.camera import Camera, fitted, opened
from mission_desk.ui.board.canvas.frame_scheduler import FrameScheduler
from mission_desk.ui.board.canvas.note_face import SIZES, letter_size
from mission_desk.ui.board.model import BoardModel

MARGINS = (16, 84, 16, 112)  # kept free around everything: tabs above, tools below
LETTERS = 11  # pixels at the least, of any note's words on a board that is opened
MEASURED = 300  # notes whose words are measured: of more, some are long, and the answer is known
EMPTY_VIEW = Box(0, 0, 1180, 640)


class BoardSight(QObject):
    """Where `widget` looks at the board; `loose` says whether something lies over the board that does not
    move with it."""

    changed = Signal()

    def __init__(
        self, widget: QWidget, model: BoardModel, frames: FrameScheduler, loose: Callable[[], bool]
    ) -> None:
        super().__init__(widget)
        self._widget, self._model, self._frames, self._loose = widget, model, frames, loose
        self.camera = Camera(0, 0, 1)

    def surface(self) -> QWidget:
        return self._widget

    def set_camera(self, camera: Camera) -> None:
        """Look there, sharp at once."""
        camera = camera.snapped(self._widget.devicePixelRatioF())
        if camera != self.camera:
            if camera.scale != self.camera.scale:
                self._frames.arrive()
            now, self.camera = self.camera, camera
            self.changed.emit()
            self._frames.move(now, camera, loose=self._loose())

    def glide(self, camera: Camera) -> None:
        """One of many steps of a wheel or a pinch: quick first, sharp when the hand rests."""
        self.set_camera(camera)
        self._frames.glide()

    def fit(self) -> None:
        """Show everything there is."""
        content = self._model.extent() or EMPTY_VIEW
        self.set_camera(fitted(content, self._widget.width(), self._widget.height(), MARGINS))

    def open(self, near: Box | None) -> None:
        """Show everything there is, or as much of it, beginning with `near`, as can still be read: nobody has
        to come closer before writing."""
        content = self._model.extent() or EMPTY_VIEW
        size = self._widget.width(), self._widget.height()
        self.set_camera(opened(content, near or content, *size, MARGINS, LETTERS / self._smallest_words()))

    def _smallest_words(self) -> int:
        """The size of the smallest letters on a note of this board, in canvas units: long words are set
        smaller. A usual note's where there is none."""
        notes = self._model.notes.values()
        if len(notes) > MEASURED:
            return SIZES[-1]
        sizes = (letter_size(note) for note in notes if note.text and not note.covered)
        return min(sizes, default=SIZES[0])

    def fit_box(self, box: Box) -> None:
        """Show this part, as near as it can be read."""
        self.set_camera(fitted(box.grown(24), self._widget.width(), self._widget.height(), MARGINS, 1.5))

    def zoom(self, factor: float) -> None:
        self.set_camera(self.camera.zoomed(factor, (self._widget.width() / 2, self._widget.height() / 2)))

    def area(self) -> Box:
        """The part of the board that is in sight."""
        return self.camera.sight(self._widget.width(), self._widget.height())

    def writing_area(self) -> Box:
        """Where a new note goes that no region takes: the part in sight that nothing floats over."""
        left, top = self.camera.to_canvas(MARGINS[0], MARGINS[1])
        right, bottom = self.camera.to_canvas(
            self._widget.width() - MARGINS[2], self._widget.height() - MARGINS[3]
        )
        x, y = math.ceil(left / 12) * 12, math.ceil(top / 12) * 12  # never under what floats at the edges
        return Box(x, y, math.floor(right) - x, math.floor(bottom) - y)

    def reveal(self, note: Note) -> None:
        """Move as little as is needed to bring the note into sight."""
        self.bring(self._model.shown_box(note))

    def bring(self, box: Box) -> None:
        """Into the part of the view that nothing floats over."""
        sight, camera = self.area(), self.camera
        left, top, right, bottom = (round(pixels / camera.scale) for pixels in MARGINS)
        dx = min(0, box.x - left - sight.x) or max(0, box.right + right - sight.right)
        dy = min(0, box.y - top - sight.y) or max(0, box.bottom + bottom - sight.bottom)
        if dx or dy:
            self.set_camera(Camera(camera.x + dx, camera.y + dy, camera.scale))

    def shows_nothing(self) -> bool:
        """There are notes or regions, and none of them is in sight."""
        sight, model = self.area(), self._model
        if model.shows(sight) or any(regions.box_of(each).overlaps(sight) for each in model.regions):
            return False
        return bool(model.notes or model.regions)

    # places in the widget, in pixels

    def name_view_box(self, cluster: int) -> QRectF:
        """Where a cluster's name stands, as wide as its frame; brought into sight."""
        frame = self._model.frames[cluster]
        self.bring(Box(frame.x, frame.y, frame.w, places.CLUSTER_HEAD))
        x, y = self.camera.to_view(frame.x, frame.y)
        return QRectF(x, y, frame.w * self.camera.scale, places.CLUSTER_HEAD * self.camera.scale)

    def caption_view_box(self, note: Note) -> QRectF:
        """Where the words under a picture stand."""
        box = self.note_view_box(note)
        return QRectF(box.left(), box.bottom() - CAPTION * self.camera.scale, box.width(), 0)

    def note_under(self, at: QPointF) -> Note | None:
        """The note that is seen at this point of the widget: of a folded cluster one of its notes."""
        x, y = self.camera.to_canvas(at.x(), at.y())
        cluster = self._model.cluster_at(x, y)
        if cluster is not None and self._model.is_folded(cluster):
            return self._model.notes[min(self._model.members(cluster))]
        return self._model.note_at(x, y)

    def note_view_box(self, note: Note) -> QRectF:
        """Where the note is seen in this widget, in pixels."""
        box, scale = self._model.shown_box(note), self.camera.scale
        x, y = self.camera.to_view(box.x, box.y)
        return QRectF(QPointF(x, y), QPointF(x + box.w * scale, y + box.h * scale))
