"""What a result leads to: choose the draft, vote again without one, a run-off, or a repair."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mission_desk.core.file.rows import Draft
from mission_desk.core.file.session_kinds import Plain
from mission_desk.core.statement import drafts
from mission_desk.core.statement.open_issues import sentences, unsettled
from mission_desk.core.vote import poll_closing, polls, rounds
from mission_desk.core.vote.outcome import OptionOutcome, Outcome
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.labels import label, set_tip
from mission_desk.ui.vote.poll_terms import chosen_thresholds, comparable
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

MOST_LEVEL = 3  # options that share the first place and are offered one by one


class Deciding(QObject):
    """`follow` shows the page anew after a question was asked."""

    def __init__(self, place: Workplace, follow: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._place, self._doc, self._follow = place, place.doc, follow
        self._asked: int | None = None  # the choice whose open ends were said

    def verbs(self, found: Outcome) -> list[QWidget]:
        """Buttons and sentences for the side of a result, what to do first on top."""
        warned = comparable(rounds.likeness(self._doc, found.poll.id))
        before_again = [label(warned, "tiny", wrap=True)] if warned else []
        return [*self._deciding(found), *self._new_thresholds(found), *before_again]

    def _deciding(self, found: Outcome) -> list[QWidget]:
        """A draft that was chosen before another one won this poll does not take the choice away."""
        chosen = drafts.chosen(self._doc)
        said: list[QWidget] = []
        if chosen is not None and any(told.choice.draft == chosen.id for told in found.options):
            said = [label(tr("{name} is chosen.", name=drafts.letter(chosen)), "good", wrap=True)]
            if found.winner is None or found.winner.choice.draft == chosen.id:
                make = partial(self._place.commands.run, "go.posters")
                return [*said, button(tr("Make the posters"), make, "filled")]
        printing = button(tr("Print the result"), self._print)
        return [*said, *self._choosing(found), *self._repair(found), *self._again(found), printing]

    def _new_thresholds(self, found: Outcome) -> list[QWidget]:
        """The preferences were changed since: the same ballots can be counted by them."""
        wanted = chosen_thresholds(self._place.preferences)
        if found.veiled or not polls.asks_drag(found.poll) or wanted == polls.thresholds(found.poll):
            return []
        count = partial(poll_closing.set_thresholds, self._doc, found.poll.id, wanted, source=self)
        return [button(tr("Count by the new thresholds"), count, "quiet")]

    def _print(self) -> None:
        """The posters page with the result chosen."""
        wanted = {**self._doc.session_value("posters", {}, dict[str, Plain]), "kind": "result"}
        self._doc.keep_all({"page": "posters", "posters": wanted}, source=self)

    def _choosing(self, found: Outcome) -> list[QWidget]:
        if not found.ballots:
            return [label(tr("No ballots were given."), "warn", wrap=True)]
        if found.winner is None:
            return self._choosing_among(found.level)
        if found.winner.choice.kind != "draft":
            return [label(tr("{name} wins.", name=found.winner.choice.name), "good", wrap=True)]
        return self._choose(found.winner, "filled")

    def _choosing_among(self, level: Sequence[OptionOutcome]) -> list[QWidget]:
        """Nobody wins: which are equal, and each of a few as a choice of the room's hands."""
        if len(level) < 2:
            return [label(tr("No winner by this rule. Talk first."), "warn", wrap=True)]
        names = tr(
            "{first} and {last}", first=", ".join(each.choice.name for each in level[:-1]),
            last=level[-1].choice.name,
        )  # fmt: skip
        said = label(tr("{names} are level. Let the room show hands.", names=names), "warn", wrap=True)
        drafted = [told for told in level if told.choice.kind == "draft" and len(level) <= MOST_LEVEL]
        return [said, *(part for told in drafted for part in self._choose(told, ""))]

    def _choose(self, told: OptionOutcome, style: str) -> list[QWidget]:
        """With something still open on the draft, the first press says so and the second one chooses."""
        choice = told.choice
        if self._doc.find(Draft, choice.draft) is None or choice.draft is None:
            found = button(tr("Choose {name}", name=choice.name), style=style)
            found.setEnabled(False)
            set_tip(found, tr("This draft was deleted."))
            return [found]
        still = unsettled(self._doc, choice.draft)
        asked = self._asked == choice.id and not still.is_settled
        words = (
            tr("Choose {name} all the same", name=choice.name)
            if asked
            else tr("Choose {name}", name=choice.name)
        )
        found = button(
            words, lambda: self._press(choice.id, choice.draft or 0, settled=still.is_settled), style
        )
        said = [label(line, "warn", wrap=True) for line in sentences(still, choice.name)] if asked else []
        return [*said, found]

    def _press(self, choice: int, draft: int, *, settled: bool) -> None:
        if settled or self._asked == choice:
            self._asked = None
            drafts.choose(self._doc, draft, source=self)
        else:
            self._asked = choice
        self._follow()

    def _repair(self, found: Outcome) -> list[QWidget]:
        """A draft that failed the gate is not dead: it goes back to the workbench."""
        broken = [told for told in found.options if told.repair and told.choice.draft is not None]
        if not polls.asks_drag(found.poll) or not broken:
            return []
        return [
            button(tr("Repair {name}", name=told.choice.name), partial(self._mend, told))
            for told in broken[:MOST_LEVEL]
        ]

    def _mend(self, told: OptionOutcome) -> None:
        if told.choice.draft is not None and self._doc.find(Draft, told.choice.draft) is not None:
            self._doc.keep_all({"page": "statement", "draft": told.choice.draft}, source=self)

    def _again(self, found: Outcome) -> list[QWidget]:
        poll, options = found.poll.id, found.options
        vote = rounds.vote_again
        verbs: list[QWidget] = []
        last = [told for told in options if told.place == max(each.place for each in options)]
        if len(options) > 2 and len(last) == 1:
            name = last[0].choice
            verbs.append(
                button(
                    tr("Vote again without {name}", name=name.name),
                    lambda: self._round(lambda: vote(self._doc, poll, without=[name.id], source=self)),
                )
            )
        meet = _runoff(options)
        if len(meet) < len(options) and found.winner is None:
            names = [told.choice.name for told in meet]
            words = tr("Run-off: {one} or {other}", one=", ".join(names[:-1]), other=names[-1])
            only = [told.choice.id for told in meet]
            verbs.append(
                button(words, lambda: self._round(lambda: vote(self._doc, poll, only=only, source=self)))
            )
        return verbs

    def _round(self, begin: Callable[[], object]) -> None:
        self._asked = None
        begin()


def _runoff(options: Sequence[OptionOutcome]) -> list[OptionOutcome]:
    """The best place after place, until two or more can meet: which of equal ones stands first on the ballot
    must not decide who is in."""
    meet: list[OptionOutcome] = []
    for place in sorted({told.place for told in options}):
        meet += [told for told in options if told.place == place]
        if len(meet) > 1:
            break
    return meet
