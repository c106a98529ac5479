"""Paragraphs one below the other over the whole width: the shape that anything takes whose own shape cannot
be read from the last row. What does not fit goes on in another flow."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from mission_desk.ui.stage.layout.fit import Face, Typeface, Words, cut, set_words
from mission_desk.ui.stage.layout.measure import Measure
from mission_desk.ui.stage.layout.parting import parted

SCALES = (1.0, 0.85, 0.72, 0.6, 0.0)  # of the usual letters; the last one is the smallest that can be read
MARK = 1.5  # letters wide, where a paragraph has one
GAP = 0.5  # of a line, above a paragraph; twice as much above a head
LEAST = 2  # lines of a paragraph that begins at the foot of a leaf
SHORT = 0.6  # of a leaf: such a paragraph is not parted


LookName = Literal["head", "title", "item", "text", "quiet", "large", "question", "serif"]


class Paragraph(Struct, frozen=True):
    """`look` is one of LOOKS; `mark` is a letter or number that hangs to its left."""

    text: str
    look: LookName = "text"
    mark: str = ""


class Look(Struct, frozen=True):
    """Kind, size in parts, weight and the token of the colour."""

    kind: Typeface
    parts: int
    weight: QFont.Weight
    colour: str


LOOKS: dict[LookName, Look] = {
    "head": Look("ui", 30, QFont.Weight.DemiBold, "accent"),
    "title": Look("ui", 40, QFont.Weight.DemiBold, "ink"),
    "item": Look("ui", 40, QFont.Weight.DemiBold, "ink"),
    "text": Look("ui", 34, QFont.Weight.Normal, "ink"),
    "quiet": Look("ui", 34, QFont.Weight.Normal, "ink2"),
    "large": Look("serif", 62, QFont.Weight.DemiBold, "ink"),
    "question": Look("serif", 110, QFont.Weight.DemiBold, "ink"),
    "serif": Look("serif", 44, QFont.Weight.Normal, "ink2"),
}
HEADS = ("head", "title")


class Flow(Struct, frozen=True):
    """`begun`: its first paragraphs stand on an earlier leaf; letters stay as small as there."""

    paragraphs: tuple[Paragraph, ...]
    begun: bool = False


class Line(Struct, frozen=True):
    """A paragraph in its place; its mark, if it has one, stands `left`."""

    words: Words
    x: float
    y: float
    colour: str
    mark: Words | None
    left: float


class FlowLayout(Struct, frozen=True):
    lines: tuple[Line, ...]
    rest: Flow | None


def flow(paragraphs: Iterable[Paragraph]) -> Flow:
    return Flow(tuple(each for each in paragraphs if each.text.strip()))


def lay_out(body: Flow, box: QRectF, m: Measure, language: str) -> FlowLayout:
    """As large as all of it fits; at the smallest letters, as much as does."""
    for scale in SCALES if not body.begun else SCALES[-1:]:
        layout = _placed(body.paragraphs, box, m, language, scale)
        if layout.rest is None:
            break
    return layout


def draw(painter: QPainter, layout: FlowLayout, m: Measure) -> None:
    for line in layout.lines:
        line.words.draw(painter, line.x, line.y, getattr(m.tokens, line.colour))
        if line.mark is not None:
            line.mark.draw(painter, line.left, line.y, m.tokens.accent)


def _placed(
    paragraphs: tuple[Paragraph, ...], box: QRectF, m: Measure, language: str, scale: float
) -> FlowLayout:
    lines: list[Line] = []
    y = box.y()
    for n, paragraph in enumerate(paragraphs):
        look = LOOKS[paragraph.look]
        face = Face(look.kind, max(m.floor, round(m.px(look.parts) * scale)), look.weight)
        y += face.pitch * GAP * (2 if paragraph.look in HEADS else 1) if lines else 0
        room = int((box.bottom() + 1 - y) / face.pitch)
        line = _line(paragraph, face, box, y, language)
        if line.words.lines <= room:
            lines.append(line)
            y += line.words.height
        elif _begins_later(paragraphs[:n], line.words, room, box):
            return _ended(paragraphs, lines)
        else:
            head, tail = cut(line.words, room)
            lines.append(_line(replace(paragraph, text=head), face, box, y, language))
            rest = (replace(paragraph, text=tail, mark=""), *paragraphs[n + 1 :])
            return FlowLayout(tuple(lines), Flow(rest, begun=True) if tail or rest[1:] else None)
    return FlowLayout(tuple(lines), None)


def _begins_later(before: tuple[Paragraph, ...], words: Words, room: int, box: QRectF) -> bool:
    """What would fit on the next leaf in one piece is not parted; a head alone is no reason for a new
    leaf."""
    if all(each.look in HEADS for each in before):
        return bool(before) and room < 1
    return room < LEAST or words.height <= box.height() * SHORT


def _line(paragraph: Paragraph, face: Face, box: QRectF, y: float, language: str) -> Line:
    x = box.x() + (MARK * face.size if paragraph.mark else 0)
    words = set_words(parted(paragraph.text.strip(), language), face, box.right() - x)
    mark = set_words(paragraph.mark, replace(face, weight=QFont.Weight.Bold), x - box.x())
    return Line(words, x, y, LOOKS[paragraph.look].colour, mark if paragraph.mark else None, box.x())


def _ended(paragraphs: tuple[Paragraph, ...], lines: list[Line]) -> FlowLayout:
    """Before the next paragraph; a head goes with what stands under it."""
    count = len(lines)
    while count > 1 and paragraphs[count - 1].look in HEADS:
        count -= 1
    return FlowLayout(tuple(lines[:count]), Flow(paragraphs[count:], begun=True))
