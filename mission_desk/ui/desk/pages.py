"""The pages of the desk by key. Each room is imported when its page is first shown: all eight together
would take longer than everything else on the way to the first window."""

from __future__ import annotations

from collections.abc import Callable

from mission_desk.ui.page import Page
from mission_desk.ui.workplace import Workplace


class Pages(dict[str, Page]):
    """Pages by key, each made by `make` when it is first asked for."""

    def __init__(self, make: Callable[[str], Page]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: str) -> Page:
        self[key] = self._make(key)
        return self[key]


def page_of(key: str, place: Workplace) -> Page:
    """A new page; `key` is one of core.stage.desk_position.PAGES."""
    return _ROOMS[key]()(place)


def _scene() -> type[Page]:
    from mission_desk.ui.scene.page import ScenePage

    return ScenePage


def _board() -> type[Page]:
    from mission_desk.ui.board.page import BoardPage

    return BoardPage


def _statement() -> type[Page]:
    from mission_desk.ui.statement.page import StatementPage

    return StatementPage


def _vote() -> type[Page]:
    from mission_desk.ui.vote.page import VotePage

    return VotePage


def _priorities() -> type[Page]:
    from mission_desk.ui.plan.priorities_page import PrioritiesPage

    return PrioritiesPage


def _roadmap() -> type[Page]:
    from mission_desk.ui.plan.roadmap_page import RoadmapPage

    return RoadmapPage


def _posters() -> type[Page]:
    from mission_desk.ui.posters.page import PostersPage

    return PostersPage


def _review() -> type[Page]:
    from mission_desk.ui.plan.review_page import ReviewPage

    return ReviewPage


_ROOMS: dict[str, Callable[[], type[Page]]] = {
    "scene": _scene,
    "board": _board,
    "statement": _statement,
    "vote": _vote,
    "priorities": _priorities,
    "roadmap": _roadmap,
    "posters": _posters,
    "review": _review,
}
