"""The road map on the stage: the roles at the left, and of the current one a sentence that the last row can
read, with its measure, its day and its owner."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from mission_desk.core.stage.slides import NamedTexts, RoadmapBody
from mission_desk.ui.stage.layout.fit import Face, Typeface, Words, balanced, set_words
from mission_desk.ui.stage.layout.flow import Flow, Paragraph, flow
from mission_desk.ui.stage.layout.measure import GAP, Measure
from mission_desk.ui.stage.layout.parting import parted

SCALES = (1.0, 0.92, 0.85, 0.78, 0.7, 0.62, 0.55, 0.48)
SENTENCE, ROLE, NAME, FACT, LINE = 66, 46, 32, 46, 32  # letters in parts
RAIL, PAD, ROW_PAD = 0.25, 56, 16  # share of the width; parts inside the card, around a role
BEFORE = 2  # roles above the current one where not all have room


class RailRow(Struct, frozen=True):
    words: Words
    box: QRectF
    now: bool


class Text(Struct, frozen=True):
    words: Words
    x: float
    y: float
    colour: str


class RoadmapLayout(Struct, frozen=True):
    rail: tuple[RailRow, ...]
    card: QRectF
    texts: tuple[Text, ...]
    hairs: tuple[float, ...]


def lay_out(body: RoadmapBody, box: QRectF, m: Measure, language: str) -> RoadmapLayout | None:
    """None where it does not fit in letters that can be read. The rail goes first."""
    for with_rail in (True, False) if len(body.roles) > 1 and not m.is_upright else (False,):
        width = box.width() * RAIL if with_rail else 0.0
        rail = _rail(body, QRectF(box.x(), box.y(), width, box.height()), m, language) if with_rail else ()
        if rail is None:
            continue
        left = width + m.px(2 * GAP) if with_rail else 0.0
        card = box.adjusted(left, 0, 0, 0)
        for scale in SCALES:
            layout = _card(body, card, m, language, scale, named=not with_rail)
            if layout is not None:
                return RoadmapLayout(rail, card, *layout)
    return None


def _rail(body: RoadmapBody, box: QRectF, m: Measure, language: str) -> tuple[RailRow, ...] | None:
    """As many roles as have room, the current one third where not all have; None where a name has none."""
    pad = m.px(ROW_PAD)
    width = box.width() - 3 * pad
    names = [(n, _role_words(name, n == body.at, width, m, language)) for n, name in enumerate(body.roles)]
    if not all(words.whole for _, words in names):
        return None
    heights = [words.height + 2 * pad for _, words in names]
    first = 0 if sum(heights) <= box.height() else max(0, body.at - BEFORE)
    rows, y = [], box.y()
    for n, words in names[first:]:
        high = words.height + 2 * pad
        if y + high > box.bottom() + 1:
            break
        rows.append(RailRow(words, QRectF(box.x(), y, box.width(), high), n == body.at))
        y += high
    return tuple(rows) if any(row.now for row in rows) else None


def _role_words(name: str, now: bool, width: float, m: Measure, language: str) -> Words:
    weight = QFont.Weight.Bold if now else QFont.Weight.Normal
    for parts in (ROLE, 40, 34, 28, 24):
        words = set_words(parted(name, language), Face("ui", m.letters(parts), weight), width)
        if words.whole and words.lines < 3:
            break
    return words


def _card(
    body: RoadmapBody, card: QRectF, m: Measure, language: str, scale: float, *, named: bool
) -> tuple[tuple[Text, ...], tuple[float, ...]] | None:
    """`named`: the role stands over the sentence, because there is no rail."""
    pad = m.px(PAD * max(0.5, scale))
    x, y, width = card.x() + pad, card.y() + pad, card.width() - 2 * pad
    texts: list[Text] = []
    hairs: list[float] = []
    if named:
        bold = _face("ui", LINE, scale, m, QFont.Weight.DemiBold)
        role = set_words(parted(body.role, language), bold, width)
        texts.append(Text(role, x, y, "accent"))
        y += role.height + m.px(12)
    face = _face("serif", SENTENCE, scale, m, QFont.Weight.DemiBold)
    sentence = balanced(parted(body.text, language), face, width)
    texts.append(Text(sentence, x, y, "ink"))
    y += sentence.height + m.px(28 * scale)
    facts = _facts(body.facts, x, y, width, m, language, scale)
    texts += facts
    y = max((each.y + each.words.height for each in facts), default=y)
    for named_text in (body.counts, body.sign, body.serves):
        if named_text is None:
            continue
        y += m.px(22 * scale)
        hairs.append(y)
        lines = _named(named_text, x, y + m.px(22 * scale), width, m, language, scale)
        texts += lines
        y = lines[-1].y + lines[-1].words.height
    whole = all(each.words.whole for each in texts)
    return (tuple(texts), tuple(hairs)) if whole and y <= card.bottom() - pad / 2 else None


def _face(kind: Typeface, parts: float, scale: float, m: Measure, weight: QFont.Weight) -> Face:
    return Face(kind, m.letters(parts * scale), weight)


def _facts(
    facts: tuple[NamedTexts, ...], x: float, y: float, width: float, m: Measure, language: str, scale: float
) -> list[Text]:
    """Side by side, the first as wide as two of the others need."""
    if not facts:
        return []
    gap = m.px(40 * scale)
    shares = (0.42, 0.26, 0.32)
    room, texts = width - gap * (len(facts) - 1), []
    for fact, share in zip(facts, shares, strict=False):
        plain, bold = (
            _face("ui", NAME, scale, m, QFont.Weight.Normal), _face("ui", FACT, scale, m, QFont.Weight.Bold)
        )  # fmt: skip
        name = set_words(parted(fact.name, language), plain, room * share)
        value = set_words(parted(fact.texts[0], language), bold, room * share)
        texts += [Text(name, x, y, "ink2"), Text(value, x, y + name.height + m.px(4), "ink")]
        x += room * share + gap
    return texts


def _named(
    named: NamedTexts, x: float, y: float, width: float, m: Measure, language: str, scale: float
) -> list[Text]:
    bold = _face("ui", LINE, scale, m, QFont.Weight.DemiBold)
    head = set_words(parted(f"{named.name}:", language), bold, width)
    beside = width - head.width - m.px(14)
    face = _face("ui", LINE, scale, m, QFont.Weight.Normal)
    words = set_words(parted(named.texts[0], language), face, beside)
    if head.lines == 1 and words.whole and beside > width / 3:
        return [Text(head, x, y, "ink"), Text(words, x + head.width + m.px(14), y, "ink2")]
    below = set_words(parted(named.texts[0], language), face, width)
    return [Text(head, x, y, "ink"), Text(below, x, y + head.height, "ink2")]


def flowing(body: RoadmapBody) -> Flow:
    """All of it, one paragraph after the other."""
    paragraphs = [Paragraph(body.role, "head"), Paragraph(body.text, "serif")]
    for each in (*body.facts, body.counts, body.sign, body.serves):
        if each is not None:
            paragraphs.append(Paragraph(f"{each.name}: {each.texts[0]}"))
    return flow(paragraphs)


def draw(painter: QPainter, layout: RoadmapLayout, m: Measure) -> None:
    painter.setPen(QPen(QColor(m.tokens.line), m.px(2)))
    painter.setBrush(QColor(m.tokens.panel))
    painter.drawRoundedRect(layout.card, m.px(14), m.px(14))
    for row in layout.rail:
        _draw_role(painter, row, m)
    painter.setPen(QPen(QColor(m.tokens.line), m.px(2)))
    pad = m.px(PAD / 2)
    for y in layout.hairs:
        painter.drawLine(int(layout.card.x() + pad), int(y), int(layout.card.right() - pad), int(y))
    for text in layout.texts:
        text.words.draw(painter, text.x, text.y, getattr(m.tokens, text.colour))


def _draw_role(painter: QPainter, row: RailRow, m: Measure) -> None:
    if row.now:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(m.tokens.accent_soft))
        painter.drawRoundedRect(row.box, m.px(12), m.px(12))
    x, y = row.box.x() + m.px(1.5 * ROW_PAD), row.box.y() + m.px(ROW_PAD)
    row.words.draw(painter, x, y, m.tokens.ink if row.now else m.tokens.ink2)
