"""A desk in a day whose time a test turns."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mission_desk.core.agenda.methods import method
from mission_desk.core.file.document import Document
from mission_desk.core.whole.starting import start_workshop
from mission_desk.ui.desk.desk import Desk
from tests.core.day_times import Times
from tests.ui.conftest import shown


@pytest.fixture
def times() -> Times:
    return Times()


@pytest.fixture
def doc(tmp_path: Path, times: Times) -> Iterator[Document]:
    path = tmp_path / "day.mission"
    start_workshop(path, method("find-our-mission"), "en", times.now).close()
    document = Document.open(path, times.now, times.steady)
    yield document
    document.close()


@pytest.fixture
def desk(qtbot: QtBot, doc: Document) -> Desk:
    desk_window = shown(qtbot, doc)
    desk_window.place.preferences.keep("clock.chime", 0)  # no test makes a noise
    return desk_window
