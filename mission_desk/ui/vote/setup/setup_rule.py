"""How a poll is counted: the rule with what it is good for, and how many dots where it has dots."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mission_desk.tally.rules import RULES
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import Card, column, row
from mission_desk.ui.parts.checkbox import Checkbox
from mission_desk.ui.parts.chooser import Chooser
from mission_desk.ui.parts.labels import SteadyLabel, label, set_look
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

MOST_DOTS = 9  # one key a count


class SetupRule(Card):
    changed = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__(margins=(18, 12, 18, 14), spacing=8)
        self.rule, self.dots, self._dots_set = "pull-and-drag", 3, False
        self.rules = Chooser(place.tokens, tr("How we count"))
        self.rules.show_entries([(key, each.words(None).name) for key, each in RULES.items()])
        self.rules.chosen.connect(self._set_rule)
        self._purpose = SteadyLabel([each.words(None).purpose for each in RULES.values()], "tiny")
        self._figure = label("", "figure")
        self.less = button("−", partial(self._step, -1), "step")
        self.more = button("+", partial(self._step, 1), "step")
        self.less.setAccessibleName(tr("One dot less for each"))
        self.more.setAccessibleName(tr("One dot more for each"))
        self.several = Checkbox(place.tokens)
        self.several.setChecked(True)
        words = tr("Several dots on one option are allowed")
        self.several.setAccessibleName(words)
        self.column.addWidget(label(tr("How we count"), "section"))
        self.column.addWidget(self.rules)
        self.column.addWidget(self._purpose)
        self._of_dots = QWidget()
        set_look(self._of_dots, "clear")
        policy = self._of_dots.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # what stands below stays where the hand is
        self._of_dots.setSizePolicy(policy)
        inner = column(self._of_dots, spacing=6)
        each = label(tr("dots for each seat"), "quiet")
        inner.addLayout(row(self.less, self._figure, self.more, each, spacing=12, stretch=4))
        inner.addLayout(row(self.several, label(words, "quiet"), spacing=6, stretch=2))
        self.column.addWidget(self._of_dots)
        self.column.addStretch(1)
        self.show_rule()

    def propose(self, rule: str, dots: int) -> None:
        """Choose the usual rule for what is voted on; a number of dots that somebody has set stays."""
        self.rule = rule
        if not self._dots_set:
            self.dots = dots
        self.show_rule()

    def show_rule(self) -> None:
        self.rules.show_choice(self.rule)
        self._purpose.setText(RULES[self.rule].words(None).purpose)
        self._figure.setText(str(self.dots))
        self._of_dots.setVisible(RULES[self.rule].mark == "dots")

    def _set_rule(self, key: object) -> None:
        self.rule = str(key)
        self.show_rule()
        self.changed.emit()

    def _step(self, by: int) -> None:
        self._dots_set = True
        self.dots = max(1, min(MOST_DOTS, self.dots + by))
        self._figure.setText(str(self.dots))
