"""One statement, as large as the room allows, with its label above and whose it is below."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from mission_desk.core.stage.slides import StatementBody
from mission_desk.posters.setting.hyphens import SOFT_HYPHEN
from mission_desk.ui.stage.bodies import gut_strip
from mission_desk.ui.stage.bodies.gut_strip import StripLayout
from mission_desk.ui.stage.bodies.signs import draw_signs
from mission_desk.ui.stage.layout.fit import Face, Words, fitted, set_words
from mission_desk.ui.stage.layout.flow import Flow, Paragraph, flow
from mission_desk.ui.stage.layout.measure import LOUDEST, Measure
from mission_desk.ui.stage.layout.parting import parted


class StatementLayout(Struct, frozen=True):
    """`rest` is what comes on the leaves after this one."""

    label: Words
    statement: Words
    by: Words
    x: float
    tops: tuple[float, float, float]
    rule: QRectF
    signs: tuple[tuple[int, int], ...]
    asks: tuple[Words, float]
    strip: StripLayout | None
    rest: tuple[StatementBody | Flow, ...] = ()


def lay_out(body: StatementBody, box: QRectF, m: Measure, language: str) -> StatementLayout:
    """Gut feelings take the foot of the box; the question of a finding stands under whose the words are. Each
    of them goes to a leaf of its own before the statement is parted."""
    for alone, then in _shapes(body):
        layout = _one_leaf(alone, box, m, language)
        if not layout.rest:
            return replace(layout, rest=then)
    return replace(layout, rest=(*layout.rest, *then))


def _shapes(body: StatementBody) -> Iterator[tuple[StatementBody, tuple[StatementBody | Flow, ...]]]:
    """Less and less beside the statement, and what then comes after it."""
    yield body, ()
    strip = (replace(body, text="", by="", asks="", signs=()),) if body.gut and body.text else ()
    bare = replace(body, gut=None) if strip else body
    if strip:
        yield bare, strip
    if body.asks:
        yield replace(bare, asks=""), (flow((Paragraph(body.asks, "title"),)), *strip)


def _one_leaf(body: StatementBody, box: QRectF, m: Measure, language: str) -> StatementLayout:
    strip = gut_strip.lay_out(body.gut, _strip_box(body, box), m, language) if body.gut else None
    foot = strip.height if strip else 0.0

    def small(text: str, parts: float, weight: QFont.Weight) -> Words:
        return set_words(parted(text.strip(), language), Face("ui", m.letters(parts), weight), box.width())

    label, by = small(body.label, 34, QFont.Weight.DemiBold), small(body.by, 28, QFont.Weight.Medium)
    asks = small(body.asks, 34, QFont.Weight.Medium)
    above, below = label.height + m.px(20), (m.px(64) + by.height if body.by.strip() else 0)
    asked = asks.height + m.px(24) if body.asks else 0.0
    room = box.height() - foot - above - below - asked
    face = Face("serif", m.letters(LOUDEST), QFont.Weight.DemiBold)
    text = parted(body.text, language)
    statement, left = fitted(text, face, box.width(), room, m.floor)
    if left and body.by.strip():  # it stands on the last leaf
        without = _one_leaf(replace(body, by=""), box, m, language)
        if without.rest:
            return replace(without, rest=tuple(_by(each, body.by) for each in without.rest))
    top = box.y() + max(0.0, (room - statement.height) * 0.42)
    rule_y = top + above + statement.height + m.px(34)
    rule = QRectF(box.x(), rule_y, m.px(120), m.px(4)) if body.by.strip() else QRectF()
    tops = (top, top + above, rule_y + m.px(22))
    asks_y = tops[2] + by.height + m.px(24) if body.by.strip() else rule_y
    rest: tuple[StatementBody | Flow, ...] = (_later(body, left),) if left else ()
    if strip and strip.left:
        rest = (*rest, strip.left)
    return StatementLayout(label, statement, by, box.x(), tops, rule, body.signs, (asks, asks_y), strip, rest)


def _by(later: StatementBody | Flow, by: str) -> StatementBody | Flow:
    return replace(later, by=by) if isinstance(later, StatementBody) else later


def _later(body: StatementBody, left: str) -> StatementBody:
    """The words that are left, with the signs that lie in them."""
    before = len(body.text) - len(left.replace(SOFT_HYPHEN, ""))
    signs = tuple((max(0, start - before), end - before) for start, end in body.signs if end > before)
    return replace(body, text=body.text[before:], signs=signs)


def _strip_box(body: StatementBody, box: QRectF) -> QRectF:
    """The foot of the box, or all of it below the label where the strip stands alone."""
    share = box.height() * (gut_strip.SHARE if body.text else gut_strip.ALONE)
    return QRectF(box.x(), box.bottom() - share, box.width(), share)


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
