"""The names of fields: whole at every distance, as large as their line allows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from mission_desk.core.agenda.methods import methods
from mission_desk.core.file.rows import Region
from mission_desk.core.whole.starting import start_workshop
from mission_desk.ui.board.canvas.ground_painter import fitting_size
from mission_desk.ui.look import theme
from mission_desk.ui.look.fonts import ui_font

FARTHEST = 44  # units: the line of a title that is looked at from far away


def width(title: str, size: int) -> int:
    return QFontMetrics(ui_font(size, QFont.Weight.Bold)).horizontalAdvance(title)


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_field_of_a_method_is_cut_at_any_distance(qtbot: QtBot, tmp_path: Path, language: str) -> None:
    for method in methods():
        doc = start_workshop(tmp_path / f"{method.key}.mission", method, language)
        for region in doc.rows(Region):
            for size in range(theme.BODY, FARTHEST + 1):
                assert width(region.title, fitting_size(region.title, size, region.w - 48)) <= region.w - 48
        doc.close()


@pytest.mark.parametrize("size", [theme.BODY, 28, FARTHEST])
def test_a_title_that_has_room_keeps_its_size(qtbot: QtBot, size: int) -> None:
    room = width("Worries", size)
    assert fitting_size("Worries", size, room) == size
    assert size == theme.BODY or fitting_size("Worries", size, room - 1) < size


def test_a_title_never_gets_smaller_than_text(qtbot: QtBot) -> None:
    assert fitting_size("Worries " * 40, FARTHEST, 200) == theme.BODY
