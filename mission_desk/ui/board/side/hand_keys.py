"""What can be done with the selected notes and their cluster, each line with its key, so that people learn
the keys."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mission_desk.ui.parts.cards import column
from mission_desk.ui.parts.key_button import KeyButton
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.workplace import Workplace

NOTES = ("note.join", "note.send", "note.duplicate", "note.lock", "note.fit", "note.beside")
CLUSTER = (
    "cluster.rename",
    "cluster.fold",
    "cluster.colour",
    "note.same_cluster",
    "note.write",
    "cluster.split",
    "cluster.leave",
    "note.merge",
    "note.ungroup",
)


class HandKeys(QWidget):
    """Only what can be done now: a list of disabled lines teaches nothing."""

    def __init__(self, place: Workplace, title: str, keys: tuple[str, ...]) -> None:
        super().__init__()
        set_look(self, "clear")
        layout = column(self, spacing=4)
        layout.addWidget(label(title, "section"))
        for key in keys:
            action = place.commands.action(key)
            if action.isEnabled():
                layout.addWidget(KeyButton(action, place.tokens))
