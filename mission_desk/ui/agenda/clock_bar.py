"""The clock in the top bar: the step's name, its time, start and pause, one minute more."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mission_desk.core import agenda
from mission_desk.core.clock import Clock, face
from mission_desk.core.document import Changes
from mission_desk.ui import icons, theme
from mission_desk.ui.guard import guarded
from mission_desk.ui.parts.buttons import button, icon_button, tooltip
from mission_desk.ui.parts.cards import row
from mission_desk.ui.parts.labels import label
from mission_desk.ui.theme import Tokens
from mission_desk.ui.type import figures_font
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr


class ClockFace(QWidget):
    """The time in figures of one width: a style sheet would take that from a label."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens, self._text, self._over = tokens, "", False

    def show_time(self, text: str, *, over: bool) -> None:
        if (text, over) != (self._text, self._over):
            self._text, self._over = text, over
            self.setFixedSize(QFontMetrics(self._font()).horizontalAdvance(text) + 4, theme.TOP_HEIGHT - 20)
            self.setAccessibleName(text)
            self.update()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._font())
        painter.setPen(QColor(self._tokens.warn if self._over else self._tokens.ink))
        painter.drawText(
            self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter, self._text
        )
        painter.end()

    def _font(self) -> QFont:
        return figures_font(theme.TITLE, QFont.Weight.DemiBold)


class ClockBar(QWidget):
    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place, self._doc = place, place.doc
        self._step = label("", "quiet")
        self._face = ClockFace(place.tokens)
        commands = place.commands
        commands.on("clock.toggle", self._toggle)
        commands.on("clock.more", lambda: self._lengthen(60))
        commands.on("clock.less", lambda: self._lengthen(-60))
        commands.on("clock.reset", self._reset)
        self._toggler = icon_button(commands.action("clock.toggle"), place.tokens, "play")
        more = button(tr("+1"), commands.action("clock.more").trigger)
        more.setToolTip(tooltip(commands.action("clock.more")))
        more.setFixedHeight(34)
        self.setLayout(row(self._step, self._face, self._toggler, more, spacing=8))
        self._tick = QTimer(self, interval=250)
        self._tick.timeout.connect(self._show_face)
        self.show_clock()

    def follow(self, changes: Changes) -> None:
        if changes.touches("step") or changes.name.startswith("session."):
            self.show_clock()

    def show_step_name(self, shown: bool) -> None:
        self._step.setVisible(shown)

    def show_clock(self) -> None:
        step = agenda.current_step(self._doc)
        self._step.setText(step.title)
        clock = self._clock()
        tokens = self._place.tokens
        self._toggler.setIcon(icons.icon("pause" if clock.runs else "play", tokens.ink2, tokens.ink3))
        if clock.runs:
            self._tick.start()
        else:
            self._tick.stop()
        self._show_face()

    def _clock(self) -> Clock:
        return agenda.clock(self._doc, agenda.current_step(self._doc))

    def _show_face(self) -> None:
        left = self._clock().remaining(self._doc.now())
        self._face.show_time(face(left), over=left < 0)

    def _set(self, clock: Clock) -> None:
        agenda.set_clock(self._doc, agenda.current_step(self._doc), clock)

    def _toggle(self) -> None:
        clock, now = self._clock(), self._doc.now()
        self._set(clock.paused(now) if clock.runs else clock.started(now))

    def _lengthen(self, seconds: float) -> None:
        self._set(self._clock().lengthened(seconds))

    def _reset(self) -> None:
        self._set(self._clock().reset())
