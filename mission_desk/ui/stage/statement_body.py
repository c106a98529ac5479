"""One statement, as large as the room allows, with its label above and whose it is below."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from mission_desk.core.slides import StatementBody
from mission_desk.ui.stage import gut_strip
from mission_desk.ui.stage.fit import Face, Words, balanced, largest, one_line
from mission_desk.ui.stage.gut_strip import StripLayout
from mission_desk.ui.stage.measure import LOUDEST, Measure
from mission_desk.ui.stage.signs import draw_signs


@dataclass(frozen=True, slots=True)
class StatementLayout:
    label: Words
    statement: Words
    by: Words
    x: float
    tops: tuple[float, float, float]
    rule: QRectF
    signs: tuple[tuple[int, int], ...]
    asks: tuple[Words, float]
    strip: StripLayout | None


def lay_out(body: StatementBody, box: QRectF, m: Measure) -> StatementLayout:
    """Gut feelings take the foot of the box; the question of a finding stands under whose the words are."""
    foot = gut_strip.height(body.gut, box)
    strip_box = QRectF(box.x(), box.bottom() - foot, box.width(), foot)
    strip = gut_strip.lay_out(body.gut, strip_box, m) if body.gut else None
    asks = one_line(body.asks, Face("ui", m.letters(34), QFont.Weight.Medium), box.width())
    box = box.adjusted(0, 0, 0, -foot - (asks.height + m.px(24) if body.asks else 0))
    label = one_line(body.label, Face("ui", m.letters(34), QFont.Weight.DemiBold), box.width())
    by = one_line(body.by, Face("ui", m.letters(28), QFont.Weight.Medium), box.width())
    above, below = label.height + m.px(20), (m.px(64) + by.height if body.by.strip() else 0)
    face = Face("serif", m.letters(LOUDEST), QFont.Weight.DemiBold)
    statement = largest(body.text, face, box.width(), box.height() - above - below, m.floor)
    if statement.whole:
        statement = balanced(body.text, statement.face, box.width())
    top = box.y() + max(0.0, (box.height() - above - statement.height - below) * 0.42)
    rule_y = top + above + statement.height + m.px(34)
    rule = QRectF(box.x(), rule_y, m.px(120), m.px(4)) if body.by.strip() else QRectF()
    tops = (top, top + above, rule_y + m.px(22))
    asked = (asks, tops[2] + by.height + m.px(24) if body.by.strip() else rule_y)
    return StatementLayout(label, statement, by, box.x(), tops, rule, body.signs, asked, strip)


def draw(painter: QPainter, layout: StatementLayout, m: Measure, *, chosen: bool) -> None:
    label, statement, by = layout.tops
    layout.label.draw(painter, layout.x, label, m.tokens.accent if chosen else m.tokens.ink2)
    draw_signs(painter, layout.statement, layout.signs, layout.x, statement, m)
    layout.statement.draw(painter, layout.x, statement, m.tokens.ink)
    if layout.rule.width():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(m.tokens.accent))
        painter.drawRect(layout.rule)
        layout.by.draw(painter, layout.x, by, m.tokens.ink2)
    if layout.asks[0].width:
        layout.asks[0].draw(painter, layout.x, layout.asks[1], m.tokens.warn)
    if layout.strip is not None:
        gut_strip.draw(painter, layout.strip, m)
