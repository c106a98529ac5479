"""The board as a list, with real keys: the notes, the selection and the actions of the canvas."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from mission_desk.core.board import (
    board_plans,
    board_setup,
    boards,
    clustering,
    covering,
    moving,
    note_properties,
)
from mission_desk.core.file.closed_sets import STYLES
from mission_desk.core.file.rows import Cluster, Note, Seat
from mission_desk.core.room import people
from mission_desk.core.stage import desk_position
from mission_desk.core.statement import concerns
from mission_desk.ui.board.list.list_columns import Column, list_columns
from mission_desk.ui.board.list.list_view import BoardList
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.command_table import table
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.palette import Palette

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NOWHERE = QModelIndex()


@pytest.fixture
def page(desk: Desk) -> BoardPage:
    desk_position.show_board(desk.doc, "think-big")
    board_page = desk.pages["board"]
    assert isinstance(board_page, BoardPage)
    return board_page


@pytest.fixture
def listed(qtbot: QtBot, desk: Desk, page: BoardPage) -> BoardList:
    """The list in front, with four notes, the keys in it."""
    board = page.model.board.id
    boards.add_notes(desk.doc, board, ["delta #phone", "alpha"], "ideator")
    boards.add_notes(desk.doc, board, ["charlie", "bravo #night"], "heart")
    page.canvas.setFocus()
    qtbot.keyClick(desk, "v", CONTROL | SHIFT)
    board_list = page.canvas_or_list.list
    assert board_list is not None
    qtbot.waitUntil(board_list.hasFocus)
    return board_list


def words(board_list: BoardList, column: Column = Column.TEXT) -> list[str]:
    return [board_list.rows.index(row, column).data() for row in range(board_list.rows.rowCount())]


def selected(page: BoardPage) -> list[str]:
    return sorted(page.model.notes[note].text.split()[0] for note in page.canvas.selection)


def press(qtbot: QtBot, desk: Desk, key: Qt.Key | str, more: Qt.KeyboardModifier | None = None) -> None:
    qtbot.keyClick(QApplication.focusWidget() or desk, key, more or Qt.KeyboardModifier.NoModifier)


def stand_in(board_list: BoardList, row: int, column: Column) -> None:
    board_list.setCurrentIndex(board_list.rows.index(row, column))


def agree(page: BoardPage, board_list: BoardList) -> None:
    """File, canvas and list say the same of every note, and of what is selected."""
    assert page.model.board is not None
    rows = {note.id: note for note in page.doc.rows(Note, "board = ?", page.model.board.id)}
    names = {cluster.id: cluster.name for cluster in page.doc.rows(Cluster)}
    assert page.model.notes == rows
    shown = [board_list.rows.note_in(row) for row in range(board_list.rows.rowCount())]
    assert sorted(note.id for note in shown) == sorted(rows)
    assert [board_list.rows.row_of(note.id) for note in shown] == list(range(len(rows)))
    for row, note in enumerate(shown):
        assert note == rows[note.id]
        cells = [board_list.rows.index(row, column).data() for column in Column]
        assert cells[Column.TEXT] == ("Face down" if note.covered else " ".join(note.text.split()))
        assert cells[Column.CLUSTER] == names.get(note.cluster, "")
        assert cells[Column.DOTS] == (str(note.dots) if note.dots else "")
    keys = [board_list.rows._key(note) for note in shown]
    assert keys == sorted(keys, reverse=board_list.rows.turned)
    assert board_list.chosen() == page.canvas.selection


def test_one_key_turns_the_board_over_and_back(
    qtbot: QtBot, desk: Desk, page: BoardPage, listed: BoardList
) -> None:
    assert words(listed) == ["delta #phone", "alpha", "charlie", "bravo #night"]
    assert listed.isVisible()
    assert not page.canvas.isVisible()
    assert page.corner.turn.isChecked()
    press(qtbot, desk, "v", CONTROL | SHIFT)
    assert page.canvas.isVisible()
    assert page.canvas.hasFocus()


def test_walking_selects_on_the_canvas_too(
    qtbot: QtBot, desk: Desk, page: BoardPage, listed: BoardList
) -> None:
    stand_in(listed, 0, Column.TEXT)
    press(qtbot, desk, Qt.Key.Key_Down)
    assert selected(page) == ["alpha"]
    press(qtbot, desk, Qt.Key.Key_Down, SHIFT)
    assert selected(page) == ["alpha", "charlie"]
    press(qtbot, desk, "v", CONTROL | SHIFT)
    assert selected(page) == ["alpha", "charlie"]
    first = next(iter(page.model.notes))
    page.canvas.select({first})
    press(qtbot, desk, "v", CONTROL | SHIFT)
    assert listed.chosen() == {first}


def test_a_text_is_changed_in_its_cell(qtbot: QtBot, desk: Desk, page: BoardPage, listed: BoardList) -> None:
    for key, text in ((Qt.Key.Key_F2, "echo"), (Qt.Key.Key_Return, "foxtrot")):
        stand_in(listed, 1, Column.TEXT)
        press(qtbot, desk, key)
        assert page.editor.isVisible()
        assert page.editor.parent() is listed.viewport()
        qtbot.keyClicks(page.editor, text)
        qtbot.keyClick(page.editor, Qt.Key.Key_Return)
        assert words(listed)[1] == text
        assert listed.hasFocus()


def test_letters_do_what_they_do_on_the_canvas(
    qtbot: QtBot, desk: Desk, page: BoardPage, listed: BoardList
) -> None:
    stand_in(listed, 0, Column.TEXT)
    press(qtbot, desk, Qt.Key.Key_Down, SHIFT)
    press(qtbot, desk, "+")
    press(qtbot, desk, "4")
    assert words(listed, Column.DOTS) == ["1", "1", "", ""]
    assert words(listed, Column.STYLE)[:2] == ["Heart", "Heart"]
    press(qtbot, desk, Qt.Key.Key_Delete)
    assert words(listed) == ["charlie", "bravo #night"]
    press(qtbot, desk, "z", CONTROL)
    assert len(words(listed)) == 4
    agree(page, listed)


def test_group_asks_for_the_name_in_the_list(
    qtbot: QtBot, desk: Desk, page: BoardPage, listed: BoardList
) -> None:
    press(qtbot, desk, "a", CONTROL)
    press(qtbot, desk, "g", CONTROL)
    assert page.editor.parent() is listed.viewport()
    qtbot.keyClicks(page.editor, "Voices")
    qtbot.keyClick(page.editor, Qt.Key.Key_Return)
    assert words(listed, Column.CLUSTER) == ["Voices"] * 4


def test_a_note_of_a_folded_cluster_is_chosen_alone(
    qtbot: QtBot, desk: Desk, page: BoardPage, listed: BoardList
) -> None:
    cluster = clustering.group_notes(desk.doc, list(page.model.notes), "Voices")
    clustering.fold_clusters(desk.doc, [cluster], True)
    stand_in(listed, 1, Column.TEXT)
    assert len(page.canvas.selection) == 1
    press(qtbot, desk, "v", CONTROL | SHIFT)
    assert len(page.canvas.selection) == 4


def test_enter_opens_what_the_cell_says(qtbot: QtBot, desk: Desk, page: BoardPage, listed: BoardList) -> None:
    people.set_style_counts(desk.doc, {"heart": 2})
    seat = desk.doc.rows(Seat)[0]
    people.name_seat(desk.doc, seat.id, "Ines")
    for column, typed in ((Column.STYLE, "anal"), (Column.AUTHOR, "ines")):
        stand_in(listed, 1, column)
        press(qtbot, desk, Qt.Key.Key_Return)
        asked = desk.findChild(Palette)
        assert asked is not None
        qtbot.keyClicks(asked.field, typed)
        qtbot.keyClick(asked.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: desk.findChild(QDialog) is None)
        desk.activateWindow()
        qtbot.waitUntil(listed.hasFocus)
    assert words(listed, Column.STYLE)[1] == "Analyst"
    assert words(listed, Column.AUTHOR)[1] == "Ines"
    people.name_seat(desk.doc, seat.id, "Ina")
    assert words(listed, Column.AUTHOR)[1] == "Ina"


def test_sorting_by_key_and_by_its_head(qtbot: QtBot, desk: Desk, page: BoardPage, listed: BoardList) -> None:
    stand_in(listed, 0, Column.TEXT)
    for wanted in ("abcd", "dcba", "dacb"):
        press(qtbot, desk, "o", CONTROL | SHIFT)
        assert "".join(text[0] for text in words(listed)) == wanted
        assert selected(page) == ["delta"]
    head = listed.horizontalHeader()
    at = QPoint(head.sectionViewportPosition(Column.DOTS) + 9, head.height() // 2)
    boards.add_dots(desk.doc, [max(page.model.notes)], 2)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert words(listed)[0] == "bravo #night"


def test_what_is_typed_posts_and_appears(
    qtbot: QtBot, desk: Desk, page: BoardPage, listed: BoardList
) -> None:
    press(qtbot, desk, Qt.Key.Key_Escape)
    press(qtbot, desk, "Z")
    qtbot.keyClicks(page.bar.field, "ulu")
    qtbot.keyClick(page.bar.field, Qt.Key.Key_Return)
    assert "Zulu" in words(listed)


def test_what_is_filtered_away_comes_last_and_is_named(
    desk: Desk, page: BoardPage, listed: BoardList
) -> None:
    page.filter_controller.toggle_tag("night")
    assert words(listed)[0] == "bravo #night"
    assert [listed.rows.is_dimmed(listed.rows.note_in(row).id) for row in range(4)] == [
        False,
        True,
        True,
        True,
    ]
    page.filter_controller.clear()
    assert words(listed)[0] == "delta #phone"


def test_a_covered_note_is_not_read_in_the_list(desk: Desk, page: BoardPage, listed: BoardList) -> None:
    note = next(iter(page.model.notes))
    covering.cover_notes(desk.doc, [note])
    assert words(listed)[0] == "Face down"
    assert words(listed, Column.TAGS)[0] == ""
    with desk.doc.action("note.edit") as write:
        write.update(Note, note, dots=7, author=people.seats(desk.doc)[0].id)
    concerns.raise_concern(desk.doc, "Really?", note=note)
    for column in (Column.STYLE, Column.DOTS, Column.AUTHOR):
        assert words(listed, column)[0] == "", column
    seen = QAccessible.queryAccessibleInterface(listed)
    names = [seen.child(number).text(QAccessible.Text.Name) for number in range(seen.childCount())]
    assert not {"7 dots", "Face down. 1 open concern"} & set(names)


def test_a_screen_reader_hears_what_is_seen(desk: Desk, page: BoardPage, listed: BoardList) -> None:
    first, second, *_ = page.model.notes
    concerns.raise_concern(desk.doc, "Really?", note=first)
    boards.add_dots(desk.doc, [second], 2)
    seen = QAccessible.queryAccessibleInterface(listed)
    assert seen.role() == QAccessible.Role.Table
    assert seen.text(QAccessible.Text.Name) == "Notes of the board"
    parts = [seen.child(number) for number in range(seen.childCount())]
    names = {(part.role(), part.text(QAccessible.Text.Name)) for part in parts}
    assert (QAccessible.Role.ColumnHeader, "Dots") in names
    assert (QAccessible.Role.Cell, "delta #phone. 1 open concern") in names
    assert (QAccessible.Role.Cell, "2 dots") in names


def test_one_change_moves_one_row_and_fills_nothing_anew(
    desk: Desk, page: BoardPage, listed: BoardList
) -> None:
    listed.sort_by(Column.TEXT)
    fresh, moved = QSignalSpy(listed.rows.modelReset), QSignalSpy(listed.rows.rowsMoved)
    added, gone = QSignalSpy(listed.rows.rowsInserted), QSignalSpy(listed.rows.rowsRemoved)
    note = next(iter(page.model.notes))
    boards.edit_note(desk.doc, note, "aardvark")
    boards.remove_notes(desk.doc, [note])
    desk.doc.undo()
    assert [spy.count() for spy in (fresh, moved, added, gone)] == [0, 1, 1, 1]
    agree(page, listed)


@pytest.mark.parametrize("seed", range(4))
def test_file_canvas_and_list_agree_after_every_step(
    desk: Desk, page: BoardPage, listed: BoardList, seed: int
) -> None:
    dice, doc, model = random.Random(seed), desk.doc, page.model
    people.set_style_counts(doc, {"heart": 3})

    def some() -> list[int]:
        return dice.sample(sorted(model.notes), min(len(model.notes), dice.randint(1, 4)))

    def one() -> int:
        return dice.choice(sorted(model.notes))

    parking = boards.board_by_key(doc, "parking").id
    acts = (
        lambda: boards.add_notes(doc, model.board.id, [f"{dice.random()} #x"], dice.choice(STYLES)),
        lambda: boards.edit_note(doc, one(), dice.choice(["zeta", "eta #x", "theta"])),
        lambda: boards.remove_notes(doc, some()[:2]),
        lambda: boards.restyle_notes(doc, some(), dice.choice(STYLES)),
        lambda: boards.add_dots(doc, some(), dice.choice([-1, 1, 2])),
        lambda: moving.move_notes(doc, some(), dice.randint(-400, 400), dice.randint(-400, 400)),
        lambda: moving.send_notes(doc, some()[:1], parking),
        lambda: clustering.group_notes(doc, some(), dice.choice(["Voices", "Nights"])),
        lambda: [clustering.rename_cluster(doc, each, "Aisles") for each in list(model.clusters)[:1]],
        lambda: [clustering.ungroup(doc, each) for each in list(model.clusters)[:1]],
        lambda: clustering.fold_clusters(doc, list(model.clusters)[:2], dice.random() < 0.6),
        lambda: note_properties.lock_notes(doc, some(), dice.random() < 0.5),
        lambda: concerns.raise_concern(doc, "Why?", note=one()),
        lambda: people.name_seat(doc, dice.choice(doc.rows(Seat)).id, dice.choice(["Ina", "Bo"])),
        lambda: page.filter_controller.toggle_tag("x"),
        lambda: listed.sort_by(dice.choice(list(Column))),
        lambda: page.canvas.select(some()),
        lambda: listed.selectRow(dice.randrange(listed.rows.rowCount())),
        lambda: doc.undo(),
        lambda: doc.undo(),
        lambda: doc.redo(),
    )
    for _ in range(45):
        if not model.notes:
            doc.undo()
        dice.choice(acts)()
        agree(page, listed)
    while doc.undo():
        agree(page, listed)
    while doc.redo():
        pass
    agree(page, listed)


def test_the_corner_stays_in_its_corner_over_the_list(
    desk: Desk, page: BoardPage, listed: BoardList, qtbot: QtBot
) -> None:
    for width in (1600, 1024, 1366):
        desk.resize(width, 768)
        qtbot.waitUntil(lambda: page.corner.x() + page.corner.width() == page.width() - 16)


def test_the_face_is_where_the_desk_stands_and_no_step_of_undo(
    desk: Desk, page: BoardPage, listed: BoardList
) -> None:
    before = len(page.doc.rows(Note))
    desk.doc.undo()
    assert len(page.doc.rows(Note)) == before - 2
    assert page.canvas_or_list.shows_list()
    desk_position.show_board(desk.doc, "challenge")
    assert (page.canvas_or_list.shows_list(), words(listed)) == (True, [])
    assert page.canvas_or_list._empty.isVisible()


def test_every_column_of_the_list_is_a_row_of_its_table(listed: BoardList) -> None:
    commands = {row.key for row in table()}
    assert len(list_columns()) == len(Column) == listed.rows.columnCount()
    assert all(column.title and column.command in commands for column in list_columns())
    assert [n for n, column in enumerate(list_columns()) if not column.width] == [Column.TEXT]


def test_places_on_two_axes_are_columns_that_sort_by_number(page: BoardPage, qtbot: QtBot) -> None:
    plan = next(each for each in board_plans.templates("en") if each.title == "Cost and change")
    key = board_setup.add_boards(page.doc, [plan])[0]
    number = boards.board_by_key(page.doc, key).id
    for text, x in (("dear", 1100), ("cheap", 0), ("between", 552)):
        boards.add_notes(page.doc, number, [text], "heart", at=(x, 172))
    page.place.commands.run("board.list")
    shown = page.canvas_or_list.list
    assert shown is not None
    assert shown.isColumnHidden(Column.ACROSS)  # this board has no axes
    desk_position.show_board(page.doc, key)
    titles = [shown.rows.headerData(each, Qt.Orientation.Horizontal) for each in (Column.ACROSS, Column.UP)]
    assert titles == ["What it costs", "What it changes"]
    assert not shown.isColumnHidden(Column.ACROSS)
    shown.sort_by(Column.ACROSS)
    assert words(shown) == ["cheap", "between", "dear"]
    assert words(shown, Column.ACROSS) == ["7", "50", "93"]
    assert words(shown, Column.UP) == ["50", "50", "50"]
