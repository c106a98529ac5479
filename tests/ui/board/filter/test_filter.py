"""Filter and search with real keys: what is passed over is dimmed and stays where it is, nothing is written,
and the room sees all of it as before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from mission_desk.core.board import boards, clustering
from mission_desk.core.board.filtering import Filter
from mission_desk.core.file.rows import Note
from mission_desk.core.plan import roadmap
from mission_desk.core.stage import desk_position
from mission_desk.core.statement import concerns, drafts
from mission_desk.ui.board.filter.filter_card import FilterCard
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.palette import Palette

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(desk: Desk) -> BoardPage:
    desk_position.show_board(desk.doc, "think-big")
    board_page = desk.pages["board"]
    assert isinstance(board_page, BoardPage)
    board = board_page.model.board.id
    boards.add_notes(desk.doc, board, ["Calm voices #phone", "No waiting"], "ideator")
    boards.add_notes(desk.doc, board, ["Calls at night #Phone", "A calmer shop"], "heart")
    return board_page


def lit(page: BoardPage) -> str:
    """The first letters of the notes in the foreground."""
    notes = page.doc.rows(Note, "board = ? ORDER BY id", page.model.board.id)
    return "".join(note.text[0:2] for note in notes if note.id not in page.model.dimmed)


def card(qtbot: QtBot, desk: Desk) -> FilterCard:
    desk.pages["board"].canvas.setFocus()
    qtbot.keyClick(desk, "f", CONTROL | SHIFT)
    filter_card = desk.findChild(FilterCard)
    assert filter_card is not None
    return filter_card


def look_for(qtbot: QtBot, desk: Desk, words: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    qtbot.keyClick(desk, "f", CONTROL)
    palette = desk.findChild(Palette)
    assert palette is not None
    qtbot.keyClicks(palette.field, words)
    qtbot.keyClick(palette.field, key)
    qtbot.waitUntil(lambda: desk.findChild(Palette) is None)
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)


def test_the_card_filters_at_every_press_and_one_key_shows_all(
    qtbot: QtBot, desk: Desk, page: BoardPage
) -> None:
    before = page.doc.rows(Note), desk.stage_control.current_slide()
    filter_card = card(qtbot, desk)
    qtbot.keyClick(filter_card.buttons["styles", "heart"], Qt.Key.Key_Space)
    assert lit(page) == "CaA "
    qtbot.keyClick(filter_card.buttons["tags", "phone"], Qt.Key.Key_Space)
    assert lit(page) == "Ca"
    qtbot.keyClick(filter_card, Qt.Key.Key_Escape)
    assert page.chips.isVisible()
    assert page.chips.shown == ("Heart", "#phone", "1 of 4 notes")
    assert (page.doc.rows(Note), desk.stage_control.current_slide()) == before
    qtbot.keyClick(desk, "x", CONTROL | SHIFT)
    assert page.model.dimmed == frozenset()
    assert not page.chips.isVisible()


def test_a_chip_is_pressed_away_alone(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    filter_card = card(qtbot, desk)
    for option in (("styles", "heart"), ("tags", "phone")):
        qtbot.mouseClick(filter_card.buttons[option], Qt.MouseButton.LeftButton)
    filter_card.close()
    chip = next(each for each in page.chips.findChildren(QPushButton) if each.text().strip() == "#phone")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert lit(page) == "CaA "


def test_each_board_keeps_its_filter_and_undo_knows_none(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    filter_card = card(qtbot, desk)
    qtbot.keyClick(filter_card.buttons["styles", "heart"], Qt.Key.Key_Space)
    filter_card.close()
    desk_position.show_board(desk.doc, "challenge")
    assert not page.chips.isVisible()
    desk_position.show_board(desk.doc, "think-big")
    assert lit(page) == "CaA "
    desk.doc.undo()
    assert lit(page) == ""
    desk.doc.redo()
    assert lit(page) == "CaA "


def test_what_changes_is_weighed_anew(desk: Desk, page: BoardPage) -> None:
    one, two, three, four = page.model.notes
    page.filter_controller.toggle_tag("phone")
    boards.edit_note(desk.doc, two, "No waiting on the #PHONE")
    boards.remove_notes(desk.doc, [one])
    assert page.model.dimmed == {four}
    page.filter_controller.clear()
    page.filter_controller.ask_for(Filter(concern=True))
    assert page.model.dimmed == {two, three, four}
    worry = concerns.raise_concern(desk.doc, "Really?", note=three)
    assert page.model.dimmed == {two, four}
    concerns.accept_concern(desk.doc, worry)
    assert page.model.dimmed == {two, three, four}


def test_a_cluster_that_is_gone_filters_nothing(desk: Desk, page: BoardPage) -> None:
    one, two, *_ = page.model.notes
    cluster = clustering.group_notes(desk.doc, [one, two], "Voices")
    page.filter_controller.ask_for(Filter(clusters=frozenset({cluster})))
    assert lit(page) == "CaNo"
    clustering.ungroup(desk.doc, cluster)
    assert page.model.dimmed == frozenset()
    assert not page.chips.isVisible()


def test_select_all_takes_what_is_lit(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    page.filter_controller.toggle_tag("phone")
    page.canvas.setFocus()
    qtbot.keyClick(desk, "a", CONTROL)
    assert {page.model.notes[note].text[:2] for note in page.canvas.selection} == {"Ca"}


def test_what_is_found_is_lit_and_walked_by_keys(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    draft = drafts.add_draft(desk.doc, text="We are the calm voice.")
    row = roadmap.add_guideline(desk.doc, role="Lead", text="Stay calm")
    look_for(qtbot, desk, "calm")
    one, _, _, four = page.model.notes
    assert page.canvas.selection == {one}
    assert lit(page) == "CaA "
    assert page.chips.shown[0] == "“calm” · hit 1 of 4"
    qtbot.keyClick(desk, Qt.Key.Key_F3)
    assert page.canvas.selection == {four}
    qtbot.keyClick(desk, Qt.Key.Key_F3)
    assert (desk_position.page(desk.doc), desk_position.draft(desk.doc).id) == ("statement", draft)
    assert desk.messages.last == "3 of 4: Draft A"
    qtbot.keyClick(desk, Qt.Key.Key_F3)
    assert desk_position.page(desk.doc) == "roadmap"
    assert desk.pages["roadmap"].table.editor.guideline == row
    qtbot.keyClick(desk, Qt.Key.Key_F3)
    assert (desk_position.page(desk.doc), page.canvas.selection) == ("board", {one})
    qtbot.keyClick(desk, Qt.Key.Key_F3, SHIFT)
    assert desk_position.page(desk.doc) == "roadmap"


def test_a_walk_goes_on_after_something_was_written(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    look_for(qtbot, desk, "calm")
    one, *_, four = page.model.notes
    boards.remove_notes(desk.doc, [one])
    qtbot.keyClick(desk, Qt.Key.Key_F3)
    assert page.canvas.selection == {four}
    boards.remove_notes(desk.doc, [four])
    qtbot.keyClick(desk, Qt.Key.Key_F3)
    assert desk.messages.last == "“calm” is found nowhere."


def test_escape_in_find_leaves_nothing_lit(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    look_for(qtbot, desk, "calm", Qt.Key.Key_Escape)
    assert page.model.dimmed == frozenset()
    assert not page.chips.isVisible()


def test_the_card_gives_the_keys_back_to_the_notes(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    filter_card = card(qtbot, desk)
    qtbot.keyClick(QApplication.focusWidget() or filter_card, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.canvas.hasFocus)


def test_the_strip_of_chips_moves_nothing(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    """A board that nobody has moved fills its canvas, also after the window was made larger; the strip below
    it takes of its height and leaves the notes where they are."""
    boards.add_notes(desk.doc, page.model.board.id, [f"note {n}" for n in range(12)], "heart")
    for size in ((1366, 768), (1600, 900)):
        desk.resize(*size)
        qtbot.waitUntil(lambda size=size: page.canvas.height() > size[1] // 2)
        shown = page.canvas.sight.camera
        page.canvas.sight.fit()
        assert page.canvas.sight.camera == shown
        page.views.chosen.clear()
    page.filter_controller.toggle_tag("phone")
    qtbot.waitUntil(page.chips.isVisible)
    assert page.canvas.sight.camera == shown
    assert page.tools.y() + page.tools.height() < page.canvas.height()


def test_what_the_sensor_finds_is_left_in_the_foreground(desk: Desk, page: BoardPage) -> None:
    note = boards.add_notes(desk.doc, page.model.board.id, ["Leverage best-in-class solutions"], "heart")[0]
    page.filter_controller.ask_for(Filter(finding=True))
    assert page.model.notes.keys() - page.model.dimmed == {note}
    boards.edit_note(desk.doc, note, "Answer before the kettle boils")
    assert page.model.notes.keys() == page.model.dimmed
