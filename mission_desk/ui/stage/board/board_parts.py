"""What a board on the stage is made of, whichever way its notes are laid out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from mission_desk.core.file.closed_sets import ClusterColour
from mission_desk.core.stage.slides import BoardBody, StageNote
from mission_desk.ui.stage.layout.fit import Face, Words, set_words
from mission_desk.ui.stage.layout.measure import Measure
from mission_desk.ui.stage.layout.notes import Placed
from mission_desk.ui.stage.layout.parting import is_ready, parted

HEAD_AIR = 14  # parts
NARROWEST = 8.4  # of a note's width, in its smallest letters


class Name(Struct, frozen=True):
    """A name of a cluster or region, its words standing at the foot of `box`; `panel` is the ground of a
    region's area. The line under it is `reach` long, or as long as the box. `colour` is a cluster's own, one
    of STYLES, or empty."""

    text: str
    words: Words
    box: QRectF
    panel: QRectF | None
    colour: ClusterColour = ""
    reach: float = 0.0


class AxisName(Struct, frozen=True):
    """The name of an axis, in the middle of `box`; turned upwards where the box is upright."""

    words: Words
    box: QRectF
    upright: bool


class Continued(StageNote, frozen=True):
    """Words that a long note had no room for: one more piece of paper, not another note."""


class BoardLayout(Struct, frozen=True):
    """The notes of one leaf of `total`; `numbers` are their places in the body that was laid out, `rest` what
    comes on later leaves."""

    notes: tuple[Placed, ...]
    names: tuple[Name, ...]
    total: int
    numbers: tuple[int, ...] = ()
    rest: BoardBody | None = None
    axes: tuple[AxisName, ...] = ()

    @property
    def shown(self) -> int:
        return sum(not isinstance(placed.note, Continued) for placed in self.notes)


def name_words(name: str, width: float, m: Measure, language: str) -> Words:
    """In as many lines as it takes."""
    return set_words(parted(name.strip(), language), name_face(m), width)


def head_height(words: Words, m: Measure) -> float:
    """Of a name, with the air around it and the line below."""
    return words.height + m.px(HEAD_AIR)


def left_over(body: BoardBody, seen: Iterable[int]) -> BoardBody | None:
    """Without the notes of these numbers."""
    gone = set(seen)
    notes = tuple(note for n, note in enumerate(body.notes) if n not in gone)
    return replace(body, notes=notes) if notes else None


def ready(note: StageNote, language: str) -> StageNote:
    """With places in its words where they may be parted."""
    return _parted_note(note, language) if is_ready(language) else note


@lru_cache(maxsize=4096)
def _parted_note(note: StageNote, language: str) -> StageNote:
    text = parted(note.text, language)
    return note if text == note.text else replace(note, text=text)


def name_face(m: Measure) -> Face:
    return Face("ui", m.letters(26), QFont.Weight.Bold)
