"""Undo and Redo of the desk, and what is offered where they stop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from mission_desk.core.file.undo_limits import PollHasBallots
from mission_desk.core.stage import desk_position
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr


class Undoing(QObject):
    def __init__(self, place: Workplace, window: QObject) -> None:
        super().__init__(window)
        self._place, self._doc = place, place.doc
        on, doc = place.commands.on, place.doc
        on("edit.undo", lambda: self._turn(doc.undo), lambda: doc.writable and doc.undoable is not None)
        on("edit.redo", lambda: self._turn(doc.redo), lambda: doc.writable and doc.redoable is not None)

    def _turn(self, turn: Callable[[], object]) -> None:
        try:
            turn()
        except PollHasBallots as error:
            self._place.messages.say(str(error), tr("Discard the poll"), self._ask_discard)

    def _ask_discard(self) -> None:
        """In the page of the poll, where its ballots can be seen to be many or few."""
        desk_position.show_page(self._doc, "vote", source=self)
        self._place.commands.run("poll.discard")
