"""What a step's columns are called on screen."""

from __future__ import annotations

import re

from mission_desk.core.agenda import outline
from mission_desk.core.file.closed_sets import PAGES
from mission_desk.ui.command_table.pages import page_words
from mission_desk.words import tr

_MINUTES = re.compile(r"(?:(?P<hours>\d{1,2}) ?h ?)?(?:(?P<minutes>\d{1,3}) ?(?:min\.?|m|′|')?)?")


def captures() -> tuple[tuple[str, str], ...]:
    return ("everybody", tr("Everybody")), ("leading", tr("Who leads")), ("blind", tr("In silence"))


def capture_words(capture: str) -> str:
    """What the rule does, in a sentence."""
    return {
        "everybody": tr("All styles write; each one's colour is a key away."),
        "leading": tr("The others are dimmed in the bar at the foot. Nobody is barred."),
        "blind": tr("What is typed lies face down, on the stage too, until it is uncovered."),
    }[capture]


def pages() -> list[tuple[object, str]]:
    """Pages a step may turn to."""
    return [(page, page_words(page).title) for page in PAGES]


def any_board() -> str:
    return tr("The one in sight")


def read_minutes(text: str) -> str | None:
    """25, "25 min" or "1 h 30" as plain minutes; None where it is none, or longer than a step may be."""
    duration = _MINUTES.fullmatch(text.strip().lower())
    if duration is None or not (duration["hours"] or duration["minutes"]):
        return None
    minutes = int(duration["hours"] or 0) * 60 + int(duration["minutes"] or 0)
    return str(minutes) if minutes <= outline.LONGEST_MINUTES else None
