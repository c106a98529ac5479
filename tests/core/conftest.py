"""A workshop to act in: a real file, set up from the first method, with a clock that a test can turn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mission_desk.core.agenda.methods import method
from mission_desk.core.file.document import Document
from mission_desk.core.whole.starting import start_workshop


class Clock:
    """Seconds since 1970; stands until it is moved."""

    def __init__(self) -> None:
        self.moment = 1_795_000_000.0

    def __call__(self) -> float:
        return self.moment

    def wait(self, seconds: float) -> None:
        self.moment += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "day.mission"


@pytest.fixture
def doc(path: Path, clock: Clock) -> Iterator[Document]:
    doc = start_workshop(path, method("find-our-mission"), "en", clock)
    yield doc
    doc.close()


@pytest.fixture
def board(doc: Document) -> int:
    """The board "think-big", which has no regions."""
    return int(doc.value("SELECT id FROM board WHERE key = 'think-big'"))
