"""What a board on the stage is made of, whichever way its notes are laid out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from mission_desk.core.places import GAP
from mission_desk.core.rows import NOTE_HEIGHT
from mission_desk.core.slides import StageNote
from mission_desk.ui.stage.fit import Face
from mission_desk.ui.stage.measure import Measure
from mission_desk.ui.stage.notes import Placed
from mission_desk.ui.stage.parting import parted

NARROWEST = 8.4  # of a note's width, in its smallest letters


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a cluster or region in its box, in at most so many `lines`; `panel` is the ground of a
    region's area. `colour` is a cluster's own, one of STYLES, or empty."""

    text: str
    box: QRectF
    panel: QRectF | None
    lines: int = 1
    colour: str = ""


@dataclass(frozen=True, slots=True)
class BoardLayout:
    """The notes of one leaf of `total`; `numbers` are their places in the body that was laid out, `rest` how
    many come on later leaves."""

    notes: tuple[Placed, ...]
    names: tuple[Name, ...]
    total: int
    numbers: tuple[int, ...] = ()
    rest: int = 0


@lru_cache(maxsize=4096)
def ready(note: StageNote, language: str) -> StageNote:
    """With places in its long words where they may be parted."""
    text = parted(note.text, language)
    return note if text == note.text else replace(note, text=text)


def reading_order(note: StageNote) -> tuple[int, int]:
    """For sorting: rows from top to bottom, notes from left to right, as a person reads a wall."""
    return (note.box.y + note.box.h // 2) // (NOTE_HEIGHT + GAP), note.box.x


def name_face(m: Measure) -> Face:
    return Face("ui", m.letters(26), QFont.Weight.Bold)
