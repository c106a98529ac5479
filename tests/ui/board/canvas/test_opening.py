"""A board opens so that a note can be read before anybody has come closer, on every usual screen, and
its empty fields are all in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from pytestqt.qtbot import QtBot

from mission_desk.core.board import boards, regions
from mission_desk.core.file.rows import Note
from mission_desk.core.stage import desk_position
from mission_desk.ui.board.canvas.note_face import face, needed_height
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.desk.desk import Desk

SCREENS = [(1366, 768), (1024, 768), (1920, 1080)]
ROOM_FOR_FRAMES = 60  # pixels that the title bar and the bars of a system take of a screen's height
LEAST = 11  # pixels of a note's letters


def opened(desk: Desk, board: str, size: tuple[int, int] = (1366, 768)) -> BoardPage:
    desk.resize(size[0], size[1] - ROOM_FOR_FRAMES)
    desk_position.show_board(desk.doc, board)
    page = desk.pages["board"]
    assert isinstance(page, BoardPage)
    return page


def letters(page: BoardPage, note: Note) -> float:
    """The height of its letters, in pixels."""
    return face(note.text, note.w, note.h).font().pixelSize() * page.canvas.sight.camera.scale


def free(page: BoardPage) -> QRect:
    """What of the canvas nothing floats over."""
    top, bottom = page.tabs.geometry().bottom(), page.tools.geometry().top()
    return QRect(QPoint(0, top), QPoint(page.canvas.width(), bottom))


def written(qtbot: QtBot, page: BoardPage, text: str) -> Note:
    qtbot.keyClicks(page.bar.field, text)
    qtbot.keyClick(page.bar.field, Qt.Key.Key_Return)
    return page.doc.rows(Note, "1 ORDER BY id DESC")[0]


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("board", ["customers", "makers", "think-big", "parking"])
def test_a_first_note_can_be_read_and_every_field_is_in_sight(
    qtbot: QtBot, desk: Desk, board: str, size: tuple[int, int]
) -> None:
    page = opened(desk, board, size)
    qtbot.waitUntil(lambda: page.canvas.width() > size[0] // 2)
    for region in page.model.regions:
        box = regions.box_of(region)
        corners = [QPointF(*page.canvas.sight.camera.to_view(x, y)).toPoint()
                   for x, y in ((box.x, box.y), (box.right, box.bottom))]  # fmt: skip
        assert all(free(page).contains(corner) for corner in corners), region.title
    note = written(qtbot, page, "They wait for an answer")
    assert letters(page, note) >= LEAST
    assert free(page).contains(page.canvas.sight.note_view_box(note).toRect())


@pytest.mark.parametrize("board", ["customers", "think-big"])
def test_a_full_board_opens_as_it_can_be_read(qtbot: QtBot, desk: Desk, board: str) -> None:
    number = boards.board_by_key(desk.doc, board).id
    for region in [*regions.regions_on(desk.doc, number), None]:
        boards.add_notes(desk.doc, number, [f"note {n}" for n in range(40)], "heart", region=region)
    page = opened(desk, board)
    assert letters(page, written(qtbot, page, "one more")) >= LEAST


def test_whatever_shows_the_board_anew_shows_it_as_it_can_be_read(qtbot: QtBot, desk: Desk) -> None:
    page = opened(desk, "customers")
    for region in page.model.regions:
        boards.add_notes(
            desk.doc, page.model.board.id, [f"note {n}" for n in range(9)], "heart", region=region
        )
    for key in ("board.tidy", "board.field"):
        page.place.commands.run("board.fit")
        assert letters(page, page.doc.rows(Note)[0]) < LEAST
        page.place.commands.run(key)
        assert letters(page, page.doc.rows(Note)[0]) >= LEAST
    new = page.model.regions[-1]
    assert page.canvas.region == new
    assert page.canvas.sight.area().holds(new.x, new.y)


@pytest.mark.parametrize("many", [0, 400])
def test_the_longest_note_can_be_read_too(desk: Desk, many: int) -> None:
    """Long words are set smaller than usual ones."""
    number = boards.board_by_key(desk.doc, "customers").id
    long = "They wait for an answer and nobody tells them how long it takes, so they call again and again"
    boards.add_notes(desk.doc, number, [long], "heart", at=(2_000, 1_500), height=needed_height)
    boards.add_notes(desk.doc, number, [f"note {n}" for n in range(many)], "heart")
    page = opened(desk, "customers")
    assert letters(page, page.doc.rows(Note)[0]) >= LEAST
