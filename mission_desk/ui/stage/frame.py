"""What stands around every body: eyebrow and prompt above, the clock at the right, below who leads, who
listens and the footer."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from mission_desk.core.file.closed_sets import ThinkingStyle
from mission_desk.core.room.style_words import style_plural
from mission_desk.core.stage.slides import BoardBody, Slide
from mission_desk.ui.stage.clock_face import clock_size
from mission_desk.ui.stage.layout.fit import Face, Words, balanced, one_line, set_words
from mission_desk.ui.stage.layout.measure import (
    BOARD_PROMPT,
    EYEBROW,
    FOOT_MARGIN,
    MARGIN,
    PROMPT,
    PROMPT_SMALLEST,
    SMALL,
    Measure,
)
from mission_desk.ui.stage.layout.notes import draw_mark
from mission_desk.ui.stage.layout.parting import parted
from mission_desk.words import tr

CHIP, CHIP_PAD, CHIP_GAP = 50, 18, 30  # parts
LEAST_LINES, LEAST_SHARE = 6, 0.45  # of a body, in the smallest letters and of the window


class Chip(Struct, frozen=True):
    style: ThinkingStyle
    words: Words
    box: QRectF


class Placing(Struct, frozen=True):
    words: Words
    x: float
    y: float
    colour: str


class Frame(Struct, frozen=True):
    texts: tuple[Placing, ...]
    chips: tuple[Chip, ...]
    clock: QRectF
    body: QRectF


def lay_out(
    slide: Slide, headline: str, footer: str, m: Measure, *, with_clock: bool, tight: bool = False
) -> Frame:
    """`headline` is empty where the body says it itself; `tight` makes it and the clock small for a full
    body."""
    side = m.px(MARGIN)
    width, height = clock_size(slide, m, small=tight)
    clock = QRectF(m.width - side - width, m.px(54), width, height) if with_clock else QRectF()
    head = _head(slide, headline, m, clock, _prompt_parts(slide, tight=tight))
    foot, chips, foot_top = _foot(slide, footer, m, tight)
    top = max([text.y + text.words.height for text in head] + [clock.bottom()]) + m.px(24 if tight else 46)
    body = QRectF(side, top, m.width - 2 * side, max(1.0, foot_top - m.px(20 if tight else 36) - top))
    return Frame((*head, *foot), chips, clock, body)


def _prompt_parts(slide: Slide, *, tight: bool) -> int:
    """On a board the question has one size, however many notes come: what the room reads must not jump."""
    if isinstance(slide.body, BoardBody):
        return BOARD_PROMPT
    return PROMPT_SMALLEST + 4 if tight else PROMPT


def leaves_room(frame: Frame, m: Measure) -> bool:
    """For some lines of small letters: a question that leaves less gets a leaf of its own."""
    return frame.body.height() >= max(LEAST_LINES * m.floor, LEAST_SHARE * m.height)


def draw(painter: QPainter, frame: Frame, m: Measure) -> None:
    for text in frame.texts:
        text.words.draw(painter, text.x, text.y, text.colour)
    for chip in frame.chips:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(m.tokens.style(chip.style)))
        painter.drawRoundedRect(chip.box, chip.box.height() / 2, chip.box.height() / 2)
        size, x, middle = m.line(22), chip.box.x() + m.line(CHIP_PAD), chip.box.center().y()
        draw_mark(painter, chip.style, m.tokens.note_ink, QRectF(x, middle - size / 2, size, size))
        chip.words.draw(painter, x + m.line(30), middle - chip.words.height / 2, m.tokens.note_ink)


def _head(slide: Slide, headline: str, m: Measure, clock: QRectF, parts: float) -> list[Placing]:
    side = m.px(MARGIN)
    room = (clock.x() if clock.width() else m.width) - side - m.px(60 if clock.width() else MARGIN)
    face = Face("ui", m.letters(EYEBROW), QFont.Weight.DemiBold)
    eyebrow = set_words(parted(slide.eyebrow, slide.language), face, room)
    placings = [Placing(eyebrow, side, m.px(54), m.tokens.accent)]
    if headline.strip():
        words = _prompt_words(parted(headline.strip(), slide.language), room, parts, m)
        placings.append(Placing(words, side, m.px(54) + eyebrow.height + m.px(8), m.tokens.ink))
    return placings


def _prompt_words(text: str, room: float, parts: float, m: Measure) -> Words:
    """Two lines as large as they go; three or more where that would make them small."""
    large, small = m.letters(parts), m.letters(PROMPT_SMALLEST)
    middle = (large + small) // 2
    for size, most in ((large, 2), (middle, 2), (middle, 3)):
        words = set_words(text, Face("serif", size, QFont.Weight.DemiBold), room)
        if words.whole and words.lines <= most:
            return balanced(text, words.face, room)
    return balanced(text, Face("serif", small, QFont.Weight.DemiBold), room)


def _foot(
    slide: Slide, footer: str, m: Measure, tight: bool
) -> tuple[list[Placing], tuple[Chip, ...], float]:
    """Chips and sentence fill lines from the left; the footer stands at the end of the last one, or below.
    Also where it begins. Over a full body the sentence stays away where it would need a line of its own, and
    chips that need more than one line say only with their marks who leads."""
    side, line = m.px(MARGIN), m.line(CHIP + 12)
    face = Face("ui", m.letters(SMALL), QFont.Weight.Normal)
    room = m.width - 2 * side
    chips, x, row = _chips(slide, room, m, with_words=True)
    if tight and row:
        chips, x, row = _chips(slide, room, m, with_words=False)
    right = set_words(footer, face, room)
    taken = _footer_room(slide, right, face) + m.px(CHIP_GAP) if footer else 0
    listens, at = set_words(slide.listens, face, room), (x, row)
    if slide.listens and (listens.lines > 1 or x + listens.width + taken > room):
        row = row + 1 if x and not tight else row
        listens = set_words("" if tight else slide.listens, face, room)
        at, row, x = (0.0, row), row + max(1, listens.lines) - 1, 0.0 if listens.width else x
    row = row + 1 if footer and x + listens.width + taken > room + m.px(CHIP_GAP) else row
    rows = row + max(1, right.lines) if (chips or slide.listens or footer) else 0
    top = m.height - m.px(FOOT_MARGIN) - rows * line
    moved = tuple(Chip(c.style, c.words, c.box.translated(side, top + m.line(6))) for c in chips)

    def placed(words: Words, left: float, on: int) -> Placing:
        return Placing(words, side + left, top + on * line + (line - face.pitch) / 2, m.tokens.ink2)

    texts = [placed(listens, *at), placed(right, room - right.width, row)]
    return [text for text in texts if text.words.width], moved, top


def _footer_room(slide: Slide, right: Words, face: Face) -> float:
    """On a board as much as the longest count takes, so that nothing beside it moves when notes come."""
    if not isinstance(slide.body, BoardBody):
        return right.width
    longest = tr("{first}–{last} of {total}", slide.language, first=888, last=888, total=888)
    return max(right.width, one_line(longest, face).width)


def _chips(slide: Slide, room: float, m: Measure, *, with_words: bool) -> tuple[list[Chip], float, int]:
    """The chips in lines from 0/0; then where the line ends and which one it is."""
    line = m.line(CHIP + 12)
    face = Face("ui", m.letters(SMALL), QFont.Weight.DemiBold)
    chips, x, row = [], 0.0, 0
    for style in slide.leads:
        text = tr("{people} lead", slide.language, people=style_plural(style, slide.language))
        words = one_line(text if with_words else "", face)
        width = words.width + m.line(2 * CHIP_PAD + (30 if with_words else 22))
        if x and x + width > room:
            x, row = 0.0, row + 1
        chips.append(Chip(style, words, QRectF(x, row * line, width, m.line(CHIP))))
        x += width + m.px(CHIP_GAP)
    return chips, x, row
