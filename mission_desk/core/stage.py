"""What the room may see now: rows in, one frozen Slide out. The only place that decides it; nothing outside a
Slide reaches the stage, so no facilitator's note, half-typed text, selection or open ballot can."""

from __future__ import annotations

from dataclasses import dataclass

from mission_desk.core import agenda, boards, drafts, polls, priorities, roadmap, scene
from mission_desk.core.clock import Clock
from mission_desk.core.document import Document
from mission_desk.core.places import Box
from mission_desk.core.rows import THINKING_STYLES, Board, Region, Seat, Step, Verdict
from mission_desk.words import tr, trn


@dataclass(frozen=True, slots=True)
class StageNote:
    """`box` is where the note lies on its board, in canvas units."""

    text: str
    style: str
    dots: int
    box: Box
    cluster: str


@dataclass(frozen=True, slots=True)
class StageBox:
    title: str
    box: Box


@dataclass(frozen=True, slots=True)
class PromptBody:
    """Only the step's prompt, large."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BoardBody:
    notes: tuple[StageNote, ...]
    clusters: tuple[StageBox, ...]
    regions: tuple[StageBox, ...]


@dataclass(frozen=True, slots=True)
class StatementBody:
    """One statement, very large. `by` says whose it is; `chosen` that the room decided."""

    text: str
    label: str
    by: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class PollRow:
    """`dots` and `seats` stay None until the poll is closed."""

    name: str
    text: str
    dots: int | None
    seats: int | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class PollBody:
    question: str
    rows: tuple[PollRow, ...]
    progress: str
    closed: bool


@dataclass(frozen=True, slots=True)
class PrioritiesBody:
    """`links` are pairs of row numbers from 0: company, team."""

    company: tuple[str, ...]
    team: tuple[str, ...]
    links: tuple[tuple[int, int], ...]
    heads: tuple[str, str]


@dataclass(frozen=True, slots=True)
class TableBody:
    """Rows of a road map or a review; every row has as many cells as there are heads."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Body = PromptBody | BoardBody | StatementBody | PollBody | PrioritiesBody | TableBody


@dataclass(frozen=True, slots=True)
class Slide:
    """All that the stage draws. `leads` are thinking styles; `listens` a sentence for the others; `language`
    the room's."""

    eyebrow: str
    prompt: str
    body: Body
    clock: Clock | None
    leads: tuple[str, ...]
    listens: str
    footer: str
    language: str


def slide(doc: Document, page: str, board: int | None, draft: int | None) -> Slide:
    """The slide for the page the desk shows; `board` and `draft` are the ones it stands on."""
    step = agenda.current_step(doc)
    language = scene.workshop(doc).language
    body = _body(doc, page, board, draft, language)
    count = len(agenda.steps(doc))
    eyebrow = tr("{n} of {count} · {title}", language, n=step.rank + 1, count=count, title=step.title)
    return Slide(
        eyebrow, _prompt(doc, step, page, board), body, agenda.clock(doc, step), agenda.leads(step),
        _listens(step, language),
        _footer(body, language), language,
    )  # fmt: skip


def _prompt(doc: Document, step: Step, page: str, board: int | None) -> str:
    """What the room is asked: by the open step where its page is shown, else by whatever asks about that
    page."""
    row = doc.find(Board, board) if page == "board" else None
    key = row.key if row else ""
    asking = [each for each in (step, *agenda.steps(doc)) if each.page == page and key in ("", each.board)]
    if asking:
        return asking[0].prompt
    return row.prompt if row else step.prompt


def _body(doc: Document, page: str, board: int | None, draft: int | None, language: str) -> Body:
    if page == "board" and board is not None:
        return _board(doc, board)
    if page == "statement":
        return _statement(doc, draft, language)
    if page == "vote":
        return _poll(doc, language)
    if page == "priorities":
        return _priorities(doc, language)
    if page == "roadmap":
        return _roadmap(doc, language)
    if page == "review":
        return _review(doc, language)
    if page == "posters":
        chosen = drafts.chosen(doc)
        return _statement(doc, chosen.id if chosen else None, language)
    return _scene(doc)


def _scene(doc: Document) -> PromptBody:
    row = scene.workshop(doc)
    return PromptBody(tuple(text for text in (row.mission, row.vision) if text.strip()))


def _board(doc: Document, board: int) -> BoardBody:
    notes = boards.notes_on(doc, board)
    names = {cluster.id: cluster.name for cluster in boards.clusters_on(doc, board)}
    frames = boards.cluster_boxes(notes)
    regions = doc.rows(Region, "board = ? ORDER BY rank", board)
    return BoardBody(
        tuple(
            StageNote(
                note.text,
                note.style,
                note.dots,
                Box(note.x, note.y, note.w, note.h),
                names.get(note.cluster or 0, ""),
            )
            for note in notes
        ),
        tuple(StageBox(names[cluster], box) for cluster, box in frames.items()),
        tuple(StageBox(region.title, Box(region.x, region.y, region.w, region.h)) for region in regions),
    )


def _statement(doc: Document, draft: int | None, language: str) -> Body:
    every = drafts.drafts(doc)
    row = next((each for each in every if each.id == draft), every[0] if every else None)
    if row is None or not row.text.strip():
        return PromptBody(())
    label = (
        tr("Our mission", language)
        if row.chosen
        else tr("Draft {letter}", language, letter=drafts.letter(row))
    )
    return StatementBody(row.text.strip(), label, scene.workshop(doc).team, bool(row.chosen))


def _poll(doc: Document, language: str) -> Body:
    found = polls.polls(doc)
    if not found:
        return PromptBody(tuple(row.text.strip() for row in drafts.drafts(doc) if row.text.strip()))
    poll = found[0]
    closed = poll.state == "closed"
    totals = polls.result(doc, poll.id).totals if closed else ()
    chosen = drafts.chosen(doc)
    rows = tuple(
        PollRow(
            choice.name, choice.text, totals[n].dots if closed else None, totals[n].seats if closed else None,
            chosen is not None and choice.draft == chosen.id and closed,
        )
        for n, choice in enumerate(polls.choices(doc, poll.id))
    )  # fmt: skip
    present = {seat.id for seat in doc.rows(Seat)}
    voted, seats = len(polls.seats_done(doc, poll.id) & present), len(present)
    progress = tr("{voted} of {seats} have voted", language, voted=voted, seats=seats)
    return PollBody(poll.question, rows, progress, closed)


def _priorities(doc: Document, language: str) -> PrioritiesBody:
    company, team = priorities.priorities(doc, "company"), priorities.priorities(doc, "team")
    left = {row.id: n for n, row in enumerate(company)}
    right = {row.id: n for n, row in enumerate(team)}
    pairs = tuple((left[link.company], right[link.team]) for link in priorities.links(doc))
    heads = (tr("The company's top three", language), tr("Our three, as customer service", language))
    return PrioritiesBody(tuple(r.text for r in company), tuple(r.text for r in team), pairs, heads)


def _roadmap(doc: Document, language: str) -> TableBody:
    heads = (tr("Role", language), tr("What we do", language), tr("Measure", language), tr("Owner", language))
    rows = tuple(
        (row.role, row.text, _measure(row.measure, row.start, row.goal), row.owner)
        for row in roadmap.guidelines(doc)
    )
    return TableBody(heads, rows)


def _measure(measure: str, start: str, goal: str) -> str:
    """Two spaces before the ends: the stage keeps them on one line."""
    return f"{measure}  {start or '?'} → {goal or '?'}".strip() if start or goal else measure


def _review(doc: Document, language: str) -> TableBody:
    words = {
        "lived": tr("It lived", language),
        "partly": tr("Partly", language),
        "not": tr("Not yet", language),
        "": "",
    }
    heads = (tr("What we promised", language), tr("Did it live?", language), tr("What we saw", language))
    return TableBody(heads, tuple((row.promise, words[row.answer], row.text) for row in _verdicts(doc)))


def _verdicts(doc: Document) -> list[Verdict]:
    return doc.rows(Verdict, "1 ORDER BY rank, id")


def style_plural(style: str, language: str | None = None, *, begins: bool = True) -> str:
    """A thinking style's people; `begins` a sentence, or stands inside one."""
    return {
        "ideator": tr("Ideators", language) if begins else tr("ideators", language),
        "strategist": tr("Strategists", language) if begins else tr("strategists", language),
        "analyst": tr("Analysts", language) if begins else tr("analysts", language),
        "heart": tr("Hearts", language) if begins else tr("hearts", language),
    }[style]


def _listens(step: Step, language: str) -> str:
    """Who does not lead in this step hears when to speak."""
    lead = agenda.leads(step)
    styles = [style for style in THINKING_STYLES if style not in lead]
    others = [style_plural(style, language, begins=n == 0) for n, style in enumerate(styles)]
    if not lead or not others:
        return tr("Everybody", language) if not lead else ""
    names = (
        others[0]
        if len(others) == 1
        else tr("{first} and {last}", language, first=", ".join(others[:-1]), last=others[-1])
    )
    return tr("{names}: listen, your turn comes", language, names=names)


def _footer(body: Body, language: str) -> str:
    if isinstance(body, BoardBody):
        return trn("{n} note", "{n} notes", len(body.notes), language)
    if isinstance(body, PollBody):
        return body.progress
    return ""
