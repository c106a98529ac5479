"""The tabs of the workbench under a draft: one panel is open at a time, chosen by a press or a key."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mission_desk.core.file.closed_sets import BenchTab
from mission_desk.ui.parts.cards import column
from mission_desk.ui.parts.choice import Choice
from mission_desk.ui.parts.flow import FlowLayout
from mission_desk.ui.parts.labels import set_look
from mission_desk.words import tr


def bench_words() -> dict[BenchTab, str]:
    return {
        "changes": tr("Changes"),
        "versions": tr("Versions"),
        "compare": tr("Compare"),
        "notes": tr("Notes"),
        "parts": tr("Parts"),
        "tests": tr("Tests"),
        "hunt": tr("Hunt"),
    }


class WorkbenchTabs(QWidget):
    """`chosen(key)` when another panel is to be opened."""

    chosen = Signal(str)

    def __init__(self, panels: Mapping[BenchTab, QWidget]) -> None:
        super().__init__()
        set_look(self, "clear")
        self._panels = dict(panels)
        words = bench_words()
        self.choice = Choice([(key, words[key]) for key in panels], tr("What lies on the workbench"))
        self.choice.chosen.connect(self.chosen)
        layout = column(self, spacing=8)
        head = QWidget()
        set_look(head, "clear")
        FlowLayout(head).addWidget(self.choice)
        layout.addWidget(head)
        for panel in panels.values():
            layout.addWidget(panel)

    def show_panel(self, key: BenchTab) -> None:
        self.choice.show_choice(key)
        for name, panel in self._panels.items():
            panel.setVisible(name == key)

    def panel(self, key: BenchTab) -> QWidget:
        return self._panels[key]
