"""A note with more words than the stage is high goes on in further notes, so that the room can read it to its
end."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QRectF

from mission_desk.core.stage.slides import BoardBody, StageNote
from mission_desk.ui.stage.board.board_parts import Continued, head_height, name_words, ready
from mission_desk.ui.stage.layout.fit import cut
from mission_desk.ui.stage.layout.measure import Measure
from mission_desk.ui.stage.layout.notes import needed_height, note_words

ROOM = 0.92  # of the body that a note may fill
HEAD = 0.4  # of the body: a higher name of a cluster is shown as a note


def parted_notes(body: BoardBody, box: QRectF, m: Measure, language: str) -> BoardBody:
    """`body` with no note and no name higher than `box`."""
    body = _short_names(body, box, m, language)
    heads = {note.cluster for note in body.notes if note.cluster} | {each.title for each in body.regions}
    head = max((_head(name, box.width(), m, language) for name in heads), default=0.0)
    room = box.height() * ROOM - head
    letters = box.width() / m.floor * max(1, int(room / (1.3 * m.floor)) - 2)  # fit in any case
    parted: list[StageNote] = []
    line = box.width() / m.floor
    for note in body.notes:
        if note.covered or len(note.text) + note.text.count("\n") * line < letters:
            parted.append(note)
        else:
            # The first piece counts as the newest: it must not come on a later leaf than the others.
            parted += reversed(_pieces(ready(note, language), box.width(), room, m.floor))
    return body if len(parted) == len(body.notes) else replace(body, notes=tuple(parted))


def _pieces(note: StageNote, width: float, room: float, floor: int) -> list[StageNote]:
    if note.picture:
        caption = _continued(note, note.text)
        low = needed_height(caption, width, floor, floor) <= room * HEAD
        return [note] if low else [replace(note, text=""), *_pieces(caption, width, room, floor)]
    if needed_height(note, width, floor, floor) <= room:
        return [note]
    around = needed_height(replace(note, text=""), width, floor, floor)
    words = note_words(note.text, width, floor)
    first, rest = cut(words, int((room - around + words.face.pitch) / words.face.pitch))
    if not rest:
        return [note]
    return [replace(note, text=first), *_pieces(_continued(note, rest), width, room, floor)]


def _continued(note: StageNote, text: str) -> Continued:
    """To the right of the piece before it, for the order of reading."""
    box = note.box._replace(x=note.box.x + 1)
    return Continued(text, note.style, 0, box, note.cluster)


def _short_names(body: BoardBody, box: QRectF, m: Measure, language: str) -> BoardBody:
    """A name that is too long to stand over its notes comes among them."""
    names = dict.fromkeys(note.cluster for note in body.notes if note.cluster)
    long = [name for name in names if _head(name, box.width(), m, language) > box.height() * HEAD]
    if not long:
        return body
    notes = tuple(replace(note, cluster="") if note.cluster in long else note for note in body.notes)
    places = {note.cluster: note.box for note in reversed(body.notes)}
    heads = tuple(Continued(name, "parking", 0, places[name], "") for name in long)
    return replace(body, notes=(*notes, *heads))


def _head(name: str, width: float, m: Measure, language: str) -> float:
    return head_height(name_words(name, width, m, language), m) if name.strip() else 0.0
