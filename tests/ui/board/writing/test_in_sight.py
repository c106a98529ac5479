"""What one writes is in sight: in a region below its title, beside the regions where none is chosen, and
never a bare board where there are notes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mission_desk.core.board import boards, clustering, places, regions
from mission_desk.core.file.rows import Note
from mission_desk.core.stage import desk_position
from mission_desk.ui.board.camera import Camera
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.desk.desk import Desk


@pytest.fixture
def page(desk: Desk) -> BoardPage:
    desk_position.show_board(desk.doc, "customers")
    board_page = desk.pages["board"]
    assert isinstance(board_page, BoardPage)
    return board_page


def write(qtbot: QtBot, page: BoardPage, text: str) -> Note:
    qtbot.keyClicks(page.bar.field, text)
    qtbot.keyClick(page.bar.field, Qt.Key.Key_Return)
    return page.doc.rows(Note, "1 ORDER BY id DESC")[0]


def test_the_first_note_goes_into_the_first_region_below_its_title(qtbot: QtBot, page: BoardPage) -> None:
    note = write(qtbot, page, "They call at night")
    first = regions.area(page.model.regions[0])
    assert first.holds(note.x, note.y)


def test_with_no_region_chosen_a_note_covers_none(qtbot: QtBot, page: BoardPage) -> None:
    page.canvas.select_region(None)
    note = write(qtbot, page, "Something else")
    assert not any(regions.box_of(each).overlaps(places.box_of(note)) for each in page.model.regions)
    assert places.box_of(note).overlaps(page.canvas.sight.area())


def test_after_an_undone_paste_the_board_is_in_sight_again(page: BoardPage) -> None:
    page.writing.add([f"line {n}" for n in range(400)])
    page.doc.undo()
    assert not page.doc.rows(Note)
    assert not page.canvas.sight.shows_nothing()


def test_a_cluster_in_a_region_stands_below_its_title(page: BoardPage) -> None:
    region = page.model.regions[0]
    notes = boards.add_notes(page.doc, region.board, ["a", "b", "c"], "customers", region=region)
    cluster = clustering.group_notes(page.doc, notes, "Nights")
    assert cluster is not None
    assert page.model.frames[cluster].y >= regions.area(region).y


@pytest.mark.parametrize("scale", [0.4, 1.0, 1.7])
def test_a_note_that_is_walked_to_lies_under_nothing_that_floats(
    qtbot: QtBot, page: BoardPage, scale: float
) -> None:
    page.place.commands.run("board.next")
    page.place.commands.run("board.next")
    for n in range(40):
        boards.add_notes(page.doc, page.model.board.id, [str(n)], "ideator", at=(n % 4 * 400, n // 4 * 300))
    canvas = page.canvas
    canvas.sight.zoom(scale / canvas.sight.camera.scale)
    canvas.setFocus()
    for key in (*[Qt.Key.Key_Down] * 9, *[Qt.Key.Key_Right] * 3, *[Qt.Key.Key_Up] * 9):
        qtbot.keyClick(canvas, key)
        (chosen,) = canvas.selection
        box = canvas.sight.note_view_box(page.model.notes[chosen])
        assert box.top() >= page.tabs.geometry().bottom() - 1
        assert box.bottom() <= page.tools.geometry().top() + 1


@pytest.mark.parametrize("whole", [False, True])
def test_copies_come_into_sight(qtbot: QtBot, page: BoardPage, whole: bool) -> None:
    """Of notes far from what one looks at, and of a whole cluster, whose copy stands beside it."""
    page.place.commands.run("board.next")
    board = page.model.board.id
    boards.add_notes(page.doc, board, ["in sight"], "ideator", at=(0, 0))
    notes = boards.add_notes(page.doc, board, ["a"], "ideator", at=(4_000, 3_000))
    notes += boards.add_notes(page.doc, board, ["b"], "ideator", at=(4_200, 3_000))
    if whole:
        clustering.group_notes(page.doc, notes, "Far")
    page.canvas.select(notes)
    page.canvas.sight.set_camera(Camera(-100, -100, 1.0))
    page.canvas.setFocus()
    qtbot.keyClick(page.canvas, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    copies = page.canvas.selection
    assert copies.isdisjoint(notes)
    first = page.model.notes[min(copies)]
    sight = page.canvas.sight.area()
    assert sight.holds(first.x, first.y)
    assert sight.holds(first.x + first.w, first.y + first.h)


@pytest.mark.parametrize("scale", [0.4, 1.0, 1.7])
def test_the_view_stands_still_while_new_notes_have_room_in_it(
    qtbot: QtBot, page: BoardPage, scale: float
) -> None:
    page.place.commands.run("board.next")
    page.place.commands.run("board.next")
    page.canvas.sight.zoom(scale)
    page.canvas.sight.set_camera(page.canvas.sight.camera.panned(17, 23))
    before = page.canvas.sight.camera
    for n in range(3):
        write(qtbot, page, f"note {n}")
    assert max(abs(page.canvas.sight.camera.x - before.x), abs(page.canvas.sight.camera.y - before.y)) < 2
    assert page.canvas.sight.camera.scale == before.scale
