"""A line of the table as it is drawn: where each piece of its words stands, and how high all of them are."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from mission_desk.core.file.closed_sets import GuidelineState
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.plan.roadmap import ink
from mission_desk.ui.plan.roadmap.cells import Look, Piece, cells, second_lines
from mission_desk.ui.plan.roadmap.columns import (
    ALL_COLUMNS,
    PAD,
    Column,
    ColumnName,
    columns,
    folded,
)
from mission_desk.ui.plan.roadmap.lines import Line
from mission_desk.ui.plan.roadmap.ring import draw_number, draw_state

ABOVE, BELOW, WITHIN = 10, 11, 1  # px over and under the words of a row, between two pieces of a cell
GROUP_HEIGHT, LEAST = 34, 44
SIGN = 18  # px of the sign of a state


class Placed(Struct, frozen=True):
    """`x` and `y` from the line's upper left corner."""

    piece: Piece
    x: int
    y: int
    width: int


class RowFace(Struct, frozen=True):
    pieces: tuple[Placed, ...]
    height: int


@lru_cache(maxsize=2_000)
def row_face(line: Line, width: int, today: date) -> RowFace:
    """`width` in px of the table."""
    if line.kind == "group":
        head = Placed(Piece(line.role, "strong"), PAD, 8, width - 2 * PAD)
        return RowFace((head,), GROUP_HEIGHT)
    made = cells(line, today)
    placed: list[Placed] = []
    for column in columns(width):
        placed += _stacked(made.get(column.name, ()), column, line)
    bottom = max((_bottom(each) for each in placed), default=0)
    below = _second(second_lines(made, folded(width)), columns(width), bottom)
    bottom = max([bottom, *(_bottom(each) for each in below)])
    return RowFace((*placed, *below), max(LEAST, bottom + BELOW))


def _stacked(pieces: tuple[Piece, ...], column: Column, line: Line) -> list[Placed]:
    x, width, y = column.x, column.width, ABOVE
    if column.name == "state" and line.row is not None:
        x, width = x + SIGN + 2, width - SIGN - 2
    placed = []
    for piece in pieces:
        placed.append(Placed(piece, x, y + _sinks(piece.look), width))
        y = _bottom(placed[-1]) + WITHIN
    return placed


def _sinks(look: Look) -> int:
    """The sentence is larger than the words beside it; they stand on one line with its first."""
    return 0 if look in ("serif", "quiet-serif") else 3


def _second(pieces: tuple[Piece, ...], beside: tuple[Column, ...], top: int) -> list[Placed]:
    text = next(column for column in beside if column.name == "text")
    width, y, placed = beside[-1].right - text.x, top + 4, []
    for piece in pieces:
        placed.append(Placed(piece, text.x, y, width))
        y = _bottom(placed[-1]) + WITHIN
    return placed


def _bottom(placed: Placed) -> int:
    return placed.y + ink.laid_out(placed.piece.text, placed.piece.look, placed.width)[1]


def draw_line(painter: QPainter, line: Line, face: RowFace, top: int, width: int, t: Tokens) -> None:
    for each in face.pieces:
        ink.draw(painter, each.piece.text, each.piece.look, each.x, top + each.y, each.width, t)
    if line.kind == "guideline" and line.row is not None:
        _draw_signs(painter, line, line.row.state, top, width, t)


def _draw_signs(
    painter: QPainter, line: Line, state: GuidelineState, top: int, width: int, t: Tokens
) -> None:
    for column in columns(width):
        if column.name == "state":
            draw_state(painter, state, QPointF(column.x + 6, top + ABOVE + 12), t)
        elif column.name == "serves" and line.serves:
            draw_number(painter, line.serves, QPointF(column.x + 12, top + ABOVE + 13), t)


def draw_head(painter: QPainter, width: int, height: int, names: dict[ColumnName, str], t: Tokens) -> None:
    """The names of the columns, with an arrow where one sorts by it."""
    for column in columns(width):
        ink.draw(painter, names[column.name], "head", column.x, (height - 15) / 2, column.width + 14, t)
    painter.setPen(QPen(QColor(t.line), 2 if width >= ALL_COLUMNS else 1))
    painter.drawLine(0, height - 1, width, height - 1)


def outline(painter: QPainter, box: QRectF, t: Tokens) -> None:
    """Around the cell that the keys stand on."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(t.accent), 2))
    painter.drawRoundedRect(box, 6, 6)
