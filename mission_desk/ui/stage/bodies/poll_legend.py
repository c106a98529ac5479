"""What the colours of a poll's bars mean: once a leaf, above the options, in as many lines as it takes."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from mission_desk.core.stage.slides import PollBody, PromptBody
from mission_desk.core.vote.bar_layout import Key
from mission_desk.ui.parts.scale_colour import scale_colour
from mission_desk.ui.stage.layout.fit import Face, Words, one_line
from mission_desk.ui.stage.layout.measure import Measure
from mission_desk.words import tr
from mission_desk.written import listed

LETTERS = 20  # parts
BETWEEN, BESIDE = 30, 9  # parts: from one key to the next, from a colour to its words
SIDE = 0.8  # of the letters: the square of colour
BELOW = 16  # parts: from the legend to the options
MOST = 0.25  # of the body: a legend that takes more stands on a leaf of its own


class PlacedKey(Struct, frozen=True):
    key: Key
    words: Words
    x: float
    y: float


class Legend(Struct, frozen=True):
    """`height` has the air below it; 0 for a poll without a legend."""

    keys: tuple[PlacedKey, ...]
    height: float


def lay_out(keys: Sequence[Key], width: float, m: Measure) -> Legend:
    face = Face("ui", m.letters(LETTERS), QFont.Weight.Medium)
    before = face.size * SIDE + m.px(BESIDE)
    placed: list[PlacedKey] = []
    x = y = 0.0
    for key in keys:
        words = one_line(key.words, face)
        if x and x + before + words.width > width:
            x, y = 0.0, y + face.pitch * 1.1
        placed.append(PlacedKey(key, words, x, y))
        x += before + words.width + m.px(BETWEEN)
    return Legend(tuple(placed), y + face.pitch + m.px(BELOW) if placed else 0.0)


def leaf_alone(body: PollBody, box: QRectF, m: Measure, language: str) -> tuple[PromptBody, ...]:
    """The legend in words, where letters for a far row would take the room of the options; else nothing."""
    if not body.closed or lay_out(body.legend, box.width(), m).height <= box.height() * MOST:
        return ()
    names = listed([key.words for key in body.legend], language)
    return (PromptBody((tr("The bars from left to right: {list}", language, list=names),)),)


def draw(painter: QPainter, legend: Legend, x: float, y: float, m: Measure) -> None:
    for placed in legend.keys:
        face = placed.words.face
        side, left = face.size * SIDE, x + placed.x
        top = y + placed.y + (placed.words.height - side) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(scale_colour(m.tokens, placed.key.tone))
        painter.drawRoundedRect(QRectF(left, top, side, side), m.px(4), m.px(4))
        placed.words.draw(painter, left + side + m.px(BESIDE), y + placed.y, m.tokens.ink2)
