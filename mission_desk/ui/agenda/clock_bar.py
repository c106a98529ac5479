"""The clock in the top bar: the step's name, its time, start and pause, minutes more or less."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from mission_desk.core.agenda import agenda
from mission_desk.core.agenda.clock import Clock, face
from mission_desk.core.agenda.step_parts import Part, part_now, parts_of
from mission_desk.core.file.document import Changes
from mission_desk.ui.agenda.clock_face import ClockFace
from mission_desk.ui.look import icons
from mission_desk.ui.parts.buttons import button, icon_button, tooltip
from mission_desk.ui.parts.cards import row
from mission_desk.ui.parts.labels import label, set_tip
from mission_desk.ui.preferences import tones
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

TICK = 250  # ms
JUST_NOW = 2.0  # seconds over time in which the chime still sounds; later, the machine slept meanwhile


class ClockBar(QWidget):
    """`up` is emitted when the step's time runs out while somebody can hear the chime, `next_part` when one
    of its parts does, `other_part` at the second in which another part runs, however that came."""

    up = Signal()
    next_part = Signal()
    other_part = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place, self._doc = place, place.doc
        self._left: float | None = None  # at the last tick, while the same clock runs
        self._parts: tuple[Part, ...] = ()
        self._part: Part | None = None
        self._step = label("", "quiet")
        self._face = ClockFace(place.tokens)
        self._register()
        commands = place.commands
        self._toggler = icon_button(commands.action("clock.toggle"), place.tokens, "play")
        less, more, five = (
            self._minutes(key, words)
            for key, words in (("clock.less", tr("−1")), ("clock.more", tr("+1")), ("clock.five", tr("+5")))
        )
        reset = icon_button(commands.action("clock.reset"), place.tokens, "rotate-ccw")
        self._for_room = (self._step, less, five, reset)
        self.setLayout(row(self._step, self._face, self._toggler, less, more, five, reset, spacing=8))
        self._tick = QTimer(self, interval=TICK)
        self._tick.timeout.connect(self._on_tick)
        agenda.correct_stored_clocks(
            self._doc
        )  # the file may come from another machine, or from before a restart
        self.show_clock()

    def rest(self) -> None:
        """Stop following: the desk is about to close the file."""
        self._tick.stop()

    def _register(self) -> None:
        on = self._place.commands.on
        on("clock.toggle", self._toggle)
        for key, seconds in (("clock.more", 60), ("clock.less", -60), ("clock.five", 300)):
            on(key, partial(self._lengthen, seconds))
        on("clock.reset", self._reset)

    def _minutes(self, key: str, words: str) -> QPushButton:
        action = self._place.commands.action(key)
        minute_button = button(words, action.trigger, "small")
        set_tip(minute_button, tooltip(action))
        minute_button.setAccessibleName(action.text())
        minute_button.setFixedHeight(34)
        return minute_button

    def follow(self, changes: Changes) -> None:
        if changes.touches("step") or changes.name.startswith(("session.", "preference.clock.")):
            self.show_clock()

    def show_wide(self, wide: bool) -> None:
        """A narrow bar shows the time, the pause and one minute more; the other buttons have keys and menu
        entries."""
        for each in self._for_room:
            each.setVisible(wide)
        self.updateGeometry()  # now, not with the next event: the bar's title takes what is left

    def show_clock(self) -> None:
        step = agenda.current_step(self._doc)
        self._parts = parts_of(step)
        clock = self._clock()
        tokens = self._place.tokens
        self._toggler.setIcon(icons.icon("pause" if clock.runs else "play", tokens.ink2, tokens.ink3))
        self._left = None
        if clock.runs:
            self._tick.start()
        else:
            self._tick.stop()
        self._show_face()

    def _clock(self) -> Clock:
        return agenda.clock(self._doc, agenda.current_step(self._doc))

    def _on_tick(self) -> None:
        agenda.correct_stored_clocks(self._doc)
        self._show_face()

    def _show_face(self) -> None:
        left = self._clock().remaining(self._doc.steady())
        self._face.show_time(face(left), tones(self._place.preferences).tone(left))
        part = part_now(self._parts, left)
        self._show_step(part)
        if part != self._part:
            self._part = part
            self.other_part.emit()
        if self._left is not None:
            self._chime(self._left, left)
        self._left = left

    def _show_step(self, part: Part | None) -> None:
        title = agenda.current_step(self._doc).title
        words = f"{title} · {part.name}" if part else title
        if words != self._step.text():
            self._step.setText(words)
            self.updateGeometry()

    def _chime(self, before: float, left: float) -> None:
        if before > 0 >= left > -JUST_NOW:
            self.up.emit()
        elif any(before > part.ends >= left > part.ends - JUST_NOW for part in self._parts):
            self.next_part.emit()

    def _set(self, clock: Clock) -> None:
        agenda.set_clock(self._doc, agenda.current_step(self._doc), clock)

    def _toggle(self) -> None:
        clock, now = self._clock(), self._doc.steady()
        self._set(clock.paused(now) if clock.runs else clock.started(now))

    def _lengthen(self, seconds: float) -> None:
        self._set(self._clock().lengthened(seconds))

    def _reset(self) -> None:
        """Give the step the minutes of the plan again; a clock that runs goes on from there."""
        clock = self._clock()
        fresh = clock.reset(agenda.current_step(self._doc).minutes * 60)
        self._set(fresh.started(self._doc.steady()) if clock.runs else fresh)
