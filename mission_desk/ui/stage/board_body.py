"""A board on the stage: as it lies on the desk, its notes in rows, or in the areas of its regions. Where not
everything fits at a size that can be read, the newest notes come first and the others on later leaves."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from mission_desk.core.slides import BoardBody
from mission_desk.ui.stage.board_arranged import arranged
from mission_desk.ui.stage.board_in_areas import in_areas
from mission_desk.ui.stage.board_in_rows import in_rows
from mission_desk.ui.stage.board_parts import BoardLayout, name_face
from mission_desk.ui.stage.fit import set_words
from mission_desk.ui.stage.measure import Measure
from mission_desk.ui.stage.notes import draw_note

HEAD_PAD = (3, 13)  # above a cluster's name, above a region's, in parts


def lay_out(body: BoardBody, box: QRectF, m: Measure, language: str, leaf: int = 0) -> BoardLayout:
    """Leaf 0 has the newest of what does not fit at once, each later one what is older."""
    return _coloured(body, _laid_out(body, box, m, language, leaf))


def _coloured(body: BoardBody, layout: BoardLayout) -> BoardLayout:
    """Clusters keep the colour they were given on the desk."""
    colours = {each.title: each.colour for each in body.clusters if each.colour}
    names = tuple(replace(name, colour=colours.get(name.text, "")) for name in layout.names)
    return replace(layout, names=names) if colours else layout


def _laid_out(body: BoardBody, box: QRectF, m: Measure, language: str, leaf: int) -> BoardLayout:
    if body.arranged and (layout := arranged(body, box, m, language)).notes:
        return layout  # where the desk looks at a gap between notes, they are shown in rows
    left = body
    for turned in range(leaf + 1):
        layout = in_areas(left, box, m, language) if body.regions else in_rows(left, box, m, language)
        if turned == leaf or not layout.rest:
            break
        seen = set(layout.numbers)
        left = replace(left, notes=tuple(note for n, note in enumerate(left.notes) if n not in seen))
    return replace(layout, total=len(body.notes))


def draw(painter: QPainter, layout: BoardLayout, m: Measure) -> None:
    for name in layout.names:
        if name.panel is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(m.tokens.panel))
            painter.drawRoundedRect(name.panel, m.px(10), m.px(10))
        words = set_words(name.text, name_face(m), name.box.width(), name.lines)
        words.draw(painter, name.box.x(), name.box.y() + m.px(HEAD_PAD[name.panel is not None]), m.tokens.ink)
    clip = painter.clipBoundingRect() if painter.hasClipping() else None
    for placed in layout.notes:
        if clip is None or clip.intersects(placed.box):
            draw_note(painter, placed, m)
    _draw_lines(painter, layout, m)


def _draw_lines(painter: QPainter, layout: BoardLayout, m: Measure) -> None:
    """Under a cluster's name, as far as its notes reach; stronger in a colour of its own."""
    for name in layout.names:
        colour = m.tokens.style(name.colour) if name.colour else m.tokens.line
        painter.setPen(QPen(QColor(colour), m.px(6 if name.colour else 3)))
        if name.panel is None or name.colour:
            y = name.box.bottom() - m.px(4)
            painter.drawLine(round(name.box.x()), round(y), round(name.box.right()), round(y))
