"""Writing statements with real keys and mouse: what is typed is in the file, nothing is lost on the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from mission_desk.core.board import boards
from mission_desk.core.file.closed_sets import BENCH_TABS
from mission_desk.core.file.rows import Concern, Draft, Version
from mission_desk.core.stage import desk_position
from mission_desk.core.statement import concerns, drafts
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.look import theme
from mission_desk.ui.page import Page
from mission_desk.ui.statement.page import StatementPage
from mission_desk.ui.statement.tabs import DraftTab

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def page_of(desk: Desk) -> StatementPage:
    desk_position.show_page(desk.doc, "statement")
    statement_page: Page = desk.pages["statement"]
    assert isinstance(statement_page, StatementPage)
    return statement_page


def with_draft(desk: Desk, text: str = "") -> StatementPage:
    page = page_of(desk)
    desk.commands.run("draft.new")
    if text:
        drafts.write_draft(desk.doc, drafts.drafts(desk.doc)[-1].id, text)
    return page


def type_into(qtbot: QtBot, page: StatementPage, text: str) -> None:
    page.card.editor.setFocus()
    qtbot.keyClicks(page.card.editor, text)


def shown_tab(page: StatementPage) -> DraftTab:
    return next(tab for tab in page.tabs.tabs() if tab.isChecked())


def press(qtbot: QtBot, within: object, words: str) -> None:
    matching = [
        each for each in within.findChildren(QPushButton) if each.isVisible() and each.text() == words
    ]  # type: ignore[attr-defined]
    qtbot.mouseClick(matching[0], Qt.MouseButton.LeftButton)


def test_an_empty_page_teaches_and_starts_the_first_draft(qtbot: QtBot, desk: Desk) -> None:
    page = page_of(desk)
    assert page.first.isVisible()
    press(qtbot, page.first, "New draft")
    assert [draft.text for draft in drafts.drafts(desk.doc)] == [""]
    assert page.card.editor.hasFocus()
    assert not page.first.isVisible()


def test_a_first_version_says_what_will_stand_below_it(qtbot: QtBot, desk: Desk) -> None:
    page = page_of(desk)
    press(qtbot, page.first, "New draft")
    texts = [each.text() for each in page.work.diff.findChildren(QLabel) if each.isVisible()]
    assert any(words.startswith("Nothing has changed yet.") for words in texts)


def test_what_is_typed_is_in_the_file_after_a_pause(qtbot: QtBot, desk: Desk) -> None:
    page = with_draft(desk)
    type_into(qtbot, page, "We listen first.")
    assert "3 words" in page.signs.length.text()
    qtbot.waitUntil(lambda: drafts.drafts(desk.doc)[0].text == "We listen first.")


def test_typing_is_one_undo_and_comes_back_with_redo(qtbot: QtBot, desk: Desk) -> None:
    page = with_draft(desk)
    type_into(qtbot, page, "We listen.")
    qtbot.keyClick(page.card.editor, Qt.Key.Key_Z, CONTROL)
    assert page.card.editor.toPlainText() == ""
    assert drafts.drafts(desk.doc)[0].text == ""
    page.card.name.setFocus()  # leaving the text after an undo keeps nothing, or Redo would be gone
    qtbot.keyClick(page.card.name, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert page.card.editor.toPlainText() == "We listen."
    assert desk.doc.rows(Version) == []


def test_ctrl_enter_keeps_a_version(qtbot: QtBot, desk: Desk) -> None:
    page = with_draft(desk)
    type_into(qtbot, page, "We listen.")
    qtbot.keyClick(page.card.editor, Qt.Key.Key_Return, CONTROL)
    assert [(row.number, row.text) for row in desk.doc.rows(Version)] == [(1, "We listen.")]
    assert page.card.editor.toPlainText() == "We listen."
    qtbot.keyClick(page.card.editor, Qt.Key.Key_Return, CONTROL)
    assert len(desk.doc.rows(Version)) == 1
    assert "Nothing has changed" in desk.messages.last


def test_leaving_the_text_keeps_a_version_once(qtbot: QtBot, desk: Desk) -> None:
    page = with_draft(desk)
    type_into(qtbot, page, "We listen.")
    for _ in range(2):
        page.card.name.setFocus()
        page.card.editor.setFocus()
    assert [row.text for row in desk.doc.rows(Version)] == ["We listen."]
    assert "v1" in shown_tab(page).accessibleDescription()


def test_another_draft_is_shown_by_arrow_and_the_first_one_is_kept(qtbot: QtBot, desk: Desk) -> None:
    page = with_draft(desk, "First.")
    desk.commands.run("draft.new")
    type_into(qtbot, page, "Second.")
    tab = next(tab for tab in page.tabs.tabs() if tab.isChecked())
    tab.setFocus()
    qtbot.keyClick(tab, Qt.Key.Key_Left)
    first, second = drafts.drafts(desk.doc)
    assert desk_position.draft(desk.doc) == first
    assert page.card.editor.toPlainText() == "First."
    assert second.text == "Second."
    assert [row.text for row in drafts.versions(desk.doc, second.id)] == ["Second."]
    assert next(tab for tab in page.tabs.tabs() if tab.isChecked()).hasFocus()


def test_half_typed_words_go_to_their_own_draft_when_another_page_shows_one(qtbot: QtBot, desk: Desk) -> None:
    page = with_draft(desk)
    one = drafts.drafts(desk.doc)[0].id
    two = drafts.add_draft(desk.doc, text="Other.")
    type_into(qtbot, page, "Mine.")
    desk_position.show_draft(desk.doc, two)
    assert desk.doc.row(Draft, one).text == "Mine."
    assert desk.doc.row(Draft, two).text == "Other."
    assert page.card.editor.toPlainText() == "Other."


def test_a_version_is_read_and_restored(qtbot: QtBot, sample_desk: Desk) -> None:
    page = page_of(sample_desk)
    draft = drafts.drafts(sample_desk.doc)[0]
    oldest = drafts.versions(sample_desk.doc, draft.id)[-1]
    sample_desk.commands.run("bench.versions")
    restore = page.work.versions.buttons()
    assert len(restore) == oldest.number + 5  # seven kept, the newest stands in the draft
    qtbot.mouseClick(restore[-1], Qt.MouseButton.LeftButton)
    assert sample_desk.doc.row(Draft, draft.id).text == oldest.text
    assert page.card.editor.toPlainText() == oldest.text
    assert len(drafts.versions(sample_desk.doc, draft.id)) == 7


def test_the_name_and_whom_it_is_for_are_written(qtbot: QtBot, desk: Desk) -> None:
    page = with_draft(desk)
    for field, words in ((page.card.name, "Calm voice"), (page.card.audience, "shop owners")):
        field.setFocus()
        qtbot.keyClicks(field, words)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    row = drafts.drafts(desk.doc)[0]
    assert (row.name, row.audience) == ("Calm voice", "shop owners")


def test_a_concern_sticks_to_the_selected_phrase(qtbot: QtBot, desk: Desk) -> None:
    page = with_draft(desk, "We answer in one call.")
    page.card.editor.select("in one call")
    qtbot.keyClick(page.card.editor, Qt.Key.Key_E, CONTROL)
    field = page.aside.raising.field
    assert field.hasFocus()
    qtbot.keyClicks(field, "And when it takes two?")
    qtbot.mouseClick(page.aside.raising.mark("heart"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    row = desk.doc.rows(Concern)[0]
    assert (row.phrase, row.text, row.style) == ("in one call", "And when it takes two?", "heart")
    marked = page.card.editor.extraSelections()
    assert [selection.cursor.selectedText() for selection in marked] == ["in one call"]
    assert marked[0].format.background().color().name() == theme.LIGHT.mark
    assert "1 open" in shown_tab(page).accessibleDescription()


def test_a_concern_is_answered_opened_again_accepted_and_deleted(qtbot: QtBot, desk: Desk) -> None:
    page = with_draft(desk, "We answer.")
    draft = drafts.drafts(desk.doc)[0].id
    number = concerns.raise_concern(desk.doc, "Always?", draft=draft)
    assert number is not None
    card = page.aside.card(number)
    press(qtbot, card, "Answer…")
    qtbot.keyClicks(card.answer, "On weekdays.")
    qtbot.keyClick(card.answer, Qt.Key.Key_Return)
    assert (desk.doc.row(Concern, number).state, desk.doc.row(Concern, number).answer) == (
        "answered",
        "On weekdays.",
    )
    press(qtbot, card, "Open again")
    assert desk.doc.row(Concern, number).state == "open"
    press(qtbot, card, "Live with it")
    assert desk.doc.row(Concern, number).state == "accepted"
    press(qtbot, card, "Delete")
    assert desk.doc.rows(Concern) == []


def test_a_half_typed_answer_survives_what_others_change(qtbot: QtBot, desk: Desk) -> None:
    page = with_draft(desk, "We answer.")
    draft = drafts.drafts(desk.doc)[0].id
    number = concerns.raise_concern(desk.doc, "Always?", draft=draft)
    assert number is not None
    page.aside.card(number).start_answer()
    qtbot.keyClicks(page.aside.card(number).answer, "On week")
    concerns.raise_concern(desk.doc, "Another one", draft=draft)
    assert page.aside.card(number).answer.toPlainText() == "On week"
    assert page.aside.card(number).answer.isVisible()


def test_a_paste_is_plain_and_cut_to_what_a_statement_holds(qtbot: QtBot, desk: Desk) -> None:
    page = with_draft(desk, "Start ")
    page.card.editor.moveCursor(QTextCursor.MoveOperation.End)
    QGuiApplication.clipboard().setText("x" * 100_000)
    page.card.editor.paste()
    assert "2000 characters" in desk.messages.last
    qtbot.keyClicks(page.card.editor, "y")
    page.card.editor.hand_on()
    text = drafts.drafts(desk.doc)[0].text
    assert (len(text), text[:7], text[-1]) == (drafts.STATEMENT_LIMIT, "Start x", "x")
    assert len(QGuiApplication.clipboard().text()) == 100_000


@pytest.mark.parametrize(("words", "look"), [(5, f"editor-{theme.HERO}"), (120, f"editor-{theme.LEAD}")])
def test_the_words_shrink_as_they_grow_more(desk: Desk, words: int, look: str) -> None:
    page = with_draft(desk, "word " * words)
    assert page.card.editor.property("look") == look
    assert not page.card.editor.verticalScrollBar().isVisible()


def test_the_chosen_draft_says_so(qtbot: QtBot, desk: Desk) -> None:
    page = with_draft(desk, "We listen.")
    press(qtbot, page.card, "Choose this draft")
    assert drafts.chosen(desk.doc) == drafts.drafts(desk.doc)[0]
    assert not desk.commands.action("draft.choose").isEnabled()


def test_a_deleted_draft_comes_back_with_its_versions(qtbot: QtBot, desk: Desk) -> None:
    page = with_draft(desk)
    type_into(qtbot, page, "We listen.")
    qtbot.keyClick(page.card.editor, Qt.Key.Key_Return, CONTROL)
    desk.commands.run("draft.remove")
    assert drafts.drafts(desk.doc) == []
    assert page.first.isVisible()
    desk.doc.undo()
    assert page.card.editor.toPlainText() == "We listen."
    assert len(desk.doc.rows(Version)) == 1


def test_notes_it_was_built_from_hang_below_it(desk: Desk) -> None:
    page = page_of(desk)
    board = boards.boards(desk.doc)[0]
    notes = boards.add_notes(desk.doc, board.id, ["<b>Calm</b> voice"], "ideator")
    desk_position.show_draft(desk.doc, drafts.draft_from_notes(desk.doc, notes))
    assert page.sources.isVisible()
    assert [chip.text() for chip in page.sources.chips()] == ["<b>Calm</b> voice"]


def test_the_way_to_the_vote(qtbot: QtBot, desk: Desk) -> None:
    page = with_draft(desk)
    assert not desk.commands.action("draft.vote").isEnabled()
    type_into(qtbot, page, "We listen.")
    page.card.editor.hand_on()
    press(qtbot, page, "Vote on the drafts")
    assert desk_position.page(desk.doc) == "vote"
    assert [row.text for row in desk.doc.rows(Version)] == ["We listen."]


def test_a_narrow_window_shows_the_concerns_below_the_draft(desk: Desk) -> None:
    page = with_draft(desk, "We listen.")
    assert not page.isAncestorOf(page.aside)
    desk.resize(1024, 768)
    assert page.isAncestorOf(page.aside)
    assert page.aside.isVisible()
    desk.resize(1600, 900)
    assert not page.isAncestorOf(page.aside)


def test_a_click_that_leaves_the_text_still_counts(qtbot: QtBot, desk: Desk) -> None:
    """The version that is kept on leaving redraws tabs and versions while the mouse button is down."""
    page = with_draft(desk, "First.")
    drafts.keep_version(desk.doc, drafts.drafts(desk.doc)[0].id)
    desk.commands.run("bench.versions")
    type_into(qtbot, page, " More.")
    page.card.editor.hand_on()
    oldest = page.work.versions.buttons()[-1]
    page.card.editor.setFocus()
    qtbot.mouseClick(oldest, Qt.MouseButton.LeftButton)
    assert drafts.drafts(desk.doc)[0].text == "First."
    desk.commands.run("draft.new")
    type_into(qtbot, page, "Second.")
    qtbot.mouseClick(page.tabs.tabs()[0], Qt.MouseButton.LeftButton)
    assert page.card.editor.toPlainText() == "First."


def test_the_keys_are_the_statements_again_after_a_concern(qtbot: QtBot, desk: Desk) -> None:
    page = with_draft(desk, "We listen.")
    desk.commands.run("draft.concern")
    qtbot.keyClicks(page.aside.raising.field, "To whom?")
    qtbot.keyClick(page.aside.raising.field, Qt.Key.Key_Return)
    assert page.card.editor.hasFocus()
    concern = desk.doc.rows(Concern)[0]
    card = page.aside.card(concern.id)
    card.start_answer()
    qtbot.keyClicks(card.answer, "To everybody")
    qtbot.keyClick(card.answer, Qt.Key.Key_Return)
    qtbot.keyClick(desk.focusWidget(), Qt.Key.Key_Return)  # pressed twice
    assert desk.doc.row(Concern, concern.id).state == "answered"
    assert page.card.editor.hasFocus()


@pytest.mark.parametrize("size", [(1366, 768), (1600, 900)])
def test_the_tabs_of_the_bench_hold_still_while_somebody_types_or_chooses(
    desk: Desk, size: tuple[int, int]
) -> None:
    """They wandered with every finding that came and went, and with what lay on the bench."""
    desk.resize(*size)
    page = with_draft(desk)
    QApplication.processEvents()
    places = [page.work.tabs.choice.mapTo(desk, QPoint()).y()]
    for words in ("We ", "leverage synergies ", "to be the world-class leading provider of solutions. ") * 2:
        QTest.keyClicks(page.card.editor, words)
        QApplication.processEvents()
        places.append(page.work.tabs.choice.mapTo(desk, QPoint()).y())
    for key in BENCH_TABS:
        desk.commands.run(f"bench.{key}")
        QApplication.processEvents()
        places.append(page.work.tabs.choice.mapTo(desk, QPoint()).y())
    assert set(places) == {places[0]}
