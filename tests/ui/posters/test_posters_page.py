"""The posters page: what is chosen is seen at once, kept, and in reach at any width."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.stage import desk_position
from mission_desk.core.statement import drafts
from mission_desk.posters.contents import StatementPoster
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.posters import selection
from mission_desk.ui.posters.selection import Selection
from mission_desk.ui.posters.settings import plan_words
from mission_desk.ui.posters.workroom import Workroom
from tests.ui.posters.room import corner, idle, opened


def teaching(desk: Desk) -> Workroom:
    desk_position.show_page(desk.doc, "posters")
    room = desk.pages["posters"].room
    assert room is not None
    return room


def test_the_chosen_statement_is_shown(qtbot: QtBot, sample_desk: Desk) -> None:
    room = opened(qtbot, sample_desk)
    assert corner(room) == "#0f5e63"
    chosen = drafts.chosen(sample_desk.doc)
    poster = selection.wanted(sample_desk.doc, Selection()).poster
    assert chosen is not None
    assert isinstance(poster, StatementPoster)
    assert poster.statement == chosen.text
    assert poster.eyebrow == "Our mission"


def test_another_look_is_seen_and_kept(qtbot: QtBot, sample_desk: Desk) -> None:
    room = opened(qtbot, sample_desk)
    qtbot.mouseClick(room.settings.swatches.buttons["sun"], Qt.MouseButton.LeftButton)
    assert selection.selection(sample_desk.doc).look == "sun"
    qtbot.waitUntil(lambda: corner(room) == "#ffd95e")
    qtbot.mouseClick(room.settings.ink_saver, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: corner(room) == "#ffffff")
    assert sample_desk.doc.session_value("posters")["ink_saver"] is True


def test_the_newest_request_wins(qtbot: QtBot, sample_desk: Desk) -> None:
    room = opened(qtbot, sample_desk)
    for look in ("sun", "ink", "accent", "paper", "ink", "sun"):
        selection.choose(sample_desk.doc, look=look)
    idle(qtbot, room)
    qtbot.waitUntil(lambda: corner(room) == "#ffd95e")


def test_a_kind_by_keyboard(qtbot: QtBot, sample_desk: Desk) -> None:
    room = opened(qtbot, sample_desk)
    card = room.thumbs.cards["board"]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert selection.selection(sample_desk.doc).kind == "board"
    assert card.property("look") == "card-on"
    assert not room.settings.look_card.isVisible()
    qtbot.waitUntil(lambda: corner(room) != "#0f5e63")


def test_a_board_by_its_chooser(qtbot: QtBot, sample_desk: Desk) -> None:
    room = opened(qtbot, sample_desk)
    qtbot.keyClick(room.thumbs.boards, Qt.Key.Key_Down)
    choice = selection.selection(sample_desk.doc)
    assert choice.kind == "board"
    assert choice.board == boards.boards(sample_desk.doc)[1].key


def test_every_kind_has_its_small_picture(qtbot: QtBot, sample_desk: Desk) -> None:
    room = opened(qtbot, sample_desk)
    qtbot.waitUntil(lambda: all(card.picture.image is not None for card in room.thumbs.cards.values()))


def test_an_edit_elsewhere_is_seen(qtbot: QtBot, sample_desk: Desk) -> None:
    room = opened(qtbot, sample_desk)
    before = room.preview.image
    chosen = drafts.chosen(sample_desk.doc)
    assert chosen is not None
    drafts.write_draft(sample_desk.doc, chosen.id, "Calm.")
    qtbot.waitUntil(lambda: room.preview.image is not before)
    after = room.preview.image
    sample_desk.doc.undo()
    qtbot.waitUntil(lambda: room.preview.image is not after)
    assert room.preview.image == before


def test_sheets_meet_where_the_lines_are(qtbot: QtBot, sample_desk: Desk) -> None:
    room = opened(qtbot, sample_desk)
    choice = selection.selection(sample_desk.doc)
    plan = selection.plan(choice)
    assert plan is not None
    across, down = room.preview.sheet_lines()
    assert (len(across), len(down)) == (plan.columns - 1, plan.rows - 1)
    assert all(0 < share < 1 for share in across + down)
    selection.choose(sample_desk.doc, sheet=selection.WHOLE)
    assert room.preview.sheet_lines() == ([], [])
    assert not room.settings.plan.isVisible()


def test_a_cheaper_plan(qtbot: QtBot, sample_desk: Desk) -> None:
    room = opened(qtbot, sample_desk)
    full = selection.plan(selection.selection(sample_desk.doc))
    qtbot.keyClick(room.settings.plan, Qt.Key.Key_Down)
    cheaper = selection.plan(selection.selection(sample_desk.doc))
    assert full is not None
    assert cheaper is not None
    assert cheaper.sheets < full.sheets
    assert f"{cheaper.percent} %" in plan_words(cheaper)
    selection.choose(sample_desk.doc, paper="A2")
    assert selection.selection(sample_desk.doc).sheets == 0


def test_only_the_chosen_draft_hangs_as_it_is_on_the_stage(qtbot: QtBot, desk: Desk) -> None:
    first = drafts.add_draft(desk.doc, text="The first one")
    drafts.add_draft(desk.doc, text="The newest one")
    room = teaching(desk)
    qtbot.waitUntil(room.teaching.isVisible)
    assert room.teaching.sentence.text().startswith("No statement is chosen yet.")
    drafts.choose(desk.doc, first)
    poster = selection.wanted(desk.doc, Selection()).poster
    assert isinstance(poster, StatementPoster)
    assert (poster.statement, poster.eyebrow) == ("The first one", "Our mission")
    opened(qtbot, desk)


def test_with_nothing_written_the_page_teaches(qtbot: QtBot, desk: Desk) -> None:
    room = teaching(desk)
    qtbot.waitUntil(room.teaching.isVisible)
    assert not room.settings.save.isEnabled()
    qtbot.mouseClick(room.teaching.verb, Qt.MouseButton.LeftButton)
    assert desk_position.page(desk.doc) == "statement"


def test_without_a_closed_poll_the_page_teaches(qtbot: QtBot, desk: Desk) -> None:
    room = teaching(desk)
    qtbot.waitUntil(room.teaching.isVisible)
    qtbot.mouseClick(room.thumbs.cards["result"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(room.teaching.verb, Qt.MouseButton.LeftButton)
    assert desk_position.page(desk.doc) == "vote"


def test_what_no_font_has_is_said_before(qtbot: QtBot, desk: Desk) -> None:
    drafts.choose(desk.doc, drafts.add_draft(desk.doc, text="Calm \u1b05 voice"))
    room = opened(qtbot, desk)
    assert room.settings.missing.isVisible()
    assert "\u1b05" in room.settings.missing.text()


@pytest.mark.parametrize("width", [1600, 1366, 1024])
def test_everything_is_in_reach_at_any_width(qtbot: QtBot, sample_desk: Desk, width: int) -> None:
    sample_desk.resize(width, 768)
    room = opened(qtbot, sample_desk)
    qtbot.waitUntil(lambda: room.settings.save.isVisible() and room.preview.isVisible())
    for part in (room.settings.save, room.settings.everything, room.thumbs.boards, room.settings.face):
        corner_of = part.mapTo(sample_desk, part.rect().bottomRight())
        assert sample_desk.rect().contains(corner_of)


def test_what_was_kept_by_another_version_is_passed_over(doc: Document) -> None:
    doc.keep(
        "posters", {"kind": "banner", "paper": 7, "look": "pink", "overlap": 900, "landscape": True, "new": 1}
    )
    assert selection.selection(doc) == Selection(landscape=True)
    doc.keep("posters", [1, 2])
    assert selection.selection(doc) == Selection()
