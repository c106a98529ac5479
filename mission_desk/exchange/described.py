"""What `show` says of a workshop, as frozen rows: resolved to words and letters instead of ids, in reading
order."""

from __future__ import annotations

from msgspec import Struct


class SetUp(Struct, frozen=True):
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


class DescribedSeat(Struct, frozen=True):
    number: int
    name: str
    style: str


class DescribedStep(Struct, frozen=True):
    key: str
    title: str
    minutes: int
    page: str
    board: str
    lead: tuple[str, ...]
    visited: bool
    parts: str


class DescribedConcern(Struct, frozen=True):
    text: str
    phrase: str
    style: str
    state: str
    answer: str


class DescribedNote(Struct, frozen=True):
    """`cluster` and `region` are names or empty; `x` and `y` canvas units; `across` and `up` the place on the
    axes of the board, 0 to 100, None where it has none. A field of the note's own name is
    filled by itself; what it has where nothing else is given is what a note that lies face down shows."""

    text: str
    style: str
    cluster: str
    region: str
    dots: int
    x: int
    y: int
    concerns: tuple[DescribedConcern, ...]
    across: int | None
    up: int | None


class DescribedRegion(Struct, frozen=True):
    key: str
    title: str


class DescribedBoard(Struct, frozen=True):
    key: str
    title: str
    style: str
    regions: tuple[DescribedRegion, ...]
    clusters: tuple[str, ...]
    notes: tuple[DescribedNote, ...]
    across: str
    up: str


class DescribedDraft(Struct, frozen=True):
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


class DescribedBand(Struct, frozen=True):
    """So many ballots say this of an option."""

    words: str
    count: int


class DescribedChoice(Struct, frozen=True):
    """`dots` and `seats` are None until the poll is closed, and under other rules than dots; `place` is None
    until it is closed. `bands` go from resistance to love; `before` is what a first round counted, before
    anybody talked."""

    letter: str
    text: str
    dots: int | None
    seats: int | None
    kind: str
    place: int | None
    score: str
    verdict: str
    bands: tuple[DescribedBand, ...]
    before: str = ""


class DescribedWinner(Struct, frozen=True):
    """The letter that would win under another rule, or a dash."""

    rule: str
    winner: str


class DescribedPoll(Struct, frozen=True):
    """`winner` is a letter, or empty while the poll is open, on a tie and below the quorum. `seed` is that of
    the lot that was drawn among equals; `terms` are sentences on both. `reasons` are shuffled. No
    ballot is ever told by seat."""

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
    decision: str
    quorum: int
    seed: str
    terms: tuple[str, ...]
    reasons: tuple[str, ...]
    quick: bool


class DescribedLink(Struct, frozen=True):
    """`number` is that of the priority on the other side, from 1."""

    number: int
    strength: str
    because: str


class DescribedPriority(Struct, frozen=True):
    """`linked` are the numbers, from 1, of the priorities on the other side, and `links` say why. `works` is
    how well service works today where it touches it, None before it was asked; `sources` are the words that
    it came from."""

    number: int
    text: str
    linked: tuple[int, ...]
    place: str
    why: str
    measure: str
    unit: str
    direction: str
    start: str
    goal: str
    due: str
    touch: str
    works: int | None
    unlinked_because: str
    links: tuple[DescribedLink, ...]
    sources: tuple[str, ...]


class DescribedGap(Struct, frozen=True):
    """What is missing between the three and the three, about which headline, and how the room may answer."""

    kind: str
    priority: str
    fix: str
    way_out: str


class DescribedRoadmapGap(Struct, frozen=True):
    """What the road map lacks: `name` is a role, an owner or a headline, `guidelines` are numbers from 1."""

    kind: str
    name: str
    guidelines: tuple[int, ...]


class DescribedPriorities(Struct, frozen=True):
    company: tuple[DescribedPriority, ...]
    team: tuple[DescribedPriority, ...]
    not_this_year: tuple[DescribedPriority, ...]
    gaps: tuple[DescribedGap, ...]


class DescribedCandidate(Struct, frozen=True):
    """A field of the candidate's own name is filled by itself; `taken` says whether it became a priority."""

    kind: str
    words: str
    board: str
    style: str
    notes: int
    dots: int
    taken: bool


class DescribedRole(Struct, frozen=True):
    name: str
    people: int


class DescribedKpi(Struct, frozen=True):
    name: str
    answer: str
    changed_to: str
    because: str


class DescribedGuideline(Struct, frozen=True):
    """`serves` is the number, from 1, of our priority, or None; `warning` the words of its warning sign, none
    while that note lies face down."""

    role: str
    text: str
    measure: str
    start: str
    goal: str
    data: str
    evaluation: str
    owner: str
    due: str
    unit: str
    direction: str
    data_from: str
    data_since: str
    state: str
    because: str
    warning: str
    serves: int | None


class DescribedVerdict(Struct, frozen=True):
    subject: str
    promise: str
    answer: str
    text: str


class Described(Struct, frozen=True):
    """`step` is the key of the open step, empty in a workshop without an agenda."""

    workshop: SetUp | None
    step: str
    seats: tuple[DescribedSeat, ...]
    steps: tuple[DescribedStep, ...]
    boards: tuple[DescribedBoard, ...]
    drafts: tuple[DescribedDraft, ...]
    polls: tuple[DescribedPoll, ...]
    priorities: DescribedPriorities
    candidates: tuple[DescribedCandidate, ...]
    roles: tuple[DescribedRole, ...]
    kpis: tuple[DescribedKpi, ...]
    guidelines: tuple[DescribedGuideline, ...]
    roadmap_gaps: tuple[DescribedRoadmapGap, ...]
    verdicts: tuple[DescribedVerdict, ...]
