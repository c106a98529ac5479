"""A board as it lies on the desk. Where all of it would be too small to read, the part around the notes that
the desk shows comes first, and the others on later leaves; only whole notes are drawn."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from mission_desk.core.board.places import CLUSTER_HEAD, CLUSTER_PAD, Box, bounds
from mission_desk.core.file.rows import NOTE_WIDTH
from mission_desk.core.stage.slides import BoardBody, StageBox
from mission_desk.ui.stage.board.axis_names import axis_names
from mission_desk.ui.stage.board.board_parts import BoardLayout, Name, left_over, name_words, ready
from mission_desk.ui.stage.board.board_view import view_of
from mission_desk.ui.stage.layout.measure import Measure
from mission_desk.ui.stage.layout.notes import Placed, caption_height, needed_height

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
    boxes += [body.axes.drawn_box()] if body.axes is not None else []
    content = bounds(boxes) or Box(0, 0, NOTE_WIDTH, NOTE_WIDTH)
    scale, corner = view_of(body, content, box, m, closer)

    def placed(on_board: Box) -> QRectF:
        x, y = corner.x() + on_board.x * scale, corner.y() + on_board.y * scale
        return QRectF(x, y, on_board.w * scale, on_board.h * scale)

    whole = box.adjusted(-1, -1, 1, 1)
    letters = max(m.floor, round(LETTERS * scale))
    seen = {n: at for n, note in enumerate(body.notes) if whole.contains(at := placed(note.box))}
    notes = tuple(Placed(ready(body.notes[n], language), at, letters, m.floor) for n, at in seen.items())
    shown = {placed.note.cluster for placed in notes}
    names = []
    for each in (*body.regions, *(cluster for cluster in body.clusters if cluster.title in shown)):
        name = _name(each, placed(each.box), box, m, language, scale)
        if name is None:
            return None
        if name.panel is not None and name.panel.height() > m.px(60):
            names.append(name)
    numbers = tuple(seen)
    axes = axis_names(body.axes, placed, m) if body.axes is not None else ()
    axes = tuple(name for name in axes if whole.contains(name.box))
    return BoardLayout(notes, tuple(names), len(body.notes), numbers, left_over(body, numbers), axes)


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
