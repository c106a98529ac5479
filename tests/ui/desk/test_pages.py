"""Each page has a class, a command with words and an icon, and a line in the menu."""

from __future__ import annotations

from typing import Any

import pytest

from mission_desk.core.file.closed_sets import PAGES
from mission_desk.ui.agenda.step_words import pages
from mission_desk.ui.command_table import table
from mission_desk.ui.command_table.pages import opening_key, page_words
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.desk.pages import made_page
from mission_desk.ui.desk.top_bar import MENU
from mission_desk.ui.look import icons


def test_every_page_is_a_command_a_line_of_the_menu_and_a_choice_of_the_step(desk: Desk) -> None:
    rows = {row.key: row for row in table()}
    assert [rows[opening_key(page)].shortcut for page in PAGES] == [f"Alt+{n + 1}" for n in range(len(PAGES))]
    assert [rows[key].text for key in MENU[0]] == [title for _page, title in pages()]
    assert len({rows[key].text for key in MENU[0]}) == len(PAGES)
    for page in PAGES:
        assert not icons.icon(page_words(page).icon, desk.place.tokens.ink).isNull()


def test_every_page_has_a_class_of_its_own(desk: Desk) -> None:
    assert len({type(desk.pages[page]) for page in PAGES}) == len(PAGES)


def test_a_page_that_a_table_forgets_fails_at_once(desk: Desk) -> None:
    forgotten: Any = "reading list"
    with pytest.raises(AssertionError, match="reading list"):
        made_page(forgotten, desk.place)
    with pytest.raises(AssertionError, match="reading list"):
        page_words(forgotten)
