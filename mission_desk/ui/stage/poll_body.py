"""A poll on the stage: the drafts while it is open; when it is closed, every dot that was given and which
draft was chosen, as far as the result was revealed."""

from __future__ import annotations

from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from mission_desk.core.slides import PollBody, PollRow
from mission_desk.ui.stage import poll_bar
from mission_desk.ui.stage.fit import Face, Words, balanced, one_line, set_words
from mission_desk.ui.stage.flow import Flow, Paragraph, flow
from mission_desk.ui.stage.measure import GAP, Measure
from mission_desk.ui.stage.motion import Motion
from mission_desk.ui.stage.parting import parted
from mission_desk.ui.stage.poll_bar import PollBar
from mission_desk.words import trn

SIZES = (96, 84, 72, 64, 56, 50, 44, 38, 33, 28, 24)  # of the drafts' words, in parts
PAD, DENSE_PAD, APART = 28, 14, 14  # parts: inside a card, where there is little room, above its bar
LETTER = 84  # parts: the column of an option's letter
DOT, DOTS_AS_DOTS = 26, 40  # the largest dot in parts; more of them are drawn as one bar
BARS, DOTS = 0.4, 0.34  # of the body: what bars with their words, or dots, take beside the options
MOST_SCORE = 0.55  # of a card's inside: a longer sentence stands under the dots, not beside them
FULL = PollRow("", "", 99, 99, False)
BESIDE = 1500  # parts: a body this wide has its dots beside the words


class Card(Struct, frozen=True):
    """A draft's box, its words and, once the poll is closed, where its dots go: `beside` the words or below
    them; what they come to stands under the dots where it is `stacked`."""

    row: PollRow
    number: int
    box: QRectF
    letter: Words
    text: Words
    text_x: float
    score: Words | None
    bar: QRectF
    beside: bool
    stacked: bool
    block: PollBar | None = None


class PollLayout(Struct, frozen=True):
    """The cards of one leaf; `after` is the row that the next one begins with, 0 where this is the last."""

    cards: tuple[Card, ...]
    most: int
    after: int


def lay_out(body: PollBody, box: QRectF, m: Measure, language: str) -> PollLayout | None:
    """All drafts in one size, the largest with which they fit; at the smallest, as many as fit. None where
    not even the first one does."""
    cards = _fitting(body, box, m, language)[body.first :]
    shift = box.y() - cards[0].box.y() if cards else 0.0
    cards = [_moved(card, shift) for card in cards]
    low = box.bottom() + 1
    shown = list(takewhile(lambda card: card.box.bottom() <= low and card.text.whole, cards))
    if cards and not shown:
        return None
    spare = box.bottom() - shown[-1].box.bottom() if shown else 0.0
    most = max((row.dots or 0 for row in body.rows), default=0) if not body.most else body.most
    after = 0 if len(shown) == len(cards) else body.first + len(shown)
    return PollLayout(tuple(_moved(card, spare * 0.3) for card in shown), most, after)


def flowing(row: PollRow) -> Flow:
    """The words of an option that is longer than the stage is high; without words, what was counted."""
    if row.text.strip():
        return flow((Paragraph(row.text, "large", row.name),))
    counted = " · ".join(part for part in (row.score, row.verdict) if part)
    return flow((Paragraph(counted or "–", "title", row.name),))


def after_words(body: PollBody) -> PollBody | None:
    """What follows when the words of its first row had a leaf: the row's result, then its bar, then the other
    rows."""
    row, n = body.rows[body.first], body.first
    if body.closed and row.text:
        return _with(body, replace(row, text=""))
    if row.bar and row.verdict:
        return _with(body, replace(row, score=" ", verdict=""))
    return replace(body, first=n + 1) if n + 1 < len(body.rows) else None


def _with(body: PollBody, row: PollRow) -> PollBody:
    n = body.first
    return replace(body, rows=(*body.rows[:n], row, *body.rows[n + 1 :]))


def _fitting(body: PollBody, box: QRectF, m: Measure, language: str) -> list[Card]:
    """The largest words with which all options fit; bars give up their legend before an option goes to
    another leaf."""
    sizes = list(dict.fromkeys(m.letters(size) for size in SIZES))
    for dense in range(poll_bar.DENSEST + 1 if body.bars and body.closed else 1):
        for size in sizes:
            cards = _cards(body, box, m, size, language, dense)
            low = cards[-1].box.bottom() if cards else 0.0
            if low <= box.bottom() + 1 and all(card.text.whole for card in cards):
                return cards
    return cards


def draw(painter: QPainter, layout: PollLayout, m: Measure, motion: Motion) -> None:
    for card in layout.cards:
        _draw_card(painter, card, m)
        if card.block is not None:
            poll_bar.draw(painter, card.block, card.bar.x(), card.bar.y(), m, motion.grown(card.number))
        elif card.score is not None and card.row.dots is not None:
            _draw_dots(painter, card, layout.most, m, motion.grown(card.number))


def _cards(body: PollBody, box: QRectF, m: Measure, size: int, language: str, dense: int) -> list[Card]:
    room = _room(body, box, m, language)
    found, y = [], box.y()
    for number in range(len(body.rows)):
        card = _card(body, number, QRectF(box.x(), y, box.width(), 0), room, m, size, language, dense)
        found.append(card)
        y = card.box.bottom() + m.px(GAP if dense < poll_bar.DENSEST else GAP / 2)
    return found


class _Room(Struct, frozen=True):
    """What all cards of a poll share: the column of the letters, the widths of words and dots in px."""

    column: float
    text: float
    bar: float
    score: float
    beside: bool
    stacked: bool


def _room(body: PollBody, box: QRectF, m: Measure, language: str) -> _Room:
    beside = body.closed and box.width() > m.px(BESIDE)
    face = Face("ui", m.letters(52), QFont.Weight.Bold)
    letter = max((one_line(row.name, face).width for row in body.rows), default=0.0)
    column = max(m.px(LETTER), letter + m.px(1.5 * PAD))
    inner = box.width() - m.px(2 * PAD) - column
    # As for many dots from many people, or all words would move when the first dots are shown.
    full = one_line(_counted(FULL, language), _score_face(m))
    score = full.width if body.closed and not body.bars else 0.0
    stacked = beside or score > inner * MOST_SCORE
    if beside:
        bar = max(score, box.width() * (BARS if body.bars else DOTS))
        return _Room(column, inner - bar - m.px(40), bar, bar, beside, stacked)
    bar = inner if body.bars or stacked else inner - score - m.px(40)
    return _Room(column, inner, bar, inner if stacked else score, beside, stacked)


def _card(
    body: PollBody, number: int, at: QRectF, room: _Room, m: Measure, size: int, language: str, dense: int
) -> Card:
    row = body.rows[number]
    letter = one_line(row.name, Face("ui", m.letters(52), QFont.Weight.Bold))
    face = Face("serif", size, QFont.Weight.DemiBold)
    text = balanced(parted(row.text.strip(), language), face, room.text)
    score = None
    if body.closed and not body.bars:
        score = set_words(_counted(row, language), _score_face(m), max(1.0, room.score))
    block = None
    if body.bars and body.closed:
        block = poll_bar.lay_out(body, row, room.bar, m, language, dense=dense)
    below = _result_height(score, block, m, stacked=room.stacked)
    high = max(letter.height, text.height)
    high = max(high, below) if room.beside else high + (below + m.px(APART) if below else 0)
    air = m.px(PAD if dense < poll_bar.DENSEST else DENSE_PAD)
    card = QRectF(at.x(), at.y(), at.width(), high + 2 * air)
    x = card.right() - m.px(PAD) - room.bar if room.beside else card.x() + m.px(PAD) + room.column
    top = card.center().y() - below / 2 if room.beside else card.bottom() - air - below
    bar = QRectF(x, top, room.bar, below)
    text_x = card.x() + m.px(PAD) + room.column
    return Card(row, number, card, letter, text, text_x, score, bar, room.beside, room.stacked, block)


def _result_height(score: Words | None, block: PollBar | None, m: Measure, *, stacked: bool) -> float:
    """Of dots or a bar with their words; 0 while the poll is open."""
    if block is not None:
        return block.height
    return 0.0 if score is None else score.height + (m.px(DOT + 14) if stacked else 0)


def _score_face(m: Measure) -> Face:
    return Face("ui", m.letters(26), QFont.Weight.DemiBold)


def _counted(row: PollRow, language: str) -> str:
    dots, seats = row.dots or 0, row.seats or 0
    text = trn("{n} dot", "{n} dots", dots, language)
    if dots:
        text = f"{text} · {trn('from {n} person', 'from {n} people', seats, language)}"
    return text


def _moved(card: Card, by: float) -> Card:
    return replace(card, box=card.box.translated(0, by), bar=card.bar.translated(0, by))


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
