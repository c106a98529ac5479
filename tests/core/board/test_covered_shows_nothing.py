"""A note that lies face down shows nothing of its own, wherever the room or others read: two workshops that
differ only in what lies under the backs are the same on the stage, on paper, in a search and in an export."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mission_desk.core.board import boards, clustering, covering, pictures
from mission_desk.core.board.pictures import Picture
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import NOTE_HEIGHT, NOTE_WIDTH, Note
from mission_desk.core.room import people
from mission_desk.core.stage import reading_out
from mission_desk.core.stage.slides import BoardBody
from mission_desk.core.stage.stage import slide
from mission_desk.core.stage.stage_board import board_body
from mission_desk.core.statement import concerns
from mission_desk.core.whole.search import find
from mission_desk.exchange.readable import to_text
from mission_desk.exchange.show import describe, to_json
from mission_desk.posters.from_rows import board_poster

SECRET = "Zyxwhisper"
UNDER: dict[str, dict[str, object]] = {
    "words": {"text": f"{SECRET} #tag"},
    "length": {"text": f"{SECRET} and much more " * 20, "h": 4 * NOTE_HEIGHT},
    "size": {"w": 2 * NOTE_WIDTH, "h": NOTE_HEIGHT // 2, "sized": 1},
    "style": {"style": "analyst"},
    "dots": {"dots": 5},
    "picture": {"picture": "key"},
    "author": {"author": 1},
}
SHOWN: dict[str, Callable[[Document, int], object]] = {
    "stage": lambda doc, board: slide(doc, "board", board, None),
    "arranged": lambda doc, board: board_body(doc, board, arranged=True),
    "read out": lambda doc, board: reading_out.picked(doc, board, ""),
    "wall": lambda doc, board: board_poster(doc, "gut"),
    "search": lambda doc, board: (find(doc, SECRET), find(doc, "#tag")),
    "export": lambda doc, board: to_json(doc),
    "lines": lambda doc, board: to_text(describe(doc)),
}


@pytest.fixture
def gut(doc: Document) -> int:
    """Two open notes and two covered ones, one of each in a cluster."""
    people.set_style_counts(doc, {"heart": 3})
    board = boards.board_by_key(doc, "gut").id
    notes = boards.add_notes(doc, board, ["open", "proud", "afraid", "shy"], "heart")
    covering.cover_notes(doc, notes[2:])
    clustering.group_notes(doc, notes[1:3], "Feelings")
    return board


def change_what_lies_under(doc: Document, board: int, under: str) -> None:
    values = dict(UNDER[under])
    if "author" in values:
        values["author"] = people.seats(doc)[0].id
    if "picture" in values:
        (hung,) = pictures.add_pictures(doc, board, [Picture("png", 8, 4, b"secret")], "heart")
        values["picture"] = doc.row(Note, hung).picture
        boards.remove_notes(doc, [hung])
    with doc.action("note.edit") as write:
        for note in covering.covered_on(doc, board):
            write.update(Note, note, **values)


@pytest.mark.parametrize("where", SHOWN)
@pytest.mark.parametrize("under", UNDER)
def test_what_lies_under_a_back_makes_no_difference(doc: Document, gut: int, where: str, under: str) -> None:
    before = SHOWN[where](doc, gut)
    change_what_lies_under(doc, gut, under)
    assert SHOWN[where](doc, gut) == before
    covering.uncover_notes(doc, covering.covered_on(doc, gut))
    assert SHOWN[where](doc, gut) != before or where in ("search", "lines")


@pytest.mark.parametrize("where", SHOWN)
def test_worries_about_a_covered_note_are_covered_too(doc: Document, gut: int, where: str) -> None:
    before = SHOWN[where](doc, gut)
    for note in covering.covered_on(doc, gut):
        concerns.raise_concern(doc, SECRET, note=note)
    assert SHOWN[where](doc, gut) == before


def test_folded_up_with_others_it_adds_to_the_count_alone(doc: Document, gut: int) -> None:
    (cluster,) = {note.cluster for note in doc.rows(Note)} - {None}
    clustering.fold_clusters(doc, [cluster], True)
    before = slide(doc, "board", gut, None)
    for under in UNDER:
        change_what_lies_under(doc, gut, under)
    assert slide(doc, "board", gut, None) == before


def test_all_backs_are_alike(doc: Document, gut: int) -> None:
    change_what_lies_under(doc, gut, "length")
    body = slide(doc, "board", gut, None).body
    assert isinstance(body, BoardBody)
    backs = {(note.text, note.style, note.dots, note.box.w, note.box.h, note.picture)
             for note in body.notes if note.covered}  # fmt: skip
    assert backs == {("", "parking", 0, NOTE_WIDTH, NOTE_HEIGHT, "")}
