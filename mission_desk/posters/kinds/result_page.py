"""The result poster: the question, the options, how many votes each option had, and which one was chosen."""

from __future__ import annotations

from msgspec import Struct

from mission_desk.posters.contents import ResultPoster, ResultRow
from mission_desk.posters.kinds.result_bars import NAMES, draw_bands, draw_legend
from mission_desk.posters.pdf.clean_text import one_line
from mission_desk.posters.pdf.colours import (
    ACCENT,
    ACCENT_LIGHT,
    INK,
    INK_2,
    LINE,
    WHITE,
    Colour,
    hex_colour,
)
from mission_desk.posters.pdf.font_stacks import stack
from mission_desk.posters.pdf.page import Area, Page
from mission_desk.posters.pdf.shaping import shape
from mission_desk.posters.setting.paragraph import Copy, TextBlock
from mission_desk.words import tr, trn

_TRACK = hex_colour("#efece5")
_SIZES = (1.5, 1.35, 1.2, 1.06, 0.94, 0.84, 0.74, 0.66, 0.58, 0.5, 0.44, 0.38, 0.32, 0.27, 0.22)
_BAR = 0.62
_AIR = 1.7
"""Between two options, in em of their text."""
_LABEL_GAP = 0.9
_LABEL_SHARE = 0.55
"""Of the width: longer words beside a bar are set smaller, or they would leave no bar and stick out."""
_VERDICT = 0.85
"""The line under a bar, in em of the option's text."""
_REASON, _REASONS_SHARE = 0.6, 0.18
"""The letters of the reasons, and how much of the sheet's height they may take."""
_PITCH = 1.9
"""From one row to the next, as a share of free height that rows may take."""


def draw_result(page: Page, poster: ResultPoster) -> None:
    """Draws on the whole page. A poll without options gives its question."""
    page.rectangle(Area(0, 0, page.width, page.height), WHITE)
    margin = page.unit * (1.9 if page.width <= page.height else 1.7)
    frame = Area(margin, margin, page.width - 2 * margin, page.height - 2 * margin)
    top = draw_legend(page, poster.legend, frame, _draw_head(page, poster, frame))
    foot = _draw_reasons(page, poster, frame, _draw_note(page, poster, frame))
    bottom = _draw_decision(page, poster, frame, foot)
    if poster.rows:
        _draw_rows(page, poster, Area(frame.x, top, frame.w, bottom - top))


def _draw_head(page: Page, poster: ResultPoster, frame: Area) -> float:
    unit = page.unit
    size = unit * 0.62
    baseline = frame.y + size * 0.73
    side = size * 0.73
    page.rectangle(Area(frame.x, baseline - side, side, side), ACCENT)
    eyebrow = shape(stack("Inter-Bold"), tr("How we voted", poster.language).upper())
    with page.tagged("P"):
        page.text(eyebrow, frame.x + size * 1.25, baseline, size, ACCENT, 0.09)
    event = Copy(stack("Inter-Medium"), one_line(poster.event), poster.language)
    block = event.wrapped(size * 0.86, frame.w * 0.42)
    with page.tagged("P"):
        block.draw(page, frame.right - block.width, baseline - side * 0.88, block.width, INK_2)
    question = Copy(stack("Inter-ExtraBold"), one_line(poster.question), poster.language, 1.12)
    sizes = [unit * step for step in (1.7, 1.5, 1.3, 1.15, 1.0, 0.88, 0.76, 0.66)]
    asked = question.evened(question.fitted(sizes, frame.w, frame.h * 0.2), frame.w)
    top = baseline + max(0, len(block.lines) - 1) * block.size * block.leading + unit * 1.5
    with page.tagged("H1"):
        asked.draw(page, frame.x, top, frame.w, INK)
    return top + asked.cap_height + unit * 2.0


def _draw_note(page: Page, poster: ResultPoster, frame: Area) -> float:
    note = Copy(stack("Inter-Medium"), one_line(poster.note), poster.language, 1.4)
    block = note.fitted([page.unit * size for size in (0.54, 0.48, 0.42)], frame.w * 0.8, frame.h * 0.12)
    if not block.lines:
        return frame.bottom
    top = frame.bottom - block.cap_height
    with page.tagged("P"):
        block.draw(page, frame.x, top, frame.w, INK_2)
    return top - page.unit * 1.7


def _draw_decision(page: Page, poster: ResultPoster, frame: Area, bottom: float) -> float:
    """What was decided and why, at the foot of the options; the bottom of what stands above it."""
    words = Copy(stack("Inter-Bold"), one_line(poster.decision), poster.language, 1.3)
    block = words.fitted([page.unit * size for size in (0.9, 0.78, 0.66, 0.54)], frame.w, frame.h * 0.16)
    if not block.lines:
        return bottom
    top = bottom - block.height
    with page.tagged("P"):
        block.draw(page, frame.x, top, frame.w, ACCENT)
    return top - page.unit * 1.1


def _draw_reasons(page: Page, poster: ResultPoster, frame: Area, bottom: float) -> float:
    """As many of the reasons as can be read, and how many there are more; the bottom of what stands above."""
    block = _reasons_block(page, poster, frame)
    if block is None:
        return bottom
    top = bottom - block.height
    with page.tagged("P"):
        block.draw(page, frame.x, top, frame.w, INK_2)
    return top - page.unit * 1.1


def _reasons_block(page: Page, poster: ResultPoster, frame: Area) -> TextBlock | None:
    """At least the first one of them, however long."""
    size, face = page.unit * _REASON, stack("NotoSerif-SemiBold")
    for count in range(len(poster.reasons), 0, -1):
        block = Copy(face, _reason_words(poster, count), poster.language, 1.35).wrapped(size, frame.w)
        if count == 1 or block.height <= frame.h * _REASONS_SHARE:
            return block
    return None


def _reason_words(poster: ResultPoster, count: int) -> str:
    each = [one_line(text) for text in poster.reasons[:count]]
    left = len(poster.reasons) - count
    more = [trn("and {n} more reason", "and {n} more reasons", left, poster.language)] if left else []
    return " · ".join([*each, *more])


class _Option(Struct, frozen=True):
    """A row with its words set; `height` from the words' capitals to the foot of the bar."""

    row: ResultRow
    block: TextBlock
    height: float


def _draw_rows(page: Page, poster: ResultPoster, room: Area) -> None:
    unit = page.unit
    options, size = _fitted(poster, room, unit)
    scale = size / (unit * 0.94)
    used = sum(option.height for option in options)
    pitch = min((room.h - used) / max(1, len(options) - 1), unit * _PITCH * max(1.0, scale))
    largest = max(1, *(max(row.total, row.count) for row in poster.rows))
    top = room.y
    for option in options:
        _draw_option(page, poster, option, Area(room.x, top, room.w, option.height), size, largest)
        top += option.height + pitch


def _fitted(poster: ResultPoster, room: Area, unit: float) -> tuple[list[_Option], float]:
    """The options at the largest common size at which all of them fit with air between them."""
    copies = [
        Copy(stack("NotoSerif-SemiBold"), one_line(row.text), poster.language, 1.24) for row in poster.rows
    ]
    for step in _SIZES:
        size = unit * step
        options = [_option(row, copy, size, room) for row, copy in zip(poster.rows, copies, strict=True)]
        air = size * _AIR * (len(options) - 1)
        if sum(option.height for option in options) + air <= room.h:
            return options, size
    return _squeezed(poster, copies, room)


def _squeezed(poster: ResultPoster, copies: list[Copy], room: Area) -> tuple[list[_Option], float]:
    """For very many or very long options: each gets the same share of the room and its own size of text."""
    share = room.h / len(copies)
    size = share * 0.32
    options = []
    for row, copy in zip(poster.rows, copies, strict=True):
        block = copy.fitted([size, size * 0.8], room.w - _indent(size), share * 0.42)
        options.append(_Option(row, block, block.height + _bar_height(size) + size * 0.3))
    return options, size


def _option(row: ResultRow, copy: Copy, size: float, room: Area) -> _Option:
    width = room.w - _indent(size)
    block = copy.evened(copy.wrapped(size, width), width)
    return _Option(row, block, block.cap_height + size * 0.78 + _bar_height(size) + _below(row, size))


def _below(row: ResultRow, size: float) -> float:
    """What stands under a bar: the names of its parts, and the sentence about the option."""
    return (_bar_height(size) * NAMES if row.bar else 0.0) + (size * _VERDICT if row.verdict else 0.0)


def _indent(size: float) -> float:
    return size * 1.75


def _bar_height(size: float) -> float:
    return size * _BAR


def _draw_option(
    page: Page, poster: ResultPoster, option: _Option, area: Area, size: float, largest: int
) -> None:
    row, left = option.row, area.x + _indent(size)
    width = area.right - left
    colour = ACCENT if row.chosen else INK
    letter = shape(stack("Inter-ExtraBold"), one_line(row.letter))
    cap = stack("NotoSerif-SemiBold").first.cap * size
    fitted = min(size * 1.06, (_indent(size) - size * 0.3) / max(letter.width(), 0.1))
    with page.tagged("P"):
        end = page.text(letter, area.x, area.y + cap, fitted, colour)
        page.word_gap(stack("Inter-ExtraBold"), end, area.y + cap, fitted)
        option.block.draw(page, left, area.y, width, colour)
    bottom = area.bottom - _below(row, size)
    _draw_bar(page, poster, row, Area(left, bottom - _bar_height(size), width, _bar_height(size)), largest)
    if row.verdict:
        _draw_verdict(page, row, left, area.bottom, size, width)


def _draw_verdict(page: Page, row: ResultRow, x: float, bottom: float, size: float, width: float) -> None:
    """Draw the sentence about the option, in one line under the bar."""
    face = stack("Inter-SemiBold")
    line = shape(face, one_line(row.verdict))
    fitted = min(size * 0.5, width / max(line.width(), 0.1))
    with page.tagged("P"):
        end = page.text(line, x, bottom, fitted, ACCENT if row.chosen else INK_2)
        page.word_gap(face, end, bottom, fitted)


def _draw_bar(page: Page, poster: ResultPoster, row: ResultRow, area: Area, largest: int) -> None:
    size = min(area.h * 0.98, area.w * _LABEL_SHARE / _label_room(poster))
    face = stack("Inter-Bold" if row.chosen else "Inter-SemiBold")
    label = shape(face, _label(poster, row), tabular=True)
    track = Area(area.x, area.y, area.w - _label_room(poster) * size, area.h)
    if row.bar:
        draw_bands(page, row.bar, track)
    elif not row.score:
        _draw_count(page, row, track, largest)
    baseline = area.y + area.h / 2 + face.first.cap * size / 2
    left = track.right + size * _LABEL_GAP if row.bar or not row.score else area.x
    with page.tagged("P"):
        page.text(label, left, baseline, size, ACCENT if row.chosen else INK_2)


def _draw_count(page: Page, row: ResultRow, track: Area, largest: int) -> None:
    page.rectangle(track, _TRACK, track.h / 2)
    share = min(1.0, max(0, row.count) / largest)
    if share > 0:
        filled = Area(track.x, track.y, max(track.w * share, track.h), track.h)
        page.rectangle(filled, _bar_colour(row), track.h / 2)


def _label(poster: ResultPoster, row: ResultRow) -> str:
    """What was counted, and that it is ours."""
    words = [row.score or tr("{count} of {total}", poster.language, count=row.count, total=row.total)]
    if row.chosen:
        words.append(tr("our choice", poster.language))
    return " · ".join(words)


def _label_room(poster: ResultPoster) -> float:
    """What the longest label and its gap need, in em: all bars end on one line."""
    labels = [_label(poster, row) for row in poster.rows]
    return max(shape(stack("Inter-Bold"), text, tabular=True).width() for text in labels) + _LABEL_GAP


def _bar_colour(row: ResultRow) -> Colour:
    return ACCENT if row.chosen else ACCENT_LIGHT if row.count else LINE
