"""A field under its name: the name is its buddy, so that screen readers say it and a click on it goes
there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts.cards import column
from mission_desk.ui.parts.labels import label


def labelled(words: str, field: QWidget) -> QWidget:
    labelled_field = QWidget()
    layout = column(labelled_field, spacing=UNIT)
    name = label(words, "section")
    name.setBuddy(field)
    field.setAccessibleName(words)
    layout.addWidget(name)
    layout.addWidget(field)
    layout.addStretch(1)
    return labelled_field
