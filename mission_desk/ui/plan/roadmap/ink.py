"""Text of the road map as it is laid out and drawn: each piece of words once for each width, so that a frame
draws and does not measure."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from mission_desk.ui.look import theme
from mission_desk.ui.look.fonts import serif_font, ui_font
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.plan.roadmap.cells import Look

CACHED = 8_000  # pieces: 300 rows of 9 cells at two widths
LONGEST = 400  # characters of a cell that are drawn; the whole stands in its field
_BOLD, _SEMI = QFont.Weight.Bold, QFont.Weight.DemiBold


@cache
def font(look: Look) -> QFont:
    match look:
        case "serif" | "quiet-serif":
            return serif_font(theme.BODY, QFont.Weight.Normal)
        case "strong" | "quiet-strong" | "good":
            return ui_font(theme.SMALL, _SEMI)
        case "tiny":
            return ui_font(theme.TINY)
        case "warn-tiny" | "head":
            return ui_font(theme.TINY, _SEMI)
        case _:
            return ui_font(theme.SMALL)


def colour(look: Look, t: Tokens) -> QColor:
    match look:
        case "warn" | "warn-tiny":
            return QColor(t.warn)
        case "tiny" | "quiet" | "quiet-serif" | "quiet-strong" | "head":
            return QColor(t.ink2)
        case "good":
            return QColor(t.accent)
        case _:
            return QColor(t.ink)


@lru_cache(maxsize=CACHED)
def laid_out(text: str, look: Look, width: int) -> tuple[QTextLayout, int]:
    """The words broken at `width` px, and how high they are."""
    layout = QTextLayout(text[:LONGEST].replace("\n", "\u2028"), font(look))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout, round(height)


def draw(painter: QPainter, text: str, look: Look, x: float, y: float, width: int, t: Tokens) -> None:
    painter.setPen(colour(look, t))
    laid_out(text, look, width)[0].draw(painter, QPointF(x, y))
