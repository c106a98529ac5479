"""A poll on the stage: the drafts while it is open; when it is closed, every dot that was given and which
draft was chosen, as far as the result was revealed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from mission_desk.core.slides import PollBody, PollRow
from mission_desk.ui.stage import poll_bar
from mission_desk.ui.stage.fit import Face, Words, balanced, one_line, set_words
from mission_desk.ui.stage.measure import GAP, Measure
from mission_desk.ui.stage.motion import Motion
from mission_desk.ui.stage.poll_bar import PollBar
from mission_desk.words import trn

SIZES = (72, 64, 56, 50, 44, 38, 33, 28, 24)  # of the drafts' words, in parts
PAD, LETTER = 28, 84  # parts: inside a card; the column of its letter
DOT, DOTS_AS_DOTS = 26, 40  # the largest dot in parts; more of them are drawn as one bar
MOST_LINES = 4
BARS = 0.4  # of the body: what bars with their words take beside the options
BESIDE = 1500  # parts: a body this wide has its dots beside the words


@dataclass(frozen=True, slots=True)
class Card:
    """A draft's box, its words and, once the poll is closed, where its dots go: `beside` the words or below
    them."""

    row: PollRow
    box: QRectF
    letter: Words
    text: Words
    score: Words | None
    bar: QRectF
    beside: bool
    block: PollBar | None = None


@dataclass(frozen=True, slots=True)
class PollLayout:
    cards: tuple[Card, ...]
    most: int
    total: int


def lay_out(body: PollBody, box: QRectF, m: Measure, language: str) -> PollLayout:
    """All drafts in one size, the largest with which they fit; at the smallest, as many as fit."""
    cards = _fitting(body, box, m, language)
    shown = [card for card in cards if card.box.bottom() <= box.bottom() + 1]
    spare = box.bottom() - shown[-1].box.bottom() if shown else 0.0
    most = max((row.dots or 0 for row in body.rows), default=0) if not body.most else body.most
    return PollLayout(tuple(_moved(card, spare * 0.3) for card in shown), most, len(body.rows))


def _fitting(body: PollBody, box: QRectF, m: Measure, language: str) -> list[Card]:
    """The largest words with which all options fit; bars give up their legend, and then a line, before an
    option is left out."""
    sizes = list(dict.fromkeys(m.letters(size) for size in SIZES))
    for dense in range(poll_bar.DENSEST + 1 if body.bars and body.closed else 1):
        for size in sizes:
            cards = _cards(body, box, m, size, language, dense)
            low = cards[-1].box.bottom() if cards else 0.0
            if low <= box.bottom() + 1 and all(card.text.whole for card in cards):
                return cards
    return cards


def draw(painter: QPainter, layout: PollLayout, m: Measure, motion: Motion) -> None:
    for n, card in enumerate(layout.cards):
        _draw_card(painter, card, m)
        if card.block is not None:
            poll_bar.draw(painter, card.block, card.bar.x(), card.bar.y(), m, motion.grown(n))
        elif card.score is not None and card.row.dots is not None:
            _draw_dots(painter, card, layout.most, m, motion.grown(n))


def _cards(body: PollBody, box: QRectF, m: Measure, size: int, language: str, dense: int) -> list[Card]:
    beside = body.closed and box.width() > m.px(BESIDE)
    letters = [
        one_line(row.name, Face("ui", m.letters(52), QFont.Weight.Bold), m.px(LETTER)) for row in body.rows
    ]
    scores = [_score(row, m, box.width() / 2, language) if body.closed else None for row in body.rows]
    inner = box.width() - m.px(2 * PAD + LETTER)
    score_width = max((score.width for score in scores if score), default=0.0)
    under = inner if body.bars else inner - score_width - m.px(40)
    bar_width = box.width() * (BARS if body.bars else 0.34) if beside else under
    found, y = [], box.y()
    for row, letter, score in zip(body.rows, letters, scores, strict=True):
        text = _text(
            row.text,
            Face("serif", size, QFont.Weight.DemiBold),
            inner - (bar_width + m.px(40) if beside else 0),
        )
        block = None
        if body.bars and body.closed:
            block = poll_bar.lay_out(body, row, bar_width, m, dense=dense)
        bar_height = _result_height(score, block, m, beside=beside)
        high = max(letter.height, text.height, bar_height) if beside else max(letter.height, text.height)
        high += 0 if beside or score is None else bar_height + m.px(18)
        card = QRectF(box.x(), y, box.width(), high + m.px(2 * PAD))
        x = card.right() - m.px(PAD) - bar_width if beside else card.x() + m.px(PAD + LETTER)
        top = card.center().y() - bar_height / 2 if beside else card.bottom() - m.px(PAD) - bar_height
        bar = QRectF(x, top, bar_width, bar_height)
        found.append(Card(row, card, letter, text, score, bar, beside, block))
        y = card.bottom() + m.px(GAP)
    return found


def _result_height(score: Words | None, block: PollBar | None, m: Measure, *, beside: bool) -> float:
    """Of dots or a bar with their words; 0 while the poll is open."""
    if block is not None:
        return block.height
    return 0.0 if score is None else score.height + (m.px(DOT + 14) if beside else 0)


def _text(text: str, face: Face, room: float) -> Words:
    words = set_words(text.strip(), face, room, MOST_LINES)
    return balanced(text.strip(), face, room) if words.whole else words


def _score(row: PollRow, m: Measure, width: float, language: str) -> Words:
    dots, seats = row.dots or 0, row.seats or 0
    text = trn("{n} dot", "{n} dots", dots, language)
    if dots:
        text = f"{text} · {trn('from {n} person', 'from {n} people', seats, language)}"
    return one_line(text, Face("ui", m.letters(26), QFont.Weight.DemiBold), width)


def _moved(card: Card, by: float) -> Card:
    return replace(card, box=card.box.translated(0, by), bar=card.bar.translated(0, by))


def _draw_card(painter: QPainter, card: Card, m: Measure) -> None:
    chosen = card.row.chosen
    painter.setBrush(QColor(m.tokens.panel))
    painter.setPen(QPen(QColor(m.tokens.accent), m.px(5)) if chosen else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(card.box, m.px(12), m.px(12))
    below = card.score is not None and not card.beside
    inner = card.box.adjusted(0, 0, 0, -card.bar.height() - m.px(18)) if below else card.box
    x, middle = card.box.x() + m.px(PAD), inner.center().y()
    card.letter.draw(painter, x, middle - card.letter.height / 2, m.tokens.accent)
    card.text.draw(painter, x + m.px(LETTER), middle - card.text.height / 2, m.tokens.ink)


def _draw_dots(painter: QPainter, card: Card, most: int, m: Measure, grown: float) -> None:
    """A disc for each dot, as the room gave them; a bar where they would be too many to see. Then what they
    come to."""
    dots, box, score = card.row.dots or 0, card.bar, card.score
    size = m.px(DOT)
    middle = box.y() + size / 2 if card.beside else box.center().y()
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
    if score is not None and card.beside:
        score.draw(painter, box.x(), box.bottom() - score.height, m.tokens.ink)
    elif score is not None:
        score.draw(
            painter, card.box.right() - m.px(PAD) - score.width, middle - score.height / 2, m.tokens.ink
        )
