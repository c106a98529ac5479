"""What `show` says of a workshop, as frozen rows: resolved to words and letters instead of ids, in reading
order."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SetUp:
    title: str
    company: str
    team: str
    mission: str
    vision: str
    method: str
    language: str
    place: str
    day: str
    starts: str


@dataclass(frozen=True, slots=True)
class DescribedSeat:
    number: int
    name: str
    style: str


@dataclass(frozen=True, slots=True)
class DescribedStep:
    key: str
    title: str
    minutes: int
    page: str
    board: str
    lead: tuple[str, ...]
    visited: bool


@dataclass(frozen=True, slots=True)
class DescribedConcern:
    text: str
    phrase: str
    style: str
    state: str
    answer: str


@dataclass(frozen=True, slots=True)
class DescribedNote:
    """`cluster` and `region` are names or empty; `x` and `y` canvas units."""

    text: str
    style: str
    cluster: str
    region: str
    dots: int
    x: int
    y: int
    concerns: tuple[DescribedConcern, ...]


@dataclass(frozen=True, slots=True)
class DescribedRegion:
    key: str
    title: str


@dataclass(frozen=True, slots=True)
class DescribedBoard:
    key: str
    title: str
    style: str
    regions: tuple[DescribedRegion, ...]
    clusters: tuple[str, ...]
    notes: tuple[DescribedNote, ...]


@dataclass(frozen=True, slots=True)
class DescribedDraft:
    """`versions` oldest first; `sources` the words of the notes it was built from."""

    letter: str
    name: str
    kind: str
    audience: str
    text: str
    chosen: bool
    versions: tuple[str, ...]
    concerns: tuple[DescribedConcern, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DescribedBand:
    """So many ballots say this of an option."""

    words: str
    count: int


@dataclass(frozen=True, slots=True)
class DescribedChoice:
    """`dots` and `seats` are None until the poll is closed, and under other rules than dots; `place` is None
    until it is closed. `bands` go from resistance to love."""

    letter: str
    text: str
    dots: int | None
    seats: int | None
    kind: str
    place: int | None
    score: str
    verdict: str
    bands: tuple[DescribedBand, ...]


@dataclass(frozen=True, slots=True)
class DescribedWinner:
    """The letter that would win under another rule, or a dash."""

    rule: str
    winner: str


@dataclass(frozen=True, slots=True)
class DescribedPoll:
    """`winner` is a letter, or empty while the poll is open and on a tie. No ballot is ever told by seat."""

    question: str
    rule: str
    dots_each: int
    secret: bool
    state: str
    ballots: int
    choices: tuple[DescribedChoice, ...]
    winner: str
    several: bool
    round: int
    withdrawn: tuple[str, ...]
    under: tuple[DescribedWinner, ...]
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DescribedPriority:
    """`linked` are the numbers, from 1, of the priorities on the other side."""

    number: int
    text: str
    linked: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DescribedPriorities:
    company: tuple[DescribedPriority, ...]
    team: tuple[DescribedPriority, ...]


@dataclass(frozen=True, slots=True)
class DescribedGuideline:
    role: str
    text: str
    measure: str
    start: str
    goal: str
    data: str
    evaluation: str
    owner: str
    due: str


@dataclass(frozen=True, slots=True)
class DescribedVerdict:
    subject: str
    promise: str
    answer: str
    text: str


@dataclass(frozen=True, slots=True)
class Described:
    """`step` is the key of the open step, empty in a workshop without an agenda."""

    workshop: SetUp | None
    step: str
    seats: tuple[DescribedSeat, ...]
    steps: tuple[DescribedStep, ...]
    boards: tuple[DescribedBoard, ...]
    drafts: tuple[DescribedDraft, ...]
    polls: tuple[DescribedPoll, ...]
    priorities: DescribedPriorities
    guidelines: tuple[DescribedGuideline, ...]
    verdicts: tuple[DescribedVerdict, ...]
