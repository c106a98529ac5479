"""What the other mouse button offers on the board, and the menu key: what can be done with the notes there,
or with the paper."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QWidget

from mission_desk.ui.board.canvas.canvas import BoardCanvas
from mission_desk.ui.parts.buttons import keys_of
from mission_desk.ui.workplace import Workplace

NOTES = (
    ("note.edit", "note.copy", "note.duplicate", "note.remove"),
    ("note.group", "note.join", "note.send", "note.colour"),
    ("note.concern", "note.author", "note.use"),
    ("note.lock", "note.raise", "note.lower"),
    ("cluster.rename", "cluster.fold", "cluster.colour", "note.ungroup"),
)
PAPER = (
    ("note.paste", "note.all"),
    ("board.tidy", "board.similar", "board.fit"),
    ("board.list", "board.setup"),
)


class BoardMenu(QObject):
    """Asked for on any face of the board that is `watched`."""

    def __init__(self, place: Workplace, canvas: BoardCanvas) -> None:
        super().__init__(canvas)
        self._place, self._canvas = place, canvas
        self.watch(canvas)

    def watch(self, face: QWidget) -> None:
        face.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QContextMenuEvent) or event.type() != QEvent.Type.ContextMenu:
            return False
        if watched is self._canvas and event.reason() == QContextMenuEvent.Reason.Mouse:
            self._canvas.mouse.point_at((event.pos().x(), event.pos().y()))
        self._open(event.globalPos())
        return True

    def _open(self, at: QPoint) -> None:
        """Only what can be done now."""
        self._place.commands.refresh()
        menu = self._place.windows.own(QMenu(self._canvas))
        for group in NOTES if self._canvas.selection else PAPER:
            actions = [self._place.commands.action(key) for key in group]
            menu.addSeparator()
            for action in (each for each in actions if each.isEnabled()):
                keys = keys_of(action).split(" · ")[-1]  # the shortest: many are single letters
                menu.addAction(f"{action.text()}\t{keys}").triggered.connect(action.trigger)
        menu.popup(at)
