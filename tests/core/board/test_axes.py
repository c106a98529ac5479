"""A board that has axes says where each note lies on them; the file keeps their names."""

from __future__ import annotations

import json

import pytest

from mission_desk.core.board import board_plans, board_setup, boards, regions
from mission_desk.core.board.axes import axes_of
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note
from mission_desk.exchange.show import to_json


@pytest.fixture
def board(doc: Document) -> str:
    plan = next(each for each in board_plans.templates("en") if each.title == "Cost and change")
    return board_setup.add_boards(doc, [plan])[0]


def put(doc: Document, board: str, x: int, y: int) -> Note:
    number = boards.board_by_key(doc, board).id
    return doc.row(Note, boards.add_notes(doc, number, ["note"], "heart", at=(x, y))[0])


def test_places_are_hundredths_of_the_fields(doc: Document, board: str) -> None:
    row = boards.board_by_key(doc, board)
    axes = axes_of(row, regions.regions_on(doc, row.id))
    assert axes is not None
    assert (axes.across, axes.up) == ("What it costs", "What it changes")
    low_left, middle = put(doc, board, -90, 422), put(doc, board, 552, 172)
    far = put(doc, board, 3_000, -2_000)
    places = [(axes.place_across(note), axes.place_up(note)) for note in (low_left, middle, far)]
    assert places == [(0, 0), (50, 50), (100, 100)]


def test_a_board_without_names_or_without_fields_has_none(doc: Document, board: str) -> None:
    row = boards.board_by_key(doc, board)
    assert axes_of(row, []) is None
    board_setup.edit_board(doc, row.id, across="", up=" ")
    assert axes_of(boards.board_by_key(doc, board), regions.regions_on(doc, row.id)) is None


def test_the_export_tells_names_and_places(doc: Document, board: str) -> None:
    put(doc, board, 552, 172)
    shown = next(each for each in json.loads(to_json(doc))["boards"] if each["key"] == board)
    assert (shown["across"], shown["up"]) == ("What it costs", "What it changes")
    assert [(note["across"], note["up"]) for note in shown["notes"]] == [(50, 50)]


def test_undo_and_redo_keep_the_names(doc: Document, board: str) -> None:
    number = boards.board_by_key(doc, board).id
    board_setup.edit_board(doc, number, across="How long it takes")
    doc.undo()
    assert boards.board_by_key(doc, board).across == "What it costs"
    doc.redo()
    assert boards.board_by_key(doc, board).across == "How long it takes"
