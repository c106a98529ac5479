"""Look-alikes in the inspector, and a proposal of clusters that moves nothing before it is accepted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from mission_desk.core.board import boards, clustering, covering, pictures
from mission_desk.core.board.pictures import Picture
from mission_desk.core.file.rows import Cluster, Note
from mission_desk.core.stage import desk_position
from mission_desk.ui.board.alike.proposal import Proposal
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.palette import Palette
from mission_desk.ui.parts.cards import PressCard

TEXTS = [
    "Answer before they have to ask",
    "Be there before they ask",
    "Nobody waits on the phone",
    "Nobody should wait on the phone",
    "Celebrate each first sale",
]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(desk: Desk) -> BoardPage:
    desk_position.show_board(desk.doc, "think-big")
    board_page = desk.pages["board"]
    assert isinstance(board_page, BoardPage)
    boards.add_notes(desk.doc, board_page.model.board.id, TEXTS, "ideator")
    board_page.canvas.sight.fit()
    board_page.canvas.setFocus()
    return board_page


def note(page: BoardPage, text: str) -> Note:
    return page.doc.rows(Note, "text = ?", text)[0]


def select(qtbot: QtBot, page: BoardPage, text: str) -> None:
    at = page.canvas.sight.note_view_box(note(page, text)).center().toPoint()
    qtbot.mouseClick(page.canvas, LEFT, Qt.KeyboardModifier.NoModifier, at)


def proposal(qtbot: QtBot, page: BoardPage) -> Proposal:
    """The proposal, once the groups are there to be seen: the window shows what is new to it a turn later,
    and until then Tab passes it over."""
    proposal = page.similar.proposal
    qtbot.waitUntil(lambda: bool(proposal.cards) and all(card.isVisible() for card in proposal.cards))
    return proposal


def press_keys(desk: Desk) -> None:
    QTest.keyClick(desk, Qt.Key.Key_L, CONTROL | SHIFT)


def clusters(page: BoardPage) -> dict[str, set[str]]:
    names = {cluster.id: cluster.name for cluster in page.doc.rows(Cluster)}
    texts: dict[str, set[str]] = {name: set() for name in names.values()}
    for row in page.doc.rows(Note, "cluster IS NOT NULL"):
        texts[names[row.cluster]].add(row.text)
    return texts


def test_what_looks_alike_is_named_and_a_click_goes_there(qtbot: QtBot, page: BoardPage) -> None:
    select(qtbot, page, TEXTS[0])
    qtbot.waitUntil(lambda: bool(page.inspector.alike and page.inspector.alike.shown))
    [(number, text, percent)] = page.inspector.alike.shown
    assert (number, text) == (note(page, TEXTS[1]).id, TEXTS[1])
    assert 60 < percent < 100
    line = page.inspector.alike.findChildren(PressCard)[0]
    assert line.accessibleName() == f"{TEXTS[1]} · {percent}%"
    qtbot.mouseClick(line, LEFT)
    assert page.canvas.selection == {number}
    assert page.canvas.hasFocus()
    qtbot.waitUntil(lambda: [each[1] for each in page.inspector.alike.shown] == [TEXTS[0]])


def test_a_note_like_no_other_shows_no_list(qtbot: QtBot, page: BoardPage) -> None:
    select(qtbot, page, TEXTS[0])
    qtbot.waitUntil(lambda: bool(page.inspector.alike and page.inspector.alike.shown))
    select(qtbot, page, TEXTS[4])
    assert page.inspector.alike.shown == ()
    assert not page.inspector.alike.isVisible()


def test_a_changed_text_is_compared_anew(qtbot: QtBot, page: BoardPage) -> None:
    select(qtbot, page, TEXTS[4])
    boards.edit_note(page.doc, note(page, TEXTS[2]).id, "Celebrate the first sale of each shop")
    qtbot.waitUntil(lambda: bool(page.inspector.alike.shown))
    assert page.inspector.alike.shown[0][1].startswith("Celebrate the first sale")


def test_bare_pictures_and_what_lies_face_down_are_like_nothing(
    qtbot: QtBot, desk: Desk, page: BoardPage
) -> None:
    board = page.model.board.id
    hung = pictures.add_pictures(
        page.doc, board, [Picture("png", 80, 40, bytes([n])) for n in range(3)], "ideator"
    )
    covering.cover_notes(page.doc, boards.add_notes(page.doc, board, TEXTS[:2], "heart"))
    page.canvas.select({hung[0]})
    with qtbot.waitSignal(page.similar._matching.likenesses):
        pass
    assert page.inspector.alike.shown == ()
    press_keys(desk)
    qtbot.mouseClick(proposal(qtbot, page).group, LEFT)
    assert all(note.cluster is None for note in page.doc.rows(Note) if note.picture or note.covered)
    assert clusters(page) == {"Nobody waits on the phone": set(TEXTS[2:4]), "Before they ask": set(TEXTS[:2])}


def test_nothing_moves_before_it_is_accepted_then_all_in_one_step(
    qtbot: QtBot, desk: Desk, page: BoardPage
) -> None:
    before = page.doc.rows(Note)
    press_keys(desk)
    panel = proposal(qtbot, page)
    assert [card.name.text() for card in panel.cards] == ["Nobody waits on the phone", "Before they ask"]
    assert page.doc.rows(Note) == before
    qtbot.mouseClick(panel.group, LEFT)
    assert clusters(page) == {"Nobody waits on the phone": set(TEXTS[2:4]), "Before they ask": set(TEXTS[:2])}
    assert page.side.currentWidget() is page.inspector
    assert page.canvas.hasFocus()
    assert desk.messages.last == "4 notes grouped."
    QTest.keyClick(desk, Qt.Key.Key_Z, CONTROL)
    assert (page.doc.rows(Note), page.doc.rows(Cluster)) == (before, [])


def test_by_keys_alone_one_is_left_and_one_renamed(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    press_keys(desk)
    panel = proposal(qtbot, page)
    first, second = panel.cards
    qtbot.waitUntil(first.tick.hasFocus)
    qtbot.keyClick(first.tick, Qt.Key.Key_Space)
    qtbot.keyClick(first.tick, Qt.Key.Key_Tab)
    qtbot.keyClick(first.name, Qt.Key.Key_Tab)
    qtbot.waitUntil(second.tick.hasFocus)
    qtbot.keyClick(second.tick, Qt.Key.Key_Tab)
    second.name.selectAll()
    qtbot.keyClicks(second.name, "We are first")
    qtbot.keyClick(second.name, Qt.Key.Key_Tab)
    qtbot.waitUntil(panel.group.hasFocus)
    qtbot.keyClick(panel.group, Qt.Key.Key_Return)
    assert clusters(page) == {"We are first": set(TEXTS[:2])}


def test_without_a_tick_there_is_nothing_to_group(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    press_keys(desk)
    panel = proposal(qtbot, page)
    for card in panel.cards:
        qtbot.mouseClick(card.tick, LEFT)
    assert not panel.group.isEnabled()


def test_leave_it_and_escape_change_nothing(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    before = page.doc.rows(Note)
    for leave in (
        lambda: qtbot.mouseClick(page.similar.proposal.leave, LEFT),
        lambda: qtbot.keyClick(page.similar.proposal.cards[0].name, Qt.Key.Key_Escape),
    ):
        press_keys(desk)
        proposal(qtbot, page)
        leave()
        assert page.side.currentWidget() is page.inspector
        assert page.doc.rows(Note) == before


def test_the_tool_on_the_canvas_and_the_palette_ask_for_it(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    tool = next(each for each in page.tools.findChildren(QPushButton) if each.text() == "Group similar")
    qtbot.mouseClick(tool, LEFT)
    qtbot.mouseClick(proposal(qtbot, page).leave, LEFT)
    QTest.keyClick(desk, Qt.Key.Key_K, CONTROL)
    palette = desk.findChild(Palette)
    qtbot.keyClicks(palette.field, "group sim")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    proposal(qtbot, page)


def test_a_loose_note_is_offered_to_a_cluster_that_is_there(
    qtbot: QtBot, desk: Desk, page: BoardPage
) -> None:
    old = clustering.group_notes(
        page.doc, [note(page, text).id for text in (TEXTS[0], TEXTS[4])], "No one waits"
    )
    press_keys(desk)
    qtbot.mouseClick(proposal(qtbot, page).group, LEFT)
    assert note(page, TEXTS[1]).cluster == old
    assert clusters(page)["No one waits"] == {TEXTS[0], TEXTS[1], TEXTS[4]}


def test_nothing_alike_is_said_in_a_sentence(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    boards.remove_notes(page.doc, [note(page, text).id for text in TEXTS[1:3]])
    press_keys(desk)
    panel = page.similar.proposal
    qtbot.waitUntil(lambda: panel.words.text() == "No loose notes are alike enough to be grouped.")
    assert not panel.group.isVisible()
    qtbot.keyClick(panel.leave, Qt.Key.Key_Return)
    assert page.side.currentWidget() is page.inspector


def test_the_proposal_follows_what_happens_meanwhile(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    press_keys(desk)
    panel = proposal(qtbot, page)
    boards.remove_notes(page.doc, [note(page, TEXTS[2]).id])
    assert [card.isVisible() for card in panel.cards] == [False, True]
    qtbot.mouseClick(panel.group, LEFT)
    assert clusters(page) == {"Before they ask": set(TEXTS[:2])}


def test_another_board_ends_the_proposal(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    press_keys(desk)
    proposal(qtbot, page)
    desk_position.show_board(desk.doc, "gut")
    assert page.side.currentWidget() is page.inspector


def test_fields_group_already(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    desk_position.show_board(desk.doc, "customers")
    board = boards.board_by_key(desk.doc, "customers").id
    boards.add_notes(desk.doc, board, TEXTS, "customers", region=page.model.regions[0])
    press_keys(desk)
    assert desk.messages.last == "The fields of this board group its notes already."
    assert page.side.currentWidget() is page.inspector


def test_in_a_narrow_window_the_panel_comes_and_goes(qtbot: QtBot, desk: Desk, page: BoardPage) -> None:
    desk.resize(1024, 768)
    qtbot.waitUntil(lambda: not page.side.isVisible())
    press_keys(desk)
    panel = proposal(qtbot, page)
    assert page.side.isVisible()
    qtbot.mouseClick(panel.group, LEFT)
    assert len(clusters(page)) == 2
    assert not page.side.isVisible()


def test_a_concern_is_asked_for_while_a_proposal_lies_there(
    qtbot: QtBot, desk: Desk, page: BoardPage
) -> None:
    press_keys(desk)
    proposal(qtbot, page)
    select(qtbot, page, TEXTS[4])
    qtbot.keyClick(page.canvas, "c")
    qtbot.waitUntil(lambda: page.inspector.worry_field.hasFocus())
    assert page.inspector.isVisible()
