"""The tour leaves out nothing that can be printed: a kind of poster that comes later is in it by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.whole.sample import build_sample
from mission_desk.posters.contents import KINDS
from mission_desk.ui.app import tour


@pytest.fixture
def sample(tmp_path: Path) -> Document:
    build_sample(tmp_path / "sample.mission", "en")
    return Document.open(tmp_path / "sample.mission")


def test_the_tour_prints_each_kind_of_poster_and_each_board(sample: Document, tmp_path: Path) -> None:
    *names, tiled = [path.stem.removeprefix("poster-") for path in tour.write_posters(sample, tmp_path)]
    assert {name.partition("-")[0] for name in names} == set(KINDS)
    assert [name for name in names if name.startswith("board-")] == [
        f"board-{board.key}" for board in boards.boards(sample)
    ]
    assert tiled == "statement-tiled"
    assert all((tmp_path / f"poster-{name}.pdf").stat().st_size for name in names)
    sample.close()
