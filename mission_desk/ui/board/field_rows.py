"""The fields of a board as rows to type in: title, hint, and a way to take one away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mission_desk.core.board import board_setup
from mission_desk.core.file.rows import Region
from mission_desk.ui.look import icons
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import Card, clear, column, row
from mission_desk.ui.parts.fields import LineField
from mission_desk.ui.parts.labels import set_tip
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr


class FieldRows(QWidget):
    """`removed(field id)` carries what is wanted."""

    removed = Signal(int)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place, self._tokens = place, place.tokens
        self._column = column(self)
        self._ids: list[int] = []
        self.titles: list[LineField] = []
        self._hints: list[LineField] = []

    def show_fields(self, fields: list[Region]) -> None:
        """Built anew only where one came or went: else the field under the hand would lose its cursor."""
        if [field.id for field in fields] != self._ids:
            self._build(fields)
        for title, hint, field in zip(self.titles, self._hints, fields, strict=True):
            title.show_text(field.title)
            hint.show_text(field.hint)

    def _build(self, fields: list[Region]) -> None:
        clear(self._column)
        self._ids = [field.id for field in fields]
        self.titles, self._hints = [], []
        for field in fields:
            self._column.addWidget(self._card(field.id))

    def _card(self, field: int) -> Card:
        card = Card()
        title = self._line(field, "title", tr("Title of the field"))
        hint = self._line(field, "hint", tr("What belongs here?"))
        away = button("", partial(self.removed.emit, field), "quiet")
        away.setIcon(icons.icon("trash-2", self._tokens.ink2))
        away.setAccessibleName(tr("Remove the field"))
        set_tip(away, tr("Remove the field; its notes stay"))
        self.titles.append(title)
        self._hints.append(hint)
        card.column.addLayout(row(title, away))
        card.column.addWidget(hint)
        return card

    def _line(self, field: int, name: str, words: str) -> LineField:
        line = LineField(words)
        line.setAccessibleName(words)
        line.write_to(self._place.unwritten, f"field.{field}.{name}", partial(self._write, field, name))
        return line

    def _write(self, field: int, name: str, text: str) -> None:
        board_setup.edit_field(self._place.doc, field, source=self, **{name: text})
