"""The wavy line under words that say little, on a note."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF, QTextLayout, QTextLine

STEP, HIGH = 3.0, 1.6  # canvas units: half a wave, and how far it goes up and down
UNDER = 2.5  # below the line the letters stand on

Span = tuple[int, int]


def squiggles(layout: QTextLayout, spans: tuple[Span, ...]) -> Iterator[QPolygonF]:
    """A wave under each span (characters of the text), one for every line it runs over; relative to the
    layout."""
    text = layout.text()
    for start, end in spans:
        first, last = _units(text[:start]), _units(text[:end])
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            low, high = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
            if low < high:
                yield _wave(line, low, high)


def _wave(line: QTextLine, low: int, high: int) -> QPolygonF:
    left, right = sorted((_x(line, low), _x(line, high)))
    y = line.y() + line.ascent() + UNDER
    count = max(2, round((right - left) / STEP))
    points = [QPointF(left + n * STEP, y + (HIGH if n % 2 else 0)) for n in range(count + 1)]
    return QPolygonF(points)


def _x(line: QTextLine, at: int) -> float:
    found: Any = line.cursorToX(at)  # a float and the position, or a float alone, as the version has it
    return float(found[0] if isinstance(found, tuple | list) else found)


def _units(text: str) -> int:
    """Qt counts UTF-16: an emoji counts twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
