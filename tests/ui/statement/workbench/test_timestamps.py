"""When a version was kept, as people say it."""

from __future__ import annotations

from datetime import datetime

import pytest

from mission_desk.ui.statement.workbench.timestamps import moment
from mission_desk.words import set_screen_language

KEPT = int(datetime(2026, 11, 3, 12, 10).timestamp())


@pytest.mark.parametrize(("language", "words"), [("en", "3 Nov 2026, 12:10"), ("de", "3. Nov. 2026, 12:10")])
def test_another_day_is_written_as_the_language_does(language: str, words: str) -> None:
    set_screen_language(language)
    assert moment(KEPT, datetime(2026, 11, 4, 0, 0).timestamp()) == words


def test_today_is_the_time_alone() -> None:
    assert moment(KEPT, datetime(2026, 11, 3, 23, 59).timestamp()) == "12:10"
