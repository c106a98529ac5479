"""One option on a ballot: its letter, its words, and the questions that the rule asks about it. Larger in the
booth."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.vote.entry.scale_row import AnswerField

SHORT = 90  # letters: a longer text is set smaller


class OptionRow(QFrame):
    def __init__(
        self, name: str, text: str, fields: Sequence[AnswerField], *, beside: bool, large: bool
    ) -> None:
        super().__init__()
        set_look(self, "option")
        self.name, self.fields = name, list(fields)
        for field in self.fields:
            field.focused.connect(partial(self._light, field))
        side, edge = (24, 16) if large else (16, 10)
        line = QHBoxLayout(self)
        line.setContentsMargins(side, edge, side, edge)
        line.setSpacing(side - 6)
        letter = label(name, "letter")
        letter.setMinimumWidth(34)
        words = label(text, self._size(text, large=large), wrap=True)
        line.addWidget(letter)
        if beside:
            line.addWidget(words, 1)
            for field in self.fields:
                line.addWidget(field)
            return
        below = QVBoxLayout()
        below.setSpacing(12 if large else 8)
        below.addWidget(words)
        for field in self.fields:
            below.addWidget(field)
        line.addLayout(below, 1)

    def _size(self, text: str, *, large: bool) -> str:
        if not large:
            return "serif" if len(text) <= SHORT else "serif-small"
        return "statement" if len(text) <= SHORT else "statement-small"

    def _light(self, field: AnswerField, on: bool) -> None:
        """Of two questions about one option, the one that the next digit answers is marked too."""
        set_look(self, "option-on" if on else "option")
        if len(self.fields) > 1:
            set_look(field, "row-on" if on else "clear")
