"""What ships for the road map in each language: types of role, and guidelines that one of them might begin
with. They are offered as words to type over; nothing puts them into a workshop by itself."""

from __future__ import annotations

import csv
from functools import lru_cache

from msgspec import Struct, convert

from mission_desk.core.file.closed_sets import Direction
from mission_desk.core.plan.roles import same_role
from mission_desk.grammar import language_file


class Suggestion(Struct, frozen=True):
    """Its fields are columns of a guideline."""

    role: str
    text: str
    measure: str
    unit: str
    direction: Direction
    data: str
    evaluation: str


@lru_cache(maxsize=8)
def suggestions(language: str) -> tuple[Suggestion, ...]:
    """All of a language, role by role; none where it has no such table."""
    file = language_file(language, "plan", "guidelines.tsv")
    if not file.is_file():
        return ()
    lines = [line for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    table = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(convert(row, Suggestion) for row in table)


def suggestions_for(role: str, language: str) -> tuple[Suggestion, ...]:
    """Those of one role."""
    return tuple(each for each in suggestions(language) if same_role(each.role) == same_role(role))


def usual_roles(language: str) -> tuple[str, ...]:
    """The types of role that a service team may have, the most usual first."""
    return tuple(dict.fromkeys(each.role for each in suggestions(language)))
