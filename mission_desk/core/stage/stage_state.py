"""What the facilitator asked the stage to do, beside where the desk stands: freeze, blank, read a note out,
reveal. Session state: saved and broadcast, never journalled."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import asdict, replace

from mission_desk.core.file.document import Document
from mission_desk.core.file.session_kinds import Plain
from mission_desk.core.stage import desk_position

KEPT_AS = "stage"
PLACES = {"prompt": "", "note": "board", "pair": "statement", "celebration": "", "break": ""}
"""What can be called up, and the page it belongs to; with an empty one it stays wherever the desk goes."""


class Staging(Struct, frozen=True):
    """`shows` is a key of PLACES, or empty: the stage follows the desk. `blank` is "paper", "black" or empty.
    `pick` says which notes are read out: "" all, "dots" most dots first, "style:heart", "cluster:3". `leaf`
    counts from 0 where not everything fits, of what `leaf_of` names. `poll` is the one whose first `revealed`
    options the room has seen. `until` is the end of the break in seconds since 1970."""

    shows: str = ""
    board: int = 0
    frozen: bool = False
    blank: str = ""
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


def staging(doc: Document) -> Staging:
    """As it was left; what does not fit (another release wrote it, a damaged byte) is what it usually is."""
    usual, kept = Staging(), doc.kept(KEPT_AS, {}, dict[str, Plain])
    names = {name: type(value) for name, value in asdict(usual).items()}
    told = {
        name: kind(kept[name])
        for name, kind in names.items()
        if type(kept.get(name)) in ((int, float) if kind is float else (kind,))
    }
    return _still_true(doc, replace(usual, **told))


def _still_true(doc: Document, told: Staging) -> Staging:
    """What was called up on one page ends when the desk turns to another."""
    if told.leaf and told.leaf_of != _sight(doc, told):
        told = replace(told, leaf=0)
    page = PLACES.get(told.shows)
    if page is None or (page and page != desk_position.page(doc)):
        return replace(told, shows="")
    board = desk_position.board(doc)
    if told.shows == "note" and (board is None or board.id != told.board):
        return replace(told, shows="")
    return told


def _sight(doc: Document, told: Staging) -> str:
    """A name for what is on the stage: its leaves are counted anew when that is something else."""
    board, draft = desk_position.board(doc), desk_position.draft(doc)
    on_desk = (desk_position.page(doc), board.id if board else 0, draft.id if draft else 0)
    return "/".join(map(str, (*on_desk, told.shows, told.note, told.first, told.second, told.celebrated)))


def turn_leaf(doc: Document, leaf: int) -> None:
    """To the leaf of this number, from 0, of what is on the stage now."""
    told = staging(doc)
    change(doc, leaf=leaf, leaf_of=_sight(doc, told))


def tell(doc: Document, told: Staging, *, source: object = None) -> None:
    if told != staging(doc):
        doc.keep(KEPT_AS, asdict(told), source=source)


def change(doc: Document, *, source: object = None, **values: Any) -> None:
    tell(doc, replace(staging(doc), **values), source=source)


def freeze(doc: Document) -> None:
    """The room keeps the last picture, with a clock in it that stays true, while the desk moves on; again,
    and it follows."""
    change(doc, frozen=not staging(doc).frozen)


def blank(doc: Document, ground: Literal["paper", "black"]) -> None:
    """Nothing but the ground; again, and the picture is back."""
    change(doc, blank="" if staging(doc).blank == ground else ground)


def follow_desk(doc: Document) -> None:
    """Whatever was called up ends: the room sees the page that the desk shows."""
    change(doc, shows="", leaf=0)


def show_prompt(doc: Document) -> None:
    change(doc, shows="prompt", leaf=0)


def arrange(doc: Document) -> None:
    """The board as it lies on the desk, or set anew in rows."""
    change(doc, arranged=not staging(doc).arranged, leaf=0)


def show_findings(doc: Document) -> None:
    """What the sensor found in a statement is underlined on the stage, or not any more."""
    change(doc, findings=not staging(doc).findings)


def celebrate(doc: Document) -> None:
    """The chosen statement alone; its words come when the stage is turned on."""
    change(doc, shows="celebration", celebrated=False)


def begin(doc: Document) -> None:
    """The stage comes: what a crash left frozen has lost its picture, and would hold the desk's instead.
    Blank and all that was called up are there again."""
    change(doc, frozen=False)


def back_to_usual(doc: Document) -> None:
    """The stage leaves: another day does not begin frozen or black."""
    change(doc, frozen=False, blank="", shows="", leaf=0)
