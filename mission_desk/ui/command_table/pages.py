"""What each page of the desk is called, its icon, and the command that opens it."""

from __future__ import annotations

from typing import assert_never

from msgspec import Struct

from mission_desk.core.file.closed_sets import PAGES, PageName
from mission_desk.ui.command_table.row import Command
from mission_desk.words import tr


class PageWords(Struct, frozen=True):
    title: str
    icon: str


def page_words(page: PageName) -> PageWords:
    match page:
        case "scene":
            return PageWords(tr("Set the scene"), "flag")
        case "board":
            return PageWords(tr("Boards"), "layout-grid")
        case "statement":
            return PageWords(tr("Statement"), "pencil")
        case "vote":
            return PageWords(tr("Vote"), "vote")
        case "priorities":
            return PageWords(tr("Priorities"), "list")
        case "roadmap":
            return PageWords(tr("Road map"), "map")
        case "posters":
            return PageWords(tr("Posters"), "printer")
        case "review":
            return PageWords(tr("Annual review"), "history")
        case _:
            assert_never(page)


def opening_key(page: PageName) -> str:
    """The key of the command that opens the page."""
    return f"go.{page}"


def opening() -> tuple[Command, ...]:
    """The commands that open the pages; the digit of the shortcut is the page's place."""
    return tuple(_opens(page, digit) for digit, page in enumerate(PAGES, 1))


def _opens(page: PageName, digit: int) -> Command:
    words = page_words(page)
    return Command(opening_key(page), words.title, words.icon, f"Alt+{digit}")
