"""The board poster: title and prompt, the board as it hangs in the room (or its notes in headed rows where
that would be too small to read), and a line that says what the signs mean."""

from __future__ import annotations

from collections import Counter

from mission_desk.core.file.closed_sets import STYLES, Style
from mission_desk.posters.contents import BoardPoster
from mission_desk.posters.kinds.board_arranged import Arrangement, arranged
from mission_desk.posters.kinds.board_rows import Rows, flowed
from mission_desk.posters.kinds.marks import draw_mark
from mission_desk.posters.kinds.note_ink import USUAL_TEXT
from mission_desk.posters.pdf.clean_text import one_line
from mission_desk.posters.pdf.colours import INK, INK_2, LINE, STYLE_COLOURS, WHITE
from mission_desk.posters.pdf.font_stacks import stack
from mission_desk.posters.pdf.page import Area, Page
from mission_desk.posters.pdf.shaping import shape
from mission_desk.posters.setting.paragraph import Copy
from mission_desk.words import trn

_FILLED = 0.6
"""The share of the room's height from which a board is as large as its shape allows."""
_MUCH_LARGER = 1.4


def draw_board(page: Page, poster: BoardPoster) -> None:
    """Draws on the whole page. A board without notes gives its title and prompt."""
    page.rectangle(Area(0, 0, page.width, page.height), WHITE)
    margin = page.unit * 1.35
    frame = Area(margin, margin, page.width - 2 * margin, page.height - 2 * margin)
    top = _draw_head(page, poster, frame)
    bottom = _draw_foot(page, poster, frame)
    room = Area(frame.x, top, frame.w, bottom - top)
    board_layout(poster, room).draw(page)


def board_layout(poster: BoardPoster, room: Area) -> Arrangement | Rows:
    """The board as it is arranged if that can be read and fills the page, else its notes in rows: a wide
    board on an upright sheet would be a strip of tiny notes above bare paper."""
    hung = arranged(poster, room)
    if hung is None:
        return flowed(poster, room)
    if hung.bottom - room.y > _FILLED * room.h or not poster.notes:
        return hung
    rows = flowed(poster, room)
    return rows if rows.text > _MUCH_LARGER * USUAL_TEXT * hung.scale else hung


def _draw_head(page: Page, poster: BoardPoster, frame: Area) -> float:
    """Title and event on one line, the prompt below. Returns where the board's room begins."""
    unit = page.unit
    event = Copy(stack("Inter-Medium"), one_line(poster.event), poster.language)
    event_block = event.wrapped(unit * 0.48, frame.w * 0.3)
    title_width = frame.w - event_block.width - unit * (1.0 if event_block.lines else 0.0)
    sizes = [unit * size for size in (1.3, 1.15, 1.0, 0.86, 0.74, 0.62)]
    title = Copy(stack("Inter-ExtraBold"), one_line(poster.title), poster.language, 1.08)
    title_block = title.fitted(sizes, title_width, unit * 2.3)
    prompt = Copy(stack("NotoSerif-Regular"), one_line(poster.prompt), poster.language, 1.3)
    prompt_sizes = [unit * size for size in (0.66, 0.6, 0.54, 0.48)]
    prompt_block = prompt.evened(prompt.fitted(prompt_sizes, frame.w * 0.9, unit * 2.0), frame.w * 0.9)
    with page.tagged("H1"):
        title_block.draw(page, frame.x, frame.y, title_width, INK)
    event_top = frame.y + max(0.0, _first_cap(title_block.size) - _first_cap(event_block.size))
    with page.tagged("P"):
        event_block.draw(page, frame.right - event_block.width, event_top, event_block.width, INK_2)
    top = max(frame.y + title_block.cap_height, event_top + event_block.cap_height)
    if prompt_block.lines:
        top += unit * 0.72
        with page.tagged("P"):
            prompt_block.draw(page, frame.x, top, frame.w, INK_2)
        top += prompt_block.cap_height
    return top + unit * 0.95


def _first_cap(size: float) -> float:
    return stack("Inter-Medium").first.cap * size


def _draw_foot(page: Page, poster: BoardPoster, frame: Area) -> float:
    """The styles on this board with their signs and how many notes each wrote. Returns where the room
    ends."""
    if not poster.notes:
        return frame.bottom
    unit = page.unit
    size, baseline = unit * 0.44, frame.bottom
    page.rule((frame.x, baseline - unit * 0.92), (frame.right, baseline - unit * 0.92), LINE, unit * 0.035)
    notes = Counter((STYLES.index(note.style), note.style, one_line(note.label)) for note in poster.notes)
    total = trn("{n} note", "{n} notes", len(poster.notes), poster.language)
    pen = _draw_words(page, total, frame.x, baseline, size, bold=True) + unit * 0.9
    for (_rank, style, label), count in sorted(notes.items()):
        pen = _draw_style(page, style, f"{label} {count}".strip(), pen, baseline, size) + unit * 0.8
        if pen > frame.right - unit * 2:
            break
    return frame.bottom - unit * 1.5


def _draw_style(page: Page, style: Style, words: str, x: float, baseline: float, size: float) -> float:
    side = size * 1.15
    middle = baseline - stack("Inter-Medium").first.cap * size / 2
    page.rectangle(Area(x, middle - side / 2, side, side), STYLE_COLOURS[style])
    draw_mark(page, style, (x + side / 2, middle), side * 0.56, INK)
    return _draw_words(page, words, x + side * 1.45, baseline, size, bold=False)


def _draw_words(page: Page, words: str, x: float, baseline: float, size: float, *, bold: bool) -> float:
    face = stack("Inter-Bold" if bold else "Inter-Medium")
    with page.tagged("P"):
        end = page.text(shape(face, words), x, baseline, size, INK if bold else INK_2)
        page.word_gap(face, end, baseline, size)
    return end
