"""One note on a board poster: its colour, its text as large as it fits, its style's mark and its dots."""

from __future__ import annotations

from mission_desk.core.file.closed_sets import Style
from mission_desk.posters.contents import PosterNote
from mission_desk.posters.kinds.marks import dots_width, draw_dots, draw_mark, has_mark
from mission_desk.posters.pdf.clean_text import one_line
from mission_desk.posters.pdf.colours import INK, PAPER, STYLE_COLOURS, mix
from mission_desk.posters.pdf.font_stacks import stack
from mission_desk.posters.pdf.page import Area, Page
from mission_desk.posters.pdf.picture_ink import draw_picture
from mission_desk.posters.pdf.shaping import shape
from mission_desk.posters.setting.paragraph import Copy, TextBlock

USUAL_WIDTH, USUAL_HEIGHT = 180.0, 156.0
"""A usual note in canvas units."""
USUAL_TEXT = 16.0
"""A usual note's text size in canvas units."""

_SIZES = (24.0, 21.0, 18.5, USUAL_TEXT, 14.5, 13.0, 12.0, 11.0)
_PADDING = 13.0
_FOOT = 26.0
_FOOT_TEXT = 11.0
_LABEL_GREY = 0.74
_EDGE = 8.0  # around a picture
_FIELD_GREY = 0.12  # in place of a picture that cannot be drawn
_CAPTION = 18.0  # the line below it


def note_copy(note: PosterNote, language: str) -> Copy:
    """The note's text, ready to be set."""
    return Copy(stack("Inter-Medium"), note.text, language, 1.25)


def fitted_text(copy: Copy, note_width: float, note_height: float, scale: float) -> TextBlock:
    """The largest text for a note of that size in points; `scale` is points a canvas unit."""
    room = text_room(Area(0, 0, note_width, note_height), scale)
    return copy.fitted([size * scale for size in _SIZES], room.w, room.h)


def text_room(area: Area, scale: float) -> Area:
    """Where a note's text may stand."""
    padding = min(_PADDING * scale, area.w * 0.1)
    return Area(area.x + padding, area.y + padding, area.w - 2 * padding, area.h - padding - _FOOT * scale)


def height_needed(block: TextBlock, scale: float) -> float:
    """The height in points of a note that holds this text."""
    return block.height + (_PADDING + _FOOT) * scale


def words_height(note: PosterNote, height: float, scale: float) -> float:
    """The part of a note's height that is for its words: all of it, or the lines below a picture."""
    return (_PADDING + _FOOT + _CAPTION) * scale if note.picture is not None else height


def picture_height(note: PosterNote, width: float) -> float:
    """What a picture adds to the height of a note that is `width` points wide; 0 for words alone."""
    return width * note.h / note.w if note.picture is not None else 0.0


def draw_note(page: Page, note: PosterNote, area: Area, block: TextBlock, scale: float) -> None:
    """The note in its area; everything on it grows with `scale` (points a canvas unit)."""
    _draw_ground(page, note.style, area, 10 * scale)
    room = text_room(area, scale)
    if note.picture is not None:
        room = _below_picture(page, note, area, block, scale)
    with page.tagged("P"):
        block.draw(page, room.x, room.y, room.w, INK)
    _draw_foot(page, note, Area(room.x, area.bottom - _FOOT * scale, room.w, _FOOT * scale), scale)


def _below_picture(page: Page, note: PosterNote, area: Area, block: TextBlock, scale: float) -> Area:
    """Draws the picture and says where its words go."""
    edge, room = _EDGE * scale, text_room(area, scale)
    words = block.height + edge if note.text else 0.0
    top, bottom = area.y + edge, area.bottom - _FOOT * scale - words
    with page.tagged("Figure"):
        frame = Area(area.x + edge, top, area.w - 2 * edge, bottom - top)
        if not draw_picture(page, note.picture or b"", frame):
            _say_broken(page, note.instead, frame, scale)
    return Area(room.x, bottom + edge / 2, room.w, words)


def _say_broken(page: Page, words: str, frame: Area, scale: float) -> None:
    """A sentence in a grey field, as on the screen."""
    page.rectangle(frame, mix(PAPER, INK, _FIELD_GREY))
    edge = _PADDING * scale
    room = Area(frame.x + edge, frame.y + edge, frame.w - 2 * edge, frame.h - 2 * edge)
    if room.w <= 0 or room.h <= 0:
        return
    copy = Copy(stack("Inter-Medium"), words, "")
    block = copy.fitted([size * scale for size in _SIZES if size <= USUAL_TEXT], room.w, room.h)
    block.draw(page, room.x, room.y + (room.h - block.height) / 2, room.w, INK)


def _draw_ground(page: Page, style: Style, area: Area, round_corner: float) -> None:
    # Square corners but for the bottom right one, as on the screen; 0.45 of the radius makes a quarter of a
    # circle.
    inner = round_corner * 0.45
    steps = [
        [(area.right, area.y)],
        [(area.right, area.bottom - round_corner)],
        [
            (area.right, area.bottom - inner),
            (area.right - inner, area.bottom),
            (area.right - round_corner, area.bottom),
        ],
        [(area.x, area.bottom)],
    ]
    page.shape((area.x, area.y), steps, STYLE_COLOURS[style])


def _draw_foot(page: Page, note: PosterNote, foot: Area, scale: float) -> None:
    colour = mix(STYLE_COLOURS[note.style], INK, _LABEL_GREY)
    size = _FOOT_TEXT * scale
    middle = foot.y + foot.h * 0.48
    dot = 7.5 * scale
    room = foot.w - (dots_width(note.dots, dot) + 4 * scale if note.dots else 0.0)
    left = foot.x
    if has_mark(note.style):
        draw_mark(page, note.style, (left + size * 0.44, middle), size * 0.88, colour)
        left += size * 1.3
    line = shape(stack("Inter-Medium"), one_line(note.label))
    size = min(size, max(0.0, foot.x + room - left) / max(line.width(), 0.1))
    if line.text and size > 1:
        page.text(line, left, middle + stack("Inter-Medium").first.cap * size / 2, size, colour)
    draw_dots(page, note.dots, foot.right, middle, dot)
