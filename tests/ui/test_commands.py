"""The commands of a window: what may be done now."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mission_desk.ui.commands import Commands


def test_a_question_that_commands_share_is_asked_once_at_a_change(qtbot: QtBot) -> None:
    """Each asks the file, after every letter that somebody types."""
    window = QWidget()
    qtbot.addWidget(window)
    commands = Commands(window, lambda _error: None, lambda: None)
    asked: list[str] = []

    def has_draft() -> bool:
        asked.append("draft")
        return True

    commands.on("file.copy", lambda: None, has_draft)
    commands.on("file.points", lambda: None, has_draft)
    commands.on("file.close", lambda: None, lambda: False)
    asked.clear()
    commands.refresh()
    assert asked == ["draft"]
    enabled = [commands.action(key).isEnabled() for key in ("file.copy", "file.points", "file.close")]
    assert enabled == [True, True, False]
