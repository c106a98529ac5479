"""The types that a Slide is made of; they are all that the stage may know. `core.stage.stage` fills them from
rows."""

from __future__ import annotations

from msgspec import Struct

from mission_desk.core.agenda.clock import CALM, Clock, Tones
from mission_desk.core.agenda.step_parts import Part
from mission_desk.core.board.axes import Axes
from mission_desk.core.board.places import Box
from mission_desk.core.file.closed_sets import ClusterColour, Style, ThinkingStyle
from mission_desk.core.vote.bar_layout import Band, Key


class StageNote(Struct, frozen=True):
    """`box` is where the note lies on its board, in canvas units. A `covered` note shows its back: its words
    and its dots are not in here at all. `picture` is the key of a picture, or empty. `rows` are the ids of
    the note, or of all notes of the folded cluster that it stands for."""

    text: str
    style: Style
    dots: int
    box: Box
    cluster: str
    covered: bool = False
    picture: str = ""
    rows: tuple[int, ...] = ()


class StageBox(Struct, frozen=True):
    """`colour` is one of STYLES, or empty."""

    title: str
    box: Box
    colour: ClusterColour = ""


class PromptBody(Struct, frozen=True):
    """Only the step's prompt, large."""

    lines: tuple[str, ...]


class NamedTexts(Struct, frozen=True):
    """Texts under their name; several of them are numbered."""

    name: str
    texts: tuple[str, ...]


class CompanyBody(Struct, frozen=True):
    """What the company wants: its mission, its vision and its three priorities, each with its name."""

    parts: tuple[NamedTexts, ...]


class BoardBody(Struct, frozen=True):
    """`folded` is how many more notes there are inside clusters that are shown as one note. `arranged` notes
    lie as on the desk, around the middle of `sight` where not all of them can be read; else they are set anew
    in rows."""

    notes: tuple[StageNote, ...]
    clusters: tuple[StageBox, ...]
    regions: tuple[StageBox, ...]
    folded: int = 0
    arranged: bool = False
    sight: Box | None = None
    axes: Axes | None = None


class NoteBody(Struct, frozen=True):
    """One note read out: number `at` (from 1) of `count`; `among` says which notes these are."""

    note: StageNote
    at: int
    count: int
    among: str


class GutStrip(Struct, frozen=True):
    """Uncovered gut feelings: how many seats said each of 0 to 10, a sentence about them, their words."""

    counts: tuple[int, ...]
    says: str
    words: str


class StatementBody(Struct, frozen=True):
    """One statement, very large. `by` says whose it is; `chosen` that the room decided. `signs` are places
    (start, end) of the text that the sensor found and `asks` the question that goes with the first of them,
    both empty unless they are switched on; `gut` stays None while a feeling is covered."""

    text: str
    label: str
    by: str
    chosen: bool
    signs: tuple[tuple[int, int], ...] = ()
    asks: str = ""
    gut: GutStrip | None = None


class PairBody(Struct, frozen=True):
    """Two drafts side by side."""

    left: StatementBody
    right: StatementBody


class CelebrationBody(Struct, frozen=True):
    """The chosen statement alone. Before it has `begun`, `text` is empty and `waits` says what the room is
    about to do."""

    text: str
    by: str
    begun: bool
    waits: str = ""


class BreakBody(Struct, frozen=True):
    """`back` is the time of day to be back at, as people say it."""

    head: str
    back: str


class StagePerson(Struct, frozen=True):
    """Somebody with a seat: `name`, or the seat's number in words."""

    name: str
    style: ThinkingStyle


class LotBody(Struct, frozen=True):
    """Who was drawn by lot, with thinking style and `seat` in words, and those who come after; `then` stands
    above them, and the first of them has the number `first`. On later leaves there is no `person`."""

    person: StagePerson | None
    seat: str = ""
    after: tuple[StagePerson, ...] = ()
    then: str = ""
    first: int = 2
    says: str = ""


class GroupsBody(Struct, frozen=True):
    """Groups that were drawn by lot; the first of them on this leaf has the number `first`. `corners` are the
    places where they come together, one for each group or none at all."""

    groups: tuple[tuple[StagePerson, ...], ...]
    first: int = 1
    says: str = ""
    corners: tuple[str, ...] = ()


class BlankBody(Struct, frozen=True):
    """Nothing but the ground: "paper" or "black"."""

    ground: str


class PollRow(Struct, frozen=True):
    """An option of a poll. What belongs to its result stays None or empty until the poll is closed and this
    option was revealed: `dots` and `seats` under dots, a `bar` of how the room divides under other rules, and
    in words what was counted (`score`) and what that means (`verdict`; `warned` where the verdict is not
    praise); `before` is what a first round counted, before anybody talked."""

    name: str
    text: str
    dots: int | None
    seats: int | None
    chosen: bool
    score: str = ""
    verdict: str = ""
    bar: tuple[Band, ...] = ()
    warned: bool = False
    before: str = ""

    @property
    def is_revealed(self) -> bool:
        """Whether its result was revealed."""
        return bool(self.score) or self.dots is not None


class PollBody(Struct, frozen=True):
    """`most` dots are the full length of a bar, 0 until something was revealed; Other rules have `bars`,
    and a `legend` of their colours, which depends on the rule alone. A leaf begins with the row `first`.
    `decision` is what the room decided by it, empty until all options were revealed."""

    question: str
    rows: tuple[PollRow, ...]
    progress: str
    closed: bool
    most: int = 0
    legend: tuple[Key, ...] = ()
    bars: bool = False
    first: int = 0
    decision: str = ""


class Reason(Struct, frozen=True):
    """The link with the number `link`, from 0: `head` says which serves which, `words` because of what."""

    link: int
    head: str
    words: str
    progress: str


class PrioritiesBody(Struct, frozen=True):
    """`links` are pairs of row numbers from 0: company, team; `strong` says of each whether it is drawn
    thick. `measures` are those of the team's. The chosen statement `lead`, or the words that none is chosen,
    stands above them: the step asks about it. Where a `reason` is read, all but its two are dimmed."""

    company: tuple[str, ...]
    team: tuple[str, ...]
    links: tuple[tuple[int, int], ...]
    heads: tuple[str, str]
    lead: str = ""
    measures: tuple[str, ...] = ()
    strong: tuple[bool, ...] = ()
    reason: Reason | None = None
    question: str = ""


class RoadmapBody(Struct, frozen=True):
    """One guideline of the `role`, which has the number `at` among `roles`, or what it is asked; of the other
    roles as many are named as have room. `facts` are measure, day
    and owner; `counts` is what people are judged by, `sign` the
    warning sign, `serves` the priority."""

    roles: tuple[str, ...]
    at: int
    role: str
    text: str
    facts: tuple[NamedTexts, ...] = ()
    counts: NamedTexts | None = None
    sign: NamedTexts | None = None
    serves: NamedTexts | None = None
    says: str = ""


class TableBody(Struct, frozen=True):
    """Rows of a review; every row has as many cells as there are heads. The sentence `lead` may
    stand above them, and `says` sums them up. A leaf begins with the row `first`."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lead: str = ""
    says: str = ""
    first: int = 0


Body = (
    PromptBody
    | CompanyBody
    | BoardBody
    | NoteBody
    | StatementBody
    | PairBody
    | CelebrationBody
    | PollBody
    | PrioritiesBody
    | RoadmapBody
    | TableBody
    | BreakBody
    | LotBody
    | GroupsBody
    | BlankBody
)


class Slide(Struct, frozen=True):
    """All that the stage draws. `leads` are thinking styles; `listens` a sentence for the others; `language`
    the room's; `tones` say when the clock turns colour; `leaf` is which page of a body that does not fit,
    from 0; `parts` are those of the clock."""

    eyebrow: str
    prompt: str
    body: Body
    clock: Clock | None
    leads: tuple[ThinkingStyle, ...]
    listens: str
    footer: str
    language: str
    tones: Tones = CALM
    leaf: int = 0
    parts: tuple[Part, ...] = ()
