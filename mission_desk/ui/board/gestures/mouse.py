"""The mouse on the canvas: select, drag, resize, band, pan. A gesture ends in one action, or none."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QCursor

from mission_desk.core.board import places
from mission_desk.core.board.places import Box
from mission_desk.core.file.rows import Note, Region
from mission_desk.ui.board.camera import READABLE, Camera
from mission_desk.ui.board.gestures.gestures import THRESHOLD, Gesture, Kind
from mission_desk.ui.board.gestures.handles import FOLD, Grip, grip_at
from mission_desk.ui.board.gestures.snap import REACH, Guide, Snapping
from mission_desk.ui.board.model import BoardModel

Selection = frozenset[int]
Point = tuple[float, float]
ZONE = 32  # pixels from an edge within which the view scrolls by itself
FASTEST = 7.0  # pixels a tick, with the pointer on the edge or beyond it: 440 a second can be steered
MORE = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
CURSORS = {
    (-1, -1): Qt.CursorShape.SizeFDiagCursor,
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
    (-1, 1): Qt.CursorShape.SizeBDiagCursor,
    (-1, 0): Qt.CursorShape.SizeHorCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
    (0, -1): Qt.CursorShape.SizeVerCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
}


class View(Protocol):
    """Where the board is looked at."""

    camera: Camera

    def set_camera(self, camera: Camera) -> None: ...
    def glide(self, camera: Camera) -> None: ...
    def area(self) -> Box: ...
    def note_view_box(self, note: Note) -> QRectF: ...


class Surface(Protocol):
    """What the mouse works on; the canvas is one."""

    model: BoardModel
    selection: Selection

    @property
    def sight(self) -> View: ...

    def select(self, notes: Selection) -> None: ...
    def select_region(self, region: Region | None) -> None: ...
    def turn_to_notes(self) -> None: ...
    def lift(self, notes: Selection) -> None: ...
    def follow_hand(self, shift: tuple[int, int], guides: tuple[Guide, ...]) -> None: ...
    def keep_sliding(self, on: bool) -> None: ...
    def width(self) -> int: ...
    def height(self) -> int: ...
    def put_down(self) -> None: ...
    def show_band(self, band: Box | None) -> None: ...
    def drop_at(self, notes: list[int], dx: int, dy: int) -> None: ...
    def open_note(self, note: int | None, x: int, y: int) -> None: ...
    def open_name(self, cluster: int) -> None: ...
    def turn_fold(self, cluster: int) -> None: ...
    def hold_back(self) -> None: ...
    def sizable(self) -> Note | None: ...
    def show_size(self, sides: tuple[int, int], dx: int, dy: int) -> None: ...
    def take_size(self) -> None: ...
    def setCursor(self, cursor: QCursor | Qt.CursorShape) -> None: ...


class BoardMouse:
    def __init__(self, surface: Surface) -> None:
        self._on = surface
        self._gesture = Gesture()
        self._shift = (0, 0)  # of the dragged notes, as they are shown
        self._snapping: Snapping | None = None
        self._measured: Camera | None = None  # what the view showed when `_snapping` was measured
        self._holds_paper = False
        self._shape = Qt.CursorShape.ArrowCursor

    def hold_paper(self, down: bool) -> None:
        """While the space bar is down, a press pans."""
        if down != self._holds_paper:
            self._holds_paper = down
            self._show_cursor(None)

    def _show_cursor(self, grip: Grip | None) -> None:
        usual = Qt.CursorShape.OpenHandCursor if self._holds_paper else Qt.CursorShape.ArrowCursor
        shape = CURSORS[grip] if grip is not None and not self._holds_paper else usual
        if shape != self._shape:
            self._shape = shape
            self._on.setCursor(shape)

    def press(
        self, at: Point, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier, bare: Kind = Kind.RUBBER
    ) -> None:
        """`bare` is what begins where nothing lies: a finger pans there, a mouse draws a band."""
        self._on.turn_to_notes()
        if button == Qt.MouseButton.MiddleButton or self._holds_paper:
            self._gesture.begin(Kind.PAN, at)
            self._shape = Qt.CursorShape.ClosedHandCursor
            self._on.setCursor(self._shape)
        elif button == Qt.MouseButton.LeftButton and (grip := self._grip(at)):
            self._gesture.grip = self._on.sight.camera.to_canvas(*at)
            self._gesture.begin(Kind.SIZE, at)
            self._gesture.sides = grip
        elif button == Qt.MouseButton.LeftButton:
            self._press(at, bare, more=bool(modifiers & MORE))

    def _grip(self, at: Point) -> Grip | None:
        """The corner or edge of the one selected note that is under the mouse."""
        note = self._on.sizable()
        if note is None or self._on.sight.camera.scale <= READABLE:
            return None
        box = self._on.sight.note_view_box(note)
        return grip_at(box.left(), box.top(), box.right(), box.bottom(), at)

    def _press(self, at: Point, bare: Kind, *, more: bool) -> None:
        on, point = self._on, self._on.sight.camera.to_canvas(*at)
        hit = self._hit(*point)
        before = on.selection if more else frozenset()
        self._gesture.grip = point
        if (cluster := self._folds(*point)) is not None:
            on.turn_fold(cluster)
            return
        if hit is None:
            on.select(before)
            on.select_region(on.model.region_at(*point))
            self._gesture.before = before
            self._gesture.begin(bare, at)
            return
        if more:
            on.select(on.selection ^ hit)
        elif not hit <= on.selection:
            on.select(hit)
        self._gesture.begin(Kind.PRESS, at, on.selection)

    def point_at(self, at: Point) -> None:
        """The other button: what lies there is selected, unless it is already; on bare paper nothing is."""
        hit = self._hit(*self._on.sight.camera.to_canvas(*at)) or frozenset()
        if not hit or not hit <= self._on.selection:
            self._on.select(hit)

    def _folds(self, x: float, y: float) -> int | None:
        """The cluster whose mark at the end of its head is there; a note may lie over it."""
        cluster = self._named_cluster(x, y) if self._on.model.note_at(x, y) is None else None
        return cluster if cluster is not None and x >= self._on.model.frames[cluster].right - FOLD else None

    def _hit(self, x: float, y: float) -> Selection | None:
        """The note under the point, or all notes of the cluster whose name is there."""
        note = self._on.model.note_at(x, y)
        if note is not None:
            return frozenset({note.id})
        cluster = self._named_cluster(x, y)
        return None if cluster is None else self._on.model.members(cluster)

    def _named_cluster(self, x: float, y: float) -> int | None:
        cluster = self._on.model.cluster_at(x, y)
        if cluster is None or self._on.model.is_folded(cluster):
            return cluster
        return cluster if y < self._on.model.frames[cluster].y + places.CLUSTER_HEAD else None

    def move(self, at: Point, modifiers: Qt.KeyboardModifier) -> None:
        gesture, before = self._gesture, self._gesture.now
        gesture.move(at)
        if gesture.kind is Kind.NONE:
            self._show_cursor(self._grip(at))
        elif gesture.kind is Kind.SIZE:
            self._on.show_size(gesture.sides, *gesture.shift(self._on.sight.camera.to_canvas(*at)))
        elif gesture.kind is Kind.PAN:
            camera = self._on.sight.camera
            self._on.sight.set_camera(camera.panned(gesture.now[0] - before[0], gesture.now[1] - before[1]))
        elif gesture.kind is Kind.RUBBER:
            self._stretch()
        elif gesture.kind is Kind.DRAG:
            self._carry(free=bool(modifiers & Qt.KeyboardModifier.AltModifier))
        self._on.keep_sliding(self._pull() != (0, 0))

    def _carry(self, *, free: bool) -> None:
        """Move the dragged notes with the mouse; unless `free` they come into line with those that lie in
        sight."""
        gesture, camera = self._gesture, self._on.sight.camera
        if not gesture.lifted:
            gesture.carried = self._on.model.movable(gesture.carried)
            if not gesture.carried:
                gesture.end()
                self._on.hold_back()
                return
            gesture.lifted, self._measured = True, None
            self._on.lift(gesture.carried)
        shift = gesture.shift(camera.to_canvas(*gesture.now))
        guides: tuple[Guide, ...] = ()
        if not free and camera.scale > READABLE and (snapping := self._lines()):
            shift, guides = snapping.at(shift, REACH / camera.scale)
        self._shift = shift
        self._on.follow_hand(shift, guides)

    def _lines(self) -> Snapping | None:
        """Measured when the notes are lifted, and anew when the view has moved since."""
        on, carried = self._on, self._gesture.carried
        if self._measured != on.sight.camera:
            self._measured = on.sight.camera
            box = places.bounds(places.box_of(on.model.notes[n]) for n in carried if n in on.model.notes)
            others = (places.box_of(n) for n in on.model.notes_near(on.sight.area()) if n.id not in carried)
            self._snapping = Snapping(box, others) if box else None
        return self._snapping

    def _pull(self) -> tuple[float, float]:
        """Pixels by which the view moves on now: something is dragged at its edge."""
        gesture, on = self._gesture, self._on
        if gesture.kind not in (Kind.DRAG, Kind.RUBBER) or gesture.travelled <= THRESHOLD:
            return 0, 0
        return scroll_at_edge(gesture.now, gesture.start, (on.width(), on.height()))

    def slide(self) -> None:
        """The mouse waits at the edge while the view moves; nothing snaps to notes that pass by."""
        across, down = self._pull()
        self._on.sight.set_camera(self._on.sight.camera.panned(-across, -down))
        if self._gesture.kind is Kind.DRAG:
            self._carry(free=True)
        elif self._gesture.kind is Kind.RUBBER:
            self._stretch()
        self._on.keep_sliding((across, down) != (0, 0))

    def _stretch(self) -> None:
        gesture, camera = self._gesture, self._on.sight.camera
        band = gesture.band(camera.to_canvas(*gesture.now))
        inside = self._on.model.caught(band) if gesture.travelled > THRESHOLD else frozenset()
        self._on.select(gesture.before | inside)
        self._on.show_band(band)

    def release(self) -> None:
        gesture, on = self._gesture, self._on
        dragged = sorted(gesture.carried) if gesture.kind is Kind.DRAG and gesture.lifted else []
        sized = gesture.kind is Kind.SIZE
        dx, dy = self._shift
        if sized:
            on.take_size()
        self.cancel()
        if dragged:
            on.drop_at(dragged, dx, dy)

    def cancel(self) -> bool:
        """End every drag without a change. True where something was being dragged."""
        gesture, on = self._gesture, self._on
        busy = gesture.kind in (Kind.DRAG, Kind.RUBBER, Kind.SIZE)
        gesture.end()
        on.keep_sliding(False)
        on.put_down()
        on.show_band(None)
        self._shift = (0, 0)
        self._show_cursor(None)
        return busy

    def double_click(self, at: Point) -> None:
        x, y = self._on.sight.camera.to_canvas(*at)
        note = self._on.model.note_at(x, y)
        cluster = None if note else self._named_cluster(x, y)
        self.cancel()
        if cluster is not None:
            self._on.open_name(cluster)
        else:
            self._on.open_note(note.id if note else None, round(x), round(y))


def scroll_at_edge(now: Point, start: Point, size: tuple[int, int]) -> Point:
    """Pixels by which the view moves on, for a pointer at `now` that was pressed at `start`. A press near an
    edge alone moves nothing: only being nearer to it counts."""
    return _axis_scroll(now[0], start[0], size[0]), _axis_scroll(now[1], start[1], size[1])


def _axis_scroll(now: float, start: float, length: int) -> float:
    return _side_scroll(length - now, length - start) - _side_scroll(now, start)


def _side_scroll(distance: float, at_first: float) -> float:
    zone = max(1.0, min(ZONE, at_first))
    return FASTEST * max(0.0, min(1.0, (zone - distance) / zone))
