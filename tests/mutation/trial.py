"""One fault in a copy of the project, and the tests that run its line: noticed or survived."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import Literal, Protocol

from tests.mutation.copied import Copy
from tests.mutation.covering import Covering, quiet_environment
from tests.mutation.faults import Fault
from tests.mutation.impatience import NEVER_ENDED

Outcome = Literal["noticed", "never ended", "survived", "never run"]
NOTICED: tuple[Outcome, ...] = ("noticed", "never ended")
# More seconds of tests than this are not tried on one fault: those that run a line everywhere (a document
# opens) would be the whole run.
MOST_SECONDS = 12.0
PYTEST = ["-x", "-q", "-p", "no:cacheprovider", "-p", "tests.mutation.impatience", "--tb=no"]


class Clock(Protocol):
    def seconds(self, test: str) -> float: ...


@dataclass(frozen=True)
class Trial:
    fault: Fault
    outcome: Outcome
    tests: int

    @property
    def is_noticed(self) -> bool:
        return self.outcome in NOTICED


def try_fault(fault: Fault, covering: Covering, copy: Copy) -> Trial:
    """A test that never ends has noticed the fault too: nobody could overlook that."""
    tests = chosen(covering.tests(fault.path, fault.line, on_import=fault.on_import), covering, MOST_SECONDS)
    if not tests:
        return Trial(fault, "never run", 0)
    seconds = {test: covering.seconds(test) for test in tests}
    environment = {**quiet_environment(), "MUTATION_LIMITS": json.dumps(seconds)}
    with copy.planted(fault):
        code = copy.run_pytest([*PYTEST, *tests], environment, 60 + 6 * sum(seconds.values()))
    outcome: Outcome = (
        "never ended" if code in (None, NEVER_ENDED) else "survived" if code == 0 else "noticed"
    )
    return Trial(fault, outcome, len(tests))


def chosen(tests: list[str], clock: Clock, most: float) -> list[str]:
    """The quickest ones for a third of the time, and for the rest each function in its turn: the hundred
    cases of one function would leave no time for other rules."""
    first = quickest(tests, clock, most / 3)
    others = [test for test in in_turns(tests) if test not in first]
    return first + (quickest(others, clock, most * 2 / 3) if len(first) < len(tests) else [])


def in_turns(tests: list[str]) -> list[str]:
    """The first case of each function, then the second ones, and so on."""
    turn: Counter[str] = Counter()
    turns = {}
    for test in tests:
        function = test.partition("[")[0]
        turns[test] = turn[function]
        turn[function] += 1
    return sorted(turns, key=turns.__getitem__)


def quickest(tests: list[str], clock: Clock, most: float) -> list[str]:
    """As many as there is time for, and always one."""
    taken: list[str] = []
    seconds = 0.0
    for test in tests:
        seconds += clock.seconds(test)
        if taken and seconds > most:
            break
        taken.append(test)
    return taken
