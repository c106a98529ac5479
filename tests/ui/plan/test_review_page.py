"""A year later: promises come from last year's file or are typed, and each gets an answer and a story."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from mission_desk.core.agenda.methods import method
from mission_desk.core.file.document import Document
from mission_desk.core.plan import editions
from mission_desk.core.stage import desk_position
from mission_desk.core.whole.starting import start_workshop
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.look import theme
from mission_desk.ui.plan.review_page import ReviewPage

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def edition(sample_doc: Document, tmp_path: Path) -> Iterator[Document]:
    document = start_workshop(tmp_path / "next.mission", method("annual-review"), "en")
    editions.continue_edition(document, editions.read_edition(sample_doc))
    yield document
    document.close()


def opened(desk: Desk) -> ReviewPage:
    desk_position.show_page(desk.doc, "review")
    page = desk.pages["review"]
    assert isinstance(page, ReviewPage)
    return page


def words_of(page: ReviewPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def in_sight(page: ReviewPage) -> list[str]:
    return [card.accessibleName() for card in sorted(page.cards.values(), key=lambda card: card.y())]


@pytest.fixture
def review(edition: Document, qtbot: QtBot) -> ReviewPage:
    desk = Desk(edition, theme.LIGHT)
    qtbot.addWidget(desk)
    desk.resize(1366, 768)
    desk.show()
    with qtbot.waitActive(desk):
        desk.activateWindow()
    return opened(desk)


def test_the_statement_stands_first_and_takes_the_keys(
    review: ReviewPage, edition: Document, qtbot: QtBot
) -> None:
    first, second = list(review.cards.values())[:2]
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_1)
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_3)
    answers = [verdict.answer for verdict in editions.verdicts(edition)]
    assert answers[:3] == ["lived", "not", ""]
    assert editions.verdicts(edition)[0].subject == "statement"
    assert {"1 lived", "1 not yet"} <= set(words_of(review))


def test_a_second_press_takes_the_answer_back(review: ReviewPage, edition: Document, qtbot: QtBot) -> None:
    card = next(iter(review.cards.values()))
    qtbot.mouseClick(card.answers["partly"], Qt.MouseButton.LeftButton)
    assert card.answers["partly"].isChecked()
    qtbot.mouseClick(card.answers["partly"], Qt.MouseButton.LeftButton)
    assert editions.verdicts(edition)[0].answer == ""
    assert not card.answers["partly"].isChecked()


def test_what_we_saw_is_saved_and_undone(review: ReviewPage, edition: Document, qtbot: QtBot) -> None:
    card = next(iter(review.cards.values()))
    qtbot.keyClick(card, Qt.Key.Key_Return)
    qtbot.keyClicks(card.field, "Three owners sent a photo")
    qtbot.waitUntil(lambda: editions.verdicts(edition)[0].text == "Three owners sent a photo")
    qtbot.keyClick(card.field, Qt.Key.Key_Z, CONTROL)
    assert card.field.toPlainText() == ""


def test_without_a_file_promises_are_typed(desk: Desk, doc: Document, qtbot: QtBot) -> None:
    page = opened(desk)
    assert "A mission that is never looked at again was a poster." in words_of(page)
    assert page.line.hasFocus()
    qtbot.keyClicks(page.line, "Nobody hangs up alone")
    qtbot.keyClick(page.line, Qt.Key.Key_Return)
    qtbot.keyClicks(page.line, "One call, solved")
    qtbot.keyClick(page.line, Qt.Key.Key_Return)
    promises = [(verdict.subject, verdict.promise) for verdict in editions.verdicts(doc)]
    assert promises == [("statement", "Nobody hangs up alone"), ("priority", "One call, solved")]
    assert "A mission that is never looked at again was a poster." not in words_of(page)


def test_a_promise_is_deleted_and_comes_back(review: ReviewPage, edition: Document, qtbot: QtBot) -> None:
    before = [verdict.promise for verdict in editions.verdicts(edition)]
    card = list(review.cards.values())[1]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Delete)
    assert [verdict.promise for verdict in editions.verdicts(edition)] == [before[0], *before[2:]]
    qtbot.keyClick(review.window(), Qt.Key.Key_Z, CONTROL)
    assert [verdict.promise for verdict in editions.verdicts(edition)] == before
    qtbot.waitUntil(lambda: in_sight(review) == before)


@pytest.mark.parametrize("width", [1366, 1024, 800])
def test_nothing_is_cut_at_the_side(qtbot: QtBot, review: ReviewPage, width: int) -> None:
    review.window().resize(width, 768)
    area = review.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.widget().width() <= area.viewport().width())
