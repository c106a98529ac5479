"""A poll on the stage: the drafts while it is open; when it is closed, every dot that was given and which
draft was chosen, as far as the result was revealed."""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from mission_desk.core.stage.slides import PollBody, PollRow
from mission_desk.ui.stage.bodies import poll_bar, poll_decision, poll_legend
from mission_desk.ui.stage.bodies.poll_card import APART, DOT, PAD, Card, cards_of
from mission_desk.ui.stage.layout.fit import Words, balanced
from mission_desk.ui.stage.layout.flow import Flow, Paragraph, flow
from mission_desk.ui.stage.layout.measure import Measure
from mission_desk.ui.stage.layout.parting import is_ready
from mission_desk.ui.stage.motion import Motion

SIZES = (96, 84, 72, 64, 56, 50, 44, 38, 33, 28, 24)  # of the drafts' words, in parts
DOTS_AS_DOTS = 40  # more of them are drawn as one bar


class PollLayout(Struct, frozen=True):
    """The cards of one leaf; `after` is the row that the next one begins with, 0 where this is the last."""

    cards: tuple[Card, ...]
    most: int
    after: int
    legend: poll_legend.Legend = poll_legend.Legend((), 0)
    decision: Words | None = None
    decision_at: tuple[float, float] = (0, 0)


def lay_out(body: PollBody, box: QRectF, m: Measure, language: str) -> PollLayout | None:
    """All drafts in one size, the largest with which they fit; where they do not even at the smallest, on as
    few leaves as can be, about as many on each. None where not even the first one fits."""
    decision = poll_decision.lay_out(body.decision, box.width(), m, language)
    at = (box.x(), box.bottom() - decision.height) if decision else (0.0, 0.0)
    box = box.adjusted(0, 0, 0, -poll_decision.height(decision, m))
    plain = replace(
        body, first=0, progress="", decision=""
    )  # the same for all leaves, and while the room votes
    legend = poll_legend.lay_out(body.legend if body.closed else (), box.width(), m)
    box = box.adjusted(0, legend.height, 0, 0)
    bare = replace(m, pictures=None)  # a cached layout would keep the pictures of a closed workshop in memory
    cards, most = _fitting(plain, box.getRect(), bare, language, is_ready(language))
    cards = cards[body.first : body.first + most] if most else cards[body.first :]
    shift = box.y() - cards[0].box.y() if cards else 0.0
    low = box.bottom() + 1 - shift
    shown = list(takewhile(lambda card: card.box.bottom() <= low and card.text.whole, cards))
    if cards and not shown:
        return None
    shift += (low - 1 - shown[-1].box.bottom()) * 0.3 if shown else 0.0
    dots = max((row.dots or 0 for row in body.rows), default=0) if not body.most else body.most
    after = body.first + len(shown)
    placed = tuple(_moved(card, shift) for card in shown)
    after = after if after < len(body.rows) else 0
    return PollLayout(placed, dots, after, legend, decision, at)


def flowing(row: PollRow) -> Flow:
    """The words of an option that is longer than the stage is high; without words, what was counted."""
    if row.text.strip():
        return flow((Paragraph(row.text, "large", row.name),))
    counted = " · ".join(part for part in (row.score, row.verdict, row.before) if part)
    return flow((Paragraph(counted or "–", "title", row.name),))


def after_words(body: PollBody) -> PollBody | None:
    """What follows when the words of its first row had a leaf: the row's result, then its bar, then the other
    rows."""
    row, n = body.rows[body.first], body.first
    if body.closed and row.text:
        return _with(body, replace(row, text=""))
    if row.bar and row.verdict:
        return _with(body, replace(row, score=" ", verdict="", before=""))
    return replace(body, first=n + 1) if n + 1 < len(body.rows) else None


def _with(body: PollBody, row: PollRow) -> PollBody:
    n = body.first
    return replace(body, rows=(*body.rows[:n], row, *body.rows[n + 1 :]))


@lru_cache(maxsize=8)
def _fitting(
    body: PollBody, place: tuple[float, float, float, float], m: Measure, language: str, _parted: bool
) -> tuple[list[Card], int]:
    """The cards in the largest words that take no more leaves than the smallest do, and how many come on each
    leaf; 0 for as many as fit. Cards give up their air, then the names of their bars, before an option goes
    to another leaf. Kept, because each leaf asks for it."""
    box = QRectF(*place)
    sizes = list(dict.fromkeys(m.letters(size) for size in SIZES))
    densest = poll_bar.DENSEST if body.bars and body.closed else 0
    smallest = cards_of(body, box, m, sizes[-1], language, densest)
    each = -(-len(smallest) // max(1, _leaves(smallest, box)))
    for dense in range(densest + 1):
        for size in sizes:
            cards = cards_of(body, box, m, size, language, dense)
            groups = [cards[start : start + each] for start in range(0, len(cards), max(1, each))]
            if all(_fits(group, box) for group in groups):
                return cards, each
    return smallest, 0


def _leaves(cards: list[Card], box: QRectF) -> int:
    """How many it takes, each as full as can be."""
    count, begun = 0, 0
    for n in range(len(cards)):
        if not count or not _fits(cards[begun : n + 1], box):
            count, begun = count + 1, n
    return count


def _fits(cards: list[Card], box: QRectF) -> bool:
    high = cards[-1].box.bottom() - cards[0].box.y()
    return high <= box.height() + 1 and all(card.text.whole for card in cards)


def draw(painter: QPainter, layout: PollLayout, m: Measure, motion: Motion) -> None:
    if layout.cards:
        first = layout.cards[0].box
        poll_legend.draw(painter, layout.legend, first.x(), first.y() - layout.legend.height, m)
    if layout.decision is not None:
        layout.decision.draw(painter, *layout.decision_at, m.tokens.accent)
    for card in layout.cards:
        _draw_card(painter, card, m)
        if card.block is not None:
            poll_bar.draw(painter, card.block, card.bar.x(), card.bar.y(), m, motion.grown(card.number))
        elif card.score is not None and card.row.dots is not None:
            _draw_dots(painter, card, layout.most, m, motion.grown(card.number))


def _moved(card: Card, by: float) -> Card:
    """In its place, its words in even lines."""
    text = card.text
    if text.lines > 1:
        text = balanced(text.layout.text(), text.face, text.layout.lineAt(0).width())
    return replace(card, text=text, box=card.box.translated(0, by), bar=card.bar.translated(0, by))


def _draw_card(painter: QPainter, card: Card, m: Measure) -> None:
    chosen = card.row.chosen
    painter.setBrush(QColor(m.tokens.panel))
    painter.setPen(QPen(QColor(m.tokens.accent), m.px(5)) if chosen else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(card.box, m.px(12), m.px(12))
    below = card.bar.height() and not card.beside
    inner = card.box.adjusted(0, 0, 0, -card.bar.height() - m.px(APART)) if below else card.box
    middle = inner.center().y()
    card.letter.draw(painter, card.box.x() + m.px(PAD), middle - card.letter.height / 2, m.tokens.accent)
    card.text.draw(painter, card.text_x, middle - card.text.height / 2, m.tokens.ink)


def _draw_dots(painter: QPainter, card: Card, most: int, m: Measure, grown: float) -> None:
    """A disc for each dot, as the room gave them; a bar where they would be too many to see. Then what they
    come to."""
    dots, box, score = card.row.dots or 0, card.bar, card.score
    size = m.px(DOT)
    middle = box.y() + size / 2 if card.stacked else box.center().y()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(m.tokens.accent if card.row.chosen else m.tokens.ink2))
    if most <= DOTS_AS_DOTS:
        step = min(size * 1.25, box.width() / max(1, most))
        disc = min(size, step * 0.86)
        for n in range(round(dots * grown)):
            painter.drawEllipse(QRectF(box.x() + n * step, middle - disc / 2, disc, disc))
    elif dots:
        bar = QRectF(box.x(), middle - size / 2, max(size, box.width() * dots / most * grown), size)
        painter.drawRoundedRect(bar, size / 2, size / 2)
    if score is not None and card.stacked:
        score.draw(painter, box.x(), box.bottom() - score.height, m.tokens.ink)
    elif score is not None:
        score.draw(
            painter, card.box.right() - m.px(PAD) - score.width, middle - score.height / 2, m.tokens.ink
        )
