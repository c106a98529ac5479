"""A workshop whose two clocks, the wall's and the steady one, are set by the test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mission_desk.core.agenda.methods import method
from mission_desk.core.file.document import Document
from mission_desk.core.whole.starting import start_workshop
from tests.core.day_times import Times


@pytest.fixture
def times() -> Times:
    return Times()


@pytest.fixture
def doc(path: Path, times: Times) -> Iterator[Document]:
    start_workshop(path, method("find-our-mission"), "en", times.now).close()
    opened = Document.open(path, times.now, times.steady)
    yield opened
    opened.close()
