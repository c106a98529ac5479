"""The chosen statement alone, on a ground of light: its words appear one after the other, and stay."""

from __future__ import annotations

import re

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout

from mission_desk.core.stage.slides import CelebrationBody
from mission_desk.ui.stage.layout.fit import Face, Words, fitted, set_words
from mission_desk.ui.stage.layout.measure import LOUDEST, Measure
from mission_desk.ui.stage.layout.parting import parted
from mission_desk.ui.stage.motion import Motion

WORD = re.compile(r"\S+")
MARGIN = 96  # parts
RULE_WIDTH, RULE_HEIGHT = 120, 6
WAITING = 0.6  # of the loudest letters: what the room is about to do


class CelebrationLayout(Struct, frozen=True):
    """`rest` are the words that did not fit; `words` stand in the second ink while the room still waits."""

    words: Words
    begun: bool
    by: Words
    at: QPointF
    rule: QRectF
    rest: str


def lay_out(body: CelebrationBody, m: Measure, language: str) -> CelebrationLayout:
    """Lay out in the whole window, because nothing stands around it."""
    side = m.px(MARGIN)
    box = QRectF(side, side, m.width - 2 * side, m.height - 2 * side)
    by = set_words(parted(body.by, language), Face("ui", m.letters(32), QFont.Weight.Medium), box.width())
    below = m.px(84) + by.height
    face = Face("serif", m.letters(LOUDEST * (1.15 if body.begun else WAITING)), QFont.Weight.DemiBold)
    text = body.text if body.begun else body.waits
    words, rest = fitted(parted(text, language), face, box.width(), box.height() - below, m.floor)
    height = words.height if text else 0.0
    top = box.y() + (box.height() - height - below) * (0.45 if text else 0.5)
    rule = QRectF(box.x(), top + height + m.px(40), m.px(RULE_WIDTH), m.px(RULE_HEIGHT))
    return CelebrationLayout(words, body.begun, by, QPointF(box.x(), top), rule, rest)


def draw(painter: QPainter, layout: CelebrationLayout, m: Measure, motion: Motion) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(m.tokens.accent))
    painter.drawRect(layout.rule)
    layout.by.draw(painter, layout.rule.x(), layout.rule.bottom() + m.px(26), m.tokens.ink2)
    if not layout.begun:
        layout.words.draw(painter, layout.at.x(), layout.at.y(), m.tokens.ink2)
        return
    painter.setPen(QColor(m.tokens.ink))
    layout.words.layout.draw(painter, layout.at, _veils(layout.words, motion.share, m))


def _veils(words: Words, share: float, m: Measure) -> list[QTextLayout.FormatRange]:
    """Colours of the words that are not shown yet; the next one is partly transparent."""
    text = words.layout.text()
    spans = [(len(text[: w.start()].encode("utf-16-le")) // 2, w.group()) for w in WORD.finditer(text)]
    reached = share * len(spans)
    return [_veil(start, word, reached - n, m) for n, (start, word) in enumerate(spans) if n + 1 > reached]


def _veil(start: int, word: str, shine: float, m: Measure) -> QTextLayout.FormatRange:
    colour = QColor(m.tokens.ink)
    colour.setAlphaF(max(0.0, min(1.0, shine)))
    veil = QTextLayout.FormatRange()
    veil.start, veil.length = start, len(word.encode("utf-16-le")) // 2
    look = QTextCharFormat()
    look.setForeground(colour)
    veil.format = look
    return veil
