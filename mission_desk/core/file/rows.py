"""What a row of each table is. One frozen class a table; the table is the class's name in small letters.
Positions and sizes are integer canvas units (a usual note is 180 x 156, y grows downwards); `at` is seconds
since 1970."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from mission_desk.core.file.closed_sets import (
    Background,
    Capture,
    ChoiceKind,
    ClusterColour,
    ConcernState,
    GivenAnswer,
    HitState,
    PageName,
    PartKey,
    PollState,
    Style,
    Subject,
    ThinkingStyle,
)
from mission_desk.core.file.plan_rows import Guideline, Kpi, Link, Origin, Priority, Role

NOTE_WIDTH, NOTE_HEIGHT = 180, 156
FEWEST_SECRET = 5  # ballots of a secret poll below which a number would give somebody away
NO_ANSWER = -1


class Workshop(Struct, frozen=True):
    """The one row of set-up. `starts` is minutes after midnight, `day` an ISO date or empty; `ends` is the
    end that was agreed on a late day, -1 where the day ends with its last step; `lot` who was drawn
    (core/room/lots.py)."""

    id: int
    title: str
    company: str
    team: str
    mission: str
    vision: str
    method: str
    language: str
    place: str
    day: str
    starts: int
    last_year: str
    ends: int = -1
    lot: str = ""


class Step(Struct, frozen=True):
    """One step of the agenda. `lead` is thinking styles joined by blanks; `board` a board's key or empty;
    `capture` is everybody, leading or blind; `parts` are those of its clock
    (core/agenda/step_parts.py)."""

    id: int
    rank: int
    key: str
    title: str
    prompt: str
    note: str
    minutes: int
    lead: str
    page: PageName
    board: str
    capture: Capture
    parts: str = ""


class Seat(Struct, frozen=True):
    """One person in the room; the name may be empty."""

    id: int
    number: int
    name: str
    style: ThinkingStyle


class Board(Struct, frozen=True):
    """`background` is the kind of paper; empty for the usual one. `across` and `up` name the axes of a board
    whose places mean something (core/board/axes.py), both empty on others."""

    id: int
    rank: int
    key: str
    title: str
    prompt: str
    style: Style
    background: Background = ""
    across: str = ""
    up: str = ""


class Region(Struct, frozen=True):
    """A named area of a board, such as "Worries" on the customers board."""

    id: int
    board: int
    rank: int
    key: str
    title: str
    hint: str
    x: int
    y: int
    w: int
    h: int


class Cluster(Struct, frozen=True):
    """A named group of notes; its place on the board is that of its notes. `colour` is one of STYLES or
    empty; `folded` is 1 where only its head is drawn."""

    id: int
    board: int
    name: str
    colour: ClusterColour = ""
    folded: int = 0


class Note(Struct, frozen=True):
    """`locked` stays where it is; `covered` shows its back (a blind step); `sized` has a size given by hand,
    each 1 or 0. `author` is a seat's id; `picture` the key of a picture or empty."""

    id: int
    board: int
    cluster: int | None
    text: str
    style: Style
    x: int
    y: int
    w: int
    h: int
    z: int
    dots: int
    at: int
    locked: int = 0
    covered: int = 0
    sized: int = 0
    author: int | None = None
    picture: str = ""


class Concern(Struct, frozen=True):
    """A worry about a note or a draft (or a phrase of it). `state` is open, answered, accepted or changed;
    `version` the one whose words did away with it."""

    id: int
    note: int | None
    draft: int | None
    phrase: str
    text: str
    style: ThinkingStyle
    state: ConcernState
    answer: str
    at: int
    version: int | None = None


class Draft(Struct, frozen=True):
    """A candidate statement. `kind` is mission, vision or a word of the room's own; `chosen` is 1 for the one
    that goes on the wall; `priority` is the company's that it serves."""

    id: int
    rank: int
    name: str
    kind: str
    text: str
    audience: str
    chosen: int
    priority: int | None = None


class Version(Struct, frozen=True):
    """A wording of a draft that was kept."""

    id: int
    draft: int
    number: int
    text: str
    at: int


class Source(Struct, frozen=True):
    """A draft was built from this note; `phrase` are the words that came of it, empty for the whole."""

    id: int
    draft: int
    note: int
    phrase: str = ""


class Part(Struct, frozen=True):
    """Words of a draft that say one of its parts; `key` is serve, do, matter or tell."""

    id: int
    draft: int
    key: PartKey
    phrase: str


class Gut(Struct, frozen=True):
    """The room was asked for its gut feeling about a draft that said `text`; covered until `shown` is 1."""

    id: int
    draft: int
    text: str
    shown: int
    at: int


class Feeling(Struct, frozen=True):
    """One seat's gut feeling: 0 to 10, and one word or none."""

    id: int
    gut: int
    seat: int
    score: int
    word: str


class Recall(Struct, frozen=True):
    """What somebody remembered of a draft that said `text`."""

    id: int
    draft: int
    text: str
    words: str
    at: int


class Hit(Struct, frozen=True):
    """The room called "buzz!" at this phrase. `state` is called, struck or accepted."""

    id: int
    draft: int
    phrase: str
    state: HitState
    at: int


class Mute(Struct, frozen=True):
    """A finding, by its id, that the sensor keeps quiet about in this workshop."""

    id: int
    finding: str


class Roomword(Struct, frozen=True):
    """Words that this room calls empty."""

    id: int
    words: str


class Poll(Struct, frozen=True):
    """`rule` names the way of counting, `dots` what each seat may give and `several` is 1 where more than one
    may lie on one option; `secret` is 1 where no seat is kept with its ballot; `state` open or closed.
    `earlier` is the round before; `thresholds` those that differ from the usual ones, as JSON; `decision` is
    what the room decided by it and why. With fewer than `quorum` ballots nothing is decided. `lot` is the
    choice that the lot with this `seed` fell on, 0 where none was drawn. `reasons` is 1 where each ballot is
    asked for one, `quick` for a first round before anybody talked, which decides nothing."""

    id: int
    question: str
    rule: str
    dots: int
    secret: int
    state: PollState
    at: int
    several: int = 1
    earlier: int | None = None
    thresholds: str = ""
    decision: str = ""
    quorum: int = 0
    seed: str = ""
    lot: int = 0
    reasons: int = 0
    quick: int = 0


class Choice(Struct, frozen=True):
    """An option of a poll, with the words that were voted on. `kind` is draft, note, cluster, priority, free
    or none (keep what we have); a note's `cluster` is the one it hung in when the poll was opened;
    `withdrawn` is 1 for an option that was taken out while the poll was open."""

    id: int
    poll: int
    rank: int
    draft: int | None
    name: str
    text: str
    kind: ChoiceKind = "draft"
    note: int | None = None
    cluster: int | None = None
    priority: int | None = None
    withdrawn: int = 0


class Mark(Struct, frozen=True):
    """What one seat gave to one choice of a poll that is not secret, NO_ANSWER where it gave nothing: `count`
    dots, points, a place …, and `drag` under pull and drag."""

    id: int
    poll: int
    choice: int
    seat: int
    count: int
    drag: int = NO_ANSWER


class Reason(Struct, frozen=True):
    """Why a ballot of a poll that is not secret was given, in one line; `seat` is None for one that somebody
    called out while hands were counted."""

    id: int
    poll: int
    seat: int | None
    text: str


class Hand(Struct, frozen=True):
    """`count` people who gave `value` to one choice by a show of hands; dots on a card have the value 1."""

    id: int
    poll: int
    choice: int
    value: int
    count: int


class Verdict(Struct, frozen=True):
    """A year later: did this live? `subject` is statement, priority or guideline; `answer` lived, partly, not
    or empty."""

    id: int
    subject: Subject
    rank: int
    promise: str
    answer: GivenAnswer
    text: str


RECORDED: tuple[type[Struct], ...] = (
    Workshop, Step, Seat, Board, Region, Cluster, Note, Concern, Draft, Version, Source,
    Part, Gut, Feeling, Recall, Hit, Mute, Roomword, Poll, Choice, Mark, Reason, Hand, Priority, Link, Origin,
    Role, Guideline, Kpi, Verdict,
)  # fmt: skip

COLUMNS = {kind.__name__.lower(): frozenset(kind.__struct_fields__) for kind in RECORDED}


def shared_values(row: Struct, kind: type[Struct]) -> dict[str, Any]:
    """The columns for which `kind` has a field of the same name: a new column is passed on where its field
    is, and nowhere else has to be listed."""
    return {name: getattr(row, name) for name in row.__struct_fields__ if name in kind.__struct_fields__}
