"""What is chosen on the posters page, kept in the session, and the poster it asks for. Reads rows; knows no
widget."""

from __future__ import annotations

from typing import assert_never

from msgspec import Struct
from msgspec.structs import asdict, replace

from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Board, Draft
from mission_desk.core.statement import drafts
from mission_desk.core.vote import polls
from mission_desk.posters import from_rows
from mission_desk.posters.contents import (
    FACES,
    KINDS,
    LOOKS,
    Look,
    Poster,
    PosterKind,
    StatementPoster,
    Typeface,
)
from mission_desk.posters.sheets.paper import PAPERS, SHEETS, Paper, paper
from mission_desk.posters.sheets.tiling import MOST_OVERLAP_MM, TilePlan, cheaper_plans
from mission_desk.words import tr

WHOLE = ""  # the sheet that means: the printer takes the poster as it is
KEPT_AS = "posters"


class Selection(Struct, frozen=True):
    """`board` is a key, empty for the first with notes; `sheet` a name of SHEETS or WHOLE; `sheets` how many
    of them a cheaper plan takes, 0 for the full size; `overlap` in mm."""

    kind: PosterKind = "statement"
    board: str = ""
    paper: str = "A1"
    landscape: bool = False
    sheet: str = "A4"
    sheets: int = 0
    overlap: int = 10
    look: Look = "accent"
    face: Typeface = "serif"
    ink_saver: bool = False

    @property
    def size(self) -> Paper:
        return paper(self.paper, self.landscape)


class Wanted(Struct, frozen=True):
    """A poster and the name of its file."""

    poster: Poster
    name: str


def selection(doc: Document) -> Selection:
    """The choice as it was left; a value that is not known is replaced by its default."""
    stored = doc.session_value(KEPT_AS, {})
    first = Selection()
    known = {name: stored[name] for name in Selection.__struct_fields__ if name in stored}
    usual = {name: value for name, value in known.items() if type(value) is type(getattr(first, name))}
    return _allowed(replace(first, **usual))


def _allowed(choice: Selection) -> Selection:
    first = Selection()
    choices = {
        "kind": KINDS,
        "paper": tuple(each.name for each in PAPERS),
        "sheet": (WHOLE, *SHEETS),
        "look": LOOKS,
        "face": FACES,
    }
    wrong = {
        name: getattr(first, name) for name, known in choices.items() if getattr(choice, name) not in known
    }
    if not 0 <= choice.overlap <= MOST_OVERLAP_MM:
        wrong["overlap"] = first.overlap
    return replace(choice, **wrong)


def choose(doc: Document, *, source: object = None, **values: object) -> None:
    """Store a new choice. Another paper or sheet goes back to the full size, because the plan that was chosen
    no longer exists."""
    if {"paper", "landscape", "sheet", "overlap"} & set(values) and "sheets" not in values:
        values["sheets"] = 0
    chosen = replace(selection(doc), **values)
    if chosen != selection(doc):
        doc.keep(KEPT_AS, asdict(chosen), source=source)


def plans(choice: Selection) -> tuple[TilePlan, ...]:
    """The full size and what needs fewer sheets; empty for a whole sheet. KnownError where it takes too
    many."""
    if choice.sheet == WHOLE:
        return ()
    return cheaper_plans(choice.size, paper(choice.sheet), choice.overlap)


def plan(choice: Selection) -> TilePlan | None:
    offers = plans(choice)
    return next((each for each in offers if each.sheets == choice.sheets), offers[0] if offers else None)


def board_of(doc: Document, choice: Selection) -> Board:
    """The chosen board; else the first that has notes, else the first."""
    every = boards.boards(doc)
    chosen = next((board for board in every if board.key == choice.board), None)
    if chosen is not None:
        return chosen
    filled = boards.note_counts(doc)
    return next((board for board in every if board.id in filled), every[0])


def shown_draft(doc: Document) -> Draft | None:
    """The chosen draft, as on the stage; None where none is chosen or it has no words."""
    draft = drafts.chosen(doc)
    return draft if draft is not None and draft.text.strip() else None


def wanted(doc: Document, choice: Selection) -> Wanted:
    """The poster of the chosen kind; KnownError where there is nothing to print yet."""
    match choice.kind:
        case "statement":
            return Wanted(_statement(doc, choice), kind_title(choice.kind))
        case "board":
            board = board_of(doc, choice)
            return Wanted(from_rows.board_poster(doc, board.key), board.title)
        case "result":
            return Wanted(from_rows.result_poster(doc), kind_title(choice.kind))
    assert_never(choice.kind)


def kind_title(kind: PosterKind) -> str:
    match kind:
        case "statement":
            return tr("Mission statement")
        case "board":
            return tr("Boards")
        case "result":
            return tr("Vote result")
    assert_never(kind)


def _statement(doc: Document, choice: Selection) -> StatementPoster:
    poster = from_rows.statement_poster(doc, None, choice.look, choice.ink_saver)
    return replace(poster, face=choice.face)


def everything(doc: Document, choice: Selection) -> list[Selection]:
    """The choices for all posters there are: the statement, each board with notes, the result."""
    return [each for kind in KINDS for each in _printable(doc, replace(choice, kind=kind))]


def _printable(doc: Document, choice: Selection) -> list[Selection]:
    """The choices of one kind for which something was written."""
    match choice.kind:
        case "statement":
            return [choice] if shown_draft(doc) is not None else []
        case "board":
            filled = boards.note_counts(doc)
            return [replace(choice, board=each.key) for each in boards.boards(doc) if each.id in filled]
        case "result":
            return [choice] if any(poll.state == "closed" for poll in polls.polls(doc)) else []
    assert_never(choice.kind)
