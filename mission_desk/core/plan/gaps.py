"""What is still missing between our three and theirs, as values: which rows each gap is about, what would
close it, and the honest way out. Desk, stage and paper say it in their own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, assert_never

from msgspec import Struct

from mission_desk.core.file.document import Document
from mission_desk.core.file.plan_rows import Priority
from mission_desk.core.file.writer import is_blank
from mission_desk.core.plan.candidates import dots_of
from mission_desk.core.plan.links import is_wish, links, unlinked
from mission_desk.core.plan.priorities import is_written, not_this_year, priorities

GapKind = Literal["served by nobody", "serves none", "no because", "wants in"]
Fix = Literal["link one of ours", "link it", "say why", "swap with our third"]
WayOut = Literal["not our job, because", "stands alone, because", "unlink", "park"]


class Gap(Struct, frozen=True):
    """`priority` is the row it is about: of the company where nobody serves it, else of the team. `link` is
    the one without a reason. For one that wants in, `dots` are those of what it came from, and `third` our
    last with its own; None where they came from no note."""

    kind: GapKind
    priority: int
    link: int | None = None
    dots: int | None = None
    third: int | None = None
    third_dots: int | None = None


def gaps(doc: Document) -> list[Gap]:
    """In the order in which the room answers them. Before one of ours is written there are none: the first
    question is where service touches theirs."""
    if not any(is_written(row) for row in priorities(doc, "team")):
        return []
    return [*_unlinked(doc), *_wishes(doc), *_wanting(doc)]


def _unlinked(doc: Document) -> Iterator[Gap]:
    for row in unlinked(doc, "company"):
        if not stands_without(row):
            yield Gap("served by nobody", row.id)
    for row in unlinked(doc, "team"):
        if not stands_without(row):
            yield Gap("serves none", row.id)


def stands_without(priority: Priority) -> bool:
    """Somebody said why no link has to lead to it; that counts as an answer."""
    return not is_blank(priority.unlinked_because)


def _wishes(doc: Document) -> Iterator[Gap]:
    ours = {row.id for row in priorities(doc, "team") if is_written(row)}
    theirs = {row.id for row in priorities(doc, "company") if is_written(row)}
    for row in links(doc):
        if is_wish(row) and row.team in ours and row.company in theirs:
            yield Gap("no because", row.team, link=row.id)


def _wanting(doc: Document) -> Iterator[Gap]:
    third = priorities(doc, "team")[-1]
    for row in not_this_year(doc):
        if row.place == "wants in" and is_written(row):
            dots, third_dots = dots_of(doc, row.id), dots_of(doc, third.id)
            yield Gap("wants in", row.id, dots=dots, third=third.id, third_dots=third_dots)


def fix(kind: GapKind) -> Fix:
    """What would close the gap."""
    match kind:
        case "served by nobody":
            return "link one of ours"
        case "serves none":
            return "link it"
        case "no because":
            return "say why"
        case "wants in":
            return "swap with our third"
        case _:
            assert_never(kind)


def way_out(kind: GapKind) -> WayOut:
    """The honest answer where it cannot be closed."""
    match kind:
        case "served by nobody":
            return "not our job, because"
        case "serves none":
            return "stands alone, because"
        case "no because":
            return "unlink"
        case "wants in":
            return "park"
        case _:
            assert_never(kind)
