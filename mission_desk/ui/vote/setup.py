"""Before a poll: which drafts are in, the question, how many dots, said aloud or in the booth."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mission_desk.core import drafts, polls, scene
from mission_desk.core.rows import Draft, Seat
from mission_desk.ui.parts.buttons import action_button, button
from mission_desk.ui.parts.cards import Card, clear, column, row
from mission_desk.ui.parts.choice import Choice
from mission_desk.ui.parts.fields import LineField
from mission_desk.ui.parts.labels import label, look
from mission_desk.ui.parts.tick import Tick
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

MOST_DOTS = 9  # one key a count


class PollSetup(QWidget):
    given_up = Signal()  # back to the last result

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        look(self, "clear")
        self._place, self._doc = place, place.doc
        self._left_out: set[int] = set()
        self._dots = polls.DEFAULT_DOTS
        self.secret = False
        self.boxes: dict[int, Tick] = {}
        layout = column(self, spacing=14)
        self._build_question(layout)
        self._options = Card(margins=(18, 12, 18, 16), spacing=10)
        layout.addWidget(self._options)
        self._build_rules(layout)
        self._lacking = label("", "warn", wrap=True)
        layout.addWidget(self._lacking)
        self._build_verbs(layout)
        layout.addStretch(1)

    def _build_question(self, layout: QVBoxLayout) -> None:
        self.question = LineField(tr("The question of the poll"), "question")
        self.question.setText(self._usual_question())
        layout.addWidget(self.question)

    def _build_rules(self, layout: QVBoxLayout) -> None:
        self._figure = label("", "figure")
        self.less, self.more = (
            button("−", lambda: self._step(-1), "step"),
            button("+", lambda: self._step(1), "step"),
        )
        self.less.setAccessibleName(tr("One dot less for each"))
        self.more.setAccessibleName(tr("One dot more for each"))
        dots = Card(margins=(18, 12, 18, 14), spacing=8)
        dots.column.addWidget(label(tr("Dots for each seat"), "section"))
        dots.column.addLayout(row(self.less, self._figure, self.more, spacing=12, stretch=3))
        how = Card(margins=(18, 12, 18, 14), spacing=8)
        how.column.addWidget(label(tr("How the ballots come in"), "section"))
        options = (("aloud", tr("Said aloud, typed here")), ("secret", tr("Secret, in the booth")))
        self.way = Choice(options, tr("How the ballots come in"))
        self.way.chosen.connect(lambda key: self._set_secret(key == "secret"))
        self._way_words = label("", "tiny", wrap=True)
        how.column.addWidget(self.way)
        how.column.addWidget(self._way_words)
        self._rules = QWidget()
        look(self._rules, "clear")
        line = QHBoxLayout(self._rules)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(dots)
        line.addWidget(how, 1)
        layout.addWidget(self._rules)

    def _build_verbs(self, layout: QVBoxLayout) -> None:
        go = self._place.commands.run
        self._open = action_button(self._place.commands.action("poll.open"), "filled")
        self._write = button(tr("Write a draft"), lambda: go("go.statement"), "filled")
        self._seats = button(tr("Say who is in the room"), lambda: go("go.scene"), "filled")
        self.back = button(tr("Back to the last result"), self.given_up.emit, "quiet")
        for verb in (self._open, self._write, self._seats, self.back):
            verb.hide()  # never all of them: together they would make the whole page too wide
        line = row(self._open, self._write, self._seats, self.back, spacing=10, stretch=4)
        layout.addLayout(line)

    def show_setup(self, *, again: bool) -> None:
        """`again`: there is an earlier result to go back to."""
        rows = [draft for draft in drafts.drafts(self._doc) if draft.text.strip()]
        seats = len(self._doc.rows(Seat))
        self._show_options(rows)
        self.question.setVisible(bool(rows))
        self._rules.setVisible(bool(rows))
        self._figure.setText(str(self._dots))
        self.way.show_choice("secret" if self.secret else "aloud")
        self._way_words.setText(
            tr("Ballots without names or times, shuffled. They cannot be changed or undone.")
            if self.secret
            else tr("You type seat by seat. Who gave what is kept in the file and can be corrected.")
        )
        for part in (self._open, self._write, self._seats):
            part.hide()
        self._lacking.setText(self._what_lacks(rows, seats))
        self._lacking.setVisible(bool(self._lacking.text()))
        (self._write if not rows else self._seats if not seats else self._open).show()
        self.back.setVisible(again)
        self._place.commands.refresh()

    def chosen(self) -> list[Draft]:
        rows = [draft for draft in drafts.drafts(self._doc) if draft.text.strip()]
        return [draft for draft in rows if draft.id not in self._left_out]

    def may_open(self) -> bool:
        return bool(self.chosen()) and bool(self._doc.rows(Seat, "1 LIMIT 1"))

    def open_poll(self) -> None:
        question = self.question.text().strip() or self._usual_question()
        polls.open_poll(
            self._doc, question, self.chosen(), dots_each=self._dots, secret=self.secret, source=self
        )

    def _usual_question(self) -> str:
        """In the room's language: it stands on the stage."""
        return tr("Which statement do we put on the wall?", scene.workshop(self._doc).language)

    def _what_lacks(self, rows: list[Draft], seats: int) -> str:
        if not rows:
            return tr("There is nothing to vote on yet. Write two or three drafts that differ.")
        if not seats:
            return tr("Nobody has a seat yet. Say in “Set the scene” how many people are in the room.")
        return "" if self.chosen() else tr("Tick at least one draft.")

    def _show_options(self, rows: list[Draft]) -> None:
        column_of = self._options.column
        clear(column_of)
        self._options.setVisible(bool(rows))
        self.boxes = {}
        column_of.addWidget(label(tr("Drafts in this poll"), "section"))
        for draft in rows:
            column_of.addLayout(self._option(draft))

    def _option(self, draft: Draft) -> QHBoxLayout:
        box = Tick(self._place.tokens, drafts.letter(draft))
        box.setChecked(draft.id not in self._left_out)
        box.setAccessibleName(f"{drafts.letter(draft)}: {draft.text}")
        box.toggled.connect(lambda on: self._tick(draft.id, on))
        self.boxes[draft.id] = box
        found = row(box, label(draft.text.strip(), "serif", wrap=True), spacing=14)
        found.setStretch(1, 1)
        found.setAlignment(box, Qt.AlignmentFlag.AlignTop)
        return found

    def _tick(self, draft: int, on: bool) -> None:
        (self._left_out.discard if on else self._left_out.add)(draft)
        self._lacking.setText(self._what_lacks(self.chosen() or drafts.drafts(self._doc), 1))
        self._lacking.setVisible(bool(self._lacking.text()))
        self._place.commands.refresh()

    def _step(self, by: int) -> None:
        self._dots = max(1, min(MOST_DOTS, self._dots + by))
        self._figure.setText(str(self._dots))

    def _set_secret(self, secret: bool) -> None:
        self.secret = secret
        self.show_setup(again=not self.back.isHidden())
