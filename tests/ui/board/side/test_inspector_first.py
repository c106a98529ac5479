"""What the panel offers first for several notes: what brings them on, not what they are already."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from mission_desk.ui.board.page import BoardPage
from tests.ui.board.hands import grouped, select


def offers_first(qtbot: QtBot, page: BoardPage, words: str) -> None:
    def shown() -> list[str]:
        buttons = page.inspector.findChildren(QPushButton)
        return [each.text() for each in buttons if not each.isHidden() and each.property("look") == "filled"]

    qtbot.waitUntil(lambda: shown() == [words])


def test_loose_notes_are_offered_a_cluster_and_those_of_one_a_statement(
    qtbot: QtBot, page: BoardPage
) -> None:
    select(page, "one", "two")
    offers_first(qtbot, page, "Make a cluster")
    grouped(page, "one", "two")
    offers_first(qtbot, page, "Use in a statement")
    select(page, "one", "three")
    offers_first(qtbot, page, "Make a cluster")
