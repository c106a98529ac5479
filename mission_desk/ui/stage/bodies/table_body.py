"""The road map or the review as a table: as many rows as fit at a size that can be read."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from mission_desk.core.stage.slides import TableBody
from mission_desk.ui.stage.bodies.table_columns import best_widths, is_whole, set_rows, widest_words
from mission_desk.ui.stage.layout.fit import Face, Words, balanced, largest, set_words
from mission_desk.ui.stage.layout.flow import Flow, Paragraph, flow
from mission_desk.ui.stage.layout.measure import Measure
from mission_desk.ui.stage.layout.parting import parted

SIZES = (36, 33, 30, 27, 24)  # of the cells, in parts
GUTTER, PAD, HEAD_PAD = 36, 16, 24  # parts: between columns, around a row's words, below the heads
LEAD, LEAD_SHARE, LEAD_GAP = 46, 0.3, 30  # its largest letters and what is below it in parts; of the height
NO_BREAK = "\u00a0"
SHORT_ENDS = 20  # letters; longer, they may take two lines


class Cell(Struct, frozen=True):
    words: Words
    x: float
    y: float
    colour: str


class TableLayout(Struct, frozen=True):
    """`shown` rows of `total`; `after` is the row that the next leaf begins with, 0 where this is the
    last."""

    cells: tuple[Cell, ...]
    lines: tuple[QRectF, ...]
    shown: int
    total: int
    after: int


def lay_out(body: TableBody, box: QRectF, m: Measure, language: str) -> TableLayout | None:
    """From the row that the leaf begins with, as many as fit; all leaves have the same columns. None where a
    row cannot be read as one: its columns are too narrow for its words, or it is higher than the stage."""
    rows = [
        tuple(parted(_joined(cell), language) for cell in row)
        for row in body.rows
        if any(map(str.strip, row))
    ]
    used = [n for n in range(len(body.heads)) if not rows or any(row[n] for row in rows)]
    heads = tuple(parted(body.heads[n], language) for n in used)
    rows = [tuple(row[n] for n in used) for row in rows]
    lead = lead_words(body, box, m, language)
    led = lead.height + m.px(LEAD_GAP) if lead else 0.0
    width = box.width() - m.px(GUTTER) * (len(used) - 1)
    for size in dict.fromkeys(m.letters(parts) for parts in SIZES):
        words = widest_words(heads, rows, size, m)
        widths = best_widths(heads, rows, width, words, size)
        words_of_heads, table = _set_heads(heads, widths, m), set_rows(rows, widths, size)
        room = box.height() - _head_height(words_of_heads, m) - led
        whole = is_whole([words_of_heads, *table])
        if whole and sum(words) <= width and sum(_height(row, m) for row in table) <= room:
            break
    if not whole or max(_height(row, m) for row in table) > room:
        return None
    if lead is None or body.first:
        return _placed(words_of_heads, table, body.first, widths, box, m)
    layout = _placed(words_of_heads, table, 0, widths, box.adjusted(0, led, 0, 0), m)
    return replace(layout, cells=(Cell(lead, box.x(), box.y(), m.tokens.ink), *layout.cells))


def lead_words(body: TableBody, box: QRectF, m: Measure, language: str) -> Words | None:
    """The sentence over the table, within its share of the height where that can be."""
    if not body.lead:
        return None
    face = Face("serif", m.letters(LEAD), QFont.Weight.DemiBold)
    words = largest(parted(body.lead, language), face, box.width(), box.height() * LEAD_SHARE, m.floor)
    return balanced(parted(body.lead, language), words.face, box.width())


def flowing(body: TableBody) -> Flow:
    """Row by row: what it is about, then each of its cells under the head of its column."""
    return flow(
        Paragraph(cell, "title") if n == 0 else Paragraph(_with_head(head, cell), "quiet")
        for row in body.rows
        for n, (head, cell) in enumerate(zip(body.heads, row, strict=True))
        if cell.strip()
    )


def _with_head(head: str, cell: str) -> str:
    colon = "" if head.endswith("?") else ":"
    return f"{head}{colon} {_joined(cell).replace('  ', ' ')}"


def _joined(cell: str) -> str:
    """From and to of a measure stay on one line, with their units: "% → 80 %" alone says something else."""
    words, gap, ends = cell.strip().rpartition("  ")
    if " → " in ends and len(ends) <= SHORT_ENDS:
        return f"{words}{gap}{ends.replace(' ', NO_BREAK)}"
    return cell.strip().replace(" → ", f"{NO_BREAK}→{NO_BREAK}")


def draw(painter: QPainter, layout: TableLayout, m: Measure) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(m.tokens.line))
    for line in layout.lines:
        painter.drawRect(line)
    for cell in layout.cells:
        cell.words.draw(painter, cell.x, cell.y, cell.colour)


def _set_heads(heads: tuple[str, ...], widths: list[float], m: Measure) -> list[Words]:
    face = Face("ui", m.letters(24), QFont.Weight.DemiBold)
    return [set_words(head, face, width) for head, width in zip(heads, widths, strict=True)]


def _head_height(heads: list[Words], m: Measure) -> float:
    return max(words.height for words in heads) + m.px(HEAD_PAD)


def _height(row: list[Words], m: Measure) -> float:
    return max(words.height for words in row) + m.px(2 * PAD)


def _placed(
    heads: list[Words], table: list[list[Words]], first: int, widths: list[float], box: QRectF, m: Measure
) -> TableLayout:
    lefts = [box.x() + sum(widths[:n]) + n * m.px(GUTTER) for n in range(len(widths))]
    cells = [Cell(words, x, box.y(), m.tokens.accent) for words, x in zip(heads, lefts, strict=True)]
    lines, y, shown = [], box.y() + _head_height(heads, m), 0
    for row in table[first:]:
        height = _height(row, m)
        if y + height > box.bottom() + 1:
            break
        lines.append(QRectF(box.x(), y, box.width(), max(1.0, m.px(2))))
        cells += [
            Cell(words, x, y + m.px(PAD), m.tokens.ink if n < 2 else m.tokens.ink2)
            for n, (words, x) in enumerate(zip(row, lefts, strict=True))
        ]
        y, shown = y + height, shown + 1
    after = first + shown
    return TableLayout(tuple(cells), tuple(lines), shown, len(table), after if after < len(table) else 0)
