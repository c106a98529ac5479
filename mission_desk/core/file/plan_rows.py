"""What a row is of each table that the plan is made of: priorities and their links, roles, guidelines, and
the measures of today. As in `rows.py`, the table is the class's name in small letters."""

from __future__ import annotations

from msgspec import Struct

from mission_desk.core.file.closed_sets import (
    Direction,
    GuidelineState,
    KpiAnswer,
    PriorityPlace,
    Side,
    Strength,
)

NOT_RATED = -1


class Priority(Struct, frozen=True):
    """`side` is company or team; `text` the headline and `why` one sentence. `place` says whether it is one
    of the three or stands in "Not this year". The measure goes from `start` (today) to `goal` by `due`. Of
    the company's, `touch` says where service touches it and `works` how well that works today (0 to 5,
    NOT_RATED before it was asked). `unlinked_because` is why no link has to lead to it."""

    id: int
    side: Side
    rank: int
    text: str
    place: PriorityPlace = "three"
    why: str = ""
    measure: str = ""
    unit: str = ""
    direction: Direction = "up"
    start: str = ""
    goal: str = ""
    due: str = ""
    touch: str = ""
    works: int = NOT_RATED
    unlinked_because: str = ""


class Link(Struct, frozen=True):
    """A team priority serves a company priority; without a `because` it is only a wish."""

    id: int
    company: int
    team: int
    strength: Strength = "serves"
    because: str = ""


class Origin(Struct, frozen=True):
    """A priority came of this note or of this cluster."""

    id: int
    priority: int
    note: int | None
    cluster: int | None


class Role(Struct, frozen=True):
    """A type of role that the road map is about; `people` is how many they are, 0 where nobody said. A
    guideline names its role in words, so that a row can be typed and pasted."""

    id: int
    rank: int
    name: str
    people: int


class Guideline(Struct, frozen=True):
    """A row of the road map: what one role does differently, and how anybody would notice. `priority` is the
    team's that it serves; `data` what is gathered, `data_from` where and `data_since` since when; `because`
    why it was dropped; `due` an ISO date, or words that are no date yet; `warning` the note that is its
    warning sign."""

    id: int
    rank: int
    role: str
    text: str
    measure: str
    start: str
    goal: str
    data: str
    evaluation: str
    owner: str
    due: str
    unit: str = ""
    direction: Direction = "up"
    data_from: str = ""
    data_since: str = ""
    priority: int | None = None
    state: GuidelineState = "planned"
    because: str = ""
    warning: int | None = None


class Kpi(Struct, frozen=True):
    """What is measured today, and what becomes of it; `changed_to` is the measure that takes its place."""

    id: int
    rank: int
    name: str
    answer: KpiAnswer
    changed_to: str
    because: str
