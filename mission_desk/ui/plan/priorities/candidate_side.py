"""The candidates of the day beside the cards: clusters and notes, most dots first; ticked ones are voted on,
and what the vote decided becomes our three."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mission_desk.core.file.plan_rows import Priority
from mission_desk.core.file.rows import Poll
from mission_desk.core.plan import candidates, priorities
from mission_desk.core.plan.candidates import Candidate, Proposal
from mission_desk.core.room import scene
from mission_desk.core.stage import desk_position
from mission_desk.core.vote import poll_opening, polls, voted_three
from mission_desk.core.vote.outcome import outcome
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import Card, clear, column
from mission_desk.ui.parts.choice import Choice
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.parts.submit_field import SubmitField
from mission_desk.ui.plan.priorities.candidate_row import CandidateRow, wants_in
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

MOST = 60  # rows; nobody reads on
DOTS_EACH = 3


class CandidateSide(QWidget):
    """`taken(priority id)` when one became a priority."""

    taken = Signal(int)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        set_look(self, "clear")
        self._place, self._doc = place, place.doc
        self._ticks: set[tuple[str, int]] = set()
        self._kind = "all"
        self._shown: tuple[object, ...] = ()
        self.rows: list[CandidateRow] = []
        self.offer = VoteOffer(place)
        self._kinds: Choice[str] | None = None
        self._head, self._list = QWidget(), QWidget()
        for part in (self._head, self._list):
            set_look(part, "clear")
        self._head_column, self._column = column(self._head), column(self._list, spacing=0)
        self.another = SubmitField(tr("Type another one"))
        self.another.setAccessibleName(tr("Type another one"))
        self.another.keep_in(place.unwritten, "priority.another")
        self.another.submitted.connect(self._add)
        self._says = label("", "tiny", wrap=True)
        self.vote = button("", self.open_poll, "filled")
        layout = column(self, spacing=2 * UNIT)
        for part in (label(tr("Candidates"), "section"), self.offer, self._head, self._list, self.another):
            layout.addWidget(part)
        layout.addWidget(self._says)
        layout.addWidget(self.vote)
        layout.addWidget(label(tr("Enter takes one up · Space ticks · V starts the vote"), "tiny", wrap=True))
        layout.addStretch(1)

    def follow(self) -> None:
        self.offer.follow()
        every = candidates.candidates(self._doc)
        present = {(each.kind, each.id) for each in every}
        self._ticks &= present
        became = {row.id: _became(row) for row in self._ours()}
        state = (*every, *became.items(), self._kind)
        if state != self._shown:
            self._shown = state
            self._show_kinds(every)
            self._show_rows(every, became)
        self._show_vote()

    def _ours(self) -> list[Priority]:
        return [*priorities.priorities(self._doc, "team"), *priorities.not_this_year(self._doc)]

    def _show_kinds(self, every: list[Candidate]) -> None:
        clear(self._head_column)
        counts = {kind: sum(each.kind == kind for each in every) for kind in ("cluster", "note")}
        options = (
            ("all", tr("All {n}", n=len(every))),
            ("cluster", tr("Clusters {n}", n=counts["cluster"])),
            ("note", tr("Notes {n}", n=counts["note"])),
        )
        kinds: Choice[str] = Choice(options, tr("Which candidates are shown"))
        kinds.show_choice(self._kind)
        kinds.chosen.connect(self._choose_kind)
        self._head_column.addWidget(kinds)
        self._kinds = kinds

    def _choose_kind(self, kind: str) -> None:
        self._kind = kind
        self.follow()

    def _show_rows(self, every: list[Candidate], became: dict[int, str]) -> None:
        at = next((n for n, each in enumerate(self.rows) if each.hasFocus()), None)
        clear(self._column)
        chosen = [each for each in every if self._kind in ("all", each.kind)][:MOST]
        self.rows = [self._row(each, became) for each in chosen]
        for each in self.rows:
            self._column.addWidget(each)
        if not every:
            words = tr("Notes with dots come here by themselves, from every board.")
            self._column.addWidget(label(words, "quiet", wrap=True))
        if at is not None and self.rows:
            self.rows[min(at, len(self.rows) - 1)].setFocus()

    def _row(self, candidate: Candidate, became: dict[int, str]) -> CandidateRow:
        key = (candidate.kind, candidate.id)
        state = became.get(candidate.priority or 0, "")
        made = CandidateRow(self._place.tokens, candidate, state, on=key in self._ticks)
        made.ticked.connect(partial(self._tick, key))
        made.taken.connect(partial(self._take, candidate))
        made.voted.connect(self.open_poll)
        made.went.connect(partial(self._go, made))
        return made

    def _go(self, here: CandidateRow, by: int) -> None:
        to = self.rows.index(here) + by
        if 0 <= to < len(self.rows):
            self.rows[to].setFocus()

    def _tick(self, key: tuple[str, int], on: bool) -> None:
        (self._ticks.add if on else self._ticks.discard)(key)
        self._show_vote()

    def _take(self, candidate: Candidate) -> None:
        self._place.commands.attempt(partial(self._take_up, candidates.proposal(candidate)))

    def _add(self, words: str) -> None:
        if self._place.commands.attempt(partial(self._take_up, Proposal(words))):
            self.another.empty()

    def _take_up(self, proposed: Proposal) -> None:
        self.taken.emit(candidates.take_up(self._doc, proposed, source=self))

    # voting

    def ticked(self) -> list[Candidate]:
        every = candidates.candidates(self._doc)
        return [each for each in every if (each.kind, each.id) in self._ticks]

    def _show_vote(self) -> None:
        """Without ticks there is nothing to vote on, and no button."""
        count = len(self._ticks)
        self.vote.setVisible(count > 1)
        self.vote.setText(tr("Vote on these {n}", n=count))
        words = tr("{n} ticked.", n=count)
        self._says.setText(f"{words} {tr('Three dots each, on the stage.')}" if count > 1 else "")
        self._says.setVisible(count > 1)

    def open_poll(self) -> None:
        if len(self._ticks) > 1:
            self._place.commands.attempt(self._open_poll)

    def _open_poll(self) -> None:
        language = scene.workshop(self._doc).language
        question = tr("Which three are our priorities?", language)
        options = voted_three.candidate_options(self.ticked())
        poll_opening.open_poll(
            self._doc, question, options, rule="dots", dots_each=DOTS_EACH, several=True, source=self
        )
        self._ticks.clear()
        desk_position.show_page(self._doc, "vote")


def _became(priority: Priority) -> str:
    if priority.place == "three":
        return (tr("our 1st"), tr("our 2nd"), tr("our 3rd"))[priority.rank]
    return wants_in() if priority.place == "wants in" else tr("not this year")


class VoteOffer(Card):
    """What the newest vote on candidates decided, until it is ours."""

    def __init__(self, place: Workplace) -> None:
        super().__init__("card-soft", spacing=UNIT)
        self._place, self._doc = place, place.doc
        self._poll = 0
        self._words = label("", "", wrap=True)
        self.take = button(tr("Make these our three"), self._fill, "filled")
        self.column.addWidget(label(tr("The room has voted"), "section"))
        self.column.addWidget(self._words)
        self.column.addWidget(self.take)
        self.hide()

    def follow(self) -> None:
        newest = next((poll for poll in polls.polls(self._doc)), None)
        words = self._decided(newest) if newest is not None else []
        self._poll = newest.id if newest is not None else 0
        self._words.setText("\n".join(words))
        self.setVisible(bool(words))

    def _decided(self, poll: Poll) -> list[str]:
        """The words that won; none while it is open, is about something else, or is ours already."""
        if poll.state != "closed" or not polls.has_rule(poll):
            return []
        if any(choice.kind in ("draft", "free") for choice in polls.choices(self._doc, poll.id)):
            return []
        winners, equals = voted_three.winners_and_equals(outcome(self._doc, poll.id))
        words = [f"{n}. {choice.text}" for n, choice in enumerate(winners, 1)]
        words += [tr("equal: {words}", words=choice.text) for choice in equals]
        return [] if voted_three.is_filled(self._doc, poll.id) else words

    def _fill(self) -> None:
        self._place.commands.attempt(partial(voted_three.fill_from_poll, self._doc, self._poll, source=self))
