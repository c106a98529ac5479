"""What the board is filtered by, as chips in a strip below it: a press removes one, one button shows all
notes again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from mission_desk.ui.look import icons
from mission_desk.ui.look.theme import UNIT, Tokens
from mission_desk.ui.parts.buttons import action_button, button, leave_focus
from mission_desk.ui.parts.cards import clear
from mission_desk.ui.parts.flow import FlowLayout
from mission_desk.ui.parts.labels import label, set_look, set_tip
from mission_desk.words import tr

Chip = tuple[str, Callable[[], object]]
"""Its words, and what takes it away."""
LONGEST = 56 * UNIT  # px of a chip's words
ASIDE, PAD = 4 * UNIT, 2 * UNIT


class FilterChips(QFrame):
    """Hidden while nothing is filtered."""

    def __init__(self, tokens: Tokens, show_all: QAction) -> None:
        super().__init__()
        set_look(self, "bottom")
        self._tokens, self._show_all = tokens, show_all
        self._line = QWidget(self)
        self._flow = FlowLayout(self._line, UNIT + 2)
        self.shown: tuple[str, ...] = ()
        self.hide()

    def show_chips(self, chips: Sequence[Chip], count: str) -> None:
        """`count` says how many notes are left."""
        shown = (*(words for words, _ in chips), count) if chips else ()
        if shown != self.shown:
            self.shown = shown
            clear(self._flow)
            parts: list[QWidget] = [self._chip(words, take_away) for words, take_away in chips]
            parts += [label(count, "chip-count"), action_button(self._show_all, "small-quiet")]
            for part in parts:
                self._flow.addWidget(part)
                part.show()  # else a layout shows it after it was measured
            leave_focus(self)
            self.fit()
        self.setVisible(bool(chips))

    def _chip(self, words: str, take_away: Callable[[], object]) -> QPushButton:
        chip = button("", take_away, "chip")
        short = QFontMetrics(chip.font()).elidedText(words, Qt.TextElideMode.ElideRight, LONGEST)
        chip.setText(short.replace("&", "&&") + "\u2002")
        chip.setIcon(icons.icon("x", self._tokens.accent))
        chip.setIconSize(QSize(3 * UNIT, 3 * UNIT))
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands after the words
        set_tip(chip, tr("No longer filter by “{words}”", words=words))
        chip.setAccessibleName(chip.toolTip())
        return chip

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """On as many lines as the width takes."""
        wide = max(1, self.width() - 2 * ASIDE)
        high = self._flow.heightForWidth(wide)
        self._line.setGeometry(ASIDE, PAD, wide, high)
        self.setFixedHeight(high + 2 * PAD)
