"""Paper ballots to be cut apart: eight on a sheet, fewer where the options need more room. What is asked
stands on every ballot in the words of the booth."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from msgspec import Struct

from mission_desk.core.vote.ballot_scales import Scale
from mission_desk.posters.pdf.clean_text import one_line
from mission_desk.posters.pdf.colours import INK, INK_2, Colour, hex_colour
from mission_desk.posters.pdf.font_stacks import stack
from mission_desk.posters.pdf.page import Area, Page
from mission_desk.posters.pdf.pdf_file import PdfFile
from mission_desk.posters.pdf.shaping import shape
from mission_desk.posters.pdf.storing import refuse_other_files, store
from mission_desk.posters.setting.paragraph import Copy, TextBlock
from mission_desk.posters.sheets.paper import POINTS_PER_MM, Paper
from mission_desk.words import tr

MM = POINTS_PER_MM
_GRIDS = ((2, 4), (2, 3), (2, 2), (1, 2), (1, 1))  # ballots across and down a sheet
_FACTORS = (1.3, 1.2, 1.1, 1.0, 0.92, 0.85, 0.78)  # below that nobody can read it
_EDGE = 6 * MM
_CUT: Colour = hex_colour("#8a949e")
_TEXT, _ASK, _MARK = 9.0, 6.6, 13.0  # points at factor 1: an option's words, what is asked, a mark's circle
_REASON = 16.0  # points at factor 1, for one line by hand
_LONGEST_WORD = 12  # letters; longer words are told by number


class BallotSheets(Struct, frozen=True):
    """`options` are (letter, words); `seats` has an entry a ballot: the seat's number, "" for a line to
    write it on, None for a ballot without a seat. With `reason` a line for it stands below the options."""

    question: str
    options: tuple[tuple[str, str], ...]
    scales: tuple[Scale, ...]
    seats: tuple[str | None, ...]
    language: str
    reason: bool = False


def write_ballots(path: Path, ballots: BallotSheets, paper: Paper) -> int:
    """Write the PDF; the number of sheets. KnownError as with posters."""
    refuse_other_files(path)
    content, sheets = drawn(ballots, paper, datetime.now(UTC))
    store(path, content)
    return sheets


def drawn(ballots: BallotSheets, paper: Paper, when: datetime | None = None) -> tuple[bytes, int]:
    """The PDF's bytes and the number of its sheets."""
    columns, rows, factor = _fitting(ballots, paper)
    each = columns * rows
    file = PdfFile(one_line(ballots.question), ballots.language, when, tagged=True)
    seats = ballots.seats
    pages = [seats[start : start + each] for start in range(0, len(seats), each)]
    for on_page in pages:
        draw = partial(_draw_sheet, ballots=ballots, seats=on_page, columns=columns, rows=rows, factor=factor)
        file.draw_page(paper.width, paper.height, draw)
    return file.to_bytes(), len(pages)


def _fitting(ballots: BallotSheets, paper: Paper) -> tuple[int, int, float]:
    """As many ballots a sheet as can be read."""
    for columns, rows in _GRIDS:
        width, height = paper.width / columns - 2 * _EDGE, paper.height / rows - 2 * _EDGE
        for factor in _FACTORS:
            if _needed(ballots, width, factor) <= height:
                return columns, rows, factor
    return 1, 1, max(0.3, height / _needed(ballots, width, 1.0))


def _draw_sheet(
    page: Page, ballots: BallotSheets, seats: Sequence[str | None], columns: int, rows: int, factor: float
) -> None:
    width, height = page.width / columns, page.height / rows
    for column in range(1, columns):
        page.rule((column * width, 0), (column * width, page.height), _CUT, 0.5, (3, 3))
    for row in range(1, rows):
        page.rule((0, row * height), (page.width, row * height), _CUT, 0.5, (3, 3))
    for place, seat in enumerate(seats):
        row, column = divmod(place, columns)
        area = Area(column * width, row * height, width, height).inset(_EDGE)
        _draw_ballot(page, ballots, seat, area, factor)


def _draw_ballot(page: Page, ballots: BallotSheets, seat: str | None, area: Area, factor: float) -> None:
    y = area.y
    words = "" if seat is None else tr("Seat {n}", ballots.language, n=seat or "____")
    label = shape(stack("Inter-SemiBold"), words)
    size = 8 * factor
    with page.tagged("P"):
        page.text(label, area.right - label.width() * size, y + size, size, INK_2)
    room = area.w - label.width() * size - 8
    block = Copy(stack("Inter-Bold"), one_line(ballots.question), ballots.language).wrapped(
        9.5 * factor, room
    )
    with page.tagged("P"):
        block.draw(page, area.x, y, room, INK)
    y += block.height + 3 * factor
    for line in _asked(ballots):
        y = _draw_line(page, ballots, line, area, y, factor)
    y += 4 * factor
    for letter, text in ballots.options:
        y = _draw_option(page, ballots, letter, text, Area(area.x, y, area.w, 0), factor)
    if ballots.reason:
        _draw_reason(page, ballots, Area(area.x, y, area.w, _REASON * factor), factor)


def _draw_reason(page: Page, ballots: BallotSheets, area: Area, factor: float) -> None:
    """A line to write on."""
    face, size = stack("Inter-SemiBold"), _ASK * factor
    with page.tagged("P"):
        end = page.text(shape(face, tr("Why?", ballots.language)), area.x, area.bottom, size, INK_2)
    page.rule((end + 4 * factor, area.bottom), (area.right, area.bottom), _CUT, 0.5)


def _draw_line(page: Page, ballots: BallotSheets, words: str, area: Area, y: float, factor: float) -> float:
    block = Copy(stack("Inter-Medium"), words, ballots.language).wrapped(_ASK * factor, area.w)
    with page.tagged("P"):
        block.draw(page, area.x, y, area.w, INK_2)
    return y + block.height + 1.5 * factor


def _asked(ballots: BallotSheets) -> list[str]:
    """What each scale asks, and what its numbers mean."""
    lines = []
    for scale in ballots.scales:
        ends = f"{scale.values[0]} = {scale.low}, {scale.values[-1]} = {scale.high}" if scale.low else ""
        if scale.words and scale.low and not _worded(scale):
            ends = ", ".join(f"{value} = {scale.word(value)}" for value in scale.values)
        elif _worded(scale):
            ends = ""
        title = f"{scale.title}: " if len(ballots.scales) > 1 else ""
        lines.append(f"{title}{' '.join(part for part in (scale.ask, ends) if part)}")
    return [line for line in lines if line.strip()]


def _draw_option(
    page: Page, ballots: BallotSheets, letter: str, text: str, area: Area, factor: float
) -> float:
    size, indent = _TEXT * factor, 16 * factor
    mark = shape(stack("Inter-ExtraBold"), letter)
    fitted = min(size * 1.15, (indent - 3) / max(mark.width(), 0.1))
    block = _words(ballots, text, area.w - indent, factor)
    baseline = area.y + stack("NotoSerif-SemiBold").first.cap * size
    with page.tagged("P"):
        end = page.text(mark, area.x, baseline, fitted, INK)
        page.word_gap(stack("Inter-ExtraBold"), end, baseline, fitted)
        block.draw(page, area.x + indent, area.y, area.w - indent, INK)
    y = area.y + block.height + 2.5 * factor
    for scale in ballots.scales:
        y = _draw_scale(page, ballots, scale, Area(area.x + indent, y, area.w - indent, 0), factor)
    return y + 3.5 * factor


def _words(ballots: BallotSheets, text: str, width: float, factor: float) -> TextBlock:
    copy = Copy(stack("NotoSerif-SemiBold"), one_line(text), ballots.language, 1.2)
    return copy.wrapped(_TEXT * factor, width)


def _draw_scale(page: Page, ballots: BallotSheets, scale: Scale, area: Area, factor: float) -> float:
    """A circle a value with its number inside, or a box with its word behind it."""
    x, side = area.x, _MARK * factor
    if len(ballots.scales) > 1:
        x = _draw_title(page, scale, area, factor)
    pitch = min(side + 5 * factor, (area.right - x) / len(scale.values))
    for value in _marks(scale):
        x = _draw_mark(page, scale, value, Area(x, area.y, min(side, pitch), side), pitch, factor)
    return area.y + side + 2.5 * factor


def _draw_title(page: Page, scale: Scale, area: Area, factor: float) -> float:
    face, size = stack("Inter-SemiBold"), _ASK * factor
    with page.tagged("P"):
        page.text(shape(face, scale.title), area.x, area.y + _MARK * factor * 0.68, size, INK_2)
    return area.x + 26 * factor


def _draw_mark(page: Page, scale: Scale, value: int, box: Area, pitch: float, factor: float) -> float:
    face, size = stack("Inter-Medium"), _ASK * factor
    words = shape(face, scale.word(value) if _worded(scale) else str(value))
    width = words.width() * size
    baseline = box.y + box.h / 2 + face.first.cap * size / 2
    if not _worded(scale):
        page.frame(Area(box.x, box.y + (box.h - box.w) / 2, box.w, box.w), INK_2, 0.7, box.w / 2)
        with page.tagged("P"):
            page.text(words, box.x + (box.w - width) / 2, baseline, size, INK_2)
        return box.x + pitch
    page.frame(box.inset(1.5 * factor), INK_2, 0.7, 1.5)
    with page.tagged("P"):
        end = page.text(words, box.right + 1.5, baseline, size, INK)
        page.word_gap(face, end, baseline, size)
    return end + 6 * factor


def _marks(scale: Scale) -> tuple[int, ...]:
    """Without "no" and "no dot": nobody ticks them on paper, because an empty field means the same."""
    empty = scale.values[0] == 0 and len(scale.values) == 2
    return scale.values[1:] if empty else scale.values


def _worded(scale: Scale) -> bool:
    return bool(scale.words) and max(map(len, scale.words)) <= _LONGEST_WORD and len(scale.values) <= 3


def _needed(ballots: BallotSheets, width: float, factor: float) -> float:
    """The height of one ballot of this width."""
    question = Copy(stack("Inter-Bold"), one_line(ballots.question), ballots.language)
    height = question.wrapped(9.5 * factor, width - 60 * factor).height + 7 * factor
    for line in _asked(ballots):
        block = Copy(stack("Inter-Medium"), line, ballots.language).wrapped(_ASK * factor, width)
        height += block.height + 1.5 * factor
    for _, text in ballots.options:
        height += _words(ballots, text, width - 16 * factor, factor).height + 6 * factor
        height += (_MARK + 2.5) * factor * len(ballots.scales)
    return height + (_REASON * factor if ballots.reason else 0.0)
