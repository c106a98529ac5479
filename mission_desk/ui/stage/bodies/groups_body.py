"""Groups drawn by lot, each a panel with its number, its place in the room and the names of its people, in
letters of one size."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from mission_desk.core.stage.slides import GroupsBody
from mission_desk.ui.stage.layout.fit import Face, Words, one_line
from mission_desk.ui.stage.layout.flow import Flow, Paragraph, flow
from mission_desk.ui.stage.layout.measure import SMALL, Measure
from mission_desk.ui.stage.layout.name_chip import NameChip, chip_height, chip_width, draw_chip, name_words

LARGEST, PAD, GAP = 40, 18, 20  # parts
NARROWEST, MOST_COLUMNS = 260, 6  # parts of a panel; panels beside each other
STEPS = 4  # sizes that are tried before groups go to another leaf
NUMBER = 1.5  # of the letters
BESIDE = 0.6  # of the pad, between a number and its place


class Panel(Struct, frozen=True):
    box: QRectF
    number: Words
    corner: Words
    chips: tuple[NameChip, ...]


class GroupsLayout(Struct, frozen=True):
    panels: tuple[Panel, ...]
    rest: GroupsBody | None


def lay_out(body: GroupsBody, box: QRectF, m: Measure, language: str) -> GroupsLayout | None:
    """As large as all of them fit; at the smallest letters as many as do. None where one group alone is
    higher than the leaf."""
    large, small = m.letters(LARGEST), m.letters(SMALL)
    layout = _placed(body, box, large, m, language)
    for step in range(1, STEPS):
        if layout.rest is None:
            break
        layout = _placed(body, box, round(large - (large - small) * step / (STEPS - 1)), m, language)
    return layout if all(each.box.bottom() <= box.bottom() + 1 for each in layout.panels) else None


def flowing(body: GroupsBody) -> Flow:
    """The groups in lines of words."""
    named = [", ".join(person.name for person in group) for group in body.groups]
    lines = [f"{corner}: {names}" for corner, names in zip(body.corners, named, strict=False)] or named
    return flow(Paragraph(line, "item", str(body.first + at)) for at, line in enumerate(lines))


def draw(painter: QPainter, layout: GroupsLayout, m: Measure) -> None:
    for panel in layout.panels:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(m.tokens.panel))
        painter.drawRoundedRect(panel.box, m.px(12), m.px(12))
        _draw_head(painter, panel, m)
        for chip in panel.chips:
            draw_chip(painter, chip, m)


def _draw_head(painter: QPainter, panel: Panel, m: Measure) -> None:
    """Number and place stand on one line, though their letters differ in size."""
    x, y = panel.box.x() + m.px(PAD), panel.box.y() + m.px(PAD) / 2
    panel.number.draw(painter, x, y, m.tokens.accent)
    beside = x + panel.number.width + m.px(PAD) * BESIDE
    panel.corner.draw(painter, beside, y + _sinks(panel.number, panel.corner), m.tokens.ink)


def _sinks(number: Words, corner: Words) -> float:
    """How far below the number's upper edge the place begins."""
    return _baseline(number) - _baseline(corner)


def _baseline(words: Words) -> float:
    line = words.layout.lineAt(0)
    return line.y() + line.ascent()


def _placed(body: GroupsBody, box: QRectF, size: int, m: Measure, language: str) -> GroupsLayout:
    gap = m.px(GAP)
    columns = _columns(body, box, size, m)
    width = (box.width() - (columns - 1) * gap) / columns
    panels: list[Panel] = []
    y = box.y()
    for first in range(0, len(body.groups), columns):
        corners = [(box.x() + at * (width + gap), y) for at in range(columns)]
        line = [
            _panel(body, first + at, QRectF(*corner, width, 0), size, m, language)
            for at, corner in enumerate(corners[: len(body.groups) - first])
        ]
        high = max(each.box.height() for each in line)
        if panels and y + high > box.bottom() + 1:
            break
        panels += line
        y += high + gap
    left = body.groups[len(panels) :]
    later = {"groups": left, "corners": body.corners[len(panels) :], "first": body.first + len(panels)}
    rest = replace(body, **later) if left else None
    return GroupsLayout(tuple(panels), rest)


def _columns(body: GroupsBody, box: QRectF, size: int, m: Measure) -> int:
    """As many as hold the longest name and the longest head in one line."""
    chips = [chip_width(person, size) for group in body.groups for person in group]
    heads = [_head_width(body, at, size, m) for at in range(len(body.groups))]
    widest = max(*chips, *heads) + m.px(2 * PAD)
    gap = m.px(GAP)
    most = int((box.width() + gap) // (max(widest, m.px(NARROWEST)) + gap))
    return max(1, min(MOST_COLUMNS, most, len(body.groups)))


def _head(body: GroupsBody, at: int, size: int) -> tuple[Words, Words]:
    """Number and place of a group; no words where the groups have no places."""
    number = one_line(str(body.first + at), Face("figures", round(size * NUMBER), QFont.Weight.Bold))
    corner = body.corners[at] if body.corners else ""
    return number, one_line(corner, Face("ui", size, QFont.Weight.DemiBold))


def _head_width(body: GroupsBody, at: int, size: int, m: Measure) -> float:
    number, corner = _head(body, at, size)
    return number.width + m.px(PAD) * BESIDE + corner.width + 1


def _panel(body: GroupsBody, at: int, around: QRectF, size: int, m: Measure, language: str) -> Panel:
    pad = m.px(PAD)
    number, corner = _head(body, at, size)
    head = max(number.height, _sinks(number, corner) + corner.height)
    y, width = around.y() + pad / 2 + head, around.width() - 2 * pad
    chips: list[NameChip] = []
    for person in body.groups[at]:
        words = name_words(person, size, width, language)
        chips.append(NameChip(person, words, QRectF(around.x() + pad, y, width, chip_height(words))))
        y += chip_height(words) + m.px(10)
    return Panel(
        QRectF(around.x(), around.y(), around.width(), y + pad - m.px(10) - around.y()),
        number,
        corner,
        tuple(chips),
    )
