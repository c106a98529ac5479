"""The pages of the desk by name. Each is imported when it is first shown: all eight together would take
longer than everything else on the way to the first window."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from mission_desk.core.file.closed_sets import PageName
from mission_desk.ui.page import Page
from mission_desk.ui.workplace import Workplace


class Pages(dict[PageName, Page]):
    """Pages by name, each made by `make` when it is first asked for."""

    def __init__(self, make: Callable[[PageName], Page]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, name: PageName) -> Page:
        self[name] = self._make(name)
        return self[name]


def made_page(name: PageName, place: Workplace) -> Page:
    """A new page of that name."""
    return _page_class(name)(place)


def _page_class(name: PageName) -> type[Page]:
    match name:
        case "scene":
            from mission_desk.ui.scene.page import ScenePage

            return ScenePage
        case "board":
            from mission_desk.ui.board.page import BoardPage

            return BoardPage
        case "statement":
            from mission_desk.ui.statement.page import StatementPage

            return StatementPage
        case "vote":
            from mission_desk.ui.vote.page import VotePage

            return VotePage
        case "priorities":
            from mission_desk.ui.plan.priorities.page import PrioritiesPage

            return PrioritiesPage
        case "roadmap":
            from mission_desk.ui.plan.roadmap.page import RoadmapPage

            return RoadmapPage
        case "posters":
            from mission_desk.ui.posters.page import PostersPage

            return PostersPage
        case "review":
            from mission_desk.ui.plan.review_page import ReviewPage

            return ReviewPage
        case _:
            assert_never(name)
