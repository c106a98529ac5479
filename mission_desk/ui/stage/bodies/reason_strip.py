"""Below the two triples: which of ours serves which of theirs, because of what, how far the room is, and the
question that is still open."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from mission_desk.core.stage.slides import PrioritiesBody
from mission_desk.ui.stage.layout.fit import Face, Words, balanced, largest, one_line, set_words
from mission_desk.ui.stage.layout.measure import GAP, Measure
from mission_desk.ui.stage.layout.parting import parted

WORDS, HEAD, SMALL = 66, 32, 32  # parts: letters of the reason, of its head, of the question
WORDS_SHARE = 0.14  # of the body's height
AIR = 10  # parts


class ReasonStrip(Struct, frozen=True):
    """Words with their places, in the colours of the tokens; `top` is where the line above them stands."""

    words: tuple[tuple[Words, float, float, str], ...]
    top: float
    left: float
    right: float


def lay_out(body: PrioritiesBody, box: QRectF, m: Measure, language: str) -> ReasonStrip | None:
    """At the foot of the box; None where there is neither a reason nor a question."""
    if body.reason is None and not body.question:
        return None
    blocks = [*_reason(body, box, m, language), *_question(body, box, m, language)]
    height = sum(row[0][0].height + m.px(AIR) for row in blocks) + m.px(GAP)
    y = box.bottom() - height + m.px(GAP)
    placed: list[tuple[Words, float, float, str]] = []
    for line in blocks:
        placed += [(words, x, y, colour) for words, x, colour in line]
        y += line[0][0].height + m.px(AIR)
    return ReasonStrip(tuple(placed), box.bottom() - height, box.x(), box.right())


Line = list[tuple[Words, float, str]]


def _reason(body: PrioritiesBody, box: QRectF, m: Measure, language: str) -> list[Line]:
    reason = body.reason
    if reason is None:
        return []
    face = Face("ui", m.letters(HEAD), QFont.Weight.Medium)
    progress = one_line(reason.progress, face)
    room = box.width() - progress.width - m.px(4 * GAP)
    head = set_words(parted(reason.head, language), Face("ui", face.size, QFont.Weight.DemiBold), room)
    large = Face("serif", m.letters(WORDS), QFont.Weight.DemiBold)
    text = parted(reason.words, language)
    words = largest(text, large, box.width(), box.height() * WORDS_SHARE, m.floor)
    tokens = m.tokens
    return [
        [
            (head, box.x(), tokens.accent),
            (progress, box.right() - progress.width, tokens.ink2),
        ],
        [(balanced(text, words.face, box.width()), box.x(), tokens.ink)],
    ]


def _question(body: PrioritiesBody, box: QRectF, m: Measure, language: str) -> list[Line]:
    if not body.question:
        return []
    face = Face("ui", m.letters(SMALL), QFont.Weight.Medium)
    return [[(set_words(parted(body.question, language), face, box.width()), box.x(), m.tokens.ink2)]]


def draw(painter: QPainter, strip: ReasonStrip, m: Measure) -> None:
    painter.setPen(QPen(QColor(m.tokens.line), m.px(2)))
    painter.drawLine(QPointF(strip.left, strip.top), QPointF(strip.right, strip.top))
    for words, x, y, colour in strip.words:
        words.draw(painter, x, y, colour)
