"""How the timeline is drawn: its head with months and check-ins, heads of priorities, bars, and the words
behind them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from mission_desk.core.file.closed_sets import GuidelineState
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.plan.roadmap import ink
from mission_desk.ui.plan.roadmap.cells import Look
from mission_desk.ui.plan.roadmap.ring import draw_number, draw_state
from mission_desk.ui.plan.roadmap.timeline.lines import Milestone, TimelineLine
from mission_desk.ui.plan.roadmap.timeline.time_scale import TimeScale
from mission_desk.words import screen_language, tr
from mission_desk.written import month_name

HEAD, GROUP, ROW = 106, 34, 54  # px, heights
TIER = 32  # px, of a milestone's two lines
PAD, THICK = 14, 16  # px at the left; the height of a bar


def elided(painter: QPainter, text: str, look: Look, x: float, y: float, width: float, t: Tokens) -> float:
    """One line, cut with an ellipsis; how wide it is."""
    font = ink.font(look)
    words = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0, int(width)))
    painter.setFont(font)
    painter.setPen(ink.colour(look, t))
    painter.drawText(QPointF(x, y), words)
    return float(QFontMetrics(font).horizontalAdvance(words))


def draw_grid(painter: QPainter, scale: TimeScale, top: float, bottom: float, t: Tokens) -> None:
    for month in scale.months():
        x = scale.x(month)
        painter.setPen(QPen(QColor(t.line), 1))
        painter.drawLine(QPointF(x, top - 18), QPointF(x, bottom))


def draw_months(painter: QPainter, scale: TimeScale, y: float, t: Tokens) -> None:
    months = list(scale.months())
    for month in months:
        name = month_name(month.month, screen_language())
        words = f"{name} {month.year}" if month.month == 1 else name
        elided(painter, words, "tiny", scale.x(month) + 6, y, scale.width / max(1, len(months)) - 4, t)


def draw_milestones(
    painter: QPainter, every: list[Milestone], today: date, scale: TimeScale, bottom: float, t: Tokens
) -> None:
    """Dotted lines with names; a name that would lie on the one before moves to the line below."""
    taken = [0.0, 0.0]
    for each in [each for each in every if scale.shows(each.day)]:
        x = scale.x(each.day)
        wide = max(_width(each.name, "strong"), _width(each.words, "tiny"))
        left = x + 6 if x + 6 + wide <= scale.left + scale.width else x - 6 - wide
        tier = 0 if left >= taken[0] else 1
        taken[tier] = left + wide + 10
        painter.setPen(QPen(QColor(t.accent), 1.4, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, 6 + tier * TIER), QPointF(x, bottom))
        elided(painter, each.name, "head", left, 17 + tier * TIER, wide + 8, t)
        elided(painter, each.words, "tiny", left, 32 + tier * TIER, wide + 8, t)
    if scale.shows(today):
        x = scale.x(today)
        painter.setPen(QPen(QColor(t.accent), 2))
        painter.drawLine(QPointF(x, HEAD - 18), QPointF(x, bottom))
        elided(painter, tr("Today"), "good", x + 5, HEAD - 22, 80, t)


def _width(text: str, look: Look) -> float:
    return float(QFontMetrics(ink.font(look)).horizontalAdvance(text))


def draw_group(painter: QPainter, line: TimelineLine, box: QRectF, scale: TimeScale, t: Tokens) -> None:
    painter.fillRect(box, QColor(t.paper))
    x = box.x() + PAD
    if line.number:
        draw_number(painter, line.number, QPointF(x + 12, box.center().y()), t)
        x += 34
    wide = elided(painter, line.words, "strong", x, box.center().y() + 5, box.width() * 0.5, t)
    if line.note:
        start = max(scale.left, x + wide + 24)
        elided(painter, line.note, "warn", start, box.center().y() + 5, box.right() - start - PAD, t)


def draw_label(painter: QPainter, line: TimelineLine, box: QRectF, left: float, t: Tokens) -> None:
    row = line.row
    if row is None:
        return
    faded = row.state == "dropped"
    width = left - PAD - 12
    elided(painter, row.role or "—", "quiet" if faded else "strong", PAD, box.y() + 22, width, t)
    elided(painter, row.text, "quiet-serif" if faded else "serif", PAD, box.y() + 42, width, t)


def bar_box(line: TimelineLine, due: date, start: date, box: QRectF, scale: TimeScale) -> QRectF:
    """Where its bar stands; at least as wide as can be grasped."""
    x, end = scale.x(max(start, scale.first)), scale.x(due)
    return QRectF(x, box.center().y() - THICK / 2, max(6.0, end - x), THICK)


def draw_bar(painter: QPainter, state: GuidelineState, bar: QRectF, t: Tokens) -> None:
    fills = {"lived": t.accent, "partly": t.scale[3], "planned": t.accent_soft, "dropped": t.panel}
    pen = QPen(QColor(t.ink3 if state == "dropped" else t.accent), 1.5)
    if state == "dropped":
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(QColor(fills[state]))
    painter.drawRoundedRect(bar, 4, 4)
    draw_state(painter, state, QPointF(bar.right(), bar.center().y()), t)


def draw_overdue(painter: QPainter, due: float, today: float, bar: QRectF, t: Tokens) -> None:
    """From its date to today."""
    painter.setPen(QPen(QColor(t.warn), 1.5))
    painter.setBrush(QColor(t.warn_soft))
    painter.drawRect(QRectF(due, bar.y(), max(2.0, today - due), bar.height()))


def draw_words(painter: QPainter, line: TimelineLine, x: float, y: float, right: float, t: Tokens) -> float:
    """What stands behind the bar; where it ends."""
    look: Look = "warn" if line.warns else "strong"
    ground = QColor(t.panel)
    wide = min(right - x, _width(line.words, look) + _width(line.owner, "quiet") + 18)
    painter.fillRect(QRectF(x - 4, y - 15, wide + 8, 21), ground)
    end = x + elided(painter, line.words, look, x, y, right - x, t) + 10
    return end + elided(painter, line.owner, "quiet", end, y, right - end, t)


def draw_bubble(
    painter: QPainter, words: str, says: str, x: float, y: float, right: float, t: Tokens
) -> None:
    """What a date that is moved would be, dark as the messages are."""
    wide = _width(words, "strong") + _width(says, "tiny") + 36
    left = max(8.0, min(x, right - wide))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(t.ink))
    painter.drawRoundedRect(QRectF(left, y - 16, wide, 32), 8, 8)
    painter.setPen(QColor(t.paper))
    painter.setFont(ink.font("strong"))
    painter.drawText(QPointF(left + 12, y + 5), words)
    painter.setFont(ink.font("tiny"))
    painter.drawText(QPointF(left + 24 + _width(words, "strong"), y + 4), says)
