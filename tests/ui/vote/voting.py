"""What a facilitator does on the vote page, in a few words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Poll
from mission_desk.core.vote import polls
from mission_desk.ui.vote.page import VotePage

LEFT = Qt.MouseButton.LeftButton


def press(qtbot: QtBot, within: QWidget, words: str) -> None:
    QApplication.processEvents()  # new widgets come into sight with the next turn of the event loop
    shown = [each for each in within.findChildren(QPushButton) if each.isVisibleTo(within)]
    qtbot.mouseClick(next(each for each in shown if each.text() == words), LEFT)


def offers(within: QWidget) -> list[str]:
    QApplication.processEvents()
    return [each.text() for each in within.findChildren(QPushButton) if each.isVisibleTo(within)]


def shown_text(within: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(each.text() for each in within.findChildren(QLabel) if each.isVisibleTo(within))


def poll_of(doc: Document) -> Poll:
    poll = polls.newest(doc)
    assert poll is not None
    return poll


def set_up(page: VotePage, rule: str, *, secret: bool = False) -> Poll:
    """Open a poll on all drafts from the page itself."""
    page.setup.rule.propose(rule, 3)
    if secret:
        page.setup.set_secret(True)
    page.place.commands.run("poll.open")
    return poll_of(page.doc)


def type_ballot(qtbot: QtBot, page: VotePage, keys: str) -> None:
    """A key for each question from the top, then Enter; − leaves one out."""
    typed(qtbot, page, f"{keys}E")


def typed(qtbot: QtBot, within: QWidget, keys: str) -> None:
    """Each key where the keys are at that moment; E is Enter, < Backspace."""
    named = {"E": Qt.Key.Key_Return, "<": Qt.Key.Key_Backspace, "v": Qt.Key.Key_Down, "^": Qt.Key.Key_Up}
    for key in keys:
        focus = within.window().focusWidget()
        if key in named:
            qtbot.keyClick(focus, named[key])
        else:
            qtbot.keyClicks(focus, key)
