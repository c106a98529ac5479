"""The company's three priorities, the team's three, and the curves that say which one serves which."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from mission_desk.core.stage.slides import PrioritiesBody
from mission_desk.ui.stage.layout.fit import Face, Words, balanced, largest, one_line, set_words
from mission_desk.ui.stage.layout.flow import Flow, Paragraph, flow
from mission_desk.ui.stage.layout.measure import GAP, Measure
from mission_desk.ui.stage.layout.parting import parted

SIZES = (56, 51, 46, 42, 38, 34, 30, 27, 24)  # of the words, in parts
PAD, NUMBER = 26, 56  # parts: inside a tile; the column of its number
LEAD, LEAD_SHARE, LEAD_GAP = 46, 0.3, 28  # the sentence above: letters and air in parts, share of the body
NO_BREAK = "\u00a0"
BETWEEN = 0.14  # of the width, for the curves


class Tile(Struct, frozen=True):
    text: Words
    number: Words
    box: QRectF


class PrioritiesLayout(Struct, frozen=True):
    lead: tuple[Words, float, float] | None
    heads: tuple[tuple[Words, QRectF], ...]
    sides: tuple[tuple[Tile, ...], tuple[Tile, ...]]
    links: tuple[tuple[int, int], ...]


def lay_out(body: PrioritiesBody, box: QRectF, m: Measure, language: str) -> PrioritiesLayout | None:
    """None where they do not fit beside each other in letters that can be read."""
    lead = _lead(body.lead, box, m, language)
    if lead is not None:
        box = box.adjusted(0, lead.height + m.px(LEAD_GAP), 0, 0)
    between = max(m.px(90), box.width() * BETWEEN)
    width = (box.width() - between) / 2
    lefts = (box.x(), box.x() + width + between)
    head_face = Face("ui", m.letters(26), QFont.Weight.DemiBold)
    heads = [set_words(parted(head, language), head_face, width) for head in body.heads]
    top = box.y() + max(words.height for words in heads) + m.px(16)
    company = [parted(text.strip(), language) for text in body.company]
    team = [parted(text.strip(), language) for text in body.team]
    rows = max(len(company), len(team), 1)
    most = (box.bottom() - top - m.px(GAP) * (rows - 1)) / rows
    fitting = _face_and_height([*company, *team], width, most, m)
    if fitting is None:
        return None
    face, height = fitting
    sides = tuple(
        tuple(
            _tile(text, n, QRectF(x, top + n * (height + m.px(GAP)), width, height), face, m)
            for n, text in enumerate(side)
        )
        for side, x in ((company, lefts[0]), (team, lefts[1]))
    )
    placed = tuple(
        (words, QRectF(x, box.y(), width, words.height)) for words, x in zip(heads, lefts, strict=True)
    )
    at = (lead, box.x(), box.y() - lead.height - m.px(LEAD_GAP)) if lead is not None else None
    return PrioritiesLayout(at, placed, (sides[0], sides[1]), body.links)


def _lead(text: str, box: QRectF, m: Measure, language: str) -> Words | None:
    """The sentence that the step asks about, within its share of the height."""
    if not text:
        return None
    face = Face("serif", m.letters(LEAD), QFont.Weight.DemiBold)
    words = largest(parted(text, language), face, box.width(), box.height() * LEAD_SHARE, m.floor)
    return balanced(parted(text, language), words.face, box.width())


def flowing(body: PrioritiesBody) -> Flow:
    """One list below the other; an arrow with numbers says what the curves say."""
    paragraphs = [Paragraph(body.lead, "serif")] if body.lead else []
    for side, (head, texts) in enumerate(zip(body.heads, (body.company, body.team), strict=True)):
        paragraphs.append(Paragraph(head, "head"))
        for n, text in enumerate(texts):
            ends = sorted(link[1 - side] + 1 for link in body.links if link[side] == n)
            arrow = f" {'→' if side == 0 else '←'} {', '.join(map(str, ends))}".replace(" ", NO_BREAK)
            words = f"{text.strip()}{arrow}" if ends and text.strip() else text
            paragraphs.append(Paragraph(words, "item", str(n + 1)))
    return flow(paragraphs)


def draw(painter: QPainter, layout: PrioritiesLayout, m: Measure) -> None:
    if layout.lead is not None:
        words, x, y = layout.lead
        words.draw(painter, x, y, m.tokens.ink)
    for words, box in layout.heads:
        words.draw(painter, box.x(), box.y(), m.tokens.accent)
    linked = ({left for left, _ in layout.links}, {right for _, right in layout.links})
    for side, tiles in enumerate(layout.sides):
        for n, tile in enumerate(tiles):
            _draw_tile(painter, tile, n in linked[side], m)
    _draw_links(painter, layout, m)


def _face_and_height(texts: list[str], width: float, most: float, m: Measure) -> tuple[Face, float] | None:
    inner = width - m.px(2 * PAD) - _number_width(m)
    for size in dict.fromkeys(m.letters(parts) for parts in SIZES):
        face = Face("ui", size, QFont.Weight.DemiBold)
        words = [set_words(text, face, inner) for text in texts if text]
        height = max((each.height for each in words), default=face.pitch) + m.px(2 * PAD)
        if height <= most and all(each.whole for each in words):
            return face, min(most, max(height * 1.25, m.px(130)))
    return None


def _tile(text: str, n: int, box: QRectF, face: Face, m: Measure) -> Tile:
    words = balanced(text, face, box.width() - m.px(2 * PAD) - _number_width(m))
    return Tile(words, one_line(str(n + 1), _number_face(m)), box)


def _number_face(m: Measure) -> Face:
    return Face("figures", m.letters(40), QFont.Weight.Bold)


def _number_width(m: Measure) -> float:
    return max(m.px(NUMBER), one_line("0", _number_face(m)).width + m.px(PAD))


def _draw_tile(painter: QPainter, tile: Tile, linked: bool, m: Measure) -> None:
    painter.setBrush(QColor(m.tokens.panel))
    painter.setPen(QPen(QColor(m.tokens.accent if linked else m.tokens.line), m.px(3)))
    painter.drawRoundedRect(tile.box, m.px(12), m.px(12))
    x, middle = tile.box.x() + m.px(PAD), tile.box.center().y()
    tile.number.draw(painter, x, middle - tile.number.height / 2, m.tokens.accent)
    tile.text.draw(painter, x + _number_width(m), middle - tile.text.height / 2, m.tokens.ink)


def _draw_links(painter: QPainter, layout: PrioritiesLayout, m: Measure) -> None:
    company, team = layout.sides
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(m.tokens.accent), m.px(5), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for left, right in layout.links:
        start = QPointF(company[left].box.right(), company[left].box.center().y())
        end = QPointF(team[right].box.x(), team[right].box.center().y())
        bend = (end.x() - start.x()) * 0.5
        path = QPainterPath(start)
        path.cubicTo(QPointF(start.x() + bend, start.y()), QPointF(end.x() - bend, end.y()), end)
        painter.drawPath(path)
    _draw_ends(painter, layout, m)


def _draw_ends(painter: QPainter, layout: PrioritiesLayout, m: Measure) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(m.tokens.accent))
    for left, right in layout.links:
        first, last = layout.sides[0][left].box, layout.sides[1][right].box
        painter.drawEllipse(QPointF(first.right(), first.center().y()), m.px(8), m.px(8))
        painter.drawEllipse(QPointF(last.x(), last.center().y()), m.px(8), m.px(8))
