"""One fault in a copy of the project, and the tests that run its line: noticed or survived."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tests.mutation.covering import ROOT, Covering, environment
from tests.mutation.faults import Fault

Outcome = Literal["noticed", "survived", "never run"]
COPIED = (
    "mission_desk", "resources", "set_up", "tests", "docs", ".ci",
    "pyproject.toml", "run.py", "build.spec", "README.md",
)  # fmt: skip
# More seconds of tests than this are not tried on one fault: those that run a line everywhere (a document
# opens) would be the whole run.
MOST_SECONDS = 25.0


@dataclass(frozen=True)
class Trial:
    fault: Fault
    outcome: Outcome
    tests: int


class Copy:
    """A copy of the project in a folder of its own, whole again after each trial."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True)
        for name in COPIED:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
            elif source.exists():
                shutil.copy(source, folder / name)

    def try_fault(self, fault: Fault, covering: Covering, own_tests: tuple[str, ...]) -> Trial:
        tests = chosen(covering.tests(fault.path, fault.line), covering, own_tests)
        if not tests:
            return Trial(fault, "never run", 0)
        path = self._folder / fault.path
        whole = path.read_bytes()
        path.write_bytes(fault.planted(whole))
        try:
            passed = self._pass(tests, sum(map(covering.seconds, tests)))
        finally:
            path.write_bytes(whole)
        return Trial(fault, "survived" if passed else "noticed", len(tests))

    def _pass(self, tests: list[str], seconds: float) -> bool:
        """A test that never ends has noticed the fault too."""
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-p", "no:randomly"]
        # The installed package is the project as it is: processes that a test starts must see the copy.
        surroundings = {**environment(), "PYTHONPATH": str(self._folder), "PYTHONDONTWRITEBYTECODE": "1"}
        try:
            done = subprocess.run(
                [*command, *tests],
                cwd=self._folder,
                env=surroundings,
                capture_output=True,
                timeout=60 + 6 * seconds,
            )
        except subprocess.TimeoutExpired:
            return False
        return done.returncode == 0


def chosen(tests: list[str], covering: Covering, own_tests: tuple[str, ...]) -> list[str]:
    """The room's own tests first, then others, up to a limit of time."""
    own = [test for test in tests if test.startswith(own_tests)]
    others = [test for test in tests if not test.startswith(own_tests)]
    taken: list[str] = []
    seconds = 0.0
    for test in [*own, *others]:
        seconds += covering.seconds(test)
        if taken and seconds > MOST_SECONDS:
            break
        taken.append(test)
    return taken
