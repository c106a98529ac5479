"""The rows of the timeline: bars from the day to their dates, moved by mouse; and the tray of those without
one, from which they are dragged onto a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from mission_desk.core.file.plan_rows import Guideline
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.plan.roadmap.ring import draw_number
from mission_desk.ui.plan.roadmap.timeline import ink as draw
from mission_desk.ui.plan.roadmap.timeline.lines import (
    Milestone,
    Timeline,
    TimelineLine,
    day_words,
    later,
    milestones,
    next_check_in,
)
from mission_desk.ui.plan.roadmap.timeline.time_scale import TimeScale, Zoom, time_scale
from mission_desk.words import tr

LABELS, LEAST_LABELS = 0.25, 210  # share of the width, px
LONG_BUBBLE = 520  # px right of a date in which all is said of its move
REACH = 10  # px around the end of a bar that grasp it
BOX, BOX_HEIGHT = 340, 52  # px, of a guideline in the tray


class Shown(Struct, frozen=True):
    """All that the timeline draws. `now` is the guideline on which the keys stand, `was` the date it had
    before it began to move, `to` where it is dragged to."""

    plan: Timeline
    start: date
    today: date
    zoom: Zoom
    now: int | None = None
    was: date | None = None
    to: date | None = None

    def scale(self, width: float) -> TimeScale:
        left = max(LEAST_LABELS, width * LABELS)
        return time_scale(self.zoom, self.start, self.today, left, width - left - draw.PAD)

    def milestones(self) -> list[Milestone]:
        return milestones(self.start)


class TimelineHead(QWidget):
    """Its days stand over those of `body`, which a scroll bar makes narrower."""

    def __init__(self, tokens: Tokens, body: QWidget) -> None:
        super().__init__()
        self._body = body
        self._tokens = tokens
        self._shown: Shown | None = None
        self.setFixedHeight(draw.HEAD)

    def show_all(self, shown: Shown) -> None:
        self._shown = shown
        self.update()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self._shown
        if shown is None:
            return
        painter, scale, t = QPainter(self), shown.scale(self._body.width()), self._tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw.draw_months(painter, scale, draw.HEAD - 6, t)
        draw.draw_milestones(painter, shown.milestones(), shown.today, scale, draw.HEAD, t)
        painter.setPen(QPen(QColor(t.line), 1))
        painter.drawLine(0, draw.HEAD - 1, self.width(), draw.HEAD - 1)
        painter.end()


class Dragging(QWidget):
    """What body and tray have in common. `picked(row)`; `drags(row, day)` while it moves, day None outside;
    `drops(row)`; `opens(row)` by a double click."""

    picked = Signal(int)
    drags = Signal(int, object)
    drops = Signal(int)
    opens = Signal(int)
    row_at: Callable[[QPointF], Guideline | None]
    day_at: Callable[[QPointF], date | None]
    grasps: Callable[[Guideline, QPointF], bool]

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.tokens = tokens
        self.shown: Shown | None = None
        self._pressed: tuple[int, QPointF] | None = None
        self._moving = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position())
        if row is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self.picked.emit(row.id)
        if self.grasps(row, event.position()):
            self._pressed = (row.id, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        row, start = self._pressed
        far = (event.position() - start).manhattanLength() >= QApplication.startDragDistance()
        self._moving = self._moving or far
        if self._moving:
            self.drags.emit(row, self.day_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, moving = self._pressed, self._moving
        self._pressed, self._moving = None, False
        if pressed is not None and moving:
            self.drags.emit(pressed[0], self.day_at(event.position()))
            self.drops.emit(pressed[0])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position())
        if row is not None:
            self.opens.emit(row.id)

    def give_up(self) -> None:
        """Nothing is dragged any more."""
        self._pressed, self._moving = None, False


class TimelineBody(Dragging):
    """`offers(row, day)` when the date that is offered for what is over is pressed."""

    offers = Signal(int, object)

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(tokens)
        self._tops: list[int] = [0]
        self.offered: dict[int, QRectF] = {}
        self.setMouseTracking(True)

    def show_all(self, shown: Shown) -> None:
        self.shown = shown
        self._tops = [0]
        for line in shown.plan.lines:
            self._tops.append(self._tops[-1] + (draw.GROUP if line.kind == "head" else draw.ROW))
        self.setFixedHeight(max(1, self._tops[-1]))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def line_box(self, place: int) -> QRectF:
        return QRectF(0, self._tops[place], self.width(), self._tops[place + 1] - self._tops[place])

    def box_of(self, guideline: int | None) -> QRectF | None:
        """Where its line stands; None where it has none here."""
        for place, line in enumerate(self.shown.plan.lines if self.shown else ()):
            if line.row is not None and line.row.id == guideline:
                return self.line_box(place)
        return None

    def end_of(self, guideline: int) -> QPointF | None:
        """The end of its bar, where it is grasped."""
        box = self.box_of(guideline)
        line = next((each for each in self._lines() if each.row and each.row.id == guideline), None)
        if box is None or line is None or line.due is None or self.shown is None:
            return None
        return QPointF(self.shown.scale(self.width()).x(self._due(line)), box.center().y())

    def _lines(self) -> tuple[TimelineLine, ...]:
        return self.shown.plan.lines if self.shown else ()

    # drawing

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.shown is None:
            return
        painter, scale = QPainter(self), self.shown.scale(self.width())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.offered = {}
        seen = [
            place
            for place in range(len(self._lines()))
            if self.line_box(place).intersects(QRectF(event.rect()))
        ]
        for place in seen:
            self._draw_ground(painter, place)
        draw.draw_grid(painter, scale, 18, self.height(), self.tokens)
        self._draw_milestones(painter, scale)
        for place in seen:
            self._draw_line(painter, place, scale)
        painter.end()

    def _draw_ground(self, painter: QPainter, place: int) -> None:
        line, box, t = self._lines()[place], self.line_box(place), self.tokens
        if line.kind == "head":
            painter.fillRect(box, QColor(t.paper))
        elif self.shown and line.row and line.row.id == self.shown.now:
            painter.fillRect(box, QColor(t.accent_soft))
        painter.setPen(QPen(QColor(t.line), 1))
        painter.drawLine(QPointF(0, box.bottom()), QPointF(box.right(), box.bottom()))

    def _draw_milestones(self, painter: QPainter, scale: TimeScale) -> None:
        assert self.shown is not None
        days = [(each.day, Qt.PenStyle.DotLine, 1.2) for each in self.shown.milestones()]
        for day, style, width in [*days, (self.shown.today, Qt.PenStyle.SolidLine, 2.0)]:
            if scale.shows(day):
                painter.setPen(QPen(QColor(self.tokens.accent), width, style))
                painter.drawLine(QPointF(scale.x(day), 0), QPointF(scale.x(day), self.height()))

    def _draw_line(self, painter: QPainter, place: int, scale: TimeScale) -> None:
        line, box, t = self._lines()[place], self.line_box(place), self.tokens
        if line.row is None or line.due is None:
            draw.draw_group(painter, line, box, scale, t)
            return
        painter.save()
        draw.draw_label(painter, line, box, scale.left, t)
        painter.setClipRect(QRectF(scale.left - 8, box.y(), box.right() - scale.left + 8, box.height()))
        self._draw_bar(painter, line, box, scale)
        painter.restore()

    def _draw_bar(self, painter: QPainter, line: TimelineLine, box: QRectF, scale: TimeScale) -> None:
        assert self.shown is not None
        assert line.row is not None
        t, due = self.tokens, self._due(line)
        bar = draw.bar_box(line, due, self.shown.start, box, scale)
        draw.draw_bar(painter, line.row.state, bar, t)
        end = max(bar.right(), scale.left) + 14
        if self._is_moving(line):
            self._draw_moving(painter, due, bar, box, scale)
            return
        if line.warns:
            draw.draw_overdue(painter, bar.right(), scale.x(self.shown.today), bar, t)
            end = max(end, scale.x(self.shown.today) + 12)
        room = min(end, box.right() - 240)
        after = draw.draw_words(painter, line, room, box.center().y() + 5, box.right() - 8, t)
        if line.warns:
            self._draw_offer(painter, line.row, after + 12, box)

    def _due(self, line: TimelineLine) -> date:
        assert self.shown is not None
        assert line.due is not None
        return self.shown.to if self._is_now(line) and self.shown.to else line.due

    def _is_now(self, line: TimelineLine) -> bool:
        return self.shown is not None and line.row is not None and line.row.id == self.shown.now

    def _is_moving(self, line: TimelineLine) -> bool:
        return self._is_now(line) and self.shown is not None and self.shown.was is not None

    def _draw_moving(self, painter: QPainter, due: date, bar: QRectF, box: QRectF, scale: TimeScale) -> None:
        assert self.shown is not None
        assert self.shown.was is not None
        t, was = self.tokens, scale.x(self.shown.was)
        painter.setPen(QPen(QColor(t.ink2), 1.4, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(was, box.y() + 8), QPointF(was, box.bottom() - 8))
        moved = later(self.shown.was, due)
        says = tr("{later} · Shift ← → a week · Esc puts it back", later=moved)
        if bar.right() > box.right() - LONG_BUBBLE:
            says = moved
        draw.draw_bubble(
            painter, day_words(due), says, bar.right() + 16, box.center().y(), box.right() - 8, t
        )

    def _draw_offer(self, painter: QPainter, row: Guideline, x: float, box: QRectF) -> None:
        assert self.shown is not None
        day = next_check_in(self.shown.start, self.shown.today)
        words = tr("Move to {day}", day=day_words(day))
        wide = painter.fontMetrics().horizontalAdvance(words) + 22
        if x + wide > box.right() - 8:
            return
        self.offered[row.id] = QRectF(x, box.center().y() - 13, wide, 26)
        painter.setPen(QPen(QColor(self.tokens.ink3), 1))
        painter.setBrush(QColor(self.tokens.panel))
        painter.drawRoundedRect(self.offered[row.id], 8, 8)
        draw.elided(painter, words, "plain", x + 11, box.center().y() + 5, wide, self.tokens)

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for row, box in self.offered.items():
            if box.contains(event.position()) and self.shown is not None:
                self.offers.emit(row, next_check_in(self.shown.start, self.shown.today))
                return
        super().mousePressEvent(event)

    def row_at(self, at: QPointF) -> Guideline | None:
        for place, line in enumerate(self._lines()):
            if self.line_box(place).contains(at):
                return line.row
        return None

    def grasps(self, row: Guideline, at: QPointF) -> bool:
        end = self.end_of(row.id)
        return end is not None and abs(end.x() - at.x()) <= REACH

    def day_at(self, at: QPointF) -> date | None:
        if self.shown is None:
            return None
        scale = self.shown.scale(self.width())
        day = scale.day(at.x())
        return max(scale.first, min(scale.first + timedelta(scale.days), day))


class Tray(Dragging):
    """Guidelines without a date, as boxes side by side; `body` says which day lies under the mouse."""

    def __init__(self, tokens: Tokens, body: TimelineBody) -> None:
        super().__init__(tokens)
        self._body = body

    def show_all(self, shown: Shown) -> None:
        self.shown = shown
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        boxes = [self.box(n) for n in range(len(self._waiting()))]
        self.setFixedHeight(int(max((box.bottom() for box in boxes), default=0)) + 2)

    def _waiting(self) -> tuple[tuple[int, Guideline], ...]:
        return self.shown.plan.undated if self.shown else ()

    def box(self, place: int) -> QRectF:
        beside = max(1, (self.width() + 8) // (BOX + 8))
        wide = (self.width() - 8 * (beside - 1)) / beside
        return QRectF(place % beside * (wide + 8), 28 + place // beside * (BOX_HEIGHT + 8), wide, BOX_HEIGHT)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._waiting():
            return
        painter, t = QPainter(self), self.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        end = draw.elided(painter, tr("No date yet"), "strong", 2, 18, 200, t)
        says = tr("Drag one onto a day, or press D and type one.")
        draw.elided(painter, says, "quiet", end + 14, 18, self.width() - end - 14, t)
        for place, (number, row) in enumerate(self._waiting()):
            self._draw_box(painter, self.box(place), number, row)
        painter.end()

    def _draw_box(self, painter: QPainter, box: QRectF, number: int, row: Guideline) -> None:
        t, now = self.tokens, self.shown is not None and row.id == self.shown.now
        painter.setPen(QPen(QColor(t.warn), 2 if now else 1, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(t.accent_soft if now else t.panel))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
        x = box.x() + 14
        if number:
            draw_number(painter, number, QPointF(x + 12, box.center().y()), t)
            x += 36
        end = draw.elided(painter, row.role or "—", "strong", x, box.y() + 21, box.width() / 2, t)
        words = row.due.strip() or (tr("nobody yet") if not row.owner.strip() else row.owner)
        draw.elided(painter, words, "tiny", x + end + 10, box.y() + 21, box.right() - x - end - 18, t)
        draw.elided(painter, row.text, "serif", x, box.y() + 42, box.right() - x - 10, t)

    def row_at(self, at: QPointF) -> Guideline | None:
        for place, (_number, row) in enumerate(self._waiting()):
            if self.box(place).contains(at):
                return row
        return None

    def grasps(self, row: Guideline, at: QPointF) -> bool:
        return True

    def day_at(self, at: QPointF) -> date | None:
        """The day above; None while it is still over the tray."""
        there = self._body.mapFromGlobal(self.mapToGlobal(at))
        return self._body.day_at(there) if at.y() < 0 else None
