"""The options of a poll with one ballot to fill in. Nothing of it is kept until somebody says so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from mission_desk.core.polls import highest, rule
from mission_desk.core.rows import Choice, Poll
from mission_desk.core.scales import scales
from mission_desk.tally.election import Ballot
from mission_desk.ui.parts.cards import clear, column
from mission_desk.ui.parts.labels import label, look
from mission_desk.ui.theme import Tokens
from mission_desk.ui.vote.dot_stepper import DotStepper
from mission_desk.ui.vote.option_row import OptionRow
from mission_desk.ui.vote.paper import Paper
from mission_desk.ui.vote.scale_row import AnswerField, ScaleRow
from mission_desk.words import tr, trn

ABOVE = 90  # px that stay in sight around a field
NARROW_MARKS = ("dots", "yes")  # their fields stand beside the words


def bring_into_sight(field: QWidget) -> None:
    """Arrow keys go further than what is in sight."""
    area: QWidget | None = field
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if isinstance(area, QScrollArea):
        area.ensureWidgetVisible(field, 0, ABOVE)


class BallotForm(QWidget):
    """`entered` when Enter is pressed on an option, `changed` when something was given or taken back."""

    entered = Signal()
    changed = Signal()

    def __init__(self, tokens: Tokens, *, large: bool = False) -> None:
        super().__init__()
        look(self, "clear")
        self._tokens, self._large = tokens, large
        self._language: str | None = None
        self._every: list[Choice] = []
        self._places: list[int] = []  # where the shown options stand on the ballot
        self.paper: Paper | None = None
        self.rows: list[OptionRow] = []
        self._fields: list[tuple[AnswerField, int, int]] = []  # field, place on the ballot, part
        layout = column(self, spacing=10)
        self._list = QVBoxLayout()
        self._list.setSpacing(12 if large else 8)
        self.running = label("", "strong", wrap=True)
        layout.addLayout(self._list)
        layout.addWidget(self.running)

    def show_options(
        self, poll: Poll, every: Sequence[Choice], shown: Sequence[Choice], language: str | None = None
    ) -> None:
        """`every` is what a ballot has places for, `shown` the options in the order they stand here."""
        self._empty()
        self._language, self._every = language, list(every)
        order = {choice.id: place for place, choice in enumerate(every)}
        self._places = [order[choice.id] for choice in shown]
        self.rows = [self._row(poll, choice, order[choice.id]) for choice in shown]
        for row in self.rows:
            self._list.addWidget(row)
            row.show()  # at once: what is not visible yet cannot take the focus
        self.fill(poll, None)

    def forget(self) -> None:
        """Nothing of the ballot may still be read."""
        self._empty()
        self.paper = None
        self.running.setText("")

    def _empty(self) -> None:
        clear(self._list)
        self.rows, self._fields = [], []

    def _row(self, poll: Poll, choice: Choice, place: int) -> OptionRow:
        fields = self._asked(poll, choice)
        for part, field in enumerate(fields):
            at = len(self._fields)
            self._fields.append((field, place, part))
            field.gives.connect(lambda value, place=place, part=part: self._give(place, value, part))
            field.adds.connect(lambda by, place=place, part=part: self._add(place, by, part))
            field.steps.connect(lambda by, at=at: self._focus(at + by))
            field.entered.connect(self.entered)
        beside = rule(poll).mark in NARROW_MARKS
        return OptionRow(choice.name, choice.text, fields, beside=beside, large=self._large)

    def _asked(self, poll: Poll, choice: Choice) -> list[AnswerField]:
        if rule(poll).mark == "dots":
            most = highest(poll, len(self._every))
            return [DotStepper(self._tokens, choice.name, most, large=self._large)]
        asked = scales(poll, len(self._every), self._language)
        named = len(asked) > 1
        return [ScaleRow(scale, choice.name, large=self._large, titled=named) for scale in asked]

    def fill(self, poll: Poll, ballot: Ballot | None) -> None:
        """A new paper: empty, or as the seat filled it in before."""
        self.paper = Paper(poll, self._every, ballot)
        self._show(True)

    def focus_first(self) -> None:
        self._focus(0)

    def _focus(self, at: int) -> None:
        if 0 <= at < len(self._fields):
            field = self._fields[at][0]
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_sight(field)

    def _give(self, place: int, value: int | None, part: int) -> None:
        if self.paper is not None:
            self._show(self.paper.give(place, value, part))

    def _add(self, place: int, by: int, part: int) -> None:
        if self.paper is not None:
            self._show(self.paper.add(place, by, part))

    def _show(self, allowed: bool) -> None:
        if self.paper is None:
            return
        for field, place, part in self._fields:
            field.show_value(self.paper.value(place, part))
        words = self._running(self.paper) if allowed else self._too_much(self.paper)
        self.running.setText(words)
        self.running.setVisible(bool(words))
        look(self.running, "strong" if allowed else "warn")
        self.changed.emit()

    def complain(self) -> bool:
        """Say what is wrong with the ballot; False where nothing is."""
        wrong = self.paper.wrong(self._language) if self.paper else ""
        if wrong:
            self.running.setText(wrong)
            self.running.show()
            look(self.running, "warn")
        return bool(wrong)

    def answered(self) -> tuple[int, int]:
        """Questions that have an answer, and all of them."""
        values = [self.paper.value(place, part) for _, place, part in self._fields] if self.paper else []
        return sum(value is not None for value in values), len(values)

    def _running(self, paper: Paper) -> str:
        if rule(paper.poll).mark != "dots":
            return ""
        return tr("{given} of {limit} dots", self._language, given=paper.given, limit=paper.poll.dots)

    def _too_much(self, paper: Paper) -> str:
        if rule(paper.poll).mark == "dots" and not paper.left:
            return trn(
                "There is only {n} dot to give.",
                "There are only {n} dots to give.",
                paper.poll.dots,
                self._language,
            )
        low, high = paper.bounds()
        return tr("Only {low} to {high} can be given here.", self._language, low=low, high=high)
