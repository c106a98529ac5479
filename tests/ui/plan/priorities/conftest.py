"""The page of our three in a real window."""

from __future__ import annotations

import pytest

from mission_desk.core.file.document import Document
from mission_desk.core.plan import links, priorities
from mission_desk.core.stage import desk_position
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.plan.priorities.page import PrioritiesPage


def opened(desk: Desk) -> PrioritiesPage:
    desk_position.show_page(desk.doc, "priorities")
    page = desk.pages["priorities"]
    assert isinstance(page, PrioritiesPage)
    return page


def pairs(doc: Document) -> set[tuple[int, int]]:
    """(theirs, ours), from 0."""
    rank = {each.id: each.rank for side in ("company", "team") for each in priorities.priorities(doc, side)}
    return {(rank[link.company], rank[link.team]) for link in links.links(doc)}


def write_all(doc: Document) -> None:
    """All six headlines."""
    for side in ("company", "team"):
        for row in priorities.priorities(doc, side):
            priorities.write_priority(doc, row.id, f"{side} {row.rank + 1}")


@pytest.fixture
def page(desk: Desk) -> PrioritiesPage:
    return opened(desk)


@pytest.fixture
def written(desk: Desk) -> PrioritiesPage:
    write_all(desk.doc)
    return opened(desk)


@pytest.fixture
def sample(sample_desk: Desk) -> PrioritiesPage:
    return opened(sample_desk)
