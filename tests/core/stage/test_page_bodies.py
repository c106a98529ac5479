"""Every page of the desk shows the room something of its own; one without a body cannot be."""

from __future__ import annotations

from typing import Any

import pytest

from mission_desk.core.agenda import agenda
from mission_desk.core.file.closed_sets import PAGES
from mission_desk.core.file.document import Document
from mission_desk.core.plan import editions, roadmap
from mission_desk.core.room import scene
from mission_desk.core.stage import desk_position
from mission_desk.core.stage.slides import (
    BoardBody,
    CompanyBody,
    PollBody,
    PrioritiesBody,
    RoadmapBody,
    StatementBody,
    TableBody,
)
from mission_desk.core.stage.stage import slide
from mission_desk.core.statement import drafts
from tests.core.vote.voting import draft_poll

BODIES = {
    "scene": CompanyBody,
    "board": BoardBody,
    "statement": StatementBody,
    "vote": PollBody,
    "priorities": PrioritiesBody,
    "roadmap": RoadmapBody,
    "posters": StatementBody,
    "review": TableBody,
}


def test_every_page_shows_its_own_body(doc: Document, board: int) -> None:
    draft_poll(doc)
    editions.add_promise(doc, "priority", "One call.")
    roadmap.add_guideline(doc, role="Agent", text="Stay on the line")
    draft = drafts.drafts(doc)[0].id
    drafts.choose(doc, draft)
    scene.edit_workshop(doc, mission="Northwind moves goods.")
    agenda.open_step(doc, agenda.steps(doc)[1].id)
    shown = {page: type(slide(doc, page, board, draft).body) for page in PAGES}
    assert shown == BODIES


def test_a_page_without_a_body_shows_no_other_one(doc: Document) -> None:
    forgotten: Any = "reading list"
    with pytest.raises(AssertionError, match="reading list"):
        slide(doc, forgotten, None, None)


def test_a_page_of_another_release_is_none_of_ours(doc: Document) -> None:
    doc.keep("page", "reading list")
    assert desk_position.page(doc) == agenda.current_step(doc).page
