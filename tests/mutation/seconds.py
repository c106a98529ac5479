"""A plugin of pytest: writes how long each test took, set-up included, to the file MUTATION_SECONDS names."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

_seconds: dict[str, float] = {}


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    _seconds[report.nodeid] = _seconds.get(report.nodeid, 0.0) + report.duration


def pytest_sessionfinish(session: pytest.Session) -> None:
    if hasattr(session.config, "workerinput"):
        return  # the process that spreads the tests hears of all of them
    Path(os.environ["MUTATION_SECONDS"]).write_text(json.dumps(_seconds))
