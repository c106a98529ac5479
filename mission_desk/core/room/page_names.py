"""The pages of the desk by name, in the order of the menu and of Alt+1 to Alt+8. What each is called stands
in ui/command_table/pages.py, its class in ui/desk/pages.py, what the room sees of it in
core/stage/page_bodies.py; the type checker refuses a name that is missing in one of them."""

from __future__ import annotations

from typing import Literal, get_args

PageName = Literal["scene", "board", "statement", "vote", "priorities", "roadmap", "posters", "review"]
PAGES: tuple[PageName, ...] = get_args(PageName)


def read_page(text: str) -> PageName | None:
    """The page of this name; None where a file of another release, or one made by hand, names another."""
    return next((page for page in PAGES if page == text), None)
