"""What the facilitator asked the stage to do, beside where the desk stands: freeze, blank, read a note out,
reveal. Session state: saved and broadcast, never journalled."""

from __future__ import annotations

from typing import Any, Literal, get_args

from msgspec import Struct
from msgspec.structs import asdict, replace

from mission_desk.core.file.closed_sets import PageName, one_of
from mission_desk.core.file.document import Document
from mission_desk.core.stage import desk_position

SESSION_KEY = "stage"
CalledUp = Literal["prompt", "note", "pair", "celebration", "break"]
Ground = Literal["paper", "black"]
PickKind = Literal["", "dots", "style", "cluster"]
PLACES: dict[CalledUp, PageName | None] = {
    "prompt": None,
    "note": "board",
    "pair": "statement",
    "celebration": None,
    "break": None,
}
"""What can be called up, and the page of the desk that it belongs to. Without a page it stays on the stage
whatever page the desk opens."""


class StageState(Struct, frozen=True):
    """`shows` is what was called up, or empty: the stage follows the desk. `blank` is a ground, or empty.
    `pick` says which notes are read out: "" all, "dots" most dots first, "style:heart", "cluster:3". Where
    not everything fits on the stage, `leaf` is the shown leaf, from 0, of what `leaf_of` names. `poll` is the
    one whose first `revealed` options the room has seen, and whose `divided` option, from 1, it looks at
    alone. `until` is the end of the break in seconds since
    1970."""

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
    """What was called up on one page ends when the desk turns to another."""
    if state.leaf and state.leaf_of != _sight(doc, state):
        state = replace(state, leaf=0)
    if pick_kind(state.pick) is None:
        state = replace(state, pick="")
    if state.blank not in get_args(Ground):
        state = replace(state, blank="")
    if state.shows not in PLACES or PLACES[state.shows] not in (None, desk_position.page(doc)):
        return replace(state, shows="")
    board = desk_position.board(doc)
    if state.shows == "note" and (board is None or board.id != state.board):
        return replace(state, shows="")
    return state


def pick_kind(pick: str) -> PickKind | None:
    """What kind of `StageState.pick` this is; None where it is none."""
    return one_of(get_args(PickKind), pick.partition(":")[0])


def _sight(doc: Document, state: StageState) -> str:
    """A name for what is on the stage. When the name changes, something else is shown and its leaves start at
    0."""
    board, draft = desk_position.board(doc), desk_position.draft(doc)
    on_desk = (desk_position.page(doc), board.id if board else 0, draft.id if draft else 0)
    called_up = (state.shows, state.note, state.first, state.second, state.celebrated, state.divided)
    return "/".join(map(str, (*on_desk, *called_up)))


def turn_leaf(doc: Document, leaf: int) -> None:
    """Show the leaf with this number, from 0, of what is on the stage now."""
    state = read_state(doc)
    change(doc, leaf=leaf, leaf_of=_sight(doc, state))


def set_state(doc: Document, state: StageState, *, source: object = None) -> None:
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


def follow_desk(doc: Document) -> None:
    """End whatever was called up: the room sees the page that the desk shows."""
    change(doc, shows="", leaf=0)


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


def begin(doc: Document) -> None:
    """The stage window opens. It is not frozen: after a crash the frozen picture is lost, and the stage would
    freeze the picture of the desk instead. Blank and all that was called up are shown again."""
    change(doc, frozen=False)


def back_to_usual(doc: Document) -> None:
    """The stage window closes: the next day must not begin frozen or black."""
    change(doc, frozen=False, blank="", shows="", leaf=0)
