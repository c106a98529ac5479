"""A filter passes over notes; it changes none and asks for any of a kind, all of different kinds."""

from __future__ import annotations

import pytest

from mission_desk.core.board import boards, clustering, covering, note_properties
from mission_desk.core.board.filtering import LOOSE, Filter, Known, passed_over
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note, Seat
from mission_desk.core.room import people
from mission_desk.core.stage import stage
from mission_desk.core.statement import concerns
from mission_desk.core.whole.search import find


def left(doc: Document, wanted: Filter) -> str:
    """The texts that stay in the foreground, by their first letters."""
    notes = doc.rows(Note, "1 ORDER BY id")
    worries = {note: 1 for note in (1,) if concerns.concerns_on(doc, note=note)}
    over = passed_over(notes, wanted, Known(worries, lambda text: "synergies" in text))
    return "".join(note.text[0] for note in notes if note.id not in over)


@pytest.fixture
def wall(doc: Document, board: int) -> Document:
    one, two = boards.add_notes(doc, board, ["a #phone", "b synergies"], "ideator")
    boards.add_notes(doc, board, ["c #Phone #night", "d"], "heart")
    boards.add_dots(doc, [two], 3)
    clustering.group_notes(doc, [one, two], "Nights")
    concerns.raise_concern(doc, "Is it true?", note=one)
    return doc


@pytest.mark.parametrize(
    ("wanted", "stays"),
    [
        (Filter(), "abcd"),
        (Filter(styles=frozenset({"heart"})), "cd"),
        (Filter(styles=frozenset({"heart", "ideator"})), "abcd"),
        (Filter(tags=frozenset({"phone"})), "ac"),
        (Filter(tags=frozenset({"night", "phone"}), styles=frozenset({"heart"})), "c"),
        (Filter(clusters=frozenset({1})), "ab"),
        (Filter(clusters=frozenset({LOOSE})), "cd"),
        (Filter(clusters=frozenset({1, LOOSE}), dots=1), "b"),
        (Filter(concern=True), "a"),
        (Filter(finding=True), "b"),
        (Filter(words="PHO"), "ac"),
        (Filter(words="nothing like it"), ""),
    ],
)
def test_who_stays_in_the_foreground(wall: Document, wanted: Filter, stays: str) -> None:
    assert left(wall, wanted) == stays


def test_a_note_has_the_author_it_is_given_until_the_seat_goes(wall: Document) -> None:
    people.set_style_counts(wall, {"heart": 2})
    seat = wall.rows(Seat)[0]
    people.name_seat(wall, seat.id, "Ines")
    seen = stage.slide(wall, "board", wall.row(Note, 1).board, None)
    note_properties.set_author(wall, [1, 2, 99], seat.id)
    assert stage.slide(wall, "board", wall.row(Note, 1).board, None) == seen  # the room is not told
    assert [note.author for note in wall.rows(Note, "1 ORDER BY id")][:2] == [seat.id, seat.id]
    assert note_properties.author_names(wall)[seat.id] == "Ines"
    people.set_style_counts(wall, {"heart": 0})
    assert wall.row(Note, 1).author is None
    wall.undo()
    assert wall.row(Note, 1).author == seat.id


def test_a_note_that_lies_face_down_is_not_read(wall: Document) -> None:
    covering.cover_notes(wall, [1])
    assert left(wall, Filter(tags=frozenset({"phone"}))) == "c"
    assert left(wall, Filter(words="a")) == ""
    assert left(wall, Filter(concern=True)) == "a"
    assert not find(wall, "a")
