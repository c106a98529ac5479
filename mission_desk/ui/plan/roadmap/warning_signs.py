"""Notes of the pre-mortem become warning signs of guidelines: dragged from their panel onto a row, chosen by
a key from a list, and taken off by another."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMenu

from mission_desk.core.file.plan_rows import Guideline
from mission_desk.core.plan import warning_signs
from mission_desk.ui.plan.roadmap.sign_panel import SignPanel, dragged_note
from mission_desk.ui.plan.roadmap.sign_words import note_words
from mission_desk.ui.plan.roadmap.table import RoadTable
from mission_desk.ui.workplace import Workplace

LONGEST = 80  # letters of a line in the list
DRAGGED = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class WarningSigns(QObject):
    keys = ("guideline.warn", "guideline.unwarn")

    def __init__(self, place: Workplace, table: RoadTable) -> None:
        super().__init__(table)
        self._place, self._doc, self._table = place, place.doc, table
        self.panel = SignPanel()
        table.setAcceptDrops(True)
        table.installEventFilter(self)

    def register(self) -> None:
        self._place.commands.on("guideline.warn", self.open_list, self._can_warn)
        self._place.commands.on("guideline.unwarn", self._take_off, self._has_sign)

    def show(self) -> None:
        self.panel.show_notes(warning_signs.premortem_notes(self._doc))
        self._place.commands.refresh(*self.keys)

    def _picked(self) -> list[int]:
        return self._table.picking.rows()

    def _can_warn(self) -> bool:
        return bool(self._picked() and warning_signs.premortem_notes(self._doc))

    def _has_sign(self) -> bool:
        return any(self._doc.row(Guideline, row).warning is not None for row in self._picked())

    def _put(self, rows: list[int], note: int) -> None:
        self._place.commands.attempt(
            lambda: warning_signs.put_sign(self._doc, rows, note, source=self),
        )

    def _take_off(self) -> None:
        warning_signs.take_sign_off(self._doc, self._picked(), source=self)

    def open_list(self) -> QMenu:
        """The notes to choose from, under the row on which the keys stand."""
        menu = self._place.windows.own(QMenu(self._table))
        rows = self._picked()
        present = {self._doc.row(Guideline, row).warning for row in rows}
        for note in warning_signs.premortem_notes(self._doc):
            words = note_words(note)[:LONGEST].replace("&", "&&")
            action = menu.addAction(words, partial(self._put, rows, note.id))
            action.setCheckable(True)
            action.setChecked(note.id in present)
        place = self._table.picking.here
        box = self._table.line_box(place) if place is not None else self._table.rect()
        menu.popup(self._table.mapToGlobal(QPoint(box.x() + 40, box.bottom())))
        return menu

    # dragging

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in DRAGGED or not isinstance(event, QDropEvent):
            return False
        note = dragged_note(event.mimeData())
        if note is None:
            return False
        if event.type() == QEvent.Type.DragEnter:
            event.acceptProposedAction()
        else:
            self._drag_over(event, note)
        return True

    def _drag_over(self, event: QDropEvent, note: int) -> None:
        """Pick the row under the mouse, so that one sees where it falls; elsewhere it is refused."""
        table = self._table
        place = table.place_at(event.position().toPoint().y())
        row = table.lines.every[place].row if place is not None else None
        if row is None:
            event.ignore()
            return
        event.acceptProposedAction()
        table.picking.stand_on(place)
        table.update()
        if event.type() == QEvent.Type.Drop:
            table.moved.emit()
            table.setFocus()
            self._put([row.id], note)
