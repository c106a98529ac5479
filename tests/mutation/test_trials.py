"""A trial ends as its tests do, and also where they never end."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.mutation.trial import chosen, in_turns, quickest
from tests.mutation.warm_process import FORKS, wait_for


class Clock:
    """Every test takes five seconds."""

    def seconds(self, _test: str) -> float:
        return 5.0


@pytest.mark.skipif(not FORKS, reason="trials are forked on Linux only")
@pytest.mark.parametrize(
    ("program", "code"), [("import sys; sys.exit(1)", 1), ("pass", 0), ("while True: input()", None)]
)
def test_a_trial_ends_as_its_process_does_or_at_its_limit(program: str, code: int | None) -> None:
    limit = 0.2 if code is None else 60.0
    process = subprocess.Popen(
        [sys.executable, "-I", "-c", program], stdin=subprocess.PIPE, start_new_session=True
    )
    with process:
        assert wait_for(process.pid, limit) == code


def test_a_fault_is_tried_by_as_many_tests_as_there_is_time_for_and_always_by_one() -> None:
    clock = Clock()
    assert quickest(["a", "b", "c"], clock, 10.0) == ["a", "b"]
    assert quickest(["a", "b", "c"], clock, 1.0) == ["a"]
    assert quickest([], clock, 1.0) == []


def test_each_function_has_its_turn_before_any_comes_again() -> None:
    assert in_turns(["a[1]", "a[2]", "a[3]", "b", "c[x]", "c[y]"]) == [
        "a[1]",
        "b",
        "c[x]",
        "a[2]",
        "c[y]",
        "a[3]",
    ]


def test_a_third_of_the_time_is_for_the_quickest_and_the_rest_for_other_rules() -> None:
    tests = ["a[1]", "a[2]", "a[3]", "b", "c[x]"]
    assert chosen(tests, Clock(), 30.0) == ["a[1]", "a[2]", "b", "c[x]", "a[3]"]
    assert chosen(tests[:1], Clock(), 1.0) == ["a[1]"]
