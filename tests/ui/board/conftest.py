"""The board that most tests of it lay hands on."""

from __future__ import annotations

import pytest

from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.desk.desk import Desk
from tests.ui.board.hands import SPOTS, board_page


@pytest.fixture
def page(desk: Desk) -> BoardPage:
    """The board "think-big" at 100 % with four notes that lie apart."""
    return board_page(desk, SPOTS)
