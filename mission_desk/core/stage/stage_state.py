"""What the facilitator asked the stage to do: show another page than the step's, freeze, blank, read a note
out, reveal. Session state: saved and broadcast, never journalled."""

from __future__ import annotations

from typing import Any, Literal, get_args

from msgspec import Struct
from msgspec.structs import asdict, replace

from mission_desk.core.agenda import agenda
from mission_desk.core.file.closed_sets import PAGES, PageName, one_of
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Board, Draft
from mission_desk.core.stage.subject import ABOUT_DRAFTS, Subject, chosen_draft, of_step

SESSION_KEY = "stage"
CalledUp = Literal["prompt", "note", "pair", "celebration", "break", "person", "order", "groups"]
LOTS: tuple[CalledUp, ...] = ("person", "order", "groups")
Ground = Literal["paper", "black"]
PickKind = Literal["", "dots", "random", "style", "cluster"]
STAYS: tuple[CalledUp, ...] = ("prompt", "break")
"""What stays on the stage when another step is opened; all else belongs to the step it was called up in."""


class StageState(Struct, frozen=True):
    """`shows` is what was called up, or empty: the stage shows what the step is about, or the page `put` on
    it with that board and draft (ids, 0 for none). `hunt` is the draft whose buzzword hunt is on stage. All
    of these belong to one `opening` of the step with the id `step`. `blank` is a ground, or empty. `pick`
    says which notes are read out: "" all, "dots" most dots first, "random:7" in the order
    of that number, "style:heart", "cluster:3". Where not
    everything fits on the stage, `leaf` is the shown leaf, from 0, of what `leaf_of` names. `poll` is the one
    whose first `revealed` options the room has seen, and whose `divided` option, from 1, it looks at alone,
    or whose reasons (`poll_reasons`); `reason` says which link between priorities it reads, from 1,
    and `guideline` how far it has walked through the road map, from 0.
    `until` is the end of the break in seconds since
    1970. `nth`, from 0, is where among the notes of the pick the one lies that is read."""

    shows: CalledUp | Literal[""] = ""
    board: int = 0
    frozen: bool = False
    blank: Ground | Literal[""] = ""
    note: int = 0
    pick: str = ""
    first: int = 0
    second: int = 0
    until: float = 0.0
    celebrated: bool = False
    leaf: int = 0
    leaf_of: str = ""
    findings: bool = False
    arranged: bool = False
    poll: int = 0
    revealed: int = 0
    divided: int = 0
    reason: int = 0
    poll_reasons: bool = False
    nth: int = 0
    put: PageName | Literal[""] = ""
    put_board: int = 0
    put_draft: int = 0
    hunt: int = 0
    guideline: int = 0
    step: int = 0
    opening: int = 0


def read_state(doc: Document) -> StageState:
    """The state as it was stored. A field whose stored value has the wrong type (another release wrote it, or
    a byte is damaged) gets its default."""
    usual, stored = StageState(), doc.session_value(SESSION_KEY, {})
    names = {name: type(value) for name, value in asdict(usual).items()}
    fitting = {
        name: kind(stored[name])
        for name, kind in names.items()
        if type(stored.get(name)) in ((int, float) if kind is float else (kind,))
    }
    return _still_true(doc, replace(usual, **fitting))


def _still_true(doc: Document, state: StageState) -> StageState:
    """What was called up or put on stage in one step ends when another is opened."""
    if pick_kind(state.pick) is None:
        state = replace(state, pick="")
    if state.blank not in get_args(Ground):
        state = replace(state, blank="")
    if state.shows not in get_args(CalledUp):
        state = replace(state, shows="")
    if state.put not in PAGES:
        state = replace(state, put="")
    step = agenda.step_now(doc)
    if step is None or (state.step, state.opening) != (step.id, agenda.openings(doc)):
        shows = state.shows if state.shows in STAYS else ""
        state = replace(state, shows=shows, put="", hunt=0, reason=0, celebrated=False)
    if step is not None and step.page == "posters" and not state.shows and not state.put:
        state = replace(state, shows="celebration")
    if state.leaf and state.leaf_of != _sight(doc, state):
        state = replace(state, leaf=0)
    return state


def pick_kind(pick: str) -> PickKind | None:
    """What kind of `StageState.pick` this is; None where it is none."""
    return one_of(get_args(PickKind), pick.partition(":")[0])


def subject(doc: Document, state: StageState) -> Subject:
    """What the room looks at where nothing is called up."""
    if not state.put:
        return of_step(doc)
    board, draft = doc.find(Board, state.put_board), doc.find(Draft, state.put_draft)
    shown = chosen_draft(doc) if draft is None and state.put in ABOUT_DRAFTS else state.put_draft
    return Subject(state.put, board.id if board else None, shown or None)


def _sight(doc: Document, state: StageState) -> str:
    """A name for what is on the stage. When the name changes, something else is shown and its leaves start at
    0."""
    seen = subject(doc, state)
    called_up = (state.shows, state.note, state.first, state.second, state.celebrated)
    walked = (state.divided, state.reason, state.poll_reasons, state.guideline)
    return "/".join(map(str, (seen.page, seen.board, seen.draft, *called_up, *walked)))


def turn_leaf(doc: Document, leaf: int) -> None:
    """Show the leaf with this number, from 0, of what is on the stage now."""
    state = read_state(doc)
    change(doc, leaf=leaf, leaf_of=_sight(doc, state))


def set_state(doc: Document, state: StageState, *, source: object = None) -> None:
    step = agenda.step_now(doc)
    state = replace(state, step=step.id if step else 0, opening=agenda.openings(doc))
    if state != read_state(doc):
        doc.keep(SESSION_KEY, asdict(state), source=source)


def change(doc: Document, *, source: object = None, **values: Any) -> None:
    set_state(doc, replace(read_state(doc), **values), source=source)


def freeze(doc: Document) -> None:
    """The stage goes on showing the last picture, whose clock stays true, while the desk moves on. Called
    again, it follows the desk."""
    change(doc, frozen=not read_state(doc).frozen)


def blank(doc: Document, ground: Ground) -> None:
    """Show nothing but the ground. Called again, show the picture."""
    change(doc, blank="" if read_state(doc).blank == ground else ground)


def go_back(doc: Document) -> None:
    """End what was called up; where nothing is, what was put on stage, so that the step stands there."""
    if read_state(doc).shows in ("", "celebration"):
        show_step(doc)
    else:
        change(doc, shows="", leaf=0)


def show_step(doc: Document) -> None:
    """End whatever was called up or put on stage: the room sees what the step is about."""
    change(doc, shows="", put="", hunt=0, leaf=0)


def show_prompt(doc: Document) -> None:
    change(doc, shows="prompt", leaf=0)


def arrange(doc: Document) -> None:
    """Show the board as it lies on the desk, or set anew in rows; each call changes from one to the other."""
    change(doc, arranged=not read_state(doc).arranged, leaf=0)


def show_findings(doc: Document) -> None:
    """Underline on the stage what the sensor finds in a statement; called again, stop."""
    change(doc, findings=not read_state(doc).findings)


def celebrate(doc: Document) -> None:
    """Show the chosen statement alone; its words come with the next click."""
    change(doc, shows="celebration", celebrated=False)


def show_lot(doc: Document, what: CalledUp) -> None:
    """Show who was drawn by lot; `what` is person, order or groups."""
    change(doc, shows=what, leaf=0)


def begin(doc: Document) -> None:
    """The stage window opens. It is not frozen: after a crash the frozen picture is lost, and the stage would
    freeze the picture of the desk instead. Blank and all that was called up are shown again."""
    change(doc, frozen=False)


def back_to_usual(doc: Document) -> None:
    """The stage window closes: the next day must not begin frozen or black."""
    change(
        doc, frozen=False, blank="", shows="", put="", put_board=0, put_draft=0, hunt=0, leaf=0
    )  # fmt: skip
