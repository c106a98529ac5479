"""The cards of a poll's options, set in one size: letter, words, and where dots or a bar go."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from mission_desk.core.stage.slides import PollBody, PollRow
from mission_desk.ui.stage.bodies import poll_bar
from mission_desk.ui.stage.bodies.poll_bar import PollBar
from mission_desk.ui.stage.layout.fit import Face, Words, one_line, set_words
from mission_desk.ui.stage.layout.measure import GAP, Measure
from mission_desk.ui.stage.layout.parting import parted
from mission_desk.words import trn

PAD, DENSE_PAD, APART = 28, 14, 14  # parts: inside a card, where there is little room, above its bar
LETTER = 84  # parts: the column of an option's letter
DOT = 26  # the largest dot in parts
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


def cards_of(body: PollBody, box: QRectF, m: Measure, size: int, language: str, dense: int) -> list[Card]:
    room = _room(body, box, m, language)
    cards, y = [], box.y()
    for number in range(len(body.rows)):
        card = _card(body, number, QRectF(box.x(), y, box.width(), 0), room, m, size, language, dense)
        cards.append(card)
        y = card.box.bottom() + m.px(GAP / 2 if dense else GAP)
    return cards


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
    text = set_words(parted(row.text.strip(), language), face, room.text)
    score = None
    if body.closed and not body.bars:
        score = set_words(_counted(row, language), _score_face(m), max(1.0, room.score))
    block = None
    if body.bars and body.closed:
        block = poll_bar.lay_out(body, row, room.bar, m, language, dense=dense)
    below = _result_height(score, block, m, stacked=room.stacked)
    high = max(letter.height, text.height)
    high = max(high, below) if room.beside else high + (below + m.px(APART) if below else 0)
    air = m.px(DENSE_PAD if dense else PAD)
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
    return " · ".join(part for part in (text, row.before) if part)
