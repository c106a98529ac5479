"""The room's window: draws one Slide and nothing else. It never sees the document."""

from __future__ import annotations

import math
from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QEasingCurve, QEvent, QRect, QRectF, QSize, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from mission_desk.core.stage.slides import BoardBody, NoteBody, PollBody, Slide
from mission_desk.grammar import SOURCE
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import STAGE, Tokens
from mission_desk.ui.parts.keys.held_key import HeldKey
from mission_desk.ui.parts.pictures.picture_copies import PictureCopies
from mission_desk.ui.screens import Screen, put_on, screen_of
from mission_desk.ui.stage.changed import changed_area
from mission_desk.ui.stage.clock_face import draw_clock, until_next
from mission_desk.ui.stage.layout.measure import LAST_ROW, Measure
from mission_desk.ui.stage.layout.parting import Patterns
from mission_desk.ui.stage.motion import Motion, motion_between
from mission_desk.ui.stage.picture import Picture, lay_out
from mission_desk.ui.stage.pointer import Pointed, draw_pointed, pointed_box
from mission_desk.words import tr

UNTYPED = Qt.WindowType.WindowDoesNotAcceptFocus
SHARE = 0.4  # of the screen's width, where the stage is an ordinary window
AFTER = 8  # ms after a second has begun: a timer that comes too early would show the old digits for a second


class StageWindow(QWidget):
    """`left` is emitted when the window is closed, `pressed(event)` for its keys. `now` gives the steady
    seconds that the clock counts by; `metres` is how far away the last row sits. The slide is painted once
    and cached; a running clock repaints only its own rectangle."""

    left = Signal()
    pressed = Signal(object)
    drawn = Signal()  # another picture, or the clock's next second

    def __init__(self, now: Callable[[], float], tokens: Tokens = STAGE, metres: float = LAST_ROW) -> None:
        super().__init__()
        self._now = now
        self._tokens, self._metres = tokens, metres
        self._pictures: PictureCopies | None = None
        self._slide: Slide | None = None
        self._picture: Picture | None = None
        self._still = QPixmap()
        self._stale: QRectF | None = None  # the part of it that is out of date; empty for none
        self._pointed: Pointed | None = None
        self._held_key = HeldKey()
        self._motion = Motion()
        self._moving = QVariantAnimation(self, startValue=0.0, endValue=1.0)
        self._moving.setEasingCurve(QEasingCurve.Type.Linear)
        self._moving.valueChanged.connect(self._move)
        self._ticks = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self._tick)
        self._patterns = Patterns(self, self._paint_anew)
        self.setWindowTitle(tr("Stage – Mission Desk"))
        self.setMinimumSize(320, 240)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # what it shows

    def show_slide(self, slide: Slide) -> None:
        before, self._slide = self._slide, slide
        self._patterns.want(slide.language)
        self._begin(motion_between(before if self.isVisible() else None, slide))
        self._paint_difference()
        self._wait_for_second()

    def take_pictures_from(self, content: Callable[[str], bytes]) -> None:
        """`content(key)` gives the bytes of a picture; it is asked for what is on a slide, and for nothing
        else."""
        self._pictures = PictureCopies(content, self)
        self._pictures.came.connect(self._paint_anew)

    def dress(self, tokens: Tokens, metres: float) -> None:
        """Use other colours, or another smallest size of type."""
        if (tokens, metres) != (self._tokens, self._metres):
            self._tokens, self._metres = tokens, metres
            self._paint_anew()

    @property
    def more(self) -> bool:
        """There is another leaf after this one."""
        return self._laid_out().more if self._slide else False

    @property
    def leaf(self) -> int:
        """The number of the leaf that is up, from 0."""
        return self._laid_out().leaf if self._slide else 0

    @property
    def options(self) -> range | None:
        """Which options of a poll are on the leaf, perhaps none of them; None where there is no poll."""
        if self._slide is None or not isinstance(self._slide.body, PollBody):
            return None
        return self._laid_out().body.options or range(0)

    @property
    def shows_notes(self) -> bool:
        return self._slide is not None and isinstance(self._slide.body, BoardBody)

    def spot_of(self, row: int, x: float, y: float) -> tuple[float, float] | None:
        """Where these shares of the note with this id are seen, as shares of the window; None where the note
        is not on the leaf."""
        box = self._laid_out().box_of(row) if self._slide else None
        if box is None:
            return None
        return (box.x() + x * box.width()) / self.width(), (box.y() + y * box.height()) / self.height()

    @property
    def counts(self) -> bool:
        """A clock runs in the picture."""
        return bool(self._slide and self._slide.clock and self._slide.clock.runs)

    def point(self, x: float, y: float, *, light: bool) -> None:
        """A pointer, or a spotlight, at shares (0 to 1) of the width and height."""
        self._point(Pointed(x, y, light))

    def point_no_more(self) -> None:
        self._point(None)

    def _point(self, pointed: Pointed | None) -> None:
        if pointed == self._pointed:
            return
        before, self._pointed = self._pointed, pointed
        for each in (before, pointed):
            if each is not None:
                self.update(pointed_box(each, self._measure()))
        self.drawn.emit()

    def miniature(self, width: int, height: int) -> QPixmap:
        """What the room sees now, small, for the desk."""
        ratio = self.devicePixelRatioF()
        miniature = self.grab().scaled(
            round(width * ratio), round(height * ratio),
            Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation,
        )  # fmt: skip
        miniature.setDevicePixelRatio(ratio)
        return miniature

    # where it stands

    def present(self, screen: Screen | None, *, keys: bool = True) -> None:
        """Full screen on `screen`; an ordinary window where there is none. Without `keys` the keyboard stays
        with the desk: window managers give it to every new window, and what the facilitator goes on typing
        would be taken for the keys of a clicker."""
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not keys)
        if bool(self.windowFlags() & UNTYPED) == keys:
            self.setWindowFlag(UNTYPED, not keys)
        if screen is not None:
            put_on(self, screen.name)
            self.setGeometry(screen.box)
            self.setCursor(Qt.CursorShape.BlankCursor)
            self.setWindowState(Qt.WindowState.WindowFullScreen)
            self.show()  # showFullScreen() would also ask for the keyboard
            return
        self.unsetCursor()
        self.showNormal()
        width = round(screen_of(self).available.width() * SHARE)
        self.resize(width, width * 9 // 16)
        self.show()

    # what Qt asks

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._stale is None or not self._stale.isEmpty():
            self._paint_still()
            self._wait_for_second()
        painter = QPainter(self)
        ratio = self._still.devicePixelRatio()
        part = QRectF(event.rect())
        painter.drawPixmap(
            part,
            self._still,
            QRectF(part.x() * ratio, part.y() * ratio, part.width() * ratio, part.height() * ratio),
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._slide and self._slide.clock and self._clock_box().intersects(part):
            draw_clock(
                painter, self._slide, self._slide.clock, self._now(), self._clock_box(), self._measure()
            )
        if self._pointed is not None:
            draw_pointed(painter, self._pointed, self._measure())
        painter.end()

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if self._held_key.repeats(event):
            return  # else a key that is held ends the stage, begins it on the desk, ends it…
        reads_out = self._slide is not None and isinstance(self._slide.body, NoteBody)
        if event.key() == Qt.Key.Key_Escape and reads_out:
            self.pressed.emit(event)  # ends the reading, not the stage
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F5, Qt.Key.Key_F11):
            self.close()
        else:
            self.pressed.emit(event)

    @guarded
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._held_key.released(event)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._paint_anew()

    @guarded
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.WindowStateChange, QEvent.Type.DevicePixelRatioChange):
            self._paint_anew()
        super().changeEvent(event)

    @guarded
    def closeEvent(self, event: QCloseEvent) -> None:
        self._ticks.stop()
        self._moving.stop()
        self.left.emit()
        event.accept()

    # how

    def _measure(self) -> Measure:
        language = self._slide.language if self._slide else SOURCE
        return Measure(self.width(), self.height(), self._metres, self._tokens, self._pictures, language)

    def _laid_out(self) -> Picture:
        assert self._slide is not None
        if self._picture is None:
            self._picture = lay_out(self._slide, self._measure())
        return self._picture

    def _clock_box(self) -> QRectF:
        return self._picture.clock if self._picture else QRectF()

    def _paint_still(self) -> None:
        """Everything but the clock, at the screen's own resolution. A new picture of that size for each
        change would cost milliseconds before its first stroke."""
        ratio = self.devicePixelRatioF()
        size = QSize(math.ceil(self.width() * ratio), math.ceil(self.height() * ratio))
        if self._still.size() != size:
            self._still, self._stale = QPixmap(size), None
        self._still.setDevicePixelRatio(ratio)
        part, self._stale = self._stale, QRectF()
        if self._slide is None:
            self._still.fill(QColor(self._tokens.paper))
            return
        painter = QPainter(self._still)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if part is not None:
            painter.setClipRect(part)
        self._laid_out().draw(painter, self._motion)
        painter.end()

    def _paint_difference(self) -> None:
        """Paint only what differs from the picture that is shown."""
        before, self._picture = self._picture, None
        area = changed_area(before, self._laid_out()) if self.isVisible() else None
        if area is None or self._stale is None:
            self._stale = None
            self.update()
        elif not area.isEmpty():
            self._stale = self._stale.united(area)
            self.update(area.toAlignedRect())
        self.drawn.emit()

    def _paint_anew(self) -> None:
        self._stale, self._picture = None, None
        self.update()
        self.drawn.emit()

    def _begin(self, motion: Motion) -> None:
        self._moving.stop()
        self._motion = replace(motion, share=0.0) if motion.ms else motion
        if motion.ms:
            self._moving.setDuration(motion.ms)
            self._moving.start()

    def _move(self, share: float) -> None:
        """Redraw the same layout at the next moment of its motion."""
        self._motion = replace(self._motion, share=float(share))
        self._stale = None
        self.update()
        if share >= 1:
            self.drawn.emit()

    def _tick(self) -> None:
        """Only the digits and the bar, with room for what smoothing adds at their edges."""
        box: QRect = self._clock_box().toAlignedRect().adjusted(-2, -2, 2, 2)
        self.update(box)
        self._wait_for_second()
        self.drawn.emit()

    def _wait_for_second(self) -> None:
        clock = self._slide.clock if self._slide else None
        if clock is None or not clock.runs or self._clock_box().isEmpty():
            self._ticks.stop()
            return
        self._ticks.start(math.ceil(until_next(clock, self._now()) * 1000) + AFTER)
