"""The desk's file actions: copies, clean copies, save points, Undo and Redo. Saving itself needs none: every
change is saved."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from mission_desk.core.file.journal import SavePoint
from mission_desk.core.file.undo_limits import PollHasBallots
from mission_desk.core.stage import desk_position
from mission_desk.core.vote import secret_ballots
from mission_desk.core.whole import copies
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr
from mission_desk.written import moment, wall_time


class DeskFiles(QObject):
    def __init__(self, place: Workplace, window: QWidget) -> None:
        super().__init__(window)
        self._place, self._doc, self._window = place, place.doc, window
        on = place.commands.on
        on("file.copy", partial(self._copy, clean=False))
        on("file.clean", partial(self._copy, clean=True))
        on("file.point", self._ask_point, lambda: self._doc.writable)
        on("file.points", self._show_points, self._may_go_back)

    def _copy(self, *, clean: bool) -> None:
        secret_ballots.refuse_copy(self._doc)  # before somebody has looked for a place for it
        ending = tr("clean copy") if clean else tr("copy")
        proposal = self._doc.path.with_name(f"{self._doc.path.stem} ({ending}).mission")
        title = tr("Save a clean copy: no history, no deleted text") if clean else tr("Save a copy")
        target = self._place.messages.ask_save(title, proposal)
        if target is None:
            return
        self.write_copy(target, clean=clean)

    def write_copy(self, target: Path, *, clean: bool) -> None:
        if clean:
            copies.save_clean_copy(self._doc, target)
        else:
            copies.save_copy(self._doc, target)
        self._place.messages.say(tr("Saved as “{name}”.", name=target.name))

    def _ask_point(self) -> None:
        """Ctrl+S from habit: everything is saved already, so it offers what a person who saves wants, a point
        to return to."""
        now = wall_time(self._doc.now())
        sentence = tr("Everything is saved already. Name this moment to be able to come back to it:")
        self._place.messages.ask_text(
            tr("Save point"), sentence, now, tr("Keep this moment"), self.keep_point
        )

    def keep_point(self, name: str) -> None:
        if name.strip():
            self._doc.mark_point(name.strip())
            self._place.messages.say(tr("Kept as “{name}”.", name=name.strip()))

    def _may_go_back(self) -> bool:
        return self._doc.writable and bool(copies.save_points(self._doc))

    def _show_points(self) -> None:
        menu = self._place.windows.own(QMenu(self._window))
        for point in copies.save_points(self._doc):
            when = moment(point.at / 1000, self._doc.now())
            action = menu.addAction(tr("{name} · {time}", name=point.name, time=when).replace("&", "&&"))
            action.triggered.connect(partial(self._place.commands.attempt, partial(self.return_to, point)))
        menu.popup(self._window.mapToGlobal(QPoint(20, 56)))

    def return_to(self, point: SavePoint) -> None:
        self._doc.go_back_to(point.id)
        self._place.messages.say(
            tr("Back at “{name}”. Undo brings the later work back.", name=point.name),
            tr("Undo"),
            self._doc.undo,
        )


class Undoing(QObject):
    """Undo and Redo, and what is offered where they stop."""

    def __init__(self, place: Workplace, window: QObject) -> None:
        super().__init__(window)
        self._place, self._doc = place, place.doc
        place.messages.offer(PollHasBallots, tr("Discard the poll"), self._ask_discard)
        on, doc = place.commands.on, place.doc
        on("edit.undo", doc.undo, lambda: doc.writable and doc.undoable is not None)
        on("edit.redo", doc.redo, lambda: doc.writable and doc.redoable is not None)

    def _ask_discard(self) -> None:
        """In the page of the poll, where its ballots can be seen to be many or few."""
        desk_position.show_page(self._doc, "vote", source=self)
        self._place.commands.run("poll.discard")
