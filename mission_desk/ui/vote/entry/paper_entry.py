"""Paper ballots: printed from here, and typed at speed on the number pad: seat, Enter, numbers, Enter."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Poll, Seat
from mission_desk.core.room import people
from mission_desk.core.vote import ballots, poll_closing, polls, reasons, secret_ballots
from mission_desk.ui.parts.ask_card import AskCard
from mission_desk.ui.parts.buttons import action_button
from mission_desk.ui.parts.cards import Card, clear, column, row
from mission_desk.ui.parts.flow import FlowLayout
from mission_desk.ui.parts.labels import label, read_aloud, set_look
from mission_desk.ui.vote import asked
from mission_desk.ui.vote.entry.ballot_keys import Key
from mission_desk.ui.vote.entry.key_reader import KeyReader
from mission_desk.ui.vote.entry.number_pad import NumberPad
from mission_desk.ui.vote.entry.reason_field import ReasonField
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

CELL = 62  # px


class PadFrame(QFrame):
    """Has the focus for the number pad's keys; Escape starts the ballot again."""

    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_look(self, "option")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Number pad"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class PaperEntry(QWidget):
    def __init__(self, place: Workplace) -> None:
        super().__init__()
        set_look(self, "clear")
        self._place, self._doc = place, place.doc
        self._poll: Poll | None = None
        self._shape: tuple[int, ...] = ()
        self.pad: NumberPad | None = None
        self._proposed = ""  # the seat that stands there until another number is typed
        self._cells: list[tuple[QFrame, QLabel]] = []
        self.frame = PadFrame()
        self.frame.escaped.connect(self._anew)
        self._reader = KeyReader(self)
        self._reader.watch(self.frame)
        self._reader.pressed.connect(self._press)
        self.reason = ReasonField()
        self.reason.entered.connect(self._store_with_reason)
        self.reason.left_back.connect(self._back_to_numbers)
        self.question = AskCard()
        self.question.left.connect(self.focus_entry)
        self._status = label("", "strong", wrap=True)
        self._build()

    def _build(self) -> None:
        layout = column(self, spacing=12)
        printing = Card(margins=(18, 12, 18, 14), spacing=8)
        words = label(tr("Eight ballots on a sheet of A4 or Letter, to be cut apart."), "quiet", wrap=True)
        numbered = action_button(self._place.commands.action("poll.print_numbered"))
        plain = action_button(self._place.commands.action("poll.print_plain"))
        printing.column.addWidget(words)
        printing.column.addLayout(row(plain, numbered, spacing=10, stretch=2))
        inner = QVBoxLayout(self.frame)
        inner.setContentsMargins(18, 14, 18, 14)
        inner.setSpacing(10)
        inner.addWidget(self._status)
        holder = QWidget()
        set_look(holder, "clear")
        self._flow = FlowLayout(holder, spacing=8)
        inner.addWidget(holder)
        inner.addWidget(self.reason)
        hint = tr(
            "Seat, Enter, then one digit a number: 10 is 1 and 0, or *; − is no answer, Backspace goes back. "
            "Enter stores when every number is there."
        )
        inner.addWidget(label(hint, "tiny", wrap=True))
        layout.addWidget(self.question)
        layout.addWidget(self.frame)
        layout.addWidget(printing)
        layout.addStretch(1)

    def show_poll(self, poll: Poll) -> None:
        every = polls.ballot_choices(self._doc, poll.id)
        shape = (poll.id, *(choice.id for choice in every if not choice.withdrawn))
        if shape != self._shape:
            self._poll, self._shape = poll, shape
            self.pad = NumberPad(poll, every)
            self.pad.start(self._proposal())
            self.reason.ask(poll)
            self._make_cells()
            self.question.drop()
        self._show()

    def focus_entry(self) -> None:
        if self.question.asks:
            self.question.focus_safe()
        else:
            self.frame.setFocus(Qt.FocusReason.OtherFocusReason)

    def unstored(self, poll: Poll) -> str:
        """A sentence where numbers were typed and not stored; empty where nothing would be lost."""
        if self.pad is None or self._poll is None or self._poll.id != poll.id:
            return ""
        if not self.pad.is_begun and not self.reason.text().strip():
            return ""
        return asked.typed_only(tr("Seat {n}", n=self.pad.seat) if self.pad.seat else "")

    def _make_cells(self) -> None:
        clear(self._flow)
        self._cells = []
        if self.pad is None:
            return
        both = any(each.part for each in self.pad.keys.rows)
        names = [tr("Seat")]
        for each in self.pad.keys.rows:
            part = (tr("drag") if each.part else tr("pull")) if both else ""
            names.append(f"{each.name} {part}".strip())
        for name in names:
            frame, figure = _cell(name)
            self._cells.append((frame, figure))
            self._flow.addWidget(frame)
            frame.show()

    def _show(self) -> None:
        pad = self.pad
        if pad is None or self._poll is None:
            return
        values = [
            pad.seat or ("–" if self._poll.secret else ""),
            *(pad.value(n) for n in range(len(pad.keys.rows))),
        ]
        here = 0 if pad.takes_seat else pad.keys.at + 1
        for at, ((frame, figure), value) in enumerate(zip(self._cells, values, strict=True)):
            set_look(frame, "option-on" if at == here else "option")
            figure.setText(value)
        self._say(pad.refusal or self._state(), "warn" if pad.refusal else "strong")
        if pad.refusal:
            read_aloud(self.frame, pad.refusal)

    def _state(self) -> str:
        if self._poll is None or self.pad is None:
            return ""
        if not self.pad.takes_seat and self.pad.keys.waits:
            return self.pad.keys.waiting()
        if not self.pad.takes_seat and self.pad.keys.is_behind:
            return self.pad.wrong() or tr("Enter stores this ballot.")
        done, seats = poll_closing.ballots_in(self._doc, self._poll), len(people.seats(self._doc))
        return tr("{done} of {seats} ballots are in", done=done, seats=seats)

    # keys

    def _press(self, key: Key, _frame: QWidget) -> None:
        pad = self.pad
        if pad is None:
            return
        if pad.takes_seat and key == "enter":
            try:
                self._take_seat(pad)
            except KnownError as error:
                pad.refusal = str(error)
        else:
            if pad.takes_seat and isinstance(key, int):
                self._forget_proposal(pad)
            if pad.press(key) and not self._asks_why(pad):
                self._try(pad)
        self._show()

    def _asks_why(self, pad: NumberPad) -> bool:
        """The numbers are there: the next words are the reason, and Enter behind them stores both."""
        if self.reason.asks and not pad.wrong():
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def _store_with_reason(self) -> None:
        if self.pad is None:
            return
        if self.pad.takes_seat:
            self._back_to_numbers()
        else:
            self._try(self.pad)
            self._show()

    def _back_to_numbers(self) -> None:
        self.frame.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_proposal(self, pad: NumberPad) -> None:
        """The first digit of a seat's number takes the place of the proposed one."""
        if pad.seat == self._proposed:
            pad.seat, self._proposed = "", ""

    def _anew(self) -> None:
        if self.pad is not None:
            self.pad.start(self._proposal())
            self.reason.fill("")
            self._show()

    def _try(self, pad: NumberPad) -> None:
        """Store the ballot; ask first where it says nothing."""
        pad.refusal = pad.wrong()
        if pad.refusal:
            return
        if pad.keys.draft.is_empty:
            asking = asked.nothing_given(len(pad.keys.rows))
            self.question.ask(
                asking, asked.back_to_ballot(), tr("Store an empty ballot"), partial(self._store, pad)
            )
        else:
            self._store(pad)

    def _take_seat(self, pad: NumberPad) -> None:
        """An unknown seat, or one that may not vote twice, is refused before its numbers are typed."""
        seat = self._seat(pad.seat)
        if self._poll is None:
            return
        if seat is None and (pad.seat or not self._poll.secret):
            pad.refusal = tr("There is no seat {n}.", n=pad.seat or "–")
            pad.seat = ""
            return
        done = seat is not None and seat.id in polls.seats_done(self._doc, self._poll.id)
        if done and self._poll.secret:
            pad.refusal = tr("Seat {n} has voted already. Secret ballots cannot be changed.", n=pad.seat)
            pad.seat = ""
            return
        if self._poll.secret:
            secret_ballots.refuse_counted(self._doc, self._poll.id)
        pad.go_to_values()
        if done and seat is not None:
            self.reason.fill(reasons.reason_of(self._doc, self._poll.id, seat.id))
            pad.refusal = tr("Seat {n} has voted: these numbers replace the first ones.", n=pad.seat)

    def _store(self, pad: NumberPad) -> None:
        poll, seat = self._poll, self._seat(pad.seat)
        if poll is None:
            return
        ballot, reason = pad.keys.draft.ballot, self.reason.text()
        cast = secret_ballots.cast_secret  # a paper of a secret poll needs no seat
        try:
            if poll.secret:
                cast(self._doc, poll.id, seat.id if seat else None, ballot, reason=reason, source=self)
            elif seat is not None:
                ballots.cast(self._doc, poll.id, seat.id, ballot, reason=reason, source=self)
        except KnownError as error:
            pad.refusal = str(error)
        else:
            pad.start(self._proposal())
            self.reason.fill("")
            self._back_to_numbers()
        self._show()

    def _seat(self, number: str) -> Seat | None:
        return next((seat for seat in people.seats(self._doc) if str(seat.number) == number), None)

    def _proposal(self) -> str:
        """The next seat without a ballot; none in a secret poll, whose papers need no number."""
        self._proposed = ""
        if self._poll is not None and not self._poll.secret:
            done = polls.seats_done(self._doc, self._poll.id)
            free = [seat.number for seat in people.seats(self._doc) if seat.id not in done]
            self._proposed = str(free[0]) if free else ""
        return self._proposed

    def _say(self, words: str, style: str) -> None:
        self._status.setText(words)
        set_look(self._status, style)


def _cell(name: str) -> tuple[QFrame, QLabel]:
    """A box with its name above and the figure that is typed into it."""
    frame, figure = QFrame(), label("", "figure")
    box = column(frame, (6, 4, 6, 6), 2)
    for part in (label(name, "tiny"), figure):
        part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.addWidget(part)
    frame.setMinimumWidth(CELL)
    return frame, figure
