"""On a full disk one still turns pages and steps, and each sentence about it is true and said once."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mission_desk.core.agenda import agenda
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.stage import desk_position
from mission_desk.core.statement import drafts
from mission_desk.ui.desk.desk import Desk
from tests.ui import typing


def test_pages_and_steps_turn_and_are_saved_once_there_is_room(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    sentences: list[str] = []
    warn = desk.messages.banner
    step = agenda.neighbour(desk.doc, 3)
    with typing.full_disk():
        for page in ("vote", "posters", "priorities"):
            desk.commands.run(f"go.{page}")
            sentences.append(desk.messages.last)
            assert desk._page is desk.pages[page]
        agenda.open_step(desk.doc, step.id, turns=False)
        assert agenda.current_step(desk.doc).id == step.id
        assert warn.isVisible()
    assert len(set(sentences)) == 1
    assert "You can go on; the open page, the open step and the clocks are saved as soon as" in sentences[0]
    assert "do it again" not in sentences[0]
    qtbot.waitUntil(lambda: not desk.doc.session_refusal)  # the look at the file each second
    assert not warn.isVisible()
    stored = dict(desk.doc.connection.execute("SELECT key, value FROM session"))
    assert (stored["page"], stored["step"]) == ('"priorities"', str(step.id))


def test_what_waits_is_written_on_closing(doc: Document) -> None:
    with typing.full_disk():
        desk_position.show_page(doc, "vote")
        assert doc.session_refusal
    doc.close()
    again = Document.open(doc.path)
    assert desk_position.page(again) == "vote"
    again.close()


def test_undo_and_actions_leave_what_waits_alone(doc: Document) -> None:
    drafts.add_draft(doc, text="one")
    with typing.full_disk():
        desk_position.show_page(doc, "vote")
    doc.undo()
    doc.redo()
    assert desk_position.page(doc) == "vote"
    doc.keep("bench", "parts")
    assert (doc.session_refusal, desk_position.page(doc)) == ("", "vote")


def test_a_full_disk_is_one_true_sentence_for_typed_words(qtbot: QtBot, desk: Desk) -> None:
    """Nobody has to do again what is tried again by itself."""
    draft = drafts.add_draft(desk.doc, text="one")
    desk_position.show_page(desk.doc, "statement")
    desk.doc.connection.execute(f"PRAGMA max_page_count = {desk.doc.value('PRAGMA page_count')}")
    with suppress(KnownError):
        for n in range(999):
            drafts.rename_draft(desk.doc, draft, f"name {n}")
    typing.type_into(desk.pages["statement"].card.editor, "zebra " * 50)  # type: ignore[attr-defined]
    assert not desk.unwritten.settle()
    assert desk.messages.last == (
        "The disk is full: please make room. Everything before this is saved. "
        "What you typed stays where it is and is tried again."
    )
    desk.doc.connection.execute("PRAGMA max_page_count = 1000000")
    assert desk.unwritten.settle()


def test_closing_says_it_once(qtbot: QtBot, desk: Desk) -> None:
    drafts.add_draft(desk.doc, text="one")
    desk_position.show_page(desk.doc, "statement")
    QTest.keyClicks(desk.pages["statement"].card.editor, "zebra")  # type: ignore[attr-defined]
    with typing.full_disk():
        desk.commands.run("file.close")
        assert desk.isVisible()
        assert desk.messages.banner.isVisible()
        assert desk.messages._toast is None
    assert desk.unwritten.settle()
