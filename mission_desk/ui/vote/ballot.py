"""The options of a poll with one ballot to fill in. Nothing of it is kept until somebody says so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mission_desk.core.rows import Choice
from mission_desk.tally.dots import Ballot
from mission_desk.ui.parts.cards import clear, column
from mission_desk.ui.parts.labels import label, look
from mission_desk.ui.theme import Tokens
from mission_desk.ui.vote.option_row import OptionRow
from mission_desk.ui.vote.paper import Paper
from mission_desk.words import tr, trn


class BallotForm(QWidget):
    """`entered` when Enter is pressed on an option, `changed` when dots were given or taken back."""

    entered = Signal()
    changed = Signal()

    def __init__(self, tokens: Tokens, *, large: bool = False) -> None:
        super().__init__()
        look(self, "clear")
        self._tokens, self._large = tokens, large
        self._language: str | None = None
        self.paper = Paper(0, 0)
        self.rows: list[OptionRow] = []
        layout = column(self, spacing=10)
        self._list = QVBoxLayout()
        self._list.setSpacing(12 if large else 8)
        self.running = label("", "strong")
        layout.addLayout(self._list)
        layout.addWidget(self.running)

    def show_options(self, choices: Sequence[Choice], limit: int, language: str | None = None) -> None:
        """`choices` in the order in which they stand here."""
        clear(self._list)
        self._language = language
        self.rows = [
            OptionRow(self._tokens, choice.name, choice.text, limit, large=self._large) for choice in choices
        ]
        for place, option in enumerate(self.rows):
            option.gives.connect(lambda count, place=place: self._set(self.paper.give(place, count)))
            option.adds.connect(lambda by, place=place: self._set(self.paper.add(place, by)))
            option.steps.connect(lambda by, place=place: self._focus(place + by))
            option.entered.connect(self.entered)
            self._list.addWidget(option)
            option.show()  # at once: what is not visible yet cannot take the focus
        self.fill(limit, None)

    def fill(self, limit: int, ballot: Ballot | None) -> None:
        """A new paper: empty, or as the seat filled it in before."""
        self.paper = Paper(len(self.rows), limit, ballot)
        self._set(True)

    def focus_first(self) -> None:
        self._focus(0)

    def _focus(self, place: int) -> None:
        if 0 <= place < len(self.rows):
            self.rows[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _set(self, enough: bool) -> None:
        for place, option in enumerate(self.rows):
            option.show_count(self.paper.count(place))
        self.running.setText(self._words(enough))
        look(self.running, "strong" if enough else "warn")
        self.changed.emit()

    def _words(self, enough: bool) -> str:
        given, limit = self.paper.given, self.paper.limit
        if not enough:
            return trn(
                "There is only {n} dot to give.", "There are only {n} dots to give.", limit, self._language
            )
        return tr("{given} of {limit} dots", self._language, given=given, limit=limit)
