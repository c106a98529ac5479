"""The step's question alone, very large, and beneath it the sentences to hold it against; or, under the usual
question, what the company wants."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from mission_desk.core.stage.slides import CompanyBody
from mission_desk.ui.stage.layout.fit import Face, Words, balanced, largest, set_words
from mission_desk.ui.stage.layout.flow import Flow, Paragraph, flow
from mission_desk.ui.stage.layout.measure import Measure
from mission_desk.ui.stage.layout.parting import parted

LARGEST, SMALLEST, LINE_LARGEST, LINE_SMALLEST = 118, 44, 44, 26  # parts
SHARE = 0.6  # of the body for the question, where sentences follow
INDENT = 30


class PromptLayout(Struct, frozen=True):
    prompt: Words | None
    at: tuple[float, float]
    lines: tuple[tuple[Words, float, float], ...]
    bars: tuple[QRectF, ...]


def lay_out(
    prompt: str, lines: tuple[str, ...], box: QRectF, m: Measure, language: str
) -> PromptLayout | None:
    """None where not all of it fits in letters that can be read."""
    share = SHARE if lines else 1.0
    prompt = parted(prompt.strip(), language)
    words = _prompt(prompt, box.width(), box.height() * share, m) if prompt else None
    used = words.height + m.px(52) if words and lines else words.height if words else 0.0
    set_lines = _lines([parted(line.strip(), language) for line in lines], box, box.height() - used, m)
    gap = m.px(30)
    total = used + sum(line.height for line in set_lines) + gap * max(0, len(set_lines) - 1)
    if total > box.height() + 1:
        return None
    y = box.y() + (box.height() - total) * 0.36
    at = (box.x(), y)
    y += used
    placed, bars = [], []
    for line in set_lines:
        placed.append((line, box.x() + m.px(INDENT), y))
        bars.append(QRectF(box.x(), y + line.height * 0.06, m.px(5), line.height * 0.88))
        y += line.height + gap
    return PromptLayout(words, at, tuple(placed), tuple(bars))


def flowing(prompt: str, lines: tuple[str, ...]) -> Flow:
    return flow((Paragraph(prompt, "large"), *(Paragraph(line, "serif") for line in lines)))


def company_flow(body: CompanyBody) -> Flow:
    """Each name as a head above its text, several texts numbered: a mission has as many words as it likes."""
    paragraphs = []
    for part in body.parts:
        paragraphs.append(Paragraph(part.name, "head"))
        if len(part.texts) == 1:
            paragraphs.append(Paragraph(part.texts[0], "serif"))
        else:
            paragraphs += [Paragraph(text, "item", str(n)) for n, text in enumerate(part.texts, 1)]
    return flow(paragraphs)


def draw(painter: QPainter, layout: PromptLayout, m: Measure) -> None:
    if layout.prompt:
        layout.prompt.draw(painter, *layout.at, m.tokens.ink)
    for words, x, y in layout.lines:
        words.draw(painter, x, y, m.tokens.ink2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(m.tokens.accent))
    for bar in layout.bars:
        painter.drawRect(bar)


def _prompt(text: str, width: float, height: float, m: Measure) -> Words:
    face = Face("serif", m.letters(LARGEST), QFont.Weight.DemiBold)
    words = largest(text, face, width, height, m.letters(SMALLEST))
    return balanced(text, words.face, width)


def _lines(lines: list[str], box: QRectF, height: float, m: Measure) -> list[Words]:
    """All of them in one size, the largest with which they fit."""
    gaps = m.px(30) * max(0, len(lines) - 1)
    for size in range(m.letters(LINE_LARGEST), m.letters(LINE_SMALLEST) - 1, -1):
        face = Face("serif", size, QFont.Weight.Normal)
        set_lines = [set_words(line, face, box.width() - m.px(INDENT)) for line in lines]
        if sum(words.height for words in set_lines) + gaps <= height:
            break
    return [
        balanced(line, words.face, box.width() - m.px(INDENT))
        for line, words in zip(lines, set_lines, strict=True)
    ]
