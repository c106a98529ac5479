"""What the sensor found in a statement, underlined: only where the facilitator switched it on."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from mission_desk.posters.setting.hyphens import SOFT_HYPHEN
from mission_desk.ui.stage.layout.fit import Words
from mission_desk.ui.stage.layout.measure import Measure


def draw_signs(
    painter: QPainter, words: Words, signs: tuple[tuple[int, int], ...], x: float, y: float, m: Measure
) -> None:
    """A line under each stretch of the text; `signs` count its characters without soft hyphens, Qt counts
    UTF-16 units with them."""
    if not signs:
        return
    painter.setPen(QPen(QColor(m.tokens.warn), max(2.0, m.px(5))))
    text = words.layout.text()
    at = [n for n, letter in enumerate(text) if letter != SOFT_HYPHEN] + [len(text)]
    for start, end in (tuple(_units(text, at[min(each, len(at) - 1)]) for each in sign) for sign in signs):
        for left, right, foot in _stretches(words, start, end):
            painter.drawLine(QPointF(x + left, y + foot), QPointF(x + right, y + foot))


def _units(text: str, at: int) -> int:
    return len(text[:at].encode("utf-16-le")) // 2


def _stretches(words: Words, start: int, end: int) -> list[tuple[float, float, float]]:
    """From, to and height of the underlines, one for each line that the stretch runs over."""
    stretches = []
    for number in range(words.lines):
        line = words.layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            foot = line.y() + line.ascent() + words.face.size * 0.16
            stretches.append((_x(line, first), _x(line, last), foot))
    return stretches


def _x(line: object, at: int) -> float:
    """Qt answers with a number or a pair, depending on its release."""
    cursor_place = line.cursorToX(at)  # type: ignore[attr-defined]
    return float(cursor_place[0] if isinstance(cursor_place, tuple) else cursor_place)
