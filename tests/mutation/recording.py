"""A plugin of pytest: which lines of MUTATION_SOURCE each test runs, and how long it takes, set-up included.
Both are written to the folder MUTATION_RECORD at the end, when nobody is somebody else any more."""

from __future__ import annotations

import json
import os
from collections.abc import Generator
from pathlib import Path

import coverage
import pytest

LINES, SECONDS = "lines", "seconds.json"


class Recording:
    """In memory until the end: tests that are another person for a while could not write a file of ours."""

    def __init__(self) -> None:
        self._coverage = coverage.Coverage(
            data_file=None, config_file=False, source=[os.environ["MUTATION_SOURCE"]], messages=False
        )
        self._coverage.set_option("run:relative_files", True)
        self._seconds: dict[str, float] = {}
        self._test = ""
        self._coverage.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, bool, bool]:
        self._test = item.nodeid
        self._coverage.switch_context(self._test)
        try:
            return (yield)
        finally:
            self._coverage.switch_context("")

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[object]) -> Generator[None, object, object]:
        """What several tests share is made for the first of them: it is recorded for the whole file."""
        if fixturedef.scope == "function":
            return (yield)
        self._coverage.switch_context(self._test.partition("::")[0])
        try:
            return (yield)
        finally:
            self._coverage.switch_context(self._test)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._seconds[report.nodeid] = self._seconds.get(report.nodeid, 0.0) + report.duration

    def pytest_sessionfinish(self) -> None:
        self._coverage.stop()
        record = Path(os.environ["MUTATION_RECORD"])
        (record / LINES).write_bytes(self._coverage.get_data().dumps())
        (record / SECONDS).write_text(json.dumps(self._seconds), "utf-8")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Recording())
