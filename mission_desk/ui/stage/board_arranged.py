"""A board as it lies on the desk. Where all of it would be too small to read, the part around what the desk
looks at; only whole notes are shown."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from mission_desk.core.places import Box, bounds
from mission_desk.core.rows import NOTE_WIDTH
from mission_desk.core.slides import BoardBody, StageBox
from mission_desk.ui.stage.board_parts import NARROWEST, BoardLayout, Name, ready
from mission_desk.ui.stage.measure import Measure
from mission_desk.ui.stage.notes import Placed, needed_height

WIDEST = 420  # of a note, in parts
LETTERS = 16  # canvas units: the size of type of a usual note on the desk
CLOSER = (1.0, 1.15, 1.32, 1.52, 1.75)  # of the smallest scale
HEAD_PAD = 16  # canvas units left of a frame's name


def arranged(body: BoardBody, box: QRectF, m: Measure, language: str) -> BoardLayout:
    """Closer, where the words of a note in sight would not fit into it."""
    for closer in CLOSER:
        layout = _seen(body, box, m, language, closer)
        if all(_fits(each) for each in layout.notes):
            break
    return layout


def _fits(placed: Placed) -> bool:
    needed = needed_height(placed.note, placed.box.width(), placed.floor, placed.floor)
    return placed.note.covered or needed <= placed.box.height() + 1


def _seen(body: BoardBody, box: QRectF, m: Measure, language: str, closer: float) -> BoardLayout:
    boxes = [note.box for note in body.notes]
    boxes += [each.box for each in (*body.clusters, *body.regions)]
    content = bounds(boxes) or Box(0, 0, NOTE_WIDTH, NOTE_WIDTH)
    scale, corner = _look(content, body.sight, box, m, closer)

    def placed(on_board: Box) -> QRectF:
        x, y = corner.x() + on_board.x * scale, corner.y() + on_board.y * scale
        return QRectF(x, y, on_board.w * scale, on_board.h * scale)

    whole = box.adjusted(-1, -1, 1, 1)
    letters = max(m.floor, round(LETTERS * scale))
    notes = tuple(
        Placed(ready(note, language), place, letters, m.floor)
        for note in body.notes
        if whole.contains(place := placed(note.box))
    )
    names = [_name(each, placed(each.box) & box, scale) for each in (*body.regions, *body.clusters)]
    seen = tuple(name for name in names if name.panel is not None and name.panel.height() > m.px(60))
    return BoardLayout(notes, seen, len(body.notes))


def _look(content: Box, sight: Box | None, box: QRectF, m: Measure, closer: float) -> tuple[float, QPointF]:
    """Pixels per canvas unit, and where the canvas's origin lies."""
    least = NARROWEST * m.floor / NOTE_WIDTH * closer
    most = max(least, m.px(WIDEST) / NOTE_WIDTH)
    fit = min(box.width() / content.w, box.height() / content.h)
    if fit >= least:
        scale = min(fit, most)
        corner = box.topLeft() - QPointF(content.x, content.y) * scale
        return scale, corner + QPointF((box.width() - content.w * scale) / 2, 0)
    near = sight or content
    scale = max(least, min(most, box.width() / max(1, near.w), box.height() / max(1, near.h)))
    x = _held(near.x + near.w / 2, content.x, content.right, box.width() / scale)
    y = _held(near.y + near.h / 2, content.y, content.bottom, box.height() / scale)
    return scale, box.center() - QPointF(x, y) * scale


def _held(middle: float, first: float, last: float, room: float) -> float:
    """The middle of the view, moved so that it shows no empty canvas beside the content."""
    if last - first <= room:
        return (first + last) / 2
    return max(first + room / 2, min(last - room / 2, middle))


def _name(frame: StageBox, place: QRectF, scale: float) -> Name:
    pad = HEAD_PAD * scale
    return Name(frame.title, place.adjusted(pad, 0, -pad, 0), place, 1)
