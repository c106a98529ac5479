"""A board as it lies on the desk. Where all of it would be too small to read, the part around what the desk
looks at; only whole notes are shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF

from mission_desk.core.places import CLUSTER_HEAD, CLUSTER_PAD, Box, bounds, framed
from mission_desk.core.rows import NOTE_WIDTH
from mission_desk.core.slides import BoardBody, StageBox, StageNote
from mission_desk.ui.stage.board_parts import NARROWEST, BoardLayout, Name, name_words, ready
from mission_desk.ui.stage.measure import Measure
from mission_desk.ui.stage.notes import Placed, caption_height, needed_height

WIDEST = 420  # of a note, in parts
LETTERS = 16  # canvas units: the size of type of a usual note on the desk
CLOSER = (1.0, 1.15, 1.32, 1.52, 1.75)  # of the smallest scale
HEAD_PAD = 16  # canvas units left of a frame's name


def arranged(body: BoardBody, box: QRectF, m: Measure, language: str) -> BoardLayout | None:
    """Closer, where the words of a note or a name in sight would not fit into it; None where they do not even
    then, or where nothing would be seen."""
    for closer in CLOSER:
        layout = _seen(body, box, m, language, closer)
        if layout is not None and all(map(_fits, layout.notes)):
            return layout if layout.notes else None
    return None


def in_sight(body: BoardBody) -> int:
    """How many notes the desk looks at."""
    return sum(body.sight.overlaps(note.box) for note in body.notes) if body.sight else 0


def _fits(placed: Placed) -> bool:
    note = placed.note
    if note.picture:
        caption = caption_height(note, placed.box.width(), placed.floor)
        return placed.box.height() >= caption + 3 * placed.floor
    needed = needed_height(note, placed.box.width(), placed.floor, placed.floor)
    return note.covered or needed <= placed.box.height() + 1


def _seen(body: BoardBody, box: QRectF, m: Measure, language: str, closer: float) -> BoardLayout | None:
    """None where a name does not fit over its cluster."""
    boxes = [note.box for note in body.notes]
    boxes += [each.box for each in (*body.clusters, *body.regions)]
    content = bounds(boxes) or Box(0, 0, NOTE_WIDTH, NOTE_WIDTH)
    scale, corner = _look(body, content, box, m, closer)

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
    shown = {placed.note.cluster for placed in notes}
    names = []
    for each in (*body.regions, *(cluster for cluster in body.clusters if cluster.title in shown)):
        name = _name(each, placed(each.box), box, m, language, scale)
        if name is None:
            return None
        if name.panel is not None and name.panel.height() > m.px(60):
            names.append(name)
    return BoardLayout(notes, tuple(names), len(body.notes))


def _look(body: BoardBody, content: Box, box: QRectF, m: Measure, closer: float) -> tuple[float, QPointF]:
    """Pixels per canvas unit, and where the canvas's origin lies."""
    least = NARROWEST * m.floor / NOTE_WIDTH * closer
    most = max(least, m.px(WIDEST) / NOTE_WIDTH)
    fit = min(box.width() / content.w, box.height() / content.h)
    if fit >= least:
        scale = min(fit, most)
        corner = box.topLeft() - QPointF(content.x, content.y) * scale
        return scale, corner + QPointF((box.width() - content.w * scale) / 2, 0)
    near = body.sight if body.sight and in_sight(body) else None
    scale = least
    if near:
        scale = max(least, min(most, box.width() / max(1, near.w), box.height() / max(1, near.h)))
    wide, high = box.width() / scale, box.height() / scale
    x, y = (near.x + near.w / 2, near.y + near.h / 2) if near else _fullest(body.notes, wide, high)
    x, y = _held(x, content.x, content.right, wide), _held(y, content.y, content.bottom, high)
    return scale, box.center() - QPointF(x, y) * scale


def _fullest(notes: Sequence[StageNote], wide: float, high: float) -> tuple[float, float]:
    """The middle of a view of this size, in canvas units, that has as many notes as a view can have."""
    cells: dict[tuple[int, int], list[Box]] = {}
    for note in notes:
        x, y = (note.box.x + note.box.w / 2) // (wide / 2), (note.box.y + note.box.h / 2) // (high / 2)
        for left, top in ((0, 0), (1, 0), (0, 1), (1, 1)):
            cells.setdefault((int(x) - left, int(y) - top), []).append(note.box)
    fullest = max(cells.values(), key=lambda boxes: len(list(boxes)), default=[])
    around = framed(bounds(fullest) or Box(0, 0, 1, 1))  # their cluster's name belongs to them
    return around.x + around.w / 2, around.y + min(around.h, high) / 2


def _held(middle: float, first: float, last: float, room: float) -> float:
    """The middle of the view, moved so that it shows no empty canvas beside the content."""
    if last - first <= room:
        return (first + last) / 2
    return max(first + room / 2, min(last - room / 2, middle))


def _name(
    frame: StageBox, place: QRectF, box: QRectF, m: Measure, language: str, scale: float
) -> Name | None:
    """Over its notes; None where it does not fit there. A frame that the view cuts off goes without a name
    that would be cut off with it."""
    panel = place & box
    pad = HEAD_PAD * scale
    room = panel.adjusted(pad, 0, -pad, 0)
    words = name_words(frame.title, max(1.0, room.width()), m, language)
    fits = words.whole and words.height <= (CLUSTER_HEAD + CLUSTER_PAD / 2) * scale
    if fits or not panel.contains(place):
        seen = fits and panel.top() <= place.top() + 1
        words = words if seen else name_words("", 1.0, m, language)
        top = QRectF(
            room.x(),
            room.y() + max(0.0, (CLUSTER_HEAD * scale - words.height) / 2),
            room.width(),
            words.height,
        )
        return Name(frame.title if seen else "", words, top, panel)
    return None
