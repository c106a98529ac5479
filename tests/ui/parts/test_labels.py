"""A person's words on a tip are words, whatever stands in them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mission_desk.ui.parts.labels import LONG_TIP, set_tip


@pytest.mark.parametrize(
    "words", ['<img src="/etc/hosts">', "a < b", "x\n<b>y</b>", "&amp; <", "w " * LONG_TIP]
)
def test_a_tip_with_a_tag_shows_the_tag(qtbot: QtBot, words: str) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    set_tip(owner, words)
    shown = QTextDocument()
    shown.setHtml(owner.toolTip())
    assert owner.toolTip().startswith("<qt>")
    assert shown.toPlainText().split() == words.split()
    assert "<img" not in owner.toolTip()


def test_a_short_plain_tip_stays_as_it_is(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    set_tip(owner, "Ctrl+K & more")
    assert owner.toolTip() == "Ctrl+K & more"
