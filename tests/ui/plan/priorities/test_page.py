"""Both triples written, linked by mouse and keys, each link with its reason; gaps closed or honestly
answered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from mission_desk.core.file.document import Document
from mission_desk.core.plan import gaps, links, priorities
from mission_desk.core.plan.candidates import Proposal, take_up
from mission_desk.core.stage import desk_position
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.look import theme
from mission_desk.ui.plan.priorities.page import PrioritiesPage
from mission_desk.words import set_screen_language
from tests.ui.plan.priorities.conftest import pairs

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


def words_of(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def keys(qtbot: QtBot, page: PrioritiesPage, *typed: str) -> None:
    for key in typed:
        qtbot.keyClick(page.window().focusWidget(), key)


def only_link(doc: Document) -> links.Link:
    (row,) = links.links(doc)
    return row


def test_the_first_empty_one_of_ours_is_written_at_once(
    page: PrioritiesPage, doc: Document, qtbot: QtBot
) -> None:
    field = page.cards["team"][0].field
    assert field.hasFocus()
    qtbot.keyClicks(field, "Solved in one contact")
    qtbot.waitUntil(lambda: priorities.priorities(doc, "team")[0].text == "Solved in one contact")
    assert "Serves none of the company's three yet" in words_of(page.cards["team"][0])


def test_l_and_two_numbers_link_two_and_lead_to_the_reason(
    written: PrioritiesPage, doc: Document, qtbot: QtBot
) -> None:
    keys(qtbot, written, "l")
    assert "Which of the company's?" in written.line.text()
    keys(qtbot, written, "3")
    assert "Which of ours?" in written.line.text()
    keys(qtbot, written, "1")
    assert pairs(doc) == {(2, 0)}
    text = written.link_cards[only_link(doc).id].text
    assert text.hasFocus()
    qtbot.keyClicks(text, "they stay")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert only_link(doc).because == "they stay"
    assert written.link_cards[only_link(doc).id].hasFocus()


@pytest.mark.parametrize("typed", ["l4", "l1x", "lx"])
def test_another_key_gives_up_and_links_nothing(
    written: PrioritiesPage, doc: Document, qtbot: QtBot, typed: str
) -> None:
    keys(qtbot, written, *typed, "1", "1")
    assert pairs(doc) == set()


def test_the_card_of_a_link_switches_its_strength_and_unlinks(
    written: PrioritiesPage, doc: Document, qtbot: QtBot
) -> None:
    keys(qtbot, written, "l", "1", "1")
    card = written.link_cards[only_link(doc).id]
    qtbot.keyClick(card.text, Qt.Key.Key_Return)
    qtbot.keyClick(card, "s")
    assert only_link(doc).strength == "strongly serves"
    qtbot.keyClick(card, "s")
    assert only_link(doc).strength == "serves"
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert card.text.hasFocus()
    qtbot.keyClicks(card.text, "s")
    assert only_link(doc).strength == "serves"
    qtbot.keyClick(card.text, Qt.Key.Key_Escape)
    qtbot.keyClick(card, Qt.Key.Key_Delete)
    assert pairs(doc) == set()
    assert written.hasFocus()
    qtbot.keyClick(written, Qt.Key.Key_Z, CONTROL)
    assert only_link(doc).because == "s"


def test_the_card_that_is_written_in_comes_into_sight(sample: PrioritiesPage, qtbot: QtBot) -> None:
    """On a low screen it would be typed into below the window's edge."""
    sample.window().resize(1366, 620)
    sample.setFocus()
    keys(qtbot, sample, "l", "3", "3")
    card = sample.window().focusWidget()
    area = sample.findChild(QScrollArea)

    def is_in_sight() -> bool:
        top = card.mapTo(area.viewport(), QPoint(0, 0)).y()
        placed = card.parentWidget().x() > 0  # else it has no place yet
        return placed and top >= 0 and top + card.height() <= area.viewport().height()

    qtbot.waitUntil(is_in_sight)


def test_nothing_moves_when_a_finding_is_asked_about(
    written: PrioritiesPage, doc: Document, qtbot: QtBot
) -> None:
    before = written.line.height()
    field = written.cards["team"][0].field
    field.setFocus()
    qtbot.keyClicks(field, "leverages ")
    qtbot.waitUntil(lambda: "leverages" in written.line.text())
    assert written.line.height() == before


def test_a_link_is_drawn_from_dot_to_card(written: PrioritiesPage, doc: Document, qtbot: QtBot) -> None:
    start, end = written.board.handles["company", 2], written.cards["team"][0]
    inside = QPoint(start.width() // 2, start.height() // 2)
    way = end.mapTo(written.board, end.rect().center()) - start.middle()
    qtbot.mousePress(start, LEFT, pos=inside)
    qtbot.mouseMove(start, inside + way / 2)
    qtbot.mouseMove(start, inside + way)
    qtbot.mouseRelease(start, LEFT, pos=inside + way)
    assert pairs(doc) == {(2, 0)}


def test_two_dots_pressed_one_after_the_other_make_a_link_and_one_twice_none(
    written: PrioritiesPage, doc: Document, qtbot: QtBot
) -> None:
    handles = written.board.handles
    qtbot.mouseClick(handles["team", 1], LEFT)
    qtbot.mouseClick(handles["team", 1], LEFT)
    qtbot.mouseClick(handles["company", 1], LEFT)
    assert pairs(doc) == set()
    qtbot.mouseClick(handles["team", 2], LEFT)
    assert pairs(doc) == {(1, 2)}


def test_a_dot_waits_for_a_number_as_well(written: PrioritiesPage, doc: Document, qtbot: QtBot) -> None:
    qtbot.mouseClick(written.board.handles["company", 1], LEFT)
    keys(qtbot, written, "3")
    assert pairs(doc) == {(1, 2)}


def test_keys_link_what_is_being_written(written: PrioritiesPage, doc: Document, qtbot: QtBot) -> None:
    field = written.cards["team"][1].field
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_End)
    qtbot.keyClicks(field, "!")
    qtbot.keyClick(field, Qt.Key.Key_3, CONTROL)
    assert pairs(doc) == {(2, 1)}
    assert priorities.priorities(doc, "team")[1].text == "team 2!"


def test_one_moves_among_its_three_and_takes_the_keys_and_its_links_along(
    written: PrioritiesPage, doc: Document, qtbot: QtBot
) -> None:
    ours = priorities.priorities(doc, "team")
    links.link(doc, priorities.priorities(doc, "company")[0].id, ours[2].id)
    written.cards["team"][2].why.setFocus()
    qtbot.keyClick(written.cards["team"][2].why, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [row.text for row in priorities.priorities(doc, "team")] == ["team 1", "team 3", "team 2"]
    assert written.cards["team"][1].field.hasFocus()
    assert pairs(doc) == {(0, 1)}


def test_linking_two_again_leads_to_their_reason(
    written: PrioritiesPage, doc: Document, qtbot: QtBot
) -> None:
    keys(qtbot, written, "l", "1", "1")
    written.setFocus()
    keys(qtbot, written, "l", "1", "1")
    assert pairs(doc) == {(0, 0)}
    assert written.link_cards[only_link(doc).id].text.hasFocus()


def test_a_gap_leads_to_its_fix_and_ends_with_it(
    written: PrioritiesPage, doc: Document, qtbot: QtBot
) -> None:
    assert written.head.pill.text() == "6 things missing"
    first = written.gap_panel.lines[0]
    assert first.gap.kind == "served by nobody"
    qtbot.mouseClick(first.fix, LEFT)
    keys(qtbot, written, "2")
    assert pairs(doc) == {(0, 1)}
    kinds = [line.gap.kind for line in written.gap_panel.lines]
    assert kinds.count("no because") == 1
    assert len(kinds) == 5
    say_why = next(line for line in written.gap_panel.lines if line.gap.kind == "no because")
    written.setFocus()
    qtbot.mouseClick(say_why.fix, LEFT)
    qtbot.keyClicks(written.window().focusWidget(), "they stay")
    qtbot.waitUntil(lambda: written.head.pill.text() == "4 things missing")


def test_the_honest_way_out_is_an_answer_once_its_reason_is_whole(
    written: PrioritiesPage, doc: Document, qtbot: QtBot
) -> None:
    line = written.gap_panel.lines[0]
    qtbot.mouseClick(line.way, LEFT)
    assert line.because is not None
    qtbot.keyClicks(line.because, "the factory does it")
    assert len(gaps.gaps(doc)) == 6
    qtbot.keyClick(line.because, Qt.Key.Key_Return)
    assert len(gaps.gaps(doc)) == 5
    assert "Not our job, because the factory does it" in words_of(written.cards["company"][0])
    assert written.head.pill.text() == "5 things missing"


def test_a_fourth_is_swapped_or_parked_and_nothing_is_lost(
    written: PrioritiesPage, doc: Document, qtbot: QtBot
) -> None:
    take_up(doc, Proposal("Ring first"))
    line = written.gap_panel.lines[-1]
    qtbot.waitUntil(lambda: "“Ring first” wants in." in words_of(line))
    qtbot.mouseClick(line.fix, LEFT)
    assert written.cards["team"][2].field.toPlainText() == "Ring first"
    qtbot.waitUntil(lambda: "team 3" in words_of(written.waiting))
    swap = written.waiting.findChildren(QPushButton)[0]
    qtbot.mouseClick(swap, LEFT)
    assert [row.text for row in priorities.priorities(doc, "team")][2] == "team 3"
    assert [(row.text, row.place) for row in priorities.not_this_year(doc)] == [("Ring first", "parked")]


def test_a_card_is_open_while_one_writes_in_it(written: PrioritiesPage, qtbot: QtBot) -> None:
    card, other = written.cards["company"][0], written.cards["company"][1]
    card.field.setFocus()
    assert card.measure.name.isVisible()
    assert not other.measure.name.isVisible()
    other.why.setFocus()
    assert not card.measure.name.isVisible()
    assert other.works is not None
    assert other.works.isVisible()


def test_tab_goes_through_a_card_and_every_word_is_stored(
    written: PrioritiesPage, doc: Document, qtbot: QtBot
) -> None:
    card = written.cards["team"][0]
    card.field.setFocus()
    for words in ("One", "why", "Solved", "61", "80", "%"):
        here = written.window().focusWidget()
        qtbot.keyClick(here, Qt.Key.Key_A, CONTROL)
        qtbot.keyClicks(here, words)
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    written.place.unwritten.settle()
    row = priorities.priorities(doc, "team")[0]
    assert (row.text, row.why, row.measure, row.start, row.goal, row.unit) == (
        "One", "why", "Solved", "61", "80", "%",
    )  # fmt: skip


def test_shift_tab_comes_to_the_same_fields_as_tab(written: PrioritiesPage, qtbot: QtBot) -> None:
    card = written.cards["company"][1]
    first, last = card.field, card.measure.due
    ways: list[list[QWidget]] = []
    for key, start, end in ((Qt.Key.Key_Tab, first, last), (Qt.Key.Key_Backtab, last, first)):
        written.cards["team"][0].field.setFocus()
        start.setFocus()
        ways.append([start])
        while ways[-1][-1] is not end and len(ways[-1]) < len(card.fields()):
            qtbot.keyClick(QApplication.focusWidget(), key)
            ways[-1].append(QApplication.focusWidget())
    assert ways[0] == ways[1][::-1]
    written.cards["company"][2].field.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is last


def test_the_way_of_a_measure_and_how_service_works_are_one_press(
    written: PrioritiesPage, doc: Document, qtbot: QtBot
) -> None:
    card = written.cards["company"][1]
    card.field.setFocus()
    assert card.works is not None
    qtbot.mouseClick(card.works.option("4"), LEFT)
    qtbot.mouseClick(card.measure.way, LEFT)
    row = priorities.priorities(doc, "company")[1]
    assert (row.works, row.direction) == (4, "down")


def test_empty_words_are_underlined_and_asked_about(
    written: PrioritiesPage, doc: Document, qtbot: QtBot
) -> None:
    field = written.cards["team"][0].field
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_End)
    qtbot.keyClicks(field, " leverages synergies")
    qtbot.waitUntil(lambda: "synergies" in written.line.text())
    assert field.extraSelections()


def test_a_measure_of_activity_gets_a_quiet_hint(
    written: PrioritiesPage, doc: Document, qtbot: QtBot
) -> None:
    row = priorities.priorities(doc, "team")[0]
    priorities.edit_priority(doc, row.id, measure="Calls an hour")
    hint = "This counts what we do. What would the customer notice?"
    assert hint in words_of(written.cards["team"][0])
    priorities.edit_priority(doc, row.id, measure="Cases still solved after a week")
    assert hint not in words_of(written.cards["team"][0])


def test_the_sample_names_its_three_gaps(sample: PrioritiesPage) -> None:
    assert sample.head.pill.text() == "3 things missing"
    assert [line.gap.kind for line in sample.gap_panel.lines] == [
        "served by nobody", "serves none", "wants in",
    ]  # fmt: skip
    assert "We are the calm voice that gives small shops their evenings back." in words_of(sample.head)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("width", [1600, 1024, 800])
def test_nothing_is_cut_and_no_card_covers_another(
    qtbot: QtBot, sample_doc: Document, width: int, language: str
) -> None:
    set_screen_language(language)
    desk_position.show_page(sample_doc, "priorities")
    desk = Desk(sample_doc, theme.LIGHT)
    qtbot.addWidget(desk)
    desk.resize(width, 768)
    desk.show()
    page = desk.pages["priorities"]
    area = page.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.widget().width() <= area.viewport().width())

    def lies_well() -> bool:
        QApplication.processEvents()
        links_lie = [card.geometry() for card in page.link_cards.values()]
        cards = [card for cards in page.cards.values() for card in cards]
        free = not any(a.intersects(b) for n, a in enumerate(links_lie) for b in links_lie[:n])
        whole = all(card.height() >= card.minimumSizeHint().height() for card in cards)
        return free and whole

    qtbot.waitUntil(lies_well)
