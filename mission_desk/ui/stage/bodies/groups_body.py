"""Groups drawn by lot, each a panel with its number and the names of its people, in letters of one size."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from mission_desk.core.stage.slides import GroupsBody
from mission_desk.ui.stage.layout.fit import Face, Words, set_words
from mission_desk.ui.stage.layout.flow import Flow, Paragraph, flow
from mission_desk.ui.stage.layout.measure import SMALL, Measure
from mission_desk.ui.stage.layout.name_chip import NameChip, chip_height, chip_width, draw_chip, name_words

LARGEST, PAD, GAP = 40, 18, 20  # parts
NARROWEST, MOST_COLUMNS = 260, 6  # parts of a panel; panels beside each other
STEPS = 4  # sizes that are tried before groups go to another leaf
NUMBER = 1.5  # of the letters


class Panel(Struct, frozen=True):
    box: QRectF
    number: Words
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
    named = (", ".join(person.name for person in group) for group in body.groups)
    return flow(Paragraph(names, "item", str(body.first + at)) for at, names in enumerate(named))


def draw(painter: QPainter, layout: GroupsLayout, m: Measure) -> None:
    for panel in layout.panels:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(m.tokens.panel))
        painter.drawRoundedRect(panel.box, m.px(12), m.px(12))
        panel.number.draw(painter, panel.box.x() + m.px(PAD), panel.box.y() + m.px(PAD) / 2, m.tokens.accent)
        for chip in panel.chips:
            draw_chip(painter, chip, m)


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
    rest = replace(body, groups=left, first=body.first + len(panels)) if left else None
    return GroupsLayout(tuple(panels), rest)


def _columns(body: GroupsBody, box: QRectF, size: int, m: Measure) -> int:
    """As many as hold the longest name in one line."""
    widest = max(chip_width(person, size) for group in body.groups for person in group) + m.px(2 * PAD)
    gap = m.px(GAP)
    most = int((box.width() + gap) // (max(widest, m.px(NARROWEST)) + gap))
    return max(1, min(MOST_COLUMNS, most, len(body.groups)))


def _panel(body: GroupsBody, at: int, around: QRectF, size: int, m: Measure, language: str) -> Panel:
    pad = m.px(PAD)
    number = set_words(
        str(body.first + at), Face("figures", round(size * NUMBER), QFont.Weight.Bold), around.width()
    )
    y, width = around.y() + pad / 2 + number.height, around.width() - 2 * pad
    chips: list[NameChip] = []
    for person in body.groups[at]:
        words = name_words(person, size, width, language)
        chips.append(NameChip(person, words, QRectF(around.x() + pad, y, width, chip_height(words))))
        y += chip_height(words) + m.px(10)
    return Panel(
        QRectF(around.x(), around.y(), around.width(), y + pad - m.px(10) - around.y()), number, tuple(chips)
    )
