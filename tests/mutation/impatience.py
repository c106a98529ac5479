"""A plugin of pytest for a trial: a test that takes far longer than it did without the fault ends the run,
and Hypothesis looks for one example that fails, not for the shortest one."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Generator

import pytest
from hypothesis import Phase, settings

NEVER_ENDED = 77


def pytest_sessionstart() -> None:
    # After tests/conftest.py has chosen its profile, and before any test is imported.
    settings.register_profile("mutation", settings.default, phases=[Phase.explicit, Phase.generate])
    settings.load_profile("mutation")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, bool, bool]:
    seconds = json.loads(os.environ["MUTATION_LIMITS"]).get(item.nodeid, 1.0)
    # A thread, as a signal is not heard while C or SQL is at work.
    alarm = threading.Timer(8 + 4 * seconds, os._exit, [NEVER_ENDED])
    alarm.daemon = True
    alarm.start()
    try:
        return (yield)
    finally:
        alarm.cancel()
