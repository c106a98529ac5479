"""What an action makes of a board is what was agreed upon, note by note. Rules (no note covers another,
nothing leaves its field) have tests of their own; this finds a place that changed by mistake."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mission_desk.core.file.document import Document
from tests.core.board.agreed_board import ACTIONS, AGREED, built, changed, state


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    doc = built(tmp_path_factory.mktemp("board") / "day.mission")
    yield doc
    doc.close()


@pytest.fixture(scope="module")
def agreed() -> dict[str, list[str]]:
    about: dict[str, list[str]] = {}
    name = ""
    for line in AGREED.read_text("utf-8").splitlines():
        if line.startswith("["):
            name = line[1:-1]
            about[name] = []
        else:
            about[name].append(line)
    return about


def test_the_board_is_the_one_that_was_agreed_upon(day: Document, agreed: dict[str, list[str]]) -> None:
    assert state(day) == agreed["as it is"]
    assert agreed.keys() == ACTIONS.keys()


@pytest.mark.parametrize("name", [name for name in ACTIONS if name != "as it is"])
def test_an_action_does_to_a_board_what_was_agreed_upon(
    day: Document, agreed: dict[str, list[str]], name: str
) -> None:
    lines = changed(day, agreed["as it is"], ACTIONS[name])
    assert lines == agreed[name]
    assert lines
