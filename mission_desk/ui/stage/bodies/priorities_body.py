"""The company's three priorities, the team's three, and the curves that say which one serves which."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from mission_desk.core.stage.slides import PrioritiesBody
from mission_desk.ui.stage.bodies import reason_strip
from mission_desk.ui.stage.bodies.reason_strip import ReasonStrip
from mission_desk.ui.stage.layout.fit import Face, Words, balanced, largest, one_line, set_words
from mission_desk.ui.stage.layout.flow import Flow, Paragraph, flow
from mission_desk.ui.stage.layout.measure import GAP, Measure
from mission_desk.ui.stage.layout.parting import parted

SIZES = (56, 51, 46, 42, 38, 34, 30, 27, 24)  # of the words, in parts
PAD, NUMBER = 26, 56  # parts: inside a tile; the column of its number
LEAD, LEAD_SHARE, LEAD_GAP = 46, 0.3, 28  # the sentence above: letters and air in parts, share of the body
NO_BREAK = "\u00a0"
BETWEEN = 0.14  # of the width, for the curves
PAD_ABOVE = 8  # parts: above and below the words of a tile
MEASURE_SHARE = 0.7  # of the letters of its priority
STRONG, WEAK, DOT = 9, 4, 9  # parts: the lines of a link, and its ends


class Tile(Struct, frozen=True):
    """`measure` stands below the words of ours."""

    text: Words
    measure: Words | None
    number: Words
    box: QRectF


class PrioritiesLayout(Struct, frozen=True):
    lead: tuple[Words, float, float] | None
    heads: tuple[tuple[Words, QRectF], ...]
    sides: tuple[tuple[Tile, ...], tuple[Tile, ...]]
    strip: ReasonStrip | None
    body: PrioritiesBody


def lay_out(body: PrioritiesBody, box: QRectF, m: Measure, language: str) -> PrioritiesLayout | None:
    """None where they do not fit beside each other in letters that can be read."""
    strip = reason_strip.lay_out(body, box, m, language)
    if strip is not None:
        box = QRectF(box.x(), box.y(), box.width(), strip.top - m.px(GAP) - box.y())
    lead = _lead(body.lead, box, m, language)
    top = box.y() + (lead.height + m.px(LEAD_GAP) if lead is not None else 0)
    columns = QRectF(box.x(), top, box.width(), box.bottom() - top)
    placed = _columns(body, columns, m, language)
    if placed is None:
        return None
    at = (lead, box.x(), box.y()) if lead is not None else None
    return PrioritiesLayout(at, placed[0], placed[1], strip, body)


def _columns(
    body: PrioritiesBody, box: QRectF, m: Measure, language: str
) -> tuple[tuple[tuple[Words, QRectF], ...], tuple[tuple[Tile, ...], tuple[Tile, ...]]] | None:
    between = max(m.px(90), box.width() * BETWEEN)
    width = (box.width() - between) / 2
    lefts = (box.x(), box.x() + width + between)
    head_face = Face("ui", m.letters(26), QFont.Weight.DemiBold)
    heads = [set_words(parted(head, language), head_face, width) for head in body.heads]
    top = box.y() + max(words.height for words in heads) + m.px(16)
    sides = (_texts(body.company, (), language), _texts(body.team, body.measures, language))
    rows = max(len(sides[0]), len(sides[1]), 1)
    most = (box.bottom() - top - m.px(GAP) * (rows - 1)) / rows
    fitting = _face_and_height([*sides[0], *sides[1]], width, most, m)
    if fitting is None:
        return None
    face, height = fitting
    tiles = tuple(
        tuple(
            _tile(text, n, QRectF(x, top + n * (height + m.px(GAP)), width, height), face, m)
            for n, text in enumerate(side)
        )
        for side, x in zip(sides, lefts, strict=True)
    )
    placed = zip(heads, lefts, strict=True)
    names = tuple((words, QRectF(x, box.y(), width, words.height)) for words, x in placed)
    return names, (tiles[0], tiles[1])


Text = tuple[str, str]  # the headline, and the measure below it


def _texts(texts: Sequence[str], measures: Sequence[str], language: str) -> list[Text]:
    below = [*measures, *[""] * len(texts)]
    return [(parted(text.strip(), language), below[n]) for n, text in enumerate(texts)]


def _lead(text: str, box: QRectF, m: Measure, language: str) -> Words | None:
    """The sentence that the step asks about, within its share of the height."""
    if not text:
        return None
    face = Face("serif", m.letters(LEAD), QFont.Weight.DemiBold)
    words = largest(parted(text, language), face, box.width(), box.height() * LEAD_SHARE, m.floor)
    return balanced(parted(text, language), words.face, box.width())


def flowing(body: PrioritiesBody) -> Flow:
    """What is read now, and then one list below the other; an arrow with numbers says what the curves say."""
    paragraphs = [Paragraph(body.lead, "serif")] if body.lead else []
    if body.reason is not None:
        paragraphs += [
            Paragraph(f"{body.reason.head} · {body.reason.progress}", "head"),
            Paragraph(body.reason.words, "large"),
        ]
    for side, (head, texts) in enumerate(zip(body.heads, (body.company, body.team), strict=True)):
        paragraphs.append(Paragraph(head, "head"))
        for n, text in enumerate(texts):
            ends = sorted(link[1 - side] + 1 for link in body.links if link[side] == n)
            arrow = f" {'→' if side == 0 else '←'} {', '.join(map(str, ends))}".replace(" ", NO_BREAK)
            words = f"{text.strip()}{arrow}" if ends and text.strip() else text
            paragraphs.append(Paragraph(words, "item", str(n + 1)))
            if side == 1 and n < len(body.measures) and body.measures[n]:
                paragraphs.append(Paragraph(body.measures[n], "quiet"))
    paragraphs += [Paragraph(body.question, "quiet")] if body.question else []
    return flow(paragraphs)


def draw(painter: QPainter, layout: PrioritiesLayout, m: Measure) -> None:
    if layout.lead is not None:
        words, x, y = layout.lead
        words.draw(painter, x, y, m.tokens.ink)
    for words, box in layout.heads:
        words.draw(painter, box.x(), box.y(), m.tokens.accent)
    body = layout.body
    for side, tiles in enumerate(layout.sides):
        for n, tile in enumerate(tiles):
            linked = any(pair[side] == n for pair in body.links)
            lit = body.reason is None or body.links[body.reason.link][side] == n
            _draw_tile(painter, tile, m, edge=linked and lit, lit=lit)
    for number in range(len(body.links)):
        _draw_link(painter, layout, number, m)
    if layout.strip is not None:
        reason_strip.draw(painter, layout.strip, m)


def _face_and_height(texts: list[Text], width: float, most: float, m: Measure) -> tuple[Face, float] | None:
    inner = width - m.px(2 * PAD) - _number_width(m)
    for size in dict.fromkeys(m.letters(parts) for parts in SIZES):
        face = Face("ui", size, QFont.Weight.DemiBold)
        set_texts = [_set(text, face, inner, m) for text in texts if text[0]]
        tall = max((_height(each) for each in set_texts), default=face.pitch) + m.px(2 * PAD_ABOVE)
        if tall <= most and all(words.whole for words, _ in set_texts):
            return face, min(most, max(tall * 1.25, m.px(110)))
    return None


def _set(text: Text, face: Face, width: float, m: Measure) -> tuple[Words, Words | None]:
    small = Face("ui", max(m.floor, round(face.size * MEASURE_SHARE)), QFont.Weight.Medium)
    return set_words(text[0], face, width), set_words(text[1], small, width) if text[1] else None


def _height(words: tuple[Words, Words | None]) -> float:
    return words[0].height + (words[1].height if words[1] is not None else 0)


def _tile(text: Text, n: int, box: QRectF, face: Face, m: Measure) -> Tile:
    inner = box.width() - m.px(2 * PAD) - _number_width(m)
    return Tile(
        balanced(text[0], face, inner),
        _set(text, face, inner, m)[1],
        one_line(str(n + 1), _number_face(m)),
        box,
    )


def _number_face(m: Measure) -> Face:
    return Face("figures", m.letters(40), QFont.Weight.Bold)


def _number_width(m: Measure) -> float:
    return max(m.px(NUMBER), one_line("0", _number_face(m)).width + m.px(PAD))


def _draw_tile(painter: QPainter, tile: Tile, m: Measure, *, edge: bool, lit: bool) -> None:
    painter.setBrush(QColor(m.tokens.panel))
    painter.setPen(QPen(QColor(m.tokens.accent if edge else m.tokens.line), m.px(3)))
    painter.drawRoundedRect(tile.box, m.px(12), m.px(12))
    x, middle = tile.box.x() + m.px(PAD), tile.box.center().y()
    tile.number.draw(painter, x, middle - tile.number.height / 2, m.tokens.accent)
    left, y = x + _number_width(m), middle - _height((tile.text, tile.measure)) / 2
    tile.text.draw(painter, left, y, m.tokens.ink if lit else m.tokens.ink2)
    if tile.measure is not None:
        tile.measure.draw(painter, left, y + tile.text.height, m.tokens.ink2)


def _draw_link(painter: QPainter, layout: PrioritiesLayout, number: int, m: Measure) -> None:
    """Thick with full ends where it strongly serves, thin with open ends where it serves."""
    body = layout.body
    strong = number < len(body.strong) and body.strong[number]
    lit = body.reason is None or body.reason.link == number
    colour = QColor(m.tokens.accent if lit else m.tokens.ink3)
    width = m.px(STRONG if strong else WEAK)
    start, end = _end(layout, number, 0), _end(layout, number, 1)
    bend = (end.x() - start.x()) * 0.5
    path = QPainterPath(start)
    path.cubicTo(QPointF(start.x() + bend, start.y()), QPointF(end.x() - bend, end.y()), end)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPath(path)
    painter.setPen(QPen(colour, m.px(WEAK)))
    painter.setBrush(colour if strong else QColor(m.tokens.paper))
    for dot in (start, end):
        painter.drawEllipse(dot, m.px(DOT), m.px(DOT))


def _end(layout: PrioritiesLayout, number: int, side: int) -> QPointF:
    """Where a line ends at a tile: from top to bottom by where their other ends stand, so that lines of one
    tile do not cross."""
    pairs = layout.body.links
    here = pairs[number][side]
    ends = sorted((pair[1 - side], n) for n, pair in enumerate(pairs) if pair[side] == here)
    box = layout.sides[side][here].box
    place = [n for _, n in ends].index(number) + 1
    return QPointF(box.x() if side else box.right(), box.y() + box.height() * place / (len(ends) + 1))
