"""What of a row is copied, sent, shown in the room, exported, listed and printed: every column, or a reason
why not. A column that is new fails here at each place until somebody has decided."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec import NODEFAULT, Struct
from msgspec.structs import fields

from mission_desk.core.agenda.methods import method
from mission_desk.core.board import boards, clustering, duplicating, moving
from mission_desk.core.board.note_properties import author_names
from mission_desk.core.file.document import Document
from mission_desk.core.file.plan_rows import Guideline, Priority
from mission_desk.core.file.rows import Cluster, Draft, Note, Seat
from mission_desk.core.plan import priorities, roadmap
from mission_desk.core.room import people
from mission_desk.core.stage.stage import slide
from mission_desk.core.statement import drafts, forking
from mission_desk.core.whole.starting import start_workshop
from mission_desk.exchange.show import describe
from mission_desk.posters.from_rows import board_poster, statement_poster
from mission_desk.ui.board.list.list_columns import Column, ListWords
from mission_desk.ui.board.model import BoardModel

BOARD, OTHER = "think-big", "customers"
WHERE = "it lies elsewhere"
ORDER = "the order of the rows says it"
LOOK = "how it lies on the board is not told there"
WIDE = "a table in the room has five columns"
DESK = "only the desk needs to know"
NEW = "it is written now"
COMES_ALONG = "a copy of the cluster comes along"
ON_TOP = "it lies on top of the others"
GIVEN = "the room gave its dots to the other note"
FREE = "it is laid where it shall lie first"
PRIVATE = "who wrote a note stays on the desk"

MORE_OF_A_PRIORITY = ("why", "measure", "direction", "due", "touch", "works")

# Another value for every column, different from the one that `rows` sets.
OTHERS: dict[type[Struct], dict[str, Any]] = {
    Note: {
        "board": OTHER, "cluster": None, "text": "Other #words", "style": "parking", "x": 7000, "y": 7000,
        "w": 300, "h": 300, "z": 99, "dots": 7, "at": 1_800_000_000, "locked": 0, "covered": 1, "sized": 0,
        "author": None, "picture": "0" * 64,
    },
    Cluster: {"board": OTHER, "name": "Other", "colour": "parking", "folded": 1},
    Draft: {
        "rank": 3, "name": "Other", "kind": "mission", "text": "We are others.", "audience": "Others",
        "chosen": 0, "priority": None,
    },
    Guideline: {
        "rank": 3, **dict.fromkeys(roadmap.WORDS, "Other"), "direction": "down", "priority": None,
        "state": "partly", "warning": None,
    },
    Priority: {
        "side": "company", "rank": 1, **dict.fromkeys(priorities.WORDS, "Other"), "place": "parked",
        "direction": "hold", "works": 4,
    },
}  # fmt: skip

# Where rows are copied -> columns that a copy does not take over, and why.
COPIED: dict[str, dict[str, str]] = {
    "duplicate": {"cluster": COMES_ALONG, "x": WHERE, "z": ON_TOP, "dots": GIVEN, "at": NEW, "locked": FREE},
    "copy to a board": {
        "board": WHERE, "cluster": COMES_ALONG, "x": WHERE, "y": WHERE, "z": ON_TOP, "dots": GIVEN,
        "at": NEW, "locked": FREE,
    },
    "send to a board": {"board": WHERE, "x": WHERE, "y": WHERE, "z": ON_TOP},
    "copy of a cluster": {"board": WHERE},
    "fork": {
        "rank": "it comes last", "name": "a name is of one draft", "text": "it begins with the chosen words",
        "chosen": "one is chosen at a time",
    },
}  # fmt: skip
# What a new row has where nothing is said: only another value shows whether it came along.
USUAL: dict[type[Struct], dict[str, Any]] = {
    kind: {field.name: field.default for field in fields(kind) if field.default is not NODEFAULT}
    for kind in (Note, Cluster, Draft)
}
NEVER = object()

# Place, kind of row -> columns that it does not tell of, and why.
SHOWN: dict[tuple[str, type[Struct]], dict[str, str]] = {
    ("stage", Note): {"z": ORDER, "at": DESK, "locked": DESK, "sized": DESK, "author": PRIVATE},
    ("export", Note): {
        "w": LOOK, "h": LOOK, "z": ORDER, "at": DESK, "locked": DESK, "sized": DESK, "author": PRIVATE,
        "picture": "no file for programs has pictures in it",
    },
    ("poster", Note): {"z": ORDER, "at": DESK, "locked": DESK, "sized": DESK, "author": PRIVATE},
    ("list", Note): {
        "x": LOOK, "y": LOOK, "w": LOOK, "h": LOOK, "z": LOOK, "at": LOOK, "locked": LOOK, "sized": LOOK,
    },
    ("stage", Cluster): {},
    ("export", Cluster): {"colour": LOOK, "folded": LOOK},
    ("poster", Cluster): {},
    ("stage", Draft): {"rank": ORDER, "name": DESK, "kind": DESK, "audience": DESK, "priority": DESK},
    ("export", Draft): {"priority": "the draft's own words are what programs read"},
    ("poster", Draft): {
        "rank": ORDER, "name": DESK, "audience": DESK, "chosen": "it is the one that is printed",
        "priority": DESK,
    },
    ("stage", Guideline): {
        "rank": ORDER, "data": WIDE, "direction": DESK, "data_from": WIDE, "data_since": WIDE, "state": WIDE,
        "because": WIDE,
    },
    ("export", Guideline): {"rank": ORDER},
    ("stage", Priority): {"rank": ORDER, **dict.fromkeys(MORE_OF_A_PRIORITY, DESK)},
    ("export", Priority): {"rank": ORDER},
}  # fmt: skip


@pytest.fixture
def doc(tmp_path: Path) -> Iterator[Document]:
    opened = start_workshop(tmp_path / "day.mission", method("find-our-mission"), "en")
    fill(opened)
    yield opened
    opened.close()


def fill(doc: Document) -> None:
    """One row of each kind, each column different from what a new row has."""
    board = boards.board_by_key(doc, BOARD).id
    people.set_style_counts(doc, {"ideator": 2})
    notes = boards.add_notes(doc, board, ["Calm #words"], "heart")
    clustering.group_notes(doc, notes, "Voices")
    draft = drafts.add_draft(doc, text="We are calm.")
    team, company = priorities.priorities(doc, "team")[0], priorities.priorities(doc, "company")[0]
    roadmap.add_guideline(doc, priority=team.id, **dict.fromkeys(roadmap.WORDS, "first"))
    with doc.action("test") as write:
        write.update(Guideline, doc.rows(Guideline)[0].id, warning=notes[0])
        write.update(Note, notes[0], dots=4, z=9, at=1_000, locked=1, sized=1, author=doc.rows(Seat)[0].id)
        write.update(Cluster, doc.rows(Cluster)[0].id, colour="analyst")
        write.update(Draft, draft, name="First", kind="vision", audience="Us", chosen=1, priority=company.id)
        write.update(Priority, team.id, text="One call", start="61", goal="80")


def note_in(doc: Document) -> Note:
    return doc.rows(Note)[0]


def hide(doc: Document) -> None:
    """Give the columns that hide words another value than a new row has."""
    with doc.action("test") as write:
        write.update(Note, note_in(doc).id, covered=1, picture="0" * 64)
        write.update(Cluster, doc.rows(Cluster)[0].id, folded=1)


def unlocked(doc: Document) -> Note:
    """Only what is not locked can be sent."""
    with doc.action("test") as write:
        write.update(Note, note_in(doc).id, locked=0)
    return note_in(doc)


def copied(doc: Document, place: str) -> tuple[Struct, Struct]:
    """The row as it was, and what became of it there."""
    hide(doc)
    note, other = note_in(doc), boards.board_by_key(doc, OTHER).id
    match place:
        case "duplicate":
            return note, doc.row(Note, duplicating.duplicate_notes(doc, [note.id])[0])
        case "copy to a board":
            return note, doc.row(Note, duplicating.copy_notes(doc, [note.id], other)[0])
        case "send to a board":
            leaving = unlocked(doc)
            return leaving, doc.row(Note, moving.send_notes(doc, [note.id], other)[0])
        case "copy of a cluster":
            copy = doc.row(Note, duplicating.copy_notes(doc, [note.id], other)[0])
            return doc.rows(Cluster)[0], doc.row(Cluster, copy.cluster or 0)
        case _:
            draft = doc.rows(Draft)[0]
            return draft, doc.row(Draft, forking.fork(doc, draft.id, "We are others."))


@pytest.mark.parametrize("place", COPIED)
def test_a_copy_takes_over_every_column_that_no_reason_is_given_for(doc: Document, place: str) -> None:
    before, after = copied(doc, place)
    names = before.__struct_fields__
    differing = {name for name in names if getattr(before, name) != getattr(after, name)}
    assert differing - {"id"} == set(COPIED[place])
    usual = {name for name in names if getattr(before, name) == USUAL[type(before)].get(name, NEVER)}
    assert usual <= {"locked"}, "a lost value would not be noticed"


def shown(doc: Document, place: str, kind: type[Struct]) -> object:
    board, draft = boards.board_by_key(doc, BOARD), doc.rows(Draft)[0]
    match place, kind.__name__:
        case "stage", "Note" | "Cluster":
            return slide(doc, "board", board.id, None).body
        case "stage", "Draft":
            return slide(doc, "statement", None, draft.id)
        case "stage", "Guideline":
            return slide(doc, "roadmap", None, None).body
        case "stage", "Priority":
            return slide(doc, "priorities", None, None).body
        case "poster", "Draft":
            return statement_poster(doc, draft)
        case "poster", _:
            return board_poster(doc, BOARD)
        case "list", _:
            return listed(doc)
        case _:
            described = describe(doc)
            return described.boards, described.drafts, described.guidelines, described.priorities


def listed(doc: Document) -> list[str]:
    model = BoardModel(doc)
    model.show(boards.board_by_key(doc, BOARD))
    words = ListWords(model, author_names(doc))
    return [words.cell(note, column) for note in model.notes.values() for column in Column]


@pytest.mark.parametrize(("place", "kind"), SHOWN)
def test_a_place_tells_of_every_column_that_no_reason_is_given_for(
    doc: Document, place: str, kind: type[Struct]
) -> None:
    before = shown(doc, place, kind)
    silent = set()
    for name in kind.__struct_fields__[1:]:
        with doc.action("test") as write:
            write.update(kind, first(doc, kind), **{name: value(doc, OTHERS[kind][name])})
            if (kind, name) == (Cluster, "board"):  # its notes go with it
                write.update(Note, note_in(doc).id, board=value(doc, OTHER))
        if shown(doc, place, kind) == before:
            silent.add(name)
        doc.undo()
    assert silent == set(SHOWN[place, kind])


def first(doc: Document, kind: type[Any]) -> int:
    rows = priorities.priorities(doc, "team") if kind is Priority else doc.rows(kind)
    return rows[0].id


def value(doc: Document, other: Any) -> Any:
    return boards.board_by_key(doc, OTHER).id if other == OTHER else other


def test_every_column_has_another_value_to_be_told_by() -> None:
    assert {kind: set(columns) | {"id"} for kind, columns in OTHERS.items()} == {
        kind: set(kind.__struct_fields__) for kind in OTHERS
    }
