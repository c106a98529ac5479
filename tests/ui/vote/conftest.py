"""The vote page with three drafts and four seats."""

from __future__ import annotations

import pytest

from mission_desk.core.room import people
from mission_desk.core.stage import desk_position
from mission_desk.core.statement import drafts
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.vote.page import VotePage


@pytest.fixture
def ready(desk: Desk) -> VotePage:
    people.set_style_counts(desk.doc, {"ideator": 2, "analyst": 1, "heart": 1})
    for text in ("We listen first.", "We call back.", "No one waits."):
        drafts.add_draft(desk.doc, text=text)
    desk_position.show_page(desk.doc, "vote")
    page = desk.pages["vote"]
    assert isinstance(page, VotePage)
    return page
