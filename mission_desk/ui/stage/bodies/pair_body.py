"""Two drafts side by side, in one size, so that neither looks like the better one."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from mission_desk.core.stage.slides import PairBody, StatementBody
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.stage.bodies.signs import draw_signs
from mission_desk.ui.stage.layout.fit import Face, Words, fits, largest_size, set_words
from mission_desk.ui.stage.layout.measure import Measure
from mission_desk.ui.stage.layout.parting import parted

LARGEST, PAD, BETWEEN = 84, 44, 40  # parts


class Side(Struct, frozen=True):
    box: QRectF
    label: Words
    words: Words
    head: float
    signs: tuple[tuple[int, int], ...]


def lay_out(body: PairBody, box: QRectF, m: Measure, language: str) -> tuple[Side, Side] | None:
    """None where they do not fit beside each other in letters that can be read: one leaf for each, then."""
    boxes, drafts = _halves(box, m), (body.left, body.right)
    labels = [_label(each, boxes[0], m, language) for each in drafts]
    pad, head = m.px(PAD), max(label.height for label in labels) + m.px(20)
    width, height = boxes[0].width() - 2 * pad, boxes[0].height() - 2 * pad - head
    texts = [parted(each.text, language) for each in drafts]

    def all_fit(size: int) -> bool:
        return all(fits(set_words(text, _face(size), width), width, height) for text in texts)

    size = largest_size(all_fit, m.letters(LARGEST), m.floor)
    if not size:
        return None
    left, right = (
        Side(place, label, set_words(text, _face(size), width), head, each.signs)
        for place, label, each, text in zip(boxes, labels, drafts, texts, strict=True)
    )
    return left, right


def draw(painter: QPainter, sides: tuple[Side, Side], m: Measure) -> None:
    for side in sides:
        _draw_side(painter, side, m, m.tokens)


def _draw_side(painter: QPainter, side: Side, m: Measure, tokens: Tokens) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.panel))
    painter.drawRoundedRect(side.box, m.px(12), m.px(12))
    x, y = side.box.x() + m.px(PAD), side.box.y() + m.px(PAD)
    side.label.draw(painter, x, y, tokens.accent)
    top = y + side.head
    draw_signs(painter, side.words, side.signs, x, top, m)
    side.words.draw(painter, x, top, tokens.ink)


def _halves(box: QRectF, m: Measure) -> tuple[QRectF, QRectF]:
    """Beside each other; on an upright stage one below the other."""
    gap = m.px(BETWEEN)
    if m.is_upright:
        high = (box.height() - gap) / 2
        first = QRectF(box.x(), box.y(), box.width(), high)
        return first, first.translated(0, high + gap)
    wide = (box.width() - gap) / 2
    first = QRectF(box.x(), box.y(), wide, box.height())
    return first, first.translated(wide + gap, 0)


def _label(body: StatementBody, box: QRectF, m: Measure, language: str) -> Words:
    face = Face("ui", m.letters(32), QFont.Weight.DemiBold)
    return set_words(parted(body.label, language), face, box.width() - m.px(2 * PAD))


def _face(size: int) -> Face:
    return Face("serif", size, QFont.Weight.DemiBold)
