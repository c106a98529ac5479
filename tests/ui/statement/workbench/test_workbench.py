"""The workbench with real keys and mouse: findings while typing, comparing, forking, notes into phrases,
parts, tests of a draft, the hunt, gut feelings."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from mission_desk.core.agenda import agenda
from mission_desk.core.board import boards
from mission_desk.core.file.closed_sets import BENCH_TABS
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Concern, Draft, Gut, Hit, Recall
from mission_desk.core.room import people
from mission_desk.core.room.personal_words import personal_words
from mission_desk.core.room.room_words import muted, room_words
from mission_desk.core.stage import desk_position, stage
from mission_desk.core.stage.slides import StatementBody
from mission_desk.core.statement import draft_sources, draft_tests, drafts, gut_feelings, parts
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.statement.editor.shelf import note_mime
from mission_desk.ui.statement.page import StatementPage

CALM = "We are the calm voice that gives small shops their evenings back."
SOUP = "We recieve calls with best-in-class answers."
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WAVE, DOTS = QTextCharFormat.UnderlineStyle.WaveUnderline, QTextCharFormat.UnderlineStyle.DotLine


def page_with(desk: Desk, *texts: str) -> StatementPage:
    made = [drafts.add_draft(desk.doc, text=text) for text in texts]
    desk_position.show_draft(desk.doc, made[0])
    page = desk.pages["statement"]
    assert isinstance(page, StatementPage)
    return page


def sensed(qtbot: QtBot, page: StatementPage, number: int) -> None:
    """The dictionary is read beside the window; so many places are underlined then."""
    qtbot.waitUntil(lambda: len(page.findings.marks) == number)


def press(qtbot: QtBot, within: QWidget, words: str) -> None:
    QApplication.processEvents()  # what was put into a layout shows itself a moment later
    matching = [
        each for each in within.findChildren(QPushButton) if each.isVisible() and each.text() == words
    ]
    qtbot.mouseClick(matching[0], Qt.MouseButton.LeftButton)


def lines(page: StatementPage) -> dict[str, object]:
    """What is underlined, and how."""
    return {
        extra.cursor.selectedText(): extra.format.underlineStyle()
        for extra in page.card.editor.extraSelections()
    }


def note(doc: Document, text: str) -> int:
    return boards.add_notes(doc, boards.boards(doc)[0].id, [text], "ideator")[0]


def seat_them(doc: Document, number: int) -> None:
    people.set_style_counts(doc, {"analyst": number, "ideator": 0, "strategist": 0, "heart": 0})


def test_empty_words_and_slips_are_underlined_each_in_its_way(qtbot: QtBot, desk: Desk) -> None:
    page = page_with(desk, SOUP)
    sensed(qtbot, page, 2)
    assert lines(page) == {"recieve": DOTS, "best-in-class": WAVE}
    assert "best-in-class" in page.signs.empty.text()
    qtbot.keyClicks(page.card.editor, " Innovative.")
    assert lines(page)["Innovative"] == WAVE
    assert page.signs.empty.text().startswith("2 ")


def test_f8_goes_from_finding_to_finding_and_says_the_question(qtbot: QtBot, desk: Desk) -> None:
    page = page_with(desk, SOUP)
    sensed(qtbot, page, 2)
    editor = page.card.editor
    for words in ("recieve", "best-in-class", "recieve"):
        qtbot.keyClick(editor, Qt.Key.Key_F8)
        assert editor.textCursor().selectedText() == words
        assert words in page.bar.text()
    qtbot.keyClick(editor, Qt.Key.Key_F8, SHIFT)
    assert "best-in-class" in page.bar.text()


def test_a_finding_is_muted_with_one_key_and_heard_again_after_undo(qtbot: QtBot, desk: Desk) -> None:
    page = page_with(desk, "Best-in-class answers.")
    sensed(qtbot, page, 1)
    qtbot.keyClick(page.card.editor, Qt.Key.Key_M, CONTROL)
    assert len(muted(desk.doc)) == 1
    assert page.findings.marks == ()
    assert page.bar.isHidden()
    desk.doc.undo()
    assert len(page.findings.marks) == 1


def test_a_slip_is_mended_by_a_press_on_what_was_meant(qtbot: QtBot, desk: Desk) -> None:
    page = page_with(desk, "We recieve calls.")
    sensed(qtbot, page, 1)
    qtbot.waitUntil(
        lambda: any(
            each.text() == "receive" and each.isVisible() for each in page.bar.findChildren(QPushButton)
        )
    )
    press(qtbot, page.bar, "receive")
    assert page.card.editor.toPlainText() == "We receive calls."
    assert page.findings.marks == ()


def test_a_word_of_ones_own_is_known_from_then_on(qtbot: QtBot, desk: Desk) -> None:
    page = page_with(desk, "We kvetchify calls.")
    sensed(qtbot, page, 1)
    qtbot.keyClick(page.card.editor, Qt.Key.Key_M, CONTROL | SHIFT)
    assert personal_words("dictionary") == ("kvetchify",)
    assert page.findings.marks == ()


def test_two_drafts_are_compared_in_one_text_and_side_by_side(qtbot: QtBot, desk: Desk) -> None:
    page = page_with(desk, "We listen first.", "We answer first.")
    press(qtbot, page, "Compare A ↔ B")
    compare = page.work.compare
    assert compare.isVisible()
    assert compare.texts() == ("We listen answer first.",)
    press(qtbot, compare, "Side by side")
    assert compare.texts() == ("We listen first.", "We answer first.")


def test_phrases_of_two_drafts_make_a_third(qtbot: QtBot, desk: Desk) -> None:
    page = page_with(desk, "We are calm, with one call for all.", "Nobody waits, that is our promise.")
    desk.commands.run("bench.compare")
    compare = page.work.compare
    press(qtbot, compare, "Pick phrases")
    press(qtbot, compare, "Nobody waits,")
    press(qtbot, compare, "with one call for all.")
    press(qtbot, compare, "Make a draft of it")
    newest = drafts.drafts(desk.doc)[-1]
    assert newest.text == "Nobody waits, with one call for all."
    assert desk_position.draft(desk.doc) == newest
    assert [version.text for version in drafts.versions(desk.doc, newest.id)] == [newest.text]


def test_a_version_says_where_it_came_from_and_can_be_forked(qtbot: QtBot, sample_desk: Desk) -> None:
    desk_position.show_page(sample_desk.doc, "statement")
    page = sample_desk.pages["statement"]
    assert isinstance(page, StatementPage)
    before = len(drafts.drafts(sample_desk.doc))
    sample_desk.commands.run("bench.versions")
    press(qtbot, page.work.versions, "Fork")
    made = drafts.drafts(sample_desk.doc)
    assert len(made) == before + 1
    texts = [each.text() for each in page.work.versions.findChildren(QWidget) if hasattr(each, "text")]
    assert "= A v7" in texts


def test_a_note_is_dropped_into_the_draft_and_its_chip_points_at_the_words(qtbot: QtBot, desk: Desk) -> None:
    page = page_with(desk, "We give.")
    number = note(desk.doc, "evenings back")
    editor = page.card.editor
    mime = note_mime(number, "evenings back")
    at = editor.cursorRect(editor.textCursor()).center()
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(QPoint(at), copy, mime, left, none),
        QDropEvent(QPointF(at), copy, mime, left, none),
    ):
        QApplication.sendEvent(editor.viewport(), event)
    assert "evenings back" in desk.doc.row(Draft, desk_position.draft(desk.doc).id).text  # type: ignore[union-attr]
    chip = page.sources.chips()[0]
    assert chip.toolTip().endswith("“evenings back” came of it")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert editor.textCursor().selectedText() == "evenings back"


def test_a_phrase_of_a_note_goes_in_by_keyboard_and_the_note_shows_where(qtbot: QtBot, desk: Desk) -> None:
    note(desk.doc, "Give the evenings back to them")
    page = page_with(desk, "We do it:")
    desk.commands.run("bench.notes")
    chip = page.work.shelf.chips()[0]
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    cursor = page.work.shelf.words.textCursor()
    cursor.setPosition(5)
    cursor.setPosition(22, cursor.MoveMode.KeepAnchor)
    page.work.shelf.words.setTextCursor(cursor)
    press(qtbot, page.work.shelf, "Put into the draft")
    draft = drafts.drafts(desk.doc)[0]
    assert draft.text == "We do it: the evenings back"
    assert [origin.phrase for origin in draft_sources.origins(desk.doc, draft.id)] == ["the evenings back"]
    assert [chip.text()[-3:] for chip in page.work.shelf.chips()] == ["→ A"]


def test_the_selected_words_become_a_part(qtbot: QtBot, desk: Desk) -> None:
    page = page_with(desk, CALM)
    desk.commands.run("bench.parts")
    card = page.work.parts.cards["serve"]
    assert "Not said yet" in card.text()
    page.card.editor.select("small shops")
    press(qtbot, card, "The selected words say it")
    assert card.text() == "small shops"
    press(qtbot, card, "Take away")
    assert parts.parts(desk.doc, drafts.drafts(desk.doc)[0].id) == {}


def test_one_key_swaps_the_trade_and_at_last_swaps_back(qtbot: QtBot, desk: Desk) -> None:
    page = page_with(desk, CALM)
    shown = []
    for _ in draft_tests.trades(desk.doc):
        qtbot.keyClick(page.card.editor, Qt.Key.Key_F12)
        shown.append(page.work.trials.swap.text())
    assert "early risers" in shown[0]
    assert "patients" in shown[1]
    qtbot.keyClick(page.card.editor, Qt.Key.Key_F12)
    assert draft_tests.swap_shown(desk.doc) == ""
    assert "nervous voice" in page.work.trials.opposite.text()


def test_by_heart_the_sentence_goes_and_what_is_typed_is_measured(qtbot: QtBot, desk: Desk) -> None:
    page = page_with(desk, CALM)
    draft = drafts.drafts(desk.doc)[0].id
    qtbot.keyClick(page.card.editor, Qt.Key.Key_F12, SHIFT)
    assert draft_tests.heart_state(desk.doc, draft) == "shown"
    draft_tests.show_heart(desk.doc, draft, "gone")  # seven seconds later
    assert page.card.editor.isHidden()
    assert page.work.trials.swap.isHidden()  # it would say the sentence
    heart = page.work.trials.heart
    qtbot.keyClicks(heart.field, "calm voice gives small shops back")
    qtbot.keyClick(heart.field, Qt.Key.Key_Return)
    assert [row.words for row in desk.doc.rows(Recall)] == ["calm voice gives small shops back"]
    press(qtbot, heart, "Show the sentence again")
    assert page.card.editor.isVisible()
    assert "83 % of it stayed" in heart.text()
    assert "evenings" in heart.text()


def test_buzz_marks_the_word_and_it_is_struck(qtbot: QtBot, desk: Desk) -> None:
    page = page_with(desk, "We give synergy answers.")
    page.card.editor.select("synergy")
    qtbot.keyClick(page.card.editor, Qt.Key.Key_B, CONTROL)
    assert desk_position.bench(desk.doc) == "hunt"
    sensed(qtbot, page, 1)
    assert lines(page) == {"synergy": WAVE}
    press(qtbot, page.work.hunt, "On the room's list")
    assert [row.words for row in room_words(desk.doc)] == ["synergy"]
    press(qtbot, page.work.hunt, "Strike it")
    assert page.card.editor.toPlainText() == "We give answers."
    assert [hit.state for hit in desk.doc.rows(Hit)] == ["struck"]


def test_words_are_put_on_the_rooms_list_and_on_ones_own(qtbot: QtBot, desk: Desk) -> None:
    page = page_with(desk, CALM)
    desk.commands.run("bench.hunt")
    lists = page.work.hunt.lists
    qtbot.keyClicks(lists.field, "move the needle")
    qtbot.keyClick(lists.field, Qt.Key.Key_Return)
    press(qtbot, lists, "for me, always")
    qtbot.keyClicks(lists.field, "going forward")
    qtbot.keyClick(lists.field, Qt.Key.Key_Return)
    assert [row.words for row in room_words(desk.doc)] == ["move the needle"]
    assert personal_words("empty-words") == ("going forward",)


def test_gut_feelings_are_typed_seat_by_seat_and_covered(qtbot: QtBot, desk: Desk) -> None:
    seat_them(desk.doc, 2)
    page = page_with(desk, CALM)
    desk.commands.run("gut.ask")
    card = page.aside.gut
    assert card.head() == "Gut feeling · 0 of 2"
    assert card.field.hasFocus()  # else the first seat's number would run as a command of the page
    for typed in ("9 relief", "eleven", "8"):
        assert card.bars.isHidden()
        qtbot.keyClicks(card.field, typed)
        assert typed not in card.field.displayText()  # nobody reads it over a shoulder
        qtbot.keyClick(card.field, Qt.Key.Key_Return)
        if typed == "eleven":
            assert "0 to 10" in desk.messages.last
            card.peek.trigger()
            assert card.field.displayText() == "eleven"
            card.peek.trigger()
            card.field.clear()
    assert card.bars.isVisible()
    strip = gut_feelings.strip(desk.doc, desk.doc.rows(Gut)[0])
    assert strip is not None
    assert (strip.mean, strip.words) == (8.5, ("relief",))


def test_a_concern_is_settled_by_the_changed_text(qtbot: QtBot, desk: Desk) -> None:
    page = page_with(desk, "We answer in one call.")
    page.card.editor.select("in one call")
    desk.commands.run("draft.concern")
    qtbot.keyClicks(page.aside.raising.field, "And when it takes two?")
    qtbot.keyClick(page.aside.raising.field, Qt.Key.Key_Return)
    draft, concern = drafts.drafts(desk.doc)[0], desk.doc.rows(Concern)[0]
    drafts.write_draft(desk.doc, draft.id, "We answer.")
    press(qtbot, page.aside.card(concern.id), "The text is changed")
    assert desk.doc.row(Concern, concern.id).state == "changed"
    assert "open" not in page.tabs.tabs()[0].accessibleDescription()


@pytest.mark.parametrize("size", [(1600, 900), (1366, 768), (1024, 768)])
@pytest.mark.parametrize("bench", BENCH_TABS)
def test_nothing_on_the_bench_is_wider_than_the_page(desk: Desk, size: tuple[int, int], bench: str) -> None:
    page = page_with(desk, CALM, "Nobody waits.")
    desk.resize(*size)
    desk.commands.run(f"bench.{bench}")
    QApplication.processEvents()
    assert page.work.tabs.minimumSizeHint().width() <= page.width() - 56


def test_a_selected_note_says_on_its_board_where_it_went(desk: Desk) -> None:
    number = note(desk.doc, "evenings back")
    draft = drafts.add_draft(desk.doc, text="We give.")
    draft_sources.place_words(desk.doc, draft, number, "evenings back", 7)
    desk_position.show_board(desk.doc, boards.boards(desk.doc)[0].key)
    page = desk.pages["board"]
    page.show_row(number)
    texts = [each.text() for each in page.side.findChildren(QLabel)]  # type: ignore[union-attr]
    assert "In draft A: “evenings back”" in texts


def stage_says(doc: Document) -> str:
    body = stage.now(doc).body
    assert isinstance(body, StatementBody)
    return body.asks


def test_a_step_of_the_analysts_offers_the_hunt_with_one_press(qtbot: QtBot, desk: Desk) -> None:
    page = page_with(desk, "Best-in-class answers.")
    assert page.offer.isHidden()
    step = next(each for each in agenda.steps(desk.doc) if agenda.leads(each) == ("analyst",))
    agenda.open_step(desk.doc, step.id)
    desk_position.show_page(desk.doc, "statement")
    assert page.offer.isVisible()
    qtbot.mouseClick(page.offer.start, Qt.MouseButton.LeftButton)
    assert page.work.hunt.isVisible()
    assert page.offer.isHidden()
    assert stage_says(desk.doc) == "Call “buzz!” at every empty word."
    agenda.open_step(desk.doc, agenda.steps(desk.doc)[0].id)
    desk_position.show_bench(desk.doc, "changes")
    desk_position.show_page(desk.doc, "statement")
    assert page.offer.isHidden()


def test_on_a_low_screen_the_bench_begins_in_the_middle(qtbot: QtBot, desk: Desk) -> None:
    desk.resize(1366, 768)
    page = page_with(desk, CALM)
    drafts.add_draft(desk.doc, text="Time back.", name="Time back")
    sensed(qtbot, page, 0)
    assert page.tabs.height() == page.tabs.tabs()[0].height()  # "New draft" needs no line of its own
    area = page.findChild(QScrollArea)
    for bench in BENCH_TABS:
        desk_position.show_bench(desk.doc, bench)
        QApplication.processEvents()
        begins = page.work.tabs.mapTo(desk, QPoint(0, 0)).y()
        assert begins <= 2 / 3 * desk.height() or area.verticalScrollBar().maximum() == 0, bench


def test_on_a_low_screen_a_sign_says_its_reason_on_hover(qtbot: QtBot, desk: Desk) -> None:
    desk.resize(1366, 768)
    page = page_with(desk, CALM)
    QApplication.processEvents()
    assert page.signs.length.toolTip() == "strong: under 20"
    desk.resize(1600, 900)
    QApplication.processEvents()
    assert page.signs.length.toolTip() == ""
