"""Typed words are never lost, in any field: by a kill, on a full disk, by looking elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Concern, Note
from mission_desk.core.stage import desk_position
from mission_desk.core.statement import drafts
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.parts.typed import TypedField
from mission_desk.ui.statement.page import StatementPage
from tests.ui import typing
from tests.ui.conftest import shown


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("typing") / "day.mission"
    typing.write_workshop(path)
    return path.read_bytes()


@pytest.fixture
def typing_desk(qtbot: QtBot, workshop: bytes, tmp_path: Path) -> Desk:
    path = tmp_path / "typing.mission"
    path.write_bytes(workshop)
    return shown(qtbot, Document.open(path))


def bring_up(desk: Desk, place: str) -> list[typing.Field]:
    typing.PLACES[place](desk)
    QApplication.processEvents()
    only = typing.ONLY.get(place, QWidget)
    return [field for field in typing.fields(desk) if isinstance(field, only)]


def type_everywhere(fields: list[typing.Field]) -> list[str]:
    for number, field in enumerate(fields):
        typing.type_into(field, typing.words_for(field, number))
    return [typing.text_of(field) for field in fields]


@pytest.mark.parametrize("place", typing.PLACES)
def test_every_field_keeps_its_words(qtbot: QtBot, typing_desk: Desk, tmp_path: Path, place: str) -> None:
    desk = typing_desk
    fields = bring_up(desk, place)
    if place == "posters":
        assert fields == []
        return
    assert fields
    assert [field for field in fields if not isinstance(field, TypedField)] == []
    with typing.full_disk():
        stood = type_everywhere(fields)
        assert not desk.unwritten.settle()
        desk.follower.tell_preference("any")  # everything in sight is shown anew
        assert [typing.text_of(field) for field in fields] == stood
        assert desk.unwritten.refusal()
    assert desk.unwritten.settle()
    written = typing.everything(typing.as_after_a_kill(desk.doc, tmp_path / "room.mission"))
    assert [words for words in stood if words.startswith("zebra") and words not in written] == []
    again = shown(qtbot, Document.open(tmp_path / "room.mission"))
    assert [typing.text_of(field) for field in bring_up(again, place)] == stood


def statement(desk: Desk) -> StatementPage:
    typing.statement(desk)
    statement_page = desk.pages["statement"]
    assert isinstance(statement_page, StatementPage)
    return statement_page


def reopened(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Desk:
    """As after a kill."""
    return shown(qtbot, Document.open(typing.as_after_a_kill(desk.doc, tmp_path / "reopened.mission")))


def test_undo_takes_back_what_was_typed_last_and_not_what_was_done_before(
    qtbot: QtBot, typing_desk: Desk
) -> None:
    desk = typing_desk
    desk_position.show_page(desk.doc, "statement")
    desk.commands.run("draft.new")
    QTest.keyClicks(statement_of_new(desk).card.editor, "We listen.")
    desk.commands.action("edit.undo").trigger()
    assert [draft.text for draft in drafts.drafts(desk.doc)][2:] == [""]
    desk.commands.action("edit.redo").trigger()
    assert [draft.text for draft in drafts.drafts(desk.doc)][2:] == ["We listen."]


def statement_of_new(desk: Desk) -> StatementPage:
    statement_page = desk.pages["statement"]
    assert isinstance(statement_page, StatementPage)
    return statement_page


def test_continuous_typing_is_written_without_a_pause(qtbot: QtBot, typing_desk: Desk) -> None:
    """The deadline counts from the first letter that is not in the file, not from the last."""
    editor = statement(typing_desk).card.editor
    typing.type_into(editor, "zebra")
    keys = 0
    while "zebra" not in drafts.drafts(typing_desk.doc)[0].text and keys < 400:
        QTest.keyClick(editor, "a", delay=5)
        keys += 1
    assert keys < 400


def test_a_trimmed_name_keeps_its_space_under_the_hand(qtbot: QtBot, typing_desk: Desk) -> None:
    desk = typing_desk
    name = statement(desk).card.name
    typing.type_into(name, "Our ")
    assert desk.unwritten.settle()
    QTest.keyClicks(name, "draft")
    desk.unwritten.settle()
    assert drafts.drafts(desk.doc)[0].name == name.text() == "Our draft"


def test_words_that_cannot_be_written_wait_for_their_draft(qtbot: QtBot, typing_desk: Desk) -> None:
    """Another draft is shown before there is room: each stands in its own."""
    desk = typing_desk
    page = statement(desk)
    one, two = (draft.id for draft in drafts.drafts(desk.doc))
    with typing.full_disk():
        typing.type_into(page.card.editor, "zebra")
        assert not desk.unwritten.settle()
        assert "Not saved yet" in [label.text() for label in desk.top.findChildren(type(desk.top._saved))]
        page._turn_to(desk.doc.row(type(drafts.drafts(desk.doc)[0]), two))
        page.card.editor.show_text("We pick up the phone.")
        assert page.card.editor.toPlainText() == "We pick up the phone."
    assert desk.unwritten.settle()
    assert [draft.text for draft in drafts.drafts(desk.doc)] == ["zebra", "We pick up the phone."]
    assert (one, two) == tuple(draft.id for draft in drafts.drafts(desk.doc))


def test_the_window_stays_once_while_words_cannot_be_written(qtbot: QtBot, typing_desk: Desk) -> None:
    desk = typing_desk
    typing.type_into(statement(desk).card.editor, "zebra")
    with typing.full_disk():
        assert not desk.close()
        assert desk.isVisible()
        assert "What you typed last is not in the file yet." in desk.messages.last
        assert desk.messages.banner.isVisible()
    assert desk.unwritten.settle()
    assert not desk.messages.banner.isVisible()  # it would say what is true no more
    typing.type_into(statement(desk).card.editor, "zebras")
    with typing.full_disk():
        assert not desk.close()
        assert desk.close()


def test_continuous_typing_is_one_undo(qtbot: QtBot, typing_desk: Desk) -> None:
    """However often it is written meanwhile."""
    desk = typing_desk
    before = [draft.text for draft in drafts.drafts(desk.doc)]
    editor = statement(desk).card.editor
    for words in ("We ", "listen ", "first."):
        QTest.keyClicks(editor, words)
        desk.unwritten.settle()
    desk.commands.run("edit.undo")
    assert [draft.text for draft in drafts.drafts(desk.doc)] == before


def test_a_note_in_place_is_posted_once_there_is_room(qtbot: QtBot, typing_desk: Desk) -> None:
    desk = typing_desk
    typing.new_in_place(desk)
    editor = desk.pages["board"].editor  # type: ignore[attr-defined]
    QTest.keyClicks(editor, "zebra")
    with typing.full_disk():
        QTest.keyClick(editor, Qt.Key.Key_Return)
        assert (editor.isVisible(), editor.toPlainText()) == (True, "zebra")
    qtbot.waitUntil(lambda: bool(desk.doc.rows(Note, "text = 'zebra'")), timeout=20_000)
    assert not editor.isVisible()


def test_what_is_half_typed_comes_back_to_the_note_it_is_about(
    qtbot: QtBot, typing_desk: Desk, tmp_path: Path
) -> None:
    desk = typing_desk
    typing.select(desk, "one")
    page = desk.pages["board"]
    QTest.keyClicks(page.inspector.worry_field, "zebra")  # type: ignore[attr-defined]
    typing.select(desk, "two")
    assert page.inspector.worry_field.text() == ""  # type: ignore[attr-defined]
    typing.select(desk, "one")
    assert page.inspector.worry_field.text() == "zebra"  # type: ignore[attr-defined]
    desk.unwritten.settle()
    again = reopened(qtbot, desk, tmp_path)
    typing.select(again, "one")
    worry = again.pages["board"].inspector.worry_field  # type: ignore[attr-defined]
    assert worry.text() == "zebra"
    QTest.keyClick(worry, Qt.Key.Key_Return)
    again.unwritten.settle()
    assert again.pages["board"].inspector.worry_field.text() == ""  # type: ignore[attr-defined]
    assert again.doc.rows(Concern, "text = 'zebra'")
    assert not again.doc.value("SELECT count(*) FROM session WHERE key LIKE 'typed.%'")


def test_what_is_handed_in_on_a_full_disk_stays(qtbot: QtBot, typing_desk: Desk) -> None:
    desk = typing_desk
    desk_position.show_page(desk.doc, "review")
    line = desk.pages["review"].line  # type: ignore[attr-defined]
    QTest.keyClicks(line, "zebra")
    with typing.full_disk():
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "zebra"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == ""
