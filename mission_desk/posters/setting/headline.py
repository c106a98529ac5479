"""The statement itself: the largest type that fits a box, with good breaks. Lines are balanced, no widow, no
article left hanging at a line's end, and a long word is parted only where that makes all the type much
larger."""

from __future__ import annotations

from operator import itemgetter

from msgspec import Struct

from mission_desk.posters.pdf.bidi_order import is_right_to_left
from mission_desk.posters.pdf.clean_text import clean
from mission_desk.posters.pdf.colours import Colour
from mission_desk.posters.pdf.font_stacks import Stack
from mission_desk.posters.pdf.page import Area, Page
from mission_desk.posters.pdf.shaping import Line, shape
from mission_desk.posters.setting.balance import Span, Spans
from mission_desk.posters.setting.breaks import LONG_WORD, Chunk, End, Parting, chunks, line_text

_JOINED_LEADING = 1.24
_HANGING = "“„«‘‚\"'"
_HANG, _MOST_HANG = 0.9, 0.045
"""How much of a quotation mark hangs out, and the most of it as a share of the width: it must stay on the
page."""
_MOST_BALANCED_CHUNKS = 160
_TRIALS = 13
_STEP = 0.012
_SIZE_WEIGHT = 0.9
_WORTH_PARTING = {Parting.SYLLABLES: 1.18, Parting.ANYWHERE: 1.7}
"""How many times larger all the type must become before a word is parted."""


class HeadlineStyle(Struct, frozen=True):
    """A display face with its leading and tracking in em."""

    stack: Stack
    leading: float
    tracking: float


class Headline(Struct, frozen=True):
    """Broken lines at the size found, in points."""

    style: HeadlineStyle
    lines: tuple[Line, ...]
    size: float
    leading: float

    @property
    def height(self) -> float:
        """From the first line's capitals to the last line's descenders."""
        face = self.style.stack.first
        return self.size * (face.cap - face.descent + self.leading * (len(self.lines) - 1))

    def draw(self, page: Page, x: float, top: float, width: float, colour: Colour) -> None:
        """Align the ink, not the pen, with the left edge (the right edge for right-to-left text), so that
        lines look aligned."""
        stack, tracking = self.style.stack, self.style.tracking
        baseline = top + stack.first.cap * self.size
        for line in self.lines:
            ink_right = line.ink_left + line.ink_width(tracking)
            offset = width - ink_right * self.size if line.right_to_left else -line.ink_left * self.size
            hang = min(_hang(stack, line) * self.size, _MOST_HANG * width)
            end = page.text(line, x + offset - hang, baseline, self.size, colour, tracking)
            if not line.right_to_left:
                page.word_gap(stack, end, baseline, self.size)
            baseline += self.leading * self.size


def fit_headline(style: HeadlineStyle, text: str, language: str, box: Area, largest: float) -> Headline:
    """The headline for a box (only its width and height count), at most `largest` points high."""
    best: Headline | None = None
    for parting in Parting:
        if best and parting is not Parting.NONE and not _has_long_word(text):
            break
        attempt = _Setting(style, clean(text), language, parting, box, largest).headline()
        if best is None or attempt.size > best.size * _WORTH_PARTING[parting]:
            best = attempt
    assert best is not None
    return best


def _has_long_word(text: str) -> bool:
    return max((len(word) for word in text.split()), default=0) >= LONG_WORD


def _hang(stack: Stack, line: Line) -> float:
    """How far an opening quotation mark may hang out of the left edge, in em."""
    if line.right_to_left or not line.text or line.text[0] not in _HANGING:
        return 0.0
    return shape(stack, line.text[0]).width() * _HANG


def _widest_size(line: Line, hang: float, tracking: float, width: float) -> float:
    """The size at which a line fills the width."""
    ink = max(line.ink_width(tracking), 0.01)
    freely = width / max(ink - hang, 0.01)
    return freely if freely * hang <= _MOST_HANG * width else width * (1 + _MOST_HANG) / ink


class _Setting:
    """One attempt with one way of parting words. Widths are in em until the size is known."""

    def __init__(
        self, style: HeadlineStyle, text: str, language: str, parting: Parting, box: Area, largest: float
    ) -> None:
        self._style, self._box, self._largest = style, box, largest
        self._chunks = chunks(text, language, parting)
        self._right_to_left = is_right_to_left(text)
        self._leading = style.leading * (_JOINED_LEADING if style.stack.joined(text) else 1.0)
        whole = [self._whole_width(chunk) for chunk in self._chunks]
        self._spans = Spans(self._chunks, whole, [self._tail(chunk) for chunk in self._chunks])

    def headline(self) -> Headline:
        """The best of some sizes just below the largest possible one: evener lines for slightly smaller
        type."""
        limit = self._largest_size()
        trials = [limit * (1 - _STEP * trial) for trial in range(_TRIALS)]
        attempts = [self._set(size) for size in trials]
        scored = [(score + _SIZE_WEIGHT * (1 - made.size / limit), made) for score, made in attempts]
        return min(scored, key=itemgetter(0))[1]

    def _set(self, size: float) -> tuple[float, Headline]:
        measure = self._box.w / size
        few = len(self._chunks) <= _MOST_BALANCED_CHUNKS
        balanced = self._spans.balanced(measure, self._rows(size)) if few else None
        score, spans = balanced or (0.0, self._spans.greedy(measure))
        lines = tuple(self._line(span) for span in spans)
        return score / len(spans), Headline(self._style, lines, self._final_size(lines), self._leading)

    def _final_size(self, lines: tuple[Line, ...]) -> float:
        stack, tracking = self._style.stack, self._style.tracking
        wide = [_widest_size(line, _hang(stack, line), tracking, self._box.w) for line in lines]
        high = stack.first.cap - stack.first.descent + self._leading * (len(lines) - 1)
        return min(*wide, self._box.h / high, self._largest)

    def _largest_size(self) -> float:
        if self._fits(self._largest):
            return self._largest
        low, high = 0.0, self._largest
        for _halving in range(30):
            middle = (low + high) / 2
            if self._fits(middle):
                low = middle
            else:
                high = middle
        return low

    def _fits(self, size: float) -> bool:
        measure = self._box.w / size
        return self._spans.widest <= measure and len(self._spans.greedy(measure)) <= self._rows(size)

    def _rows(self, size: float) -> int:
        """How many lines of this size the box holds."""
        face = self._style.stack.first
        return int((self._box.h / size - face.cap + face.descent) / self._leading + 1 + 1e-6)

    def _line(self, span: Span) -> Line:
        return shape(self._style.stack, line_text(self._chunks[span[0] : span[1]]), self._right_to_left)

    def _whole_width(self, chunk: Chunk) -> float:
        line = shape(self._style.stack, chunk.text)
        tracked = sum(run.tracked(self._style.tracking) * len(run.glyphs) for run in line.runs)
        return line.width() + tracked

    def _tail(self, chunk: Chunk) -> float:
        """What a chunk loses at a line's end: its space (with a hyphen, what it gains, as a negative
        number)."""
        if chunk.end is End.HYPHEN:
            return -shape(self._style.stack, "-").width()
        return shape(self._style.stack, chunk.text[len(chunk.visible) :]).width()
