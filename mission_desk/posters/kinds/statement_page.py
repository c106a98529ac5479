"""The statement poster: the statement as large as possible, a quiet frame around it, and one small square
for each note of the day."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from mission_desk.core.file.closed_sets import STYLES, Style
from mission_desk.core.file.errors import KnownError
from mission_desk.posters.contents import StatementPoster, Typeface
from mission_desk.posters.pdf.clean_text import clean, one_line
from mission_desk.posters.pdf.colours import STYLE_COLOURS, Colour, Scheme, mix, scheme
from mission_desk.posters.pdf.font_stacks import stack
from mission_desk.posters.pdf.page import Area, Page
from mission_desk.posters.pdf.shaping import shape
from mission_desk.posters.setting.breaks import chunks
from mission_desk.posters.setting.headline import Headline, HeadlineStyle, fit_headline
from mission_desk.posters.setting.paragraph import Copy, TextBlock
from mission_desk.words import tr

_EYEBROW_TRACKING = 0.09
_LARGEST = 0.42, 0.24
"""The largest type as shares of the room's height and width: two words must not fill a poster to its
edges."""
_ABOVE = 0.36
"""The share of free height above the statement: it stands a little higher than the middle."""
_VISION_SIZES, _VISION_SHARE = (1.5, 1.3, 1.1, 0.95, 0.8), 0.25
"""Of the vision below a mission: sizes in the page's units, and the share of the room that it may take."""
_TINTS = (0.95, 0.72, 0.52, 0.36, 0.84, 0.62, 0.44)


def draw_statement(page: Page, poster: StatementPoster) -> None:
    """Draws on the whole page. An empty statement is a KnownError."""
    if not chunks(clean(poster.statement), poster.language):
        raise KnownError(tr("There is no statement to print yet. Choose a draft as your statement first."))
    colours = scheme(poster.look, poster.ink_saver)
    frame = _frame(page)
    page.rectangle(Area(0, 0, page.width, page.height), colours.ground)
    top = _draw_head(page, poster, frame, colours)
    foot = _Foot(page, poster, frame, colours)
    vision = _Vision(page, poster, Area(frame.x, top, frame.w, foot.top - top), colours)
    room = vision.above
    largest = min(room.h * _LARGEST[0], room.w * _LARGEST[1])
    headline = fit_headline(_style(poster.face), poster.statement, poster.language, room, largest)
    _draw_headline(page, headline, room, colours.ink)
    vision.draw()
    foot.draw()


def _style(face: Typeface) -> HeadlineStyle:
    if face == "bold":
        return HeadlineStyle(stack("Inter-ExtraBold"), 1.04, -0.026)
    return HeadlineStyle(stack("NotoSerifDisplay-SemiBold"), 1.1, -0.006)


def _frame(page: Page) -> Area:
    margin = page.unit * (1.9 if page.width <= page.height else 1.7)
    return Area(margin, margin, page.width - 2 * margin, page.height - 2 * margin)


def _draw_headline(page: Page, headline: Headline, room: Area, colour: Colour) -> None:
    free = room.h - headline.height
    with page.tagged("H1"):
        headline.draw(page, room.x, room.y + free * _ABOVE, room.w, colour)


class _Vision:
    """The vision at the foot of the room, quieter than the mission; measured before it is drawn, and drawn
    behind the mission: that is the order in which a screen reader reads."""

    def __init__(self, page: Page, poster: StatementPoster, room: Area, colours: Scheme) -> None:
        self._page, self._eyebrow, self._room, self._colours = page, poster.vision_eyebrow, room, colours
        copy = Copy(stack("NotoSerifDisplay-SemiBold"), one_line(poster.vision), poster.language)
        sizes = [page.unit * size for size in _VISION_SIZES]
        self._block = copy.fitted(sizes, room.w, room.h * _VISION_SHARE)

    @property
    def above(self) -> Area:
        """What it leaves of the room."""
        room, unit = self._room, self._page.unit
        taken = self._block.height + 2.6 * unit if self._block.lines else 0.0
        return Area(room.x, room.y, room.w, room.h - taken)

    def draw(self) -> None:
        if not self._block.lines:
            return
        page, room, accent = self._page, self._room, self._colours.accent
        top = room.y + room.h - self._block.height
        size = page.unit * 0.5
        _draw_eyebrow(page, one_line(self._eyebrow), room.x, top - 0.7 * page.unit, size, room.w, accent)
        with page.tagged("P"):
            self._block.draw(page, room.x, top, room.w, self._colours.ink)


def _draw_head(page: Page, poster: StatementPoster, frame: Area, colours: Scheme) -> float:
    """Eyebrow left, event right on the same base line. Returns where the statement's room begins."""
    unit, size = page.unit, page.unit * 0.62
    baseline = frame.y + size * 0.73
    eyebrow = one_line(poster.eyebrow)
    if eyebrow:
        side = size * 0.73
        page.rectangle(Area(frame.x, baseline - side, side, side), colours.accent)
        _draw_eyebrow(page, eyebrow, frame.x + size * 1.25, baseline, size, frame.w * 0.5, colours.accent)
    event = Copy(stack("Inter-Medium"), one_line(poster.event), poster.language)
    block = event.wrapped(size * 0.86, frame.w * 0.42)
    with page.tagged("P"):
        _draw_right(page, block, frame.right, baseline, colours.soft)
    extra = max(0, len(block.lines) - 1) * block.leading * block.size
    return baseline + extra + unit * 1.9


def _draw_eyebrow(
    page: Page, text: str, x: float, baseline: float, size: float, room: float, colour: Colour
) -> None:
    line = shape(stack("Inter-Bold"), text.upper())
    width = line.width(_EYEBROW_TRACKING) * size
    with page.tagged("P"):
        page.text(line, x, baseline, size * min(1.0, room / max(width, 1.0)), colour, _EYEBROW_TRACKING)


def _draw_right(page: Page, block: TextBlock, right: float, baseline: float, colour: Colour) -> None:
    for line in block.lines:
        end = page.text(line, right - line.width() * block.size, baseline, block.size, colour)
        page.word_gap(block.stack, end, baseline, block.size)
        baseline += block.leading * block.size


class _Strip(Struct, frozen=True):
    """Rows of squares, `side` and `gap` in points."""

    per_row: int
    rows: int
    side: float
    gap: float

    @property
    def height(self) -> float:
        return self.rows * self.side + (self.rows - 1) * self.gap


def _strip(count: int, width: float, unit: float) -> _Strip:
    """The fewest rows in which the squares are large enough to be covered by a hand; a strip of many notes
    spans the whole width."""
    rows = 1
    while True:
        per_row = -(-count // rows)
        gap = min(0.1 * unit, width / per_row * 0.16)
        side = min((width - gap * (per_row - 1)) / per_row, 0.66 * unit)
        next_height = (rows + 1) * (side + gap)
        if side >= 0.4 * unit or next_height > 2.2 * unit:
            return _Strip(per_row, rows, side, gap)
        rows += 1


class _Foot:
    """What stands below the statement, measured before it is drawn: strip of squares, team, names."""

    def __init__(self, page: Page, poster: StatementPoster, frame: Area, colours: Scheme) -> None:
        self._page, self._poster, self._frame, self._colours = page, poster, frame, colours
        unit = page.unit
        self._names = self._fitted_names()
        team = Copy(stack("Inter-Bold"), one_line(poster.team), poster.language)
        self._team = team.wrapped(unit * 0.64, frame.w)
        self._strip = _strip(len(poster.squares), frame.w, unit) if poster.squares else None
        self._names_top = frame.bottom - self._names.cap_height
        self._team_top = self._above(self._team, self._names_top, self._names, 0.48)
        base = self._team_top if self._team.lines or self._names.lines else frame.bottom
        self._strip_top = base - (self._strip.height + 0.95 * unit if self._strip else 0.0)

    @property
    def top(self) -> float:
        """Where the statement's room ends."""
        empty = not (self._strip or self._team.lines or self._names.lines)
        return self._frame.bottom if empty else self._strip_top - 1.4 * self._page.unit

    def draw(self) -> None:
        page, frame, colours = self._page, self._frame, self._colours
        if self._strip:
            self._draw_strip(self._strip)
        with page.tagged("P"):
            self._team.draw(page, frame.x, self._team_top, frame.w, colours.ink)
        with page.tagged("P"):
            self._names.draw(page, frame.x, self._names_top, frame.w, colours.soft)

    def _above(self, block: TextBlock, top: float, below: TextBlock, gap: float) -> float:
        space = gap * self._page.unit if block.lines and below.lines else 0.0
        return top - space - block.cap_height

    def _fitted_names(self) -> TextBlock:
        """Everybody's name: smaller for a large team, over the whole width only if it must be."""
        no_break = (one_line(name).replace(" ", "\u00a0") for name in self._poster.names)
        names = Copy(stack("Inter-Medium"), " · ".join(name for name in no_break if name), "", 1.5)
        size, most = self._page.unit * 0.54, self._frame.h * 0.13
        for share in (0.8, 1.0):
            block = names.wrapped(size, self._frame.w * share)
            if block.height <= most:
                return _open_ends(names.evened(block, self._frame.w * share))
        sizes = [size * 0.94**step for step in range(1, 16)]
        return _open_ends(names.fitted(sizes, self._frame.w, most * 1.5))

    def _draw_strip(self, strip: _Strip) -> None:
        squares = sorted(self._poster.squares, key=STYLES.index)
        step = strip.side + strip.gap
        for place, style in enumerate(squares):
            row, column = divmod(place, strip.per_row)
            left, top = self._frame.x + column * step, self._strip_top + row * step
            self._page.rectangle(Area(left, top, strip.side, strip.side), self._square_colour(style))

    def _square_colour(self, style: Style) -> Colour:
        if self._colours.own_squares:
            return STYLE_COLOURS[style]
        tint = _TINTS[STYLES.index(style) % len(_TINTS)]
        return mix(self._colours.ground, self._colours.ink, tint)


def _open_ends(names: TextBlock) -> TextBlock:
    """Without the point behind a line's last name."""
    lines = tuple(
        shape(names.stack, line.text.removesuffix(" ·"), line.right_to_left) for line in names.lines
    )
    return replace(names, lines=lines)
