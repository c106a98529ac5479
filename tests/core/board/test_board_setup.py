from __future__ import annotations

from pathlib import Path

import pytest

from mission_desk.core.board import board_plans, board_setup, boards, regions
from mission_desk.core.board.board_plans import BoardPlan
from mission_desk.core.board.places import Box
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Board, Note, Region
from mission_desk.core.stage import desk_position
from mission_desk.core.whole import copies


def titles(doc: Document) -> list[str]:
    return [board.title for board in boards.boards(doc)]


def test_templates_bring_their_fields(doc: Document) -> None:
    customers = board_plans.templates("de")[0]
    (key,) = board_setup.add_boards(doc, [customers])
    board = boards.board_by_key(doc, key)
    assert [field.title for field in regions.regions_on(doc, board.id)][:2] == [
        "Was sie tun",
        "Wovon sie träumen",
    ]
    assert board.rank == max(row.rank for row in boards.boards(doc))


def test_a_taken_title_gets_a_number_and_every_board_its_own_key(doc: Document) -> None:
    plans = [BoardPlan("Ideas", ""), BoardPlan("Ideas", "")]
    keys = board_setup.add_boards(doc, plans)
    assert titles(doc)[-2:] == ["Ideas", "Ideas 2"]
    assert len(set(keys)) == 2
    doc.undo()
    assert "Ideas" not in titles(doc)


def test_boards_change_places_and_stop_at_the_ends(doc: Document) -> None:
    first, second, *_ = boards.boards(doc)
    board_setup.move_board(doc, first.id, 1)
    assert titles(doc)[:2] == [second.title, first.title]
    board_setup.move_board(doc, second.id, -5)
    assert titles(doc)[0] == second.title
    doc.undo()
    assert titles(doc)[:2] == [first.title, second.title]


def test_a_board_goes_with_its_notes_and_comes_back_with_them(doc: Document, board: int) -> None:
    boards.add_notes(doc, board, ["one"], "ideator")
    board_setup.remove_board(doc, board)
    assert doc.find(Board, board) is None
    assert doc.rows(Note) == []
    doc.undo()
    assert [note.text for note in boards.notes_on(doc, board)] == ["one"]


def test_parking_and_the_last_board_stay(doc: Document) -> None:
    with pytest.raises(KnownError, match="parking board stays"):
        board_setup.remove_board(doc, boards.board_by_key(doc, "parking").id)
    for row in boards.boards(doc):
        if row.key != "parking":
            board_setup.remove_board(doc, row.id)
    with pytest.raises(KnownError, match="at least one board"):
        board_setup.remove_board(doc, boards.boards(doc)[0].id)
    assert desk_position.board(doc) is not None


def test_fields_never_lie_over_each_other_and_have_an_end(doc: Document) -> None:
    board = boards.board_by_key(doc, "customers").id
    before = len(regions.regions_on(doc, board))
    for _ in range(board_setup.FIELD_LIMIT - before):
        board_setup.add_field(doc, board)
    boxes = [regions.box_of(row) for row in regions.regions_on(doc, board)]
    assert not any(a.overlaps(b) for n, a in enumerate(boxes) for b in boxes[:n])
    with pytest.raises(KnownError, match="holds 12 fields"):
        board_setup.add_field(doc, board)


def test_a_removed_field_leaves_its_notes(doc: Document) -> None:
    board = boards.board_by_key(doc, "customers").id
    field = regions.regions_on(doc, board)[0]
    boards.add_notes(doc, board, ["one"], "ideator", region=field)
    board_setup.remove_field(doc, field.id)
    assert doc.find(Region, field.id) is None
    assert len(boards.notes_on(doc, board)) == 1


def test_typing_a_title_is_one_step(doc: Document, board: int) -> None:
    before = doc.row(Board, board).title
    for text in ("T", "To", "Top"):
        board_setup.edit_board(doc, board, title=text)
    doc.undo()
    assert doc.row(Board, board).title == before


def test_the_boards_of_another_workshop_come_without_their_notes(
    doc: Document, tmp_path: Path, board: int
) -> None:
    boards.add_notes(doc, board, ["secret"], "ideator")
    board_setup.edit_board(doc, board, title="Ours", background="lines")
    other = tmp_path / "other.mission"
    copies.save_copy(doc, other)
    content = other.read_bytes()
    plans = board_plans.plans_of_file(doc, other)
    assert next(plan for plan in plans if plan.title == "Ours").background == "lines"
    assert other.read_bytes() == content
    keys = board_setup.add_boards(doc, plans)
    assert not any(boards.notes_on(doc, boards.board_by_key(doc, key).id) for key in keys)


def test_files_that_bring_no_boards_are_refused(doc: Document, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="this workshop itself"):
        board_plans.plans_of_file(doc, doc.path)
    with pytest.raises(KnownError, match="cannot be read"):
        board_plans.plans_of_file(doc, tmp_path / "none.mission")
    foreign = tmp_path / "foreign.mission"
    foreign.write_text("hello")
    with pytest.raises(KnownError):
        board_plans.plans_of_file(doc, foreign)


def test_the_board_of_two_axes_has_a_field_for_each_answer_to_both(doc: Document) -> None:
    """What costs more lies further right, what changes more further up; all are of one size."""
    plan = next(each for each in board_plans.templates("en") if each.title == "Cost and change")
    across = {"costs little": 0, "costs much": 648}
    down = {"Changes much": 0, "Changes little": 256}
    boxes = {field.title: field.box for field in plan.fields}
    assert boxes == {
        f"{change}, {cost}": Box(x, y, 636, 244) for change, y in down.items() for cost, x in across.items()
    }
