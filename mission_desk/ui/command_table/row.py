"""What one row of the table of commands says."""

from __future__ import annotations

from msgspec import Struct

from mission_desk.core.file.closed_sets import PageName


class Command(Struct, frozen=True):
    """`shortcut` in Qt's portable words; `pages` where it makes sense, empty for everywhere; `letter` the
    single key that does it while notes are selected (a sign, or "Enter" or "Tab")."""

    key: str
    text: str
    icon: str = ""
    shortcut: str = ""
    pages: tuple[PageName, ...] = ()
    letter: str = ""
