"""The page before the first draft: what a good statement is, and the one thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt

from mission_desk.ui.parts.buttons import action_button
from mission_desk.ui.parts.cards import Card
from mission_desk.ui.parts.labels import label
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr


class FirstDraft(Card):
    def __init__(self, place: Workplace) -> None:
        super().__init__(margins=(40, 36, 40, 36), spacing=12)
        self.column.addWidget(label(tr("Write the first draft"), "statement", wrap=True))
        self.column.addWidget(
            label(
                tr("One sentence: whom we help, what changes for them, in words a friend would use."),
                "lead",
                wrap=True,
            )
        )
        self.column.addWidget(
            label(
                tr(
                    "Under 20 words is strong. Write two or three drafts that differ, then vote. "
                    "On a board, “Use in a statement” starts one from the notes you select."
                ),
                "quiet",
                wrap=True,
            )
        )
        self.column.addSpacing(8)
        new = action_button(place.commands.action("draft.new"), "filled")
        self.column.addWidget(new, 0, Qt.AlignmentFlag.AlignLeft)
