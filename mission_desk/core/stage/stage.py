"""What the room may see now: rows in, one frozen Slide out. The only place that decides it; nothing outside a
Slide reaches the stage, so no facilitator's note, half-typed text, selection or open ballot can."""

from __future__ import annotations

from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from mission_desk.core.agenda import agenda
from mission_desk.core.agenda.clock import CALM, Clock, Tones
from mission_desk.core.agenda.step_parts import parts_of
from mission_desk.core.board.covering import is_silent
from mission_desk.core.file.closed_sets import THINKING_STYLES, PageName
from mission_desk.core.file.document import Changes, Document
from mission_desk.core.file.rows import Board, Step
from mission_desk.core.room import scene
from mission_desk.core.room.style_words import style_plural
from mission_desk.core.stage import breaks, stage_state
from mission_desk.core.stage.note_cache import NoteCache
from mission_desk.core.stage.page_bodies import page_body
from mission_desk.core.stage.reading_out import note_body
from mission_desk.core.stage.slides import (
    BlankBody,
    BoardBody,
    Body,
    BreakBody,
    CelebrationBody,
    GroupsBody,
    LotBody,
    NoteBody,
    PollBody,
    PromptBody,
    RoadmapBody,
    Slide,
    TableBody,
)
from mission_desk.core.stage.stage_lots import groups_body, groups_title, lot_body
from mission_desk.core.stage.stage_state import StageState
from mission_desk.core.stage.stage_statement import celebration_body, pair_body
from mission_desk.core.stage.subject import Subject, is_about
from mission_desk.words import tr, trn
from mission_desk.written import listed, wall_time


class LastPicture(Struct, frozen=True):
    """The last picture that the room saw, and the step that its clock belongs to."""

    slide: Slide
    step: int


class Stage:
    """What the room sees while the stage is on: follows every commit, and remembers the last picture for the
    time that the stage is frozen. Its clock stays true meanwhile: a room that works by a clock must not see
    one that stands still while its time runs out."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._cache = NoteCache(doc)
        self._last: LastPicture | None = None

    def follow(self, changes: Changes) -> None:
        self._cache.follow(changes)

    def slide(self, tones: Tones = CALM) -> Slide:
        current = now(self._doc, self._last, tones, self._cache)
        if not isinstance(current.body, BlankBody) and not self._is_frozen():
            self._last = LastPicture(current, agenda.current_step(self._doc).id)
        return current

    def _is_frozen(self) -> bool:
        return self._last is not None and stage_state.read_state(self._doc).frozen


def now(
    doc: Document, last: LastPicture | None = None, tones: Tones = CALM, cache: NoteCache | None = None
) -> Slide:
    """What the room sees now. `last` is the last picture it saw: a frozen stage goes on showing that one.
    `cache` has the board's notes, so that they need not be read again."""
    state = stage_state.read_state(doc)
    language = scene.workshop(doc).language
    if state.blank:
        return _bare(BlankBody(state.blank), language)
    if state.frozen and last is not None:
        return replace(last.slide, clock=_clock_of(doc, last), tones=tones)
    called_up = _called_up(doc, state, language)
    picture = called_up or _about(doc, stage_state.subject(doc, state), state, cache)
    return replace(picture, tones=tones)


def _clock_of(doc: Document, last: LastPicture) -> Clock | None:
    """The clock in a frozen picture, as that step's clock stands now: it is paused, lengthened and, when
    another step is opened, stopped with it. A break's runs to the time that the picture names."""
    step = doc.find(Step, last.step)
    if last.slide.clock is None or isinstance(last.slide.body, BreakBody):
        return last.slide.clock
    return agenda.clock(doc, step) if step else None


def slide(
    doc: Document,
    page: PageName,
    board: int | None,
    draft: int | None,
    tones: Tones = CALM,
    cache: NoteCache | None = None,
) -> Slide:
    """The slide about a page with this board or draft."""
    shown = _about(doc, Subject(page, board, draft), stage_state.read_state(doc), cache)
    return replace(shown, tones=tones)


def _about(doc: Document, subject: Subject, state: StageState, cache: NoteCache | None) -> Slide:
    """A picture without any words asks the step's question: the room must never look at nothing."""
    language = scene.workshop(doc).language
    body = page_body(doc, subject, state, language, cache)
    question = _question(doc, subject)
    if not question and _is_empty(body):
        question = agenda.current_step(doc).prompt
    return _framed(doc, body, question, state)


def _is_empty(body: Body) -> bool:
    return body == PromptBody(()) or (isinstance(body, TableBody) and not body.rows)


def _called_up(doc: Document, state: StageState, language: str) -> Slide | None:
    """What the facilitator called up over what the step is about; None where nothing was called up, or where
    it no longer exists."""
    match state.shows:
        case "":
            return None
        case "break":
            return _bare(_break(state, language), language, breaks.break_clock(doc))
        case "celebration":
            body = celebration_body(doc, state)
            return _bare(body, language) if isinstance(body, CelebrationBody) else None
        case "prompt":
            return _framed(doc, PromptBody(()), agenda.current_step(doc).prompt, state)
        case "note":
            return _framed(
                doc, note_body(doc, state, language), _question(doc, Subject("board", state.board)), state
            )
        case "person" | "order":
            lot = lot_body(doc, language, order=state.shows == "order")
            return _framed(doc, lot, tr("Who is next?", language), state) if lot else None
        case "groups":
            drawn = groups_body(doc, language)
            return _framed(doc, drawn, groups_title(doc, language), state) if drawn else None
        case "pair":
            return _framed(doc, pair_body(doc, state, language), _question(doc, Subject("statement")), state)
        case _:
            assert_never(state.shows)


def _framed(doc: Document, body: Body, question: str, state: StageState) -> Slide:
    """The slide with this body: around it stand the step's number, a question, its clock and who leads."""
    step = agenda.current_step(doc)
    language = scene.workshop(doc).language
    count = len(agenda.steps(doc))
    eyebrow = tr("{n} of {count} · {title}", language, n=step.rank + 1, count=count, title=step.title)
    return Slide(
        eyebrow, question, body, agenda.clock(doc, step), agenda.leads(step),
        _listens(doc, step, language), _footer(body, language), language, leaf=state.leaf,
        parts=parts_of(step),
    )  # fmt: skip


def _bare(body: Body, language: str, clock: Clock | None = None) -> Slide:
    """The slide with this body and nothing around it."""
    return Slide("", "", body, clock, (), "", "", language)


def _break(state: StageState, language: str) -> BreakBody:
    back = wall_time(state.until, language)
    return BreakBody(tr("Break", language), tr("Back at {time}", language, time=back))


def _question(doc: Document, subject: Subject) -> str:
    """The question to the room: the open step's where it is about this subject, else the board's own. Another
    step's question never stands under the name of this one."""
    step = agenda.current_step(doc)
    if is_about(doc, step, subject):
        return step.prompt
    if subject.page == "review":
        return tr("What lived?", scene.workshop(doc).language)
    row = doc.find(Board, subject.board) if subject.page == "board" else None
    return (row.prompt.strip() or row.title) if row else ""


def _listens(doc: Document, step: Step, language: str) -> str:
    """Tells those who do not lead in this step when to speak."""
    if is_silent(doc, step):
        return tr("Everybody writes in silence", language)
    lead = agenda.leads(step)
    styles = [style for style in THINKING_STYLES if style not in lead]
    others = [style_plural(style, language, begins=n == 0) for n, style in enumerate(styles)]
    if not lead or not others:
        return tr("Everybody", language) if not lead else ""
    return tr("{names}: listen, your turn comes", language, names=listed(others, language))


def _footer(body: Body, language: str) -> str:
    covered = sum(note.covered for note in body.notes) if isinstance(body, BoardBody) else 0
    if covered:
        return trn("{n} note, still covered", "{n} notes, still covered", covered, language)
    if isinstance(body, BoardBody):
        return trn("{n} note", "{n} notes", len(body.notes) + body.folded, language)
    if isinstance(body, NoteBody):
        number = tr("{n} of {count}", language, n=body.at, count=body.count)
        return f"{body.among} · {number}" if body.among else number
    if isinstance(body, TableBody | RoadmapBody | LotBody | GroupsBody):
        return body.says
    return body.progress if isinstance(body, PollBody) else ""
