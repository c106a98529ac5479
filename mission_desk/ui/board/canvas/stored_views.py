"""Which part of each board was shown: stored when nothing has moved for a moment, and shown again when the
board comes back."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta
from PySide6.QtCore import QObject, QTimer

from mission_desk.core.file.document import Document
from mission_desk.core.file.session_kinds import Coordinate
from mission_desk.ui.board.camera import LARGEST, SMALLEST, Camera
from mission_desk.ui.board.canvas.canvas import BoardCanvas

Scale = Annotated[float, Meta(ge=SMALLEST / 2, le=LARGEST * 2)]
PAUSE = 400  # ms without a movement before the view is stored


class StoredViews(QObject):
    """Belongs to the desk's session: stored, never undone. A view that nobody chose shows everything, or as
    much of it as can be read."""

    def __init__(self, doc: Document, canvas: BoardCanvas) -> None:
        super().__init__(canvas)
        self._doc, self._canvas = doc, canvas
        self.chosen: dict[int, Camera] = {}  # by board, since the window opened
        self._rest = QTimer(self, singleShot=True, interval=PAUSE)
        self._rest.timeout.connect(self.store)
        canvas.sight.changed.connect(self._moved)

    def _moved(self) -> None:
        board = self._canvas.model.board
        if board is not None:
            self.chosen[board.id] = self._canvas.sight.camera
            self._rest.start()

    def is_settled(self) -> bool:
        """No movement waits to be written down."""
        return not self._rest.isActive()

    def store(self) -> None:
        """Store what differs."""
        self._rest.stop()
        if not self._doc.writable:
            return
        values: dict[str, object] = {
            f"view.{board}": (camera.x, camera.y, camera.scale) for board, camera in self.chosen.items()
        }
        wanted = (values | self._sight()).items()
        changed = {key: value for key, value in wanted if self._doc.session_value(key) != value}
        if changed:
            self._doc.keep_all(changed, source=self)

    def _sight(self) -> dict[str, object]:
        """What is seen of the board, for a stage that lays it out as the desk does."""
        board, sight = self._canvas.model.board, self._canvas.sight.area()
        return {f"sight.{board.id}": (sight.x, sight.y, sight.w, sight.h)} if board else {}

    def restore(self) -> None:
        """Show the part of the board that was shown last."""
        camera = self._known()
        if camera is not None:
            self._canvas.sight.set_camera(camera)
        else:
            self._open_unasked()

    def open_again(self) -> None:
        """The canvas has another size: open the board again where nobody chose a view."""
        if self._canvas.model.board is not None and self._known() is None:
            self._open_unasked()

    def _known(self) -> Camera | None:
        board = self._canvas.model.board
        if board is None:
            return None
        stored = self._doc.session_value(f"view.{board.id}", None, tuple[Coordinate, Coordinate, Scale])
        return self.chosen.get(board.id) or (Camera(*stored) if stored else None)

    def _open_unasked(self) -> None:
        """The view of a board that is opened does not count as one that somebody chose."""
        self._canvas.open()
        if self._canvas.model.board is not None:
            self.chosen.pop(self._canvas.model.board.id, None)
