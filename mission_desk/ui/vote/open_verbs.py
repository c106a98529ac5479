"""What can be done with an open poll beside taking ballots: close it, withdraw an option, throw it away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from mission_desk.core.file.rows import Choice, Poll
from mission_desk.core.vote import poll_closing, poll_opening, polls, secret_ballots
from mission_desk.ui.parts.ask_card import AskCard
from mission_desk.ui.parts.buttons import action_button, button
from mission_desk.ui.vote import asked
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn

FEW_OPTIONS = 2  # with no more than these none can be withdrawn


class OpenVerbs(QObject):
    """Buttons for the side of an open poll, and what they do."""

    def __init__(self, place: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._place, self._doc = place, place.doc

    def verbs(self, poll: Poll, voted: int, seats: int) -> list[QWidget]:
        verbs: list[QWidget] = [self._close_button(voted, seats)]
        if len(polls.choices(self._doc, poll.id)) > FEW_OPTIONS:
            verbs.append(self._withdraw_button(poll))
        verbs.append(action_button(self._place.commands.action("poll.discard"), "quiet"))
        return verbs

    def _close_button(self, voted: int, seats: int) -> QWidget:
        whole = tr("Close the poll")
        some = trn(
            "Close with {voted} of {n} ballot", "Close with {voted} of {n} ballots", seats, voted=voted
        )
        close = button(
            whole if voted >= seats else some,
            partial(self._place.commands.run, "poll.close"),
            "filled" if voted >= seats else "",
        )
        close.setEnabled(voted > 0)
        return close

    def _withdraw_button(self, poll: Poll) -> QPushButton:
        withdraw = button(tr("Withdraw an option…"), style="quiet")
        withdraw.clicked.connect(partial(self._ask_withdraw, poll, withdraw))
        return withdraw

    def _ask_withdraw(self, poll: Poll, beside: QWidget) -> None:
        menu = self._place.windows.own(QMenu(beside))
        if poll.secret and secret_ballots.ballots_in(self._doc, poll.id):
            menu.addAction(tr("It goes from all secret ballots and cannot come back.")).setEnabled(False)
            menu.addSeparator()
        for choice in polls.choices(self._doc, poll.id):
            words = f"{choice.name}  {choice.text[:60]}".replace("&", "&&")
            menu.addAction(words).triggered.connect(partial(self.withdraw, choice.id, choice.name))
        menu.popup(beside.mapToGlobal(QPoint(0, beside.height())))

    def withdraw(self, choice: int, name: str, _checked: bool = False) -> None:
        poll_opening.withdraw(self._doc, choice, source=self)
        if self._struck(choice):
            words = tr("{name} is withdrawn. Its marks were struck from all secret ballots.", name=name)
            self._place.messages.say(words)
            return
        sentence = tr("{name} is withdrawn. Ballots stay as they were; the result leaves it out.", name=name)
        self._place.messages.say(sentence, tr("Undo"), self._doc.undo)

    def ask_discard(self, poll: Poll, question: AskCard, unstored: str) -> None:
        """Ask once if the poll has ballots, or one is half typed (`unstored` says so); else there is nothing
        to lose."""
        ballots = poll_closing.ballots_in(self._doc, poll)
        if not ballots and not unstored:
            self._discard(poll)
            return
        keep, words = tr("Keep the poll"), tr("Discard the poll")
        sentence = asked.discard(poll, ballots) if ballots else asked.discard_all_the_same()
        question.ask(f"{unstored} {sentence}".strip(), keep, words, partial(self._discard, poll))

    def _struck(self, choice: int) -> bool:
        """Whether ballots lost their marks for it: then Undo cannot bring it back."""
        return choice in secret_ballots.left_out(self._doc, self._doc.row(Choice, choice).poll)

    def _discard(self, poll: Poll) -> None:
        """No Undo is offered where it would bring back no ballot."""
        gone = bool(poll.secret) and secret_ballots.ballots_in(self._doc, poll.id) > 0
        gone = gone and not secret_ballots.is_counted(self._doc, poll.id)
        poll_opening.remove_poll(self._doc, poll.id, source=self)
        if gone:
            self._place.messages.say(tr("The poll is discarded; its secret ballots are destroyed."))
        else:
            self._place.messages.say(tr("The poll is discarded."), tr("Undo"), self._doc.undo)
