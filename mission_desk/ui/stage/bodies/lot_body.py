"""Who is next, as large as the stage allows, and below in small chips those who come after."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from mission_desk.core.stage.slides import LotBody, StagePerson
from mission_desk.ui.stage.layout.fit import Face, Words, fitted, set_words
from mission_desk.ui.stage.layout.flow import Flow, Paragraph, flow
from mission_desk.ui.stage.layout.measure import LOUDEST, SMALL, Measure
from mission_desk.ui.stage.layout.name_chip import NameChip, chip_height, chip_width, draw_chip, name_words
from mission_desk.ui.stage.layout.notes import draw_mark, note_shape
from mission_desk.ui.stage.layout.parting import parted

PAD, MARK, BETWEEN = 56, 34, 30  # parts
SHARE = 0.58  # of the leaf for the person, where others come after
SEAT, THEN = 34, 28  # parts
GAP = 0.8  # of the letters, between two chips


class LotLayout(Struct, frozen=True):
    """`card` is empty on the leaves after the first."""

    card: QRectF
    person: StagePerson | None
    name: Words
    seat: Words
    then: Words
    then_at: float
    chips: tuple[NameChip, ...]
    rest: LotBody | None


def lay_out(body: LotBody, box: QRectF, m: Measure, language: str) -> LotLayout | None:
    """None where one name alone is higher than a leaf without the person."""
    card = QRectF(box.x(), box.y(), box.width(), _card_height(body, box))
    pad, person = m.px(PAD), body.person
    seat = set_words(body.seat if person else "", _face(m.letters(SEAT)), box.width() - 2 * pad)
    face = Face("serif", m.letters(LOUDEST), QFont.Weight.Bold)
    room = card.height() - 2 * pad - seat.height
    words = parted(person.name if person else "", language)
    name, more = fitted(words, face, box.width() - 2 * pad, room, m.floor)
    then = set_words(parted(body.then, language), _face(m.letters(THEN)), box.width())
    top = card.bottom() + m.px(BETWEEN if person else 0)
    area = QRectF(box.x(), top + then.height + m.px(14), box.width(), 0)
    area.setBottom(box.bottom())
    chips = () if more else _chips(body, area, m, language)
    left = body.after[len(chips) :]
    rest = replace(body, person=None, after=left, first=body.first + len(chips)) if left else None
    if person is not None and more:  # a name that is longer than the stage
        rest = replace(body, person=replace(person, name=more))
    if any(chip.box.bottom() > box.bottom() + 1 for chip in chips):
        return None
    return LotLayout(card, person, name, seat, then, top, chips, rest)


def flowing(body: LotBody) -> Flow:
    """Those who come after in lines of words."""
    lines = (Paragraph(each.name, "item", str(body.first + at)) for at, each in enumerate(body.after))
    return flow((Paragraph(body.then, "head"), *lines))


def draw(painter: QPainter, layout: LotLayout, m: Measure) -> None:
    if layout.person is not None:
        _draw_card(painter, layout, layout.person, m)
    if layout.chips:
        layout.then.draw(painter, layout.card.x(), layout.then_at, m.tokens.ink2)
    for chip in layout.chips:
        draw_chip(painter, chip, m)


def _card_height(body: LotBody, box: QRectF) -> float:
    if body.person is None:
        return 0
    return box.height() * (SHARE if body.after else 1)


def _draw_card(painter: QPainter, layout: LotLayout, person: StagePerson, m: Measure) -> None:
    card, pad, mark = layout.card, m.px(PAD), m.line(MARK)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(m.tokens.style(person.style)))
    painter.drawPath(note_shape(card.width(), card.height(), m.px(42)).translated(card.topLeft()))
    x, y = card.x() + pad, card.y() + pad * 0.8
    draw_mark(
        painter, person.style, m.tokens.note_ink, QRectF(x, y + (layout.seat.height - mark) / 2, mark, mark)
    )
    layout.seat.draw(painter, x + mark * 1.5, y, m.tokens.note_ink)
    room = card.bottom() - pad - y - layout.seat.height
    top = y + layout.seat.height + max(0.0, (room - layout.name.height) / 2)
    layout.name.draw(painter, x, top, m.tokens.note_ink)


def _chips(body: LotBody, area: QRectF, m: Measure, language: str) -> tuple[NameChip, ...]:
    """As many as the area holds, in columns of one width; at least one where a leaf has nothing else."""
    if not body.after:
        return ()
    size = m.letters(SMALL)
    number = set_words(str(body.first + len(body.after)), _face(size), area.width()).width + size
    widest = min(max(chip_width(each, size) for each in body.after), area.width() - number)
    columns = max(1, int((area.width() + GAP * size) // (number + widest + GAP * size)))
    chips: list[NameChip] = []
    y = area.y()
    for first in range(0, len(body.after), columns):
        line = body.after[first : first + columns]
        words = [name_words(each, size, widest, language) for each in line]
        high = max(map(chip_height, words))
        if y + high > area.bottom() + 1 and (chips or body.person is not None):
            break
        for at, (person, name) in enumerate(zip(line, words, strict=True)):
            x = area.x() + at * (number + widest + GAP * size) + number
            figure = set_words(str(body.first + first + at), _face(size), number)
            chips.append(NameChip(person, name, QRectF(x, y, widest, high), figure))
        y += high + GAP * size / 2
    return tuple(chips)


def _face(size: int) -> Face:
    return Face("ui", size, QFont.Weight.DemiBold)
