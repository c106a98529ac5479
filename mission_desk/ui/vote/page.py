"""Where the group decides: set a poll up, take the ballots in, see the result. One of the three is shown."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mission_desk.core.file.document import Changes
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Poll, Seat
from mission_desk.core.stage import putting
from mission_desk.core.vote import poll_closing, polls, rounds, secret_ballots
from mission_desk.ui.page import Page
from mission_desk.ui.parts.ask_card import AskCard
from mission_desk.ui.parts.buttons import action_button
from mission_desk.ui.parts.cards import column, scrolled
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.parts.one_of import OneOf
from mission_desk.ui.parts.side_content import SideContent
from mission_desk.ui.screens import free_screen, put_on
from mission_desk.ui.vote import asked
from mission_desk.ui.vote.ballot_printing import print_ballots
from mission_desk.ui.vote.booth.booth import Booth
from mission_desk.ui.vote.open_poll import OpenPoll, ways
from mission_desk.ui.vote.open_verbs import OpenVerbs
from mission_desk.ui.vote.result.deciding import Deciding
from mission_desk.ui.vote.result.result import PollResult
from mission_desk.ui.vote.setup.setup import PollSetup
from mission_desk.ui.vote.side import VoteSide
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn


class VotePage(Page):
    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._anew = False  # somebody asked for a new poll and has not opened it yet
        self.booth: Booth | None = None
        self.setup, self.open, self.result = PollSetup(place), OpenPoll(place), PollResult(place)
        self.aside = VoteSide(place)
        self.verbs = OpenVerbs(place, self)
        self._deciding = Deciding(place, self._redraw, self)
        self._build()
        self.setup.given_up.connect(partial(self._set_up, False))
        self.setup.rule_changed.connect(lambda: self.aside.show_setup(self.setup.rule.rule))
        self._register()

    def _register(self) -> None:
        on = self.place.commands.on
        on("poll.open", self.setup.open_poll, self._may_open)
        on("poll.booth", self._open_booth, self._may_open_booth)
        on("poll.close", self._try_to_close, self._may_close)
        on("poll.discard", self._discard, partial(self._is, "open"))
        on("poll.again", self._vote_again, partial(self._is, "closed"))
        on("poll.new", partial(self._set_up, True), partial(self._is, "closed"))
        for key, numbered in (("poll.print_plain", False), ("poll.print_numbered", True)):
            on(key, partial(self._print, numbered=numbered), partial(self._is, "open"))
        for way in ("seats", "hands", "cards", "paper"):
            on(f"poll.way_{way}", partial(self.open.show_way, way), partial(self._may_enter, way))

    def _build(self) -> None:
        body = QWidget()
        set_look(body, "clear")
        layout = column(body, (28, 22, 28, 24), 14)
        self._question, self._pill = label("", "heading", wrap=True), label("", "pill")
        head = QHBoxLayout()
        head.addWidget(self._question, 1)
        head.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignTop)
        self.question = AskCard()
        self.question.left.connect(self._take_keys)
        self._no_rule = label("", "warn", wrap=True)
        self._states = OneOf((self.setup, self.open, self.result, self._no_rule))
        harbour = QVBoxLayout()
        layout.addLayout(head)
        layout.addWidget(self.question)
        layout.addWidget(self._states, 1)
        layout.addLayout(harbour)
        area = scrolled(body)
        column(self).addWidget(area)
        self.side = SideContent(self.aside, harbour)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._focus_ballot()

    # following

    def enter(self) -> None:
        self._redraw()
        self._focus_ballot()

    def leave(self) -> None:
        self._anew = False
        self.question.drop()
        if self.booth is not None:
            self.booth.close()

    def follow(self, changes: Changes) -> None:
        if changes.touches("poll"):
            self._anew = False
        if changes.name.startswith("poll.") or changes.touches("poll", "mark", "hand", "seat"):
            self.question.drop()  # its number is not true any more
        self._redraw()
        if self.booth is not None:
            self.booth.follow()

    def _redraw(self) -> None:
        """Show everything anew. The button that was pressed may be gone: then the focus stays in the page and
        does not go to the menu's."""
        beside = self._holds(self.aside, self.window().focusWidget())
        here = self._holds(self, self.window().focusWidget())
        self._show_state()
        now = self.window().focusWidget()
        if beside or (here and (now is self or not self._holds(self, now))):
            self.place.commands.refresh()  # a button that cannot be pressed yet would not take the keys
            self.setFocus()
            self._focus_ballot()

    def _holds(self, part: QWidget, focus: QWidget | None) -> bool:
        return focus is not None and (part is focus or part.isAncestorOf(focus))

    def _show_state(self) -> None:
        poll = polls.newest(self.doc)
        if poll is None or (self._anew and poll.state == "closed"):
            self._show_setup(poll)
        elif not polls.has_rule(poll):
            self._show_no_rule(poll)
        elif poll.state == "closed":
            self._show_result(poll)
        else:
            self._show_open(poll)

    def _show_setup(self, earlier: Poll | None) -> None:
        self._question.setText(tr("A new poll"))
        self._pill.hide()
        self.setup.show_setup(earlier=earlier.id if earlier else None)
        self.aside.show_setup(self.setup.rule.rule)
        self._states.show_one(self.setup)

    def _show_no_rule(self, poll: Poll) -> None:
        """Neither a ballot nor a result can be shown; what can be done is to discard it, or begin another."""
        try:
            polls.rule(poll)
        except KnownError as error:
            self._no_rule.setText(str(error))
        self._name(poll, tr("Rule not known"))
        verb = "poll.discard" if poll.state == "open" else "poll.new"
        self.aside.show_poll(poll, [action_button(self.place.commands.action(verb))])
        self._states.show_one(self._no_rule)

    def _show_open(self, poll: Poll) -> None:
        voted, seats = poll_closing.ballots_in(self.doc, poll), len(self.doc.rows(Seat))
        secret = tr("Secret · {voted} of {seats}", voted=voted, seats=seats)
        self._name(
            poll, secret if poll.secret else tr("Open poll · {voted} of {seats}", voted=voted, seats=seats)
        )
        self.aside.show_poll(poll, self.verbs.verbs(poll, voted, seats))
        self._states.show_one(self.open)
        self.open.show_poll(poll)

    def _show_result(self, poll: Poll) -> None:
        outcome, seats = self.result.show_poll(poll), len(self.doc.rows(Seat))
        closed = trn(
            "Closed · {voted} of {n} ballot", "Closed · {voted} of {n} ballots", seats, voted=outcome.ballots
        )
        self._name(poll, closed)
        again = [self.place.commands.action(key) for key in ("poll.again", "poll.new")]
        verbs = [*self._deciding.verbs(outcome), *(action_button(each) for each in again)]
        self.aside.show_poll(poll, verbs)
        self._states.show_one(self.result)

    def _name(self, poll: Poll, pill: str) -> None:
        self._question.setText(poll.question)
        self._pill.setText(pill)
        self._pill.show()

    def _focus_ballot(self) -> None:
        """Send digits to a ballot at once, also after a click beside it; while something is asked, the focus
        stays on the safe answer."""
        if self.question.asks:
            self.question.focus_safe()
        elif self._states.shown() is self.open:
            self.open.entry().focus_entry()

    # doing

    def _try_to_close(self) -> None:
        """With seats missing, or a ballot half typed, it is asked once; who comes too late for a counted poll
        is asked for no more."""
        poll = polls.newest(self.doc)
        if poll is None:
            return
        voted = poll_closing.ballots_in(self.doc, poll)
        missing = len(self.doc.rows(Seat)) - voted
        counted, unstored = secret_ballots.is_counted(self.doc, poll.id), self.open.unstored(poll)
        if counted or (missing <= 0 and not unstored):
            self._close()
            return
        like = rounds.likeness_when_closed(self.doc, poll.id)
        sentence = asked.missing_in_round(missing, like) if like else asked.missing_seats(missing, voted)
        sentence = sentence if missing > 0 else asked.close_all_the_same()
        self.question.ask(
            f"{unstored} {sentence}".strip(), tr("Keep the poll open"), tr("Close the poll"), self._close
        )

    def _take_keys(self) -> None:
        self.setFocus()
        self._focus_ballot()

    def _discard(self) -> None:
        poll = polls.newest(self.doc)
        if poll is not None:
            self.verbs.ask_discard(poll, self.question, self.open.unstored(poll))

    def _close(self) -> None:
        poll = polls.newest(self.doc)
        if poll is None:
            return
        if poll.secret:  # the file is written anew: in a large one that takes longer than a blink
            self._pill.setText(tr("Closing…"))
            self._pill.repaint()
        try:
            poll_closing.close_poll(self.doc, poll.id, source=self)
        except KnownError:
            self._redraw()
            raise
        putting.put(self.doc, "vote", source=self)

    def _vote_again(self) -> None:
        poll = polls.newest(self.doc)
        if poll is not None:
            rounds.vote_again(self.doc, poll.id, source=self)
            putting.put(self.doc, "vote", source=self)

    def _print(self, *, numbered: bool) -> None:
        poll = polls.newest(self.doc)
        if poll is not None:
            print_ballots(self.place, poll, numbered=numbered)

    def _set_up(self, wanted: bool) -> None:
        self._anew = wanted
        self._redraw()
        self.place.commands.refresh()

    def _open_booth(self) -> None:
        poll = polls.newest(self.doc)
        if poll is None:
            return
        self.booth = self.place.windows.own(Booth(self.place, poll))
        self.booth.left.connect(self._booth_left)
        screen = free_screen(self.window(), self.place.windows.filled_screens())
        put_on(self.booth, screen.name)
        self.booth.setGeometry(screen.box)
        self.booth.showFullScreen()
        self.booth.activateWindow()
        self.booth.cover.focus()

    def _booth_left(self) -> None:
        """Take the keys back: while "Open the booth" was grey, Qt gave them to the menu."""
        self.booth = None
        self.place.commands.refresh()
        if self.isVisible():
            self._take_keys()

    # what may be done

    def _state(self) -> str:
        poll = polls.newest(self.doc)
        return poll.state if poll else ""

    def _is(self, state: str) -> bool:
        return self._state() == state

    def _may_open(self) -> bool:
        return (self._state() == "" or (self._state() == "closed" and self._anew)) and self.setup.may_open()

    def _may_open_booth(self) -> bool:
        poll = polls.newest(self.doc)
        if poll is None or poll.state != "open" or self.booth is not None:
            return False
        return not (poll.secret and secret_ballots.is_counted(self.doc, poll.id))

    def _may_enter(self, way: str) -> bool:
        poll = polls.newest(self.doc)
        return poll is not None and poll.state == "open" and way in ways(poll)

    def _may_close(self) -> bool:
        poll = polls.newest(self.doc)
        return poll is not None and poll.state == "open" and poll_closing.ballots_in(self.doc, poll) > 0
