"""A secret ballot never covers the projector: the booth fills the screen of the desk and no other, whichever
screen that is. Where the projector is pulled and plugged in, `ui/backstage/test_two_screens.py` says the
same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from mission_desk.ui import screens
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.vote.page import VotePage
from tests.ui.backstage.test_two_screens import SCREENS, a_day
from tests.ui.vote.voting import set_up


def test_with_two_screens_it_is_beside_the_stage(tmp_path: Path) -> None:
    every = [
        {"name": name, "x": x, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
        for name, x, width, height in SCREENS
    ]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": every}), "utf-8")
    platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    assert a_day(tmp_path, platform, "--ballots") == ["chosen", "voted", "closed"]


@pytest.mark.parametrize("with_stage", [False, True])
def test_with_one_screen_it_is_on_top_of_the_stage(ready: VotePage, desk: Desk, *, with_stage: bool) -> None:
    """The laptop that goes round is the projector's too: the stage must not lie over the ballot, nor show
    through."""
    set_up(ready, "score", secret=True)
    if with_stage:
        desk.commands.run("stage.show")
    desk.commands.run("poll.booth")
    assert ready.booth is not None
    here = screens.screen_of(desk)
    assert ready.booth.isFullScreen()
    assert ready.booth.geometry() == here.box
    assert screens.screen_of(ready.booth) == here
    assert not ready.booth.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
