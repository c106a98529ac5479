"""What a result leads to: choose the draft, vote again without one, a run-off, or a repair."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mission_desk.core.file.rows import Draft
from mission_desk.core.plan.candidates import Proposal
from mission_desk.core.plan.filling_three import fill_three
from mission_desk.core.stage import putting
from mission_desk.core.statement import drafts
from mission_desk.core.statement.open_issues import sentences, unsettled
from mission_desk.core.vote import poll_closing, polls, reasons, rounds
from mission_desk.core.vote.decided_by import terms
from mission_desk.core.vote.dividing import most_divided
from mission_desk.core.vote.outcome import OptionOutcome, Outcome, top_three
from mission_desk.ui.parts.buttons import action_button, button
from mission_desk.ui.parts.labels import label, set_tip
from mission_desk.ui.vote.poll_terms import chosen_thresholds, comparable
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr
from mission_desk.written import listed

MOST_LEVEL = 3  # options that share the first place and are offered one by one


class Deciding(QObject):
    """`follow` shows the page anew after a question was asked."""

    def __init__(self, place: Workplace, follow: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._place, self._doc, self._follow = place, place.doc, follow
        self._asked: int | None = None  # the choice whose open ends were said

    def verbs(self, outcome: Outcome) -> list[QWidget]:
        """Buttons and sentences for the side of a result, what to do first on top."""
        warned = comparable(rounds.likeness(self._doc, outcome.poll.id))
        before_again = [label(warned, "tiny", wrap=True)] if warned else []
        return [*self._deciding(outcome), *self._new_thresholds(outcome), *before_again]

    def _deciding(self, outcome: Outcome) -> list[QWidget]:
        """A draft that was chosen before this poll does not take the choice away, unless it won again."""
        chosen = drafts.chosen(self._doc)
        chosen_line: list[QWidget] = []
        if chosen is not None and any(option.choice.draft == chosen.id for option in outcome.options):
            since = poll_closing.chosen_since(self._doc, outcome.poll.id, chosen.id)
            is_chosen = tr("{name} is chosen.", name=drafts.letter(chosen))
            before = tr("{name} was chosen before this poll.", name=drafts.letter(chosen))
            chosen_line = [label(is_chosen if since else before, "good", wrap=True)]
            if since if outcome.winner is None else outcome.winner.choice.draft == chosen.id:
                make = partial(self._place.commands.run, "go.posters")
                return [*chosen_line, button(tr("Make the posters"), make, "filled")]
        printing = button(tr("Print the result"), self._print)
        walk = [action_button(self._place.commands.action("stage.divided"))] if most_divided(outcome) else []
        return [
            *chosen_line,
            *self._choosing(outcome),
            *self._repair(outcome),
            *(self._again(outcome) if not outcome.poll.quick else []),
            *walk,
            *self._reasons(outcome),
            *self._top_three(outcome),
            printing,
        ]

    def _reasons(self, outcome: Outcome) -> list[QWidget]:
        lines = reasons.shuffled(self._doc, outcome.poll)
        return [action_button(self._place.commands.action("stage.reasons"))] if lines else []

    def _new_thresholds(self, outcome: Outcome) -> list[QWidget]:
        """The preferences were changed since: the same ballots can be counted by them."""
        wanted = chosen_thresholds(self._place.preferences)
        if outcome.veiled or not polls.asks_drag(outcome.poll) or wanted == polls.thresholds(outcome.poll):
            return []
        count = partial(poll_closing.set_thresholds, self._doc, outcome.poll.id, wanted, source=self)
        return [button(tr("Count by the new thresholds"), count, "quiet")]

    def _print(self) -> None:
        """The posters page with the result chosen."""
        wanted = {**self._doc.session_value("posters", {}), "kind": "result"}
        self._doc.keep_all({"page": "posters", "posters": wanted}, source=self)

    def _choosing(self, outcome: Outcome) -> list[QWidget]:
        if not outcome.ballots:
            return [label(tr("No ballots were given."), "warn", wrap=True)]
        sentences_first: list[QWidget] = [label(words, "warn", wrap=True) for words in terms(outcome)]
        return sentences_first if not outcome.decides else [*sentences_first, *self._choosing_winner(outcome)]

    def _choosing_winner(self, outcome: Outcome) -> list[QWidget]:
        if outcome.winner is None:
            return self._choosing_among(outcome.level, veiled=outcome.veiled)
        if outcome.winner.choice.kind != "draft":
            return [label(tr("{name} wins.", name=outcome.winner.choice.name), "good", wrap=True)]
        return self._choose(outcome.winner, "filled")

    def _choosing_among(self, level: Sequence[OptionOutcome], *, veiled: bool) -> list[QWidget]:
        """Nobody wins: which are equal, and each of a few as a choice of the room's hands. What to talk about
        would tell marks of so few secret ballots that only their order is said."""
        if len(level) < 2:
            words = tr("No winner.") if veiled else tr("No winner by this rule. Talk first.")
            return [label(words, "warn", wrap=True)]
        names = listed([each.choice.name for each in level])
        sentence = label(tr("{names} are level. Let the room show hands.", names=names), "warn", wrap=True)
        few = level if len(level) <= MOST_LEVEL else ()
        chosen = drafts.chosen(self._doc)  # since before this poll: it needs no second choosing
        drafted = [
            option
            for option in few
            if option.choice.kind == "draft" and not (chosen and option.choice.draft == chosen.id)
        ]
        return [sentence, *(part for option in drafted for part in self._choose(option, ""))]

    def _choose(self, option: OptionOutcome, style: str) -> list[QWidget]:
        """With something still open on the draft, the first press says so and the second one chooses."""
        choice = option.choice
        if self._doc.find(Draft, choice.draft) is None or choice.draft is None:
            choose = button(tr("Choose {name}", name=choice.name), style=style)
            choose.setEnabled(False)
            set_tip(choose, tr("This draft was deleted."))
            return [choose]
        still = unsettled(self._doc, choice.draft)
        asked = self._asked == choice.id and not still.is_settled
        words = (
            tr("Choose {name} all the same", name=choice.name)
            if asked
            else tr("Choose {name}", name=choice.name)
        )
        choose = button(
            words, lambda: self._press(choice.id, choice.draft or 0, settled=still.is_settled), style
        )
        warnings = [label(line, "warn", wrap=True) for line in sentences(still, choice.name)] if asked else []
        return [*warnings, choose]

    def _press(self, choice: int, draft: int, *, settled: bool) -> None:
        if settled or self._asked == choice:
            self._asked = None
            drafts.choose(self._doc, draft, source=self)
        else:
            self._asked = choice
        self._follow()

    def _repair(self, outcome: Outcome) -> list[QWidget]:
        """Offer to send a draft that failed the gate back to the workbench."""
        broken = [option for option in outcome.options if option.repair and option.choice.draft is not None]
        if not polls.asks_drag(outcome.poll) or not broken:
            return []
        return [
            button(tr("Repair {name}", name=option.choice.name), partial(self._mend, option))
            for option in broken[:MOST_LEVEL]
        ]

    def _mend(self, option: OptionOutcome) -> None:
        if option.choice.draft is not None and self._doc.find(Draft, option.choice.draft) is not None:
            self._doc.keep_all({"page": "statement", "draft": option.choice.draft}, source=self)

    def _again(self, outcome: Outcome) -> list[QWidget]:
        poll, options = outcome.poll.id, outcome.options
        vote = rounds.vote_again
        verbs: list[QWidget] = []
        last = [option for option in options if option.place == max(each.place for each in options)]
        if len(options) > 2 and len(last) == 1:
            name = last[0].choice
            verbs.append(
                button(
                    tr("Vote again without {name}", name=name.name),
                    lambda: self._round(lambda: vote(self._doc, poll, without=[name.id], source=self)),
                )
            )
        meet = _runoff(options)
        if len(meet) < len(options) and outcome.winner is None:
            names = [option.choice.name for option in meet]
            words = tr("Run-off: {one} or {other}", one=", ".join(names[:-1]), other=names[-1])
            only = [option.choice.id for option in meet]
            verbs.append(
                button(words, lambda: self._round(lambda: vote(self._doc, poll, only=only, source=self)))
            )
        return verbs

    def _top_three(self, outcome: Outcome) -> list[QWidget]:
        """What is no draft can become the three priorities."""
        three = top_three(outcome)
        if not three:
            return []
        names = ", ".join(option.choice.name for option in three)
        words = tr("As our priorities: {names}", names=names)
        return [button(words, partial(self._take_three, three))]

    def _take_three(self, three: Sequence[OptionOutcome]) -> None:
        choices = [option.choice for option in three]
        winners = [Proposal(each.text, each.note, each.cluster, each.priority) for each in choices]
        fill_three(self._doc, winners, source=self)
        self._place.messages.say(tr("These are our three priorities now."), tr("Undo"), self._doc.undo)

    def _round(self, begin: Callable[[], object]) -> None:
        self._asked = None
        begin()
        putting.put(self._doc, "vote", source=self)


def _runoff(options: Sequence[OptionOutcome]) -> list[OptionOutcome]:
    """The best places, one after the other, until two or more options can meet: the order on the ballot must
    not decide which of equal options is in."""
    meet: list[OptionOutcome] = []
    for place in sorted({option.place for option in options}):
        meet += [option for option in options if option.place == place]
        if len(meet) > 1:
            break
    return meet
