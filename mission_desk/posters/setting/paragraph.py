"""Plain text blocks: wrap greedily at a width, or find the largest of some sizes at which a text fits its
box. Never cuts a text; where it has to, it goes on to smaller sizes."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from mission_desk.posters.pdf.bidi_order import is_right_to_left
from mission_desk.posters.pdf.clean_text import clean
from mission_desk.posters.pdf.colours import Colour
from mission_desk.posters.pdf.font_stacks import Stack
from mission_desk.posters.pdf.page import Page
from mission_desk.posters.pdf.shaping import Line, shape
from mission_desk.posters.setting.breaks import Chunk, End, Parting, chunks, line_text

_LEADING = 1.28
_JOINED_LEADING = 1.24
_SHRINK = 0.92
_SMALLEST = 0.5
_NARROWER = 0.97
# Widths of chunks are added up, so kerning over a space is not counted: leave it this much room.
_SLACK = 0.995


class TextBlock(Struct, frozen=True):
    """Wrapped lines at a size in points. `leading` is from base line to base line, in em."""

    stack: Stack
    lines: tuple[Line, ...]
    size: float
    leading: float

    @property
    def height(self) -> float:
        """From the top of the first line's capitals to the bottom of the last line's descenders."""
        face = self.stack.first
        rows = max(0, len(self.lines) - 1)
        return self.size * (face.cap - face.descent + self.leading * rows) if self.lines else 0.0

    @property
    def cap_height(self) -> float:
        """As `height`, down to the last base line only."""
        rows = max(0, len(self.lines) - 1)
        return self.size * (self.stack.first.cap + self.leading * rows) if self.lines else 0.0

    @property
    def width(self) -> float:
        return max((line.width() for line in self.lines), default=0.0) * self.size

    def draw(self, page: Page, x: float, top: float, width: float, colour: Colour) -> None:
        """`top` is where the first line's capitals start. Right-to-left lines end at x + width."""
        baseline = top + self.stack.first.cap * self.size
        for line in self.lines:
            start = x + width - line.width() * self.size if line.right_to_left else x
            end = page.text(line, start, baseline, self.size, colour)
            if not line.right_to_left:
                page.word_gap(self.stack, end, baseline, self.size)
            baseline += self.leading * self.size


class Copy:
    """A text ready to be wrapped again and again: chunks and their widths in em are measured once a
    parting."""

    def __init__(self, stack: Stack, text: str, language: str, leading: float = _LEADING) -> None:
        self._stack, self._text, self._language = stack, clean(text), language
        self._right_to_left = is_right_to_left(self._text)
        self._leading = leading * (_JOINED_LEADING if stack.joined(self._text) else 1.0)
        self._measured: dict[Parting, list[tuple[Chunk, float, float]]] = {}

    def wrapped(self, size: float, width: float) -> TextBlock:
        """The block at this size; words that are too long for the width are taken apart."""
        for parting in Parting:
            lines = self._lines(parting, width / size)
            if lines is not None:
                return self._block(lines, size)
        return self._block(self._lines(Parting.ANYWHERE, None) or [], size)

    def fitted(self, sizes: Sequence[float], width: float, height: float) -> TextBlock:
        """The block at the largest of the sizes (falling) that fits with whole words, else with parted words,
        else at a size below the smallest, down to half a point."""
        for parting in (Parting.NONE, Parting.SYLLABLES):
            for size in sizes:
                block = self._fitting(parting, size, width, height)
                if block:
                    return block
        return self._shrunk(sizes[-1], width, height)

    def fitted_or_taller(self, sizes: Sequence[float], width: float, height: float) -> TextBlock:
        """As `fitted`, but a text that is too long even for the smallest size becomes higher than the box."""
        for size in sizes:
            block = self._fitting(Parting.NONE, size, width, height)
            if block:
                return block
        return self.wrapped(sizes[-1], width)

    def evened(self, block: TextBlock, width: float) -> TextBlock:
        """The narrowest block with as many lines: lines of one length, not one word alone on the last."""
        while len(block.lines) > 1:
            width *= _NARROWER
            narrower = self.wrapped(block.size, width)
            if len(narrower.lines) > len(block.lines):
                break
            block = narrower
        return block

    def _shrunk(self, size: float, width: float, height: float) -> TextBlock:
        while size > _SMALLEST:
            block = self._fitting(Parting.ANYWHERE, size, width, height)
            if block:
                return block
            size *= _SHRINK
        return self.wrapped(size, width)

    def _fitting(self, parting: Parting, size: float, width: float, height: float) -> TextBlock | None:
        most = int(
            (height / size - self._stack.first.cap + self._stack.first.descent) / self._leading + 1.001
        )
        lines = self._lines(parting, width / size, most)
        return None if lines is None else self._block(lines, size)

    def _block(self, lines: list[list[Chunk]], size: float) -> TextBlock:
        shaped = tuple(shape(self._stack, line_text(line), self._right_to_left) for line in lines)
        return TextBlock(self._stack, shaped, size, self._leading)

    def _lines(
        self, parting: Parting, width: float | None, most: int | None = None
    ) -> list[list[Chunk]] | None:
        """Greedy lines of at most `width` em; None where a chunk is wider or more than `most` lines are
        needed."""
        lines: list[list[Chunk]] = []
        used, ended = 0.0, True
        limit = float("inf") if width is None else width * _SLACK
        for chunk, visible, whole in self._chunks(parting):
            if visible > limit:
                return None
            if ended or used + visible > limit:
                lines.append([])
                used = 0.0
            if most is not None and len(lines) > most:
                return None
            lines[-1].append(chunk)
            used, ended = used + whole, chunk.end is End.LINE
        return lines

    def _chunks(self, parting: Parting) -> list[tuple[Chunk, float, float]]:
        if parting not in self._measured:
            parted = chunks(self._text, self._language, parting)
            self._measured[parting] = [(chunk, *self._widths(chunk)) for chunk in parted]
        return self._measured[parting]

    def _widths(self, chunk: Chunk) -> tuple[float, float]:
        visible = shape(self._stack, chunk.visible).width()
        if chunk.end is End.HYPHEN:
            return visible + shape(self._stack, "-").width(), visible
        return visible, visible + shape(self._stack, chunk.text[len(chunk.visible) :]).width()
