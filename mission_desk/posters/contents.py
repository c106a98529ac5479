"""What a poster shows: one frozen struct for each kind, filled by whoever reads the workshop. No layout, no
files."""

from __future__ import annotations

from typing import Literal, get_args

from msgspec import Struct

from mission_desk.core.board.axes import Axes
from mission_desk.core.file.closed_sets import ClusterColour, Style
from mission_desk.core.vote.bar_layout import Band, Key
from mission_desk.grammar import SOURCE

PosterKind = Literal["statement", "board", "result"]
Look = Literal["accent", "paper", "ink", "sun"]
Typeface = Literal["serif", "bold"]

KINDS: tuple[PosterKind, ...] = get_args(PosterKind)
"""In the order in which they are offered, on the page and on the command line."""

LOOKS: tuple[Look, ...] = ("accent", "paper", "ink", "sun")
"""The four swatches: deep teal, warm paper, near black, yellow."""

FACES: tuple[Typeface, ...] = ("serif", "bold")


class StatementPoster(Struct, frozen=True):
    """The mission for the wall, with the vision below it where a team has both. `squares` holds the style
    token of each note the team wrote."""

    statement: str
    eyebrow: str = ""
    team: str = ""
    event: str = ""
    names: tuple[str, ...] = ()
    squares: tuple[Style, ...] = ()
    look: Look = "accent"
    language: str = SOURCE
    ink_saver: bool = False
    face: Typeface = "serif"
    vision: str = ""
    vision_eyebrow: str = ""


class Box(Struct, frozen=True):
    """A region or a cluster of a board, in canvas units, y downwards. `colour` is a style token or empty."""

    title: str
    x: float
    y: float
    w: float
    h: float
    colour: ClusterColour = ""


class PosterNote(Struct, frozen=True):
    """A note of a board, in canvas units (a usual one is 180 x 156), y downwards. `style` is a style
    token; `picture` the bytes of a picture, None for words alone; `instead` is said where it cannot be
    drawn."""

    text: str
    style: Style
    label: str
    x: float
    y: float
    w: float
    h: float
    dots: int = 0
    picture: bytes | None = None
    instead: str = ""


class BoardPoster(Struct, frozen=True):
    """A board as it hangs in the room. Later notes lie on top of earlier ones."""

    title: str
    prompt: str = ""
    event: str = ""
    regions: tuple[Box, ...] = ()
    clusters: tuple[Box, ...] = ()
    notes: tuple[PosterNote, ...] = ()
    language: str = SOURCE
    axes: Axes | None = None


class ResultRow(Struct, frozen=True):
    """One option of a closed poll: `count` of `total` dots; under other rules `score` says what was counted,
    and `bar` how the room divides. `verdict` is a sentence."""

    letter: str
    text: str
    count: int
    total: int
    chosen: bool = False
    score: str = ""
    bar: tuple[Band, ...] = ()
    verdict: str = ""


class ResultPoster(Struct, frozen=True):
    """How the room voted. `legend` says what the colours of the bars mean, `decision` what was decided by it
    and why; `reasons` are those beside the ballots, shuffled."""

    question: str
    rows: tuple[ResultRow, ...]
    event: str = ""
    note: str = ""
    language: str = SOURCE
    legend: tuple[Key, ...] = ()
    decision: str = ""
    reasons: tuple[str, ...] = ()


Poster = StatementPoster | BoardPoster | ResultPoster
