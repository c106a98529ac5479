"""Where the group decides: set a poll up, take the ballots in, see the result. One of the three is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mission_desk.core import polls
from mission_desk.core.document import Changes
from mission_desk.core.rows import Poll, Seat
from mission_desk.ui.parts.aside import Aside
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import column, scrolled
from mission_desk.ui.parts.labels import label, look
from mission_desk.ui.parts.page import Page
from mission_desk.ui.vote.booth import Booth
from mission_desk.ui.vote.entry import AloudEntry
from mission_desk.ui.vote.result import PollResult
from mission_desk.ui.vote.secret import SecretPoll
from mission_desk.ui.vote.setup import PollSetup
from mission_desk.ui.vote.side import VoteSide
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn


class VotePage(Page):
    key = "vote"

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._again = False  # somebody asked for a new poll and has not opened it yet
        self.booth: Booth | None = None
        self.setup, self.entry = PollSetup(place), AloudEntry(place)
        self.secret, self.result = SecretPoll(place), PollResult(place)
        self.aside = VoteSide(place)
        self._build()
        self.setup.given_up.connect(lambda: self._set_up(False))
        on = place.commands.on
        on("poll.open", self._open, self._may_open)
        on("poll.booth", self._open_booth, self._may_open_booth)
        on("poll.close", self._close, self._may_close)

    def _build(self) -> None:
        body = QWidget()
        look(body, "clear")
        layout = column(body, (28, 22, 28, 24), 14)
        self._question, self._pill = label("", "heading", wrap=True), label("", "pill")
        head = QHBoxLayout()
        head.addWidget(self._question, 1)
        head.addWidget(self._pill)
        self._states = QStackedWidget()
        for state in (self.setup, self.entry, self.secret, self.result):
            self._states.addWidget(state)
        harbour = QVBoxLayout()
        layout.addLayout(head)
        layout.addWidget(self._states, 1)
        layout.addLayout(harbour)
        area = scrolled(body)
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click beside the ballot is the page's
        column(self).addWidget(area)
        self.side = Aside(self.aside, harbour)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._focus_ballot()

    # following

    def enter(self) -> None:
        self._redraw()
        self._focus_ballot()

    def leave(self) -> None:
        self._again = False
        if self.booth is not None:
            self.booth.close()

    def follow(self, changes: Changes) -> None:
        if changes.touches("poll"):
            self._again = False
        self._redraw()
        if self.booth is not None:
            self.booth.follow()

    def _redraw(self) -> None:
        focus = self.window().focusWidget()
        beside = focus is not None and self.aside.isAncestorOf(focus)
        self._show_state()
        if beside:
            self.setFocus()  # the button that was pressed has gone: else the menu's would have the keys

    def _show_state(self) -> None:
        poll = self._poll()
        if poll is None or (self._again and poll.state == "closed"):
            self._show_setup(poll is not None)
        elif poll.state == "closed":
            self._show_result(poll)
        else:
            self._show_open(poll)

    def _show_setup(self, again: bool) -> None:
        self._question.setText(tr("Vote on the drafts"))
        self._pill.hide()
        self.setup.show_setup(again=again)
        self.aside.show_setup()
        self._turn_to(self.setup)

    def _show_open(self, poll: Poll) -> None:
        voted, seats = len(polls.seats_done(self.doc, poll.id)), len(self.doc.rows(Seat))
        self._name(poll, tr("Open · {voted} of {seats}", voted=voted, seats=seats))
        self.aside.show_open(poll, [self._close_button(voted, seats), self._discard_button(poll)])
        shown = self.secret if poll.secret else self.entry
        self._turn_to(shown)
        shown.show_poll(poll)

    def _show_result(self, poll: Poll) -> None:
        voted, seats = len(polls.ballots(self.doc, poll.id)), len(self.doc.rows(Seat))
        self._name(
            poll, trn("Closed · {voted} of {n} ballot", "Closed · {voted} of {n} ballots", seats, voted=voted)
        )
        self.result.show_poll(poll)
        self.aside.show_result(poll, button(tr("Vote again"), lambda: self._set_up(True)))
        self._turn_to(self.result)

    def _name(self, poll: Poll, pill: str) -> None:
        self._question.setText(poll.question)
        self._pill.setText(pill)
        self._pill.show()

    def _focus_ballot(self) -> None:
        """Digits go to a ballot at once, also after a click beside it."""
        if self._states.currentWidget() is self.entry:
            self.entry.form.focus_first()

    def _turn_to(self, state: QWidget) -> None:
        if self._states.currentWidget() is not state:
            self._states.setCurrentWidget(state)

    # doing

    def _open(self) -> None:
        self.setup.open_poll()

    def _close(self) -> None:
        poll = self._poll()
        if poll is not None:
            polls.close_poll(self.doc, poll.id, source=self)

    def _set_up(self, wanted: bool) -> None:
        self._again = wanted
        self._redraw()

    def _open_booth(self) -> None:
        poll = self._poll()
        if poll is None:
            return
        self.booth = Booth(self.place, poll)
        self.booth.left.connect(self._booth_left)
        screen = _free_screen(self.window())
        self.booth.setScreen(screen)
        self.booth.setGeometry(screen.geometry())
        self.booth.showFullScreen()
        self.booth.activateWindow()
        self.booth.cover.focus()

    def _booth_left(self) -> None:
        if self.booth is not None:
            self.booth.deleteLater()
            self.booth = None
        self.place.commands.refresh()

    def _close_button(self, voted: int, seats: int) -> QWidget:
        whole = tr("Close the poll")
        some = trn(
            "Close with {voted} of {n} ballot", "Close with {voted} of {n} ballots", seats, voted=voted
        )
        found = button(
            whole if voted >= seats else some,
            lambda: self.place.commands.run("poll.close"),
            "filled" if voted >= seats else "",
        )
        found.setEnabled(voted > 0)
        return found

    def _discard_button(self, poll: Poll) -> QWidget:
        return button(tr("Discard this poll"), lambda: self._discard(poll), "quiet")

    def _discard(self, poll: Poll) -> None:
        polls.remove_poll(self.doc, poll.id, source=self)
        self.place.messages.say(tr("The poll is discarded."), tr("Undo"), lambda: self.doc.undo())

    # what may be done

    def _poll(self) -> Poll | None:
        found = polls.polls(self.doc)
        return found[0] if found else None

    def _may_open(self) -> bool:
        poll = self._poll()
        return (poll is None or (poll.state == "closed" and self._again)) and self.setup.may_open()

    def _may_open_booth(self) -> bool:
        poll = self._poll()
        return poll is not None and poll.state == "open" and bool(poll.secret) and self.booth is None

    def _may_close(self) -> bool:
        poll = self._poll()
        return poll is not None and poll.state == "open" and bool(polls.seats_done(self.doc, poll.id))


def _free_screen(desk: QWidget) -> QScreen:
    """The desk's screen, never one that another window of ours fills: no ballot belongs on the projector."""
    windows = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each.isFullScreen()]
    taken = [each.screen() for each in windows]
    screens = [desk.screen(), *QGuiApplication.screens()]
    return next((screen for screen in screens if screen not in taken), desk.screen())
