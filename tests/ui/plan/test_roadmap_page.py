"""The road map is typed while people talk: from cell to cell and from row to row without the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_desk.core.file.document import Document
from mission_desk.core.plan import priorities, roadmap, roles
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.look import theme
from mission_desk.ui.plan.roadmap.cells import cells
from mission_desk.ui.plan.roadmap.columns import ColumnName, columns, folded
from mission_desk.ui.plan.roadmap.page import RoadmapPage
from mission_desk.words import set_screen_language
from tests.ui.plan.roadmap_steps import (
    ADD,
    ALT,
    CONTROL,
    SHIFT,
    button_of,
    click,
    offered_roles,
    opened,
    roles_of,
    rows_of,
    shown_texts,
    type_here,
)


@pytest.fixture
def page(desk: Desk) -> RoadmapPage:
    return opened(desk)


@pytest.fixture
def sample(sample_desk: Desk) -> RoadmapPage:
    return opened(sample_desk)


def cell_words(page: RoadmapPage, row: int, name: ColumnName) -> list[str]:
    place = page.table.table.lines.place_of(row)
    assert place is not None
    return [piece.text for piece in cells(page.table.table.lines.every[place], page.table.today())[name]]


def test_a_guideline_is_typed_from_field_to_field(
    page: RoadmapPage, doc: Document, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.keyClick(desk, *ADD)
    for text in ("Agent", "When it rings, we answer", "Answered", "61", "80", "%", "Second calls"):
        type_here(qtbot, text)
    for text in ("case tool", "Jan", "Solved", "Team lead south"):
        type_here(qtbot, text)
    type_here(qtbot, "31 Jan", Qt.Key.Key_Return)
    (first,) = rows_of(doc)  # Enter after the last row makes none
    assert (first.role, first.text, first.measure) == ("Agent", "When it rings, we answer", "Answered")
    assert (first.start, first.goal, first.unit) == ("61", "80", "%")
    assert (first.data, first.data_from, first.data_since) == ("Second calls", "case tool", "Jan")
    assert (first.evaluation, first.owner, first.due[5:]) == ("Solved", "Team lead south", "01-31")
    assert not page.table.editor.isVisible()
    assert page.table.table.hasFocus()
    assert cell_words(page, first.id, "measure") == ["Answered", "61 → 80 %"]


def test_rows_that_hold_nothing_are_not_counted_and_not_made_twice(
    page: RoadmapPage, doc: Document, desk: Desk, qtbot: QtBot
) -> None:
    for _ in range(3):
        qtbot.keyClick(desk, *ADD)
        assert page.table.editor.fields["role"].hasFocus()
    assert len(rows_of(doc)) == 1
    assert not page.pill.isVisible()
    type_here(qtbot, "Agent")
    assert not page.pill.isVisible()  # a role alone is none either
    qtbot.keyClick(desk, *ADD)
    assert roles_of(doc) == ["Agent", ""]
    page.table.editor.take_focus("text")
    type_here(qtbot, "Stay on the line", Qt.Key.Key_Escape)
    assert page.pill.text() == "One guideline · 0 with an owner"


def test_words_that_are_no_day_are_kept(page: RoadmapPage, doc: Document, desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk, *ADD)
    page.table.editor.take_focus("due")
    type_here(qtbot, "after the summer", Qt.Key.Key_Escape)
    assert rows_of(doc)[0].due == "after the summer"
    assert not page.table.editor.isVisible()
    assert page.table.table.hasFocus()


def test_a_click_on_a_cell_opens_it_there(sample: RoadmapPage, sample_doc: Document, qtbot: QtBot) -> None:
    third, fourth = rows_of(sample_doc)[2:4]
    assert cell_words(sample, third.id, "owner") == ["nobody yet"]
    click(qtbot, sample, third.id, "owner")
    assert sample.table.editor.fields["owner"].hasFocus()
    type_here(qtbot, "Ruth")
    assert rows_of(sample_doc)[2].owner == "Ruth"
    qtbot.keyClick(sample.table.editor.fields["due"], Qt.Key.Key_Tab)  # on to the next row
    assert sample.table.editor.guideline == fourth.id
    qtbot.keyClick(sample.table.editor.fields["role"], Qt.Key.Key_Backtab)
    assert sample.table.editor.guideline == third.id
    assert sample.table.editor.fields["due"].hasFocus()


def test_enter_goes_down_the_column(sample: RoadmapPage, sample_doc: Document, qtbot: QtBot) -> None:
    first, second = rows_of(sample_doc)[:2]
    click(qtbot, sample, first.id, "owner")
    type_here(qtbot, "", Qt.Key.Key_Return)
    assert sample.table.editor.guideline == second.id
    assert sample.table.editor.fields["owner"].hasFocus()


def test_arrows_choose_the_cell_that_f2_opens(
    sample: RoadmapPage, sample_doc: Document, qtbot: QtBot
) -> None:
    table = sample.table.table
    table.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_F2):
        qtbot.keyClick(table, key)
    assert sample.table.editor.guideline == rows_of(sample_doc)[1].id
    assert sample.table.editor.fields["measure"].hasFocus()


def test_keys_on_a_row(sample: RoadmapPage, sample_doc: Document, sample_desk: Desk, qtbot: QtBot) -> None:
    before = roles_of(sample_doc)
    sample.table.table.setFocus()
    qtbot.keyClick(sample.table.table, Qt.Key.Key_Home)
    qtbot.keyClick(sample.table.table, Qt.Key.Key_Down)
    qtbot.keyClick(sample.table.table, Qt.Key.Key_Up, ALT)
    assert roles_of(sample_doc) == [before[1], before[0], *before[2:]]
    qtbot.keyClick(sample.table.table, Qt.Key.Key_Down)
    qtbot.keyClick(sample.table.table, Qt.Key.Key_Delete)
    assert roles_of(sample_doc) == [before[1], *before[2:]]
    assert sample.table.table.picking.row() == rows_of(sample_doc)[1].id  # the keys stay at their place
    qtbot.keyClick(sample_desk, Qt.Key.Key_Z, CONTROL)
    assert roles_of(sample_doc) == [before[1], before[0], *before[2:]]


def test_digits_say_which_priority_several_rows_serve(
    sample: RoadmapPage, sample_doc: Document, sample_desk: Desk, qtbot: QtBot
) -> None:
    third = priorities.priorities(sample_doc, "team")[2].id
    before = [row.priority for row in rows_of(sample_doc)]
    sample.table.table.setFocus()
    qtbot.keyClick(sample.table.table, Qt.Key.Key_Home)
    qtbot.keyClick(sample.table.table, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(sample.table.table, Qt.Key.Key_3)
    assert [row.priority for row in rows_of(sample_doc)] == [third, third, *before[2:]]
    qtbot.keyClick(sample_desk, Qt.Key.Key_Z, CONTROL)
    assert [row.priority for row in rows_of(sample_doc)] == before


def test_a_gap_leads_to_its_rows(sample: RoadmapPage, sample_doc: Document, qtbot: QtBot) -> None:
    assert sample.table.gaps.text().startswith("No owner: Planner, Voice to R&D · No date: the same 2")
    lacking = [row.id for row in rows_of(sample_doc) if not row.owner]
    no_owner = next(
        each for each in sample.table.gaps.findChildren(type(sample.add_button)) if "Planner" in each.text()
    )
    for expected in (*lacking, lacking[0]):
        qtbot.mouseClick(no_owner, Qt.MouseButton.LeftButton)
        assert sample.table.table.picking.row() == expected


def test_g_shows_only_what_lacks_something(sample: RoadmapPage, sample_doc: Document, qtbot: QtBot) -> None:
    everyone = shown_texts(sample)
    sample.table.table.setFocus()
    qtbot.keyClick(sample.table.table, Qt.Key.Key_G)
    assert shown_texts(sample) == [row.text for row in rows_of(sample_doc) if not row.owner]
    assert offered_roles(sample) == []
    qtbot.keyClick(sample.table.table, Qt.Key.Key_G)
    assert shown_texts(sample) == everyone


def test_a_role_without_a_guideline_begins_one(
    sample: RoadmapPage, sample_doc: Document, qtbot: QtBot
) -> None:
    """What ships for the role is offered and never put in by itself."""
    trainer = next(
        each for each in sample.table.gaps.findChildren(type(sample.add_button)) if each.text() == "Trainer"
    )
    qtbot.mouseClick(trainer, Qt.MouseButton.LeftButton)
    new = rows_of(sample_doc)[-1]
    assert (new.role, new.text, new.measure) == ("Trainer", "", "")
    sentence = sample.table.editor.fields["text"]
    assert sentence.hasFocus()
    assert sentence.placeholderText().startswith("When ")
    assert not roadmap.is_written(new)


def test_an_offer_is_taken_by_keys_alone(
    sample: RoadmapPage, sample_doc: Document, sample_desk: Desk, qtbot: QtBot
) -> None:
    assert offered_roles(sample) == ["Trainer", "Head of service"]
    sample.table.table.setFocus()
    qtbot.keyClick(sample.table.table, Qt.Key.Key_End)
    qtbot.keyClick(sample.table.table, Qt.Key.Key_Up)
    qtbot.keyClick(sample.table.table, Qt.Key.Key_Return)
    assert rows_of(sample_doc)[-1].role == "Trainer"
    qtbot.keyClick(sample.table.editor.fields["text"], Qt.Key.Key_Down)
    offered = sample.table.editor.foot.offers.buttons[0].text()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    new = rows_of(sample_doc)[-1]
    assert new.text == offered
    assert new.measure
    assert sample.table.editor.fields["text"].hasFocus()
    qtbot.keyClick(sample_desk, Qt.Key.Key_Z, CONTROL)
    assert rows_of(sample_doc)[-1].text == ""


def test_words_typed_on_an_offer_begin_its_guideline(page: RoadmapPage, doc: Document, qtbot: QtBot) -> None:
    """Also where a letter is a command on other lines: "G" and "L" are."""
    page.table.table.setFocus()
    role = offered_roles(page)[0]
    for letter in "GL ab 1":
        qtbot.keyClicks(QApplication.focusWidget(), letter)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert [(row.role, row.text) for row in rows_of(doc)] == [(role, "GL ab 1")]


def test_an_empty_road_map_offers_the_usual_roles(page: RoadmapPage, doc: Document) -> None:
    assert offered_roles(page)[0] == "Agent"
    assert len(offered_roles(page)) == 8
    roles.add_role(doc, "Night shift")
    assert offered_roles(page) == ["Night shift"]
    assert rows_of(doc) == []


def test_what_a_sentence_lacks_is_hinted_quietly(page: RoadmapPage, doc: Document) -> None:
    bare = roadmap.add_guideline(doc, role="Agent", text="We stay on the line")
    whole = roadmap.add_guideline(doc, role="Agent", text="When it rings, we answer")
    assert cell_words(page, bare, "text")[1:] == ["When does it hold? “When …, we …”"]
    assert cell_words(page, whole, "text")[1:] == []


def test_the_sensor_asks_in_the_sentence(page: RoadmapPage, doc: Document, desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk, *ADD)
    page.table.editor.take_focus("text")
    qtbot.keyClicks(QApplication.focusWidget(), "When it rings, we proactively answer")
    qtbot.waitUntil(lambda: "proactively" in page.table.editor.foot.findings.text())
    leave_out = button_of(page.table.editor.foot, "Leave the word out")
    qtbot.mouseClick(leave_out, Qt.MouseButton.LeftButton)
    page.table.editor.hand_on()
    assert rows_of(doc)[0].text == "When it rings, we answer"


def test_what_is_half_typed_stays_with_its_guideline(
    page: RoadmapPage, doc: Document, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.keyClick(desk, *ADD)
    qtbot.keyClicks(QApplication.focusWidget(), "Agent")
    qtbot.keyClick(desk, *ADD)
    assert roles_of(doc) == ["Agent", ""]
    assert page.table.editor.fields["role"].words() == ""
    qtbot.keyClick(page.table.editor.fields["role"], Qt.Key.Key_Z, CONTROL)
    assert roles_of(doc) == ["Agent"]


def test_a_row_does_not_run_away_while_it_is_written(
    sample: RoadmapPage, sample_doc: Document, qtbot: QtBot
) -> None:
    owner = next(each for each in columns(sample.table.table.width()) if each.name == "owner")
    qtbot.mouseClick(sample.table.card.head, Qt.MouseButton.LeftButton, pos=QPoint(owner.x + 9, 9))
    first = sample.table.table.lines.rows()[0]
    click(qtbot, sample, first, "owner")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, CONTROL)
    type_here(qtbot, "zzz", Qt.Key.Key_Tab)
    assert sample.table.table.lines.rows()[0] == first
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert sample.table.table.lines.rows()[0] != first


@pytest.mark.parametrize(
    ("width", "missing"),
    [
        (1296, ()),
        (1062, ("data", "evaluation")),
        (720, ("data", "evaluation", "owner", "due")),
    ],
)
def test_columns_make_room(width: int, missing: tuple[str, ...]) -> None:
    assert folded(width) == missing
    assert columns(width)[-1].right <= width
    assert not {column.name for column in columns(width)} & set(missing)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("width", [1600, 1366, 1024, 800])
def test_nothing_is_cut_at_the_side(qtbot: QtBot, sample_doc: Document, width: int, language: str) -> None:
    set_screen_language(language)
    desk = Desk(sample_doc, theme.LIGHT)
    qtbot.addWidget(desk)
    desk.resize(width, 768)
    desk.show()
    page = opened(desk)
    page.show_row(rows_of(sample_doc)[0].id)
    qtbot.waitUntil(lambda: page.table.table.width() <= page.table.card.area.viewport().width())
    fields = [field for field in page.table.editor.fields.values() if field.isVisible()]
    inside = (field.geometry().translated(field.parentWidget().pos()) for field in fields)
    assert all(page.table.editor.rect().contains(box) for box in inside)
