"""A person on the stage: a chip in the colour of the thinking style, with its mark and the name."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from mission_desk.core.stage.slides import StagePerson
from mission_desk.ui.stage.layout.fit import ENDLESS, Face, Words, set_words
from mission_desk.ui.stage.layout.measure import Measure
from mission_desk.ui.stage.layout.notes import draw_mark, note_shape
from mission_desk.ui.stage.layout.parting import parted

PAD, MARK, CORNER = 0.5, 0.8, 0.5  # of the letters


class NameChip(Struct, frozen=True):
    """`number` stands left of the chip, or is None."""

    person: StagePerson
    words: Words
    box: QRectF
    number: Words | None = None


def name_words(person: StagePerson, size: int, width: float, language: str) -> Words:
    """The name in letters of this size inside a chip of `width` px."""
    return set_words(parted(person.name, language), _face(size), max(1.0, width - _around(size)))


def chip_width(person: StagePerson, size: int) -> float:
    """In px, for the name in one line."""
    return set_words(person.name, _face(size), ENDLESS).width + _around(size) + 1


def chip_height(words: Words) -> float:
    return words.height + 2 * PAD * words.face.size


def draw_chip(painter: QPainter, chip: NameChip, m: Measure) -> None:
    box, size = chip.box, chip.words.face.size
    if chip.number is not None:
        left = box.x() - PAD * size - chip.number.width
        chip.number.draw(painter, left, box.y() + PAD * size, m.tokens.ink2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(m.tokens.style(chip.person.style)))
    painter.drawPath(note_shape(box.width(), box.height(), CORNER * size).translated(box.topLeft()))
    mark = MARK * size
    x, middle = box.x() + PAD * size, box.y() + PAD * size + chip.words.face.pitch / 2
    draw_mark(painter, chip.person.style, m.tokens.note_ink, QRectF(x, middle - mark / 2, mark, mark))
    chip.words.draw(painter, x + mark + PAD * size, box.y() + PAD * size, m.tokens.note_ink)


def _around(size: int) -> float:
    return (3 * PAD + MARK) * size


def _face(size: int) -> Face:
    return Face("ui", size, QFont.Weight.DemiBold)
