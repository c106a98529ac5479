"""The other mouse button and the menu key offer what can be done with what lies there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from mission_desk.core.file.rows import Cluster
from mission_desk.ui.board.page import BoardPage
from tests.ui.board.hands import grouped, note, rows, select, spot, texts, view

BY_MOUSE, BY_KEY = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard


def ask(face: QWidget, at: QPoint, reason: QContextMenuEvent.Reason = BY_MOUSE) -> QMenu:
    QApplication.sendEvent(face, QContextMenuEvent(reason, at, face.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def words(menu: QMenu) -> list[str]:
    return [each.text().split("\t")[0] for each in menu.actions() if not each.isSeparator()]


def take(menu: QMenu, text: str) -> None:
    next(each for each in menu.actions() if each.text().split("\t")[0] == text).trigger()
    menu.close()


def test_on_a_note_it_is_about_that_note(page: BoardPage) -> None:
    menu = ask(page.canvas, spot(page, "two"))
    assert page.canvas.selection == {note(page, "two").id}
    assert "Take the cluster apart" not in words(menu)  # it is in none
    assert "Send to a cluster…\tG" in [each.text() for each in menu.actions()]
    take(menu, "Duplicate")
    assert texts(page)[4:] == ["two"]


def test_on_one_of_several_selected_it_is_about_all_of_them(page: BoardPage) -> None:
    select(page, "one", "two")
    take(ask(page.canvas, spot(page, "two")), "Delete the notes")
    assert texts(page) == ["three", "four"]


def test_on_a_clusters_name_it_is_about_the_cluster(page: BoardPage) -> None:
    cluster = grouped(page, "one", "two")
    frame = page.model.frames[cluster]
    menu = ask(page.canvas, view(page, frame.x + 60, frame.y + 20))
    assert page.canvas.selection == page.model.members(cluster)
    take(menu, "Take the cluster apart")
    assert page.doc.rows(Cluster) == []


def test_on_bare_paper_it_is_about_the_board(page: BoardPage) -> None:
    select(page, "one")
    menu = ask(page.canvas, view(page, 900, 500))
    assert page.canvas.selection == frozenset()
    assert words(menu)[0] == "Paste as notes"
    take(menu, "Select all notes")
    assert page.canvas.selection == {row.id for row in rows(page)}


@pytest.mark.parametrize("is_list", [False, True])
def test_the_menu_key_leaves_the_selection(page: BoardPage, is_list: bool) -> None:
    if is_list:
        page.place.commands.run("board.list")
    select_here = {note(page, "one").id, note(page, "three").id}
    page.canvas.select(select_here)
    face = page.canvas_or_list.list if is_list else page.canvas
    menu = ask(face, QPoint(5, 5), BY_KEY)
    assert page.canvas.selection == select_here
    assert "Make a cluster" in words(menu)
    menu.close()
