"""Before a poll: the question, what is voted on, how it is counted, open or secret."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mission_desk.core.agenda import agenda
from mission_desk.core.file.rows import Seat
from mission_desk.core.room import scene
from mission_desk.core.stage import putting
from mission_desk.core.vote import poll_opening
from mission_desk.core.vote.poll_options import usual_dots, usual_secrecy
from mission_desk.core.vote.polls import written
from mission_desk.ui.parts.buttons import action_button, button
from mission_desk.ui.parts.cards import Card, column, row
from mission_desk.ui.parts.choice import Choice
from mission_desk.ui.parts.fields import LineField
from mission_desk.ui.parts.labels import SteadyLabel, label, set_look
from mission_desk.ui.vote.poll_terms import chosen_thresholds, promise
from mission_desk.ui.vote.setup.setup_more import SetupMore
from mission_desk.ui.vote.setup.setup_options import SetupOptions
from mission_desk.ui.vote.setup.setup_rule import SetupRule
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr


class PollSetup(QWidget):
    given_up = Signal()  # back to the last result
    rule_changed = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        set_look(self, "clear")
        self._place, self._doc = place, place.doc
        self.secret, self._step = False, 0
        self._earlier: int | None = None
        self.question = LineField(tr("The question of the poll"), "question")
        self.question.keep_in(place.unwritten, "poll.question")
        if not self.question.text():
            self.question.setText(self._usual_question())
        self.options, self.rule = SetupOptions(place), SetupRule(place)
        self._lacking = label("", "warn", wrap=True)
        layout = column(self, spacing=14)
        layout.addWidget(self.question)
        layout.addWidget(self.options)
        layout.addWidget(self._build_how())
        layout.addWidget(self._lacking)
        self._build_verbs(layout)
        self.more = SetupMore(place.tokens, lambda: len(self._doc.rows(Seat)))
        layout.addWidget(self.more)
        layout.addStretch(1)
        self.options.changed.connect(self._options_changed)
        self.rule.changed.connect(self._rule_changed)
        self._kind = ""

    def _build_how(self) -> QWidget:
        way = Card(margins=(18, 12, 18, 14), spacing=8)
        way.column.addWidget(label(tr("Open or secret"), "section"))
        ways = (("open", tr("Open")), ("secret", tr("Secret")))
        self.way = Choice(ways, tr("Open or secret"))
        self.way.chosen.connect(lambda key: self.set_secret(key == "secret"))
        self._way_words = SteadyLabel([promise(secret=each) for each in (False, True)], "tiny")
        way.column.addWidget(self.way)
        way.column.addWidget(self._way_words)
        way.column.addStretch(1)
        self._how = QWidget()
        set_look(self._how, "clear")
        line = QHBoxLayout(self._how)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(self.rule, 1)
        line.addWidget(way, 1)
        return self._how

    def _build_verbs(self, layout: QVBoxLayout) -> None:
        go = self._place.commands.run
        self._open = action_button(self._place.commands.action("poll.open"), "filled")
        self._write = button(tr("Write a draft"), partial(go, "go.statement"), "filled")
        self._seats = button(tr("Say who is in the room"), partial(go, "go.scene"), "filled")
        self.back = button(tr("Back to the last result"), self.given_up.emit, "quiet")
        for verb in (self._open, self._write, self._seats, self.back):
            verb.hide()  # never all of them: together they would make the whole page too wide
        line = row(self._open, self._write, self._seats, self.back, spacing=10, stretch=4)
        layout.addLayout(line)

    def show_setup(self, *, earlier: int | None) -> None:
        """`earlier` is the poll before, to go back to."""
        self._earlier = earlier
        self._follow_step()
        self.options.show_options()
        if self._kind != self.options.kind:
            self._propose()
        self.way.show_choice("secret" if self.secret else "open")
        self._way_words.setText(promise(secret=self.secret))
        self._show_verbs()
        self._place.commands.refresh()

    def _follow_step(self) -> None:
        """Each step begins with what its note asks for; what is chosen then stays until the next step."""
        step = agenda.step_now(self._doc)
        if step is not None and step.id != self._step:
            self._step = step.id
            self.secret = usual_secrecy(self._doc)

    def _propose(self) -> None:
        """Propose the usual rule for the kind of option that was chosen."""
        self._kind = self.options.kind
        for_draft = self._kind == "draft"
        self.options.none.setChecked(False)
        self.rule.propose("pull-and-drag" if for_draft else "dots", usual_dots(len(self.options.available())))
        self.rule_changed.emit()

    def _show_verbs(self) -> None:
        options, seats = self.options.available(), self._doc.rows(Seat)
        for part in (self._open, self._write, self._seats):
            part.hide()
        nothing = self.options.kind == "draft" and not options
        (self._write if nothing else self._seats if not seats else self._open).show()
        self._how.setVisible(not nothing)
        self.more.setVisible(not nothing)
        self.question.setVisible(not nothing)
        self._lacking.setText(self._what_lacks(nothing=nothing, seats=bool(seats)))
        self._lacking.setVisible(bool(self._lacking.text()))
        self.back.setVisible(self._earlier is not None)

    def may_open(self) -> bool:
        return bool(self.options.chosen()) and bool(self._doc.rows(Seat))

    def open_poll(self) -> None:
        rule = self.rule
        poll_opening.open_poll(
            self._doc, self.question.text().strip() or self._usual_question(), self.options.chosen(),
            rule=rule.rule, dots_each=rule.dots, several=rule.several.isChecked(), secret=self.secret,
            thresholds=written(chosen_thresholds(self._place.preferences)), quorum=self.more.quorum.value,
            reasons=self.more.reasons.isChecked(), quick=self.more.quick.isChecked(), source=self,
        )  # fmt: skip
        putting.put(self._doc, "vote", source=self)
        if self.more.minutes.value:
            agenda.count_down(self._doc, self.more.minutes.value, source=self)
        self.more.forget()

    def _usual_question(self) -> str:
        """In the room's language: it stands on the stage."""
        return tr("Which statement do we put on the wall?", scene.workshop(self._doc).language)

    def _what_lacks(self, *, nothing: bool, seats: bool) -> str:
        if nothing:
            return tr("There is nothing to vote on yet. Write two or three drafts that differ.")
        if not seats:
            return tr("Nobody has a seat yet. Say in “Set the scene” how many people are in the room.")
        return "" if self.options.chosen() else tr("Tick or write at least one option.")

    def _options_changed(self) -> None:
        if self._kind != self.options.kind:
            self._propose()
        self._show_verbs()
        self._place.commands.refresh()

    def _rule_changed(self) -> None:
        self.rule_changed.emit()
        self._place.commands.refresh()

    def set_secret(self, secret: bool) -> None:
        self._follow_step()
        self.secret = secret
        self.show_setup(earlier=self._earlier)
