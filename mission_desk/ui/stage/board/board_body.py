"""A board on the stage: as it lies on the desk, its notes in rows, or in the areas of its regions. Where not
everything fits at a size that can be read, the newest notes come first and the others on later leaves."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from mission_desk.core.stage.slides import BoardBody
from mission_desk.ui.stage.board import axis_names
from mission_desk.ui.stage.board.board_arranged import arranged
from mission_desk.ui.stage.board.board_in_areas import as_clusters, in_areas
from mission_desk.ui.stage.board.board_in_rows import in_rows
from mission_desk.ui.stage.board.board_parts import HEAD_AIR, BoardLayout, Continued
from mission_desk.ui.stage.board.board_view import in_sight
from mission_desk.ui.stage.board.long_notes import parted_notes
from mission_desk.ui.stage.layout.measure import Measure
from mission_desk.ui.stage.layout.notes import draw_note

FAR_FEWER = 0.4  # of the notes that rows would show: a view of the desk with less gives way to them


def lay_out(body: BoardBody, box: QRectF, m: Measure, language: str) -> BoardLayout:
    """The newest of what does not fit at once; the layout says which notes are left for the next leaf."""
    return _coloured(body, _laid_out(body, box, m, language))


def _coloured(body: BoardBody, layout: BoardLayout) -> BoardLayout:
    """Clusters keep the colour they were given on the desk."""
    colours = {each.title: each.colour for each in body.clusters if each.colour}
    names = tuple(replace(name, colour=colours.get(name.text, "")) for name in layout.names)
    return replace(layout, names=names if colours else layout.names, total=_count(body))


def _count(body: BoardBody) -> int:
    return sum(not isinstance(note, Continued) for note in body.notes)


def _laid_out(body: BoardBody, box: QRectF, m: Measure, language: str) -> BoardLayout:
    if not body.notes and not body.regions:
        return BoardLayout((), (), 0)
    view = arranged(body, box, m, language) if body.arranged else None
    if view is not None and len(view.notes) == view.total:
        return view
    whole = parted_notes(body, box, m, language)
    layout = in_areas(whole, box, m, language) if whole.regions else in_rows(whole, box, m, language)
    if layout is None:
        whole = parted_notes(as_clusters(whole), box, m, language)
        layout = in_rows(whole, box, m, language)
    if view is not None and len(view.notes) >= _enough(body, layout):
        return view
    return layout


def _enough(body: BoardBody, rows: BoardLayout) -> float:
    """So many notes the desk's view has to show: a good part of what the desk looks at, or of what rows would
    show where the desk looks at more."""
    looked_at = len(in_sight(body)) or len(body.notes)
    most = min(looked_at, len(rows.notes))
    return max(min(2, most), most * FAR_FEWER)


def draw(painter: QPainter, layout: BoardLayout, m: Measure) -> None:
    for name in layout.names:
        if name.panel is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(m.tokens.panel))
            painter.drawRoundedRect(name.panel, m.px(10), m.px(10))
        foot = name.box.bottom() - (0 if name.panel is not None else m.px(HEAD_AIR - 3))
        name.words.draw(painter, name.box.x(), foot - name.words.height, m.tokens.ink)
    for axis in layout.axes:
        axis_names.draw(painter, axis, m)
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
            under = name.panel or name.box
            y = under.bottom() - m.px(4)
            right = name.box.x() + (name.reach or name.box.width())
            painter.drawLine(round(name.box.x()), round(y), round(right), round(y))
