"""Posters: choose one, see it as it will be printed, and write it as PDF. What makes PDFs is loaded when the
page is first shown, because it would double the time to the first window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from mission_desk.core.file.document import Changes
from mission_desk.ui.page import Page
from mission_desk.ui.parts.cards import column
from mission_desk.ui.parts.labels import set_look
from mission_desk.ui.parts.side_content import SideContent
from mission_desk.ui.workplace import Workplace

if TYPE_CHECKING:
    from mission_desk.ui.posters.workroom import Workroom


class PostersPage(Page):
    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.room: Workroom | None = None
        self._middle = column(self)
        self._settings = QWidget()
        set_look(self._settings, "clear")
        self._harbour = QWidget()
        self.side = SideContent(self._settings, column(self._harbour))
        on = place.commands.on
        on("poster.save", lambda: self._opened().printing.save(), self._may_save)
        on("poster.all", lambda: self._opened().printing.save_all(), self._may_save_all)

    def enter(self) -> None:
        self._opened().wake()

    def leave(self) -> None:
        self._opened().rest()

    def is_drawn(self) -> bool:
        return not self._opened().worker.runs

    def follow(self, changes: Changes) -> None:
        self._opened().show_rows()

    def _may_save(self) -> bool:
        return self.room is not None and self.room.printing.may_save()

    def _may_save_all(self) -> bool:
        return self.room is not None and self.room.printing.may_save_all()

    def _opened(self) -> Workroom:
        if self.room is None:
            from mission_desk.ui.posters.workroom import Workroom

            self.room = Workroom(self.place, self._harbour)
            column(self._settings).addWidget(self.room.settings)
            self._middle.addWidget(self.room)
        return self.room
