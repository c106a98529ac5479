"""Undo and Redo that work out of sight say what was taken back and where, and offer to look. Nobody shall
wonder whether the key did anything. The board in sight brings its own notes into view."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from mission_desk.core.file.document import Changes
from mission_desk.core.whole.change_places import (
    ChangePlace,
    change_places,
    is_open,
    open_place,
    place_title,
)
from mission_desk.ui.command_table.pages import page_words
from mission_desk.ui.desk.action_words import action_words
from mission_desk.ui.page import Page
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr


class Undone:
    """`page` is the page in sight."""

    def __init__(self, place: Workplace, page: Callable[[], Page | None]) -> None:
        self._place, self._doc, self._page = place, place.doc, page

    def follow(self, changes: Changes) -> None:
        if changes.kind not in ("undo", "redo"):
            return
        places = change_places(self._doc, changes)
        if places and not any(is_open(self._doc, each) for each in places):
            shown = next((each for each in places if each.row), places[0])
            sentence = self._sentence(changes, shown)
            self._place.messages.say(sentence, tr("Show me"), partial(self._look, shown))

    def _sentence(self, changes: Changes, place: ChangePlace) -> str:
        words = action_words().get(changes.name, "")
        where = place_title(self._doc, place) or page_words(place.page).title
        if changes.kind == "undo":
            return tr("Undone on “{place}”: {words}.", place=where, words=words)
        return tr("Done again on “{place}”: {words}.", place=where, words=words)

    def _look(self, place: ChangePlace) -> None:
        open_place(self._doc, place)
        page = self._page()
        if page is not None and place.row:
            page.show_row(place.row)
