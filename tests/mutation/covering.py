"""Which tests run a line, and how long each takes: one run of the tests under coverage, valid until
code changes."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import coverage

ROOT = Path(__file__).resolve().parents[2]
STORE = ROOT / ".mutation"
DATA, SECONDS, KEY = STORE / "coverage", STORE / "seconds.json", STORE / "key"
# These read the source, or measure it: a planted fault is not theirs to notice.
LEFT_OUT = ("tests/architecture", "tests/bench", "tests/mutation")


class Covering:
    """The record of one run. `tests(path, line)` gives node ids of pytest, the quickest first."""

    def __init__(self) -> None:
        self._data = coverage.CoverageData(str(DATA))
        self._data.read()
        self._seconds: dict[str, float] = json.loads(SECONDS.read_text())

    def tests(self, path: str, line: int) -> list[str]:
        """A line that runs on import only belongs to every test that enters its file."""
        by_line = self._data.contexts_by_lineno(str(ROOT / path))
        names = without_phase(by_line.get(line, []))
        if not names and line in by_line:
            names = without_phase([context for contexts in by_line.values() for context in contexts])
        return sorted(names, key=self.seconds)

    def seconds(self, test: str) -> float:
        return self._seconds.get(test, 1.0)


def without_phase(contexts: list[str]) -> set[str]:
    """pytest-cov names a context "tests/x.py::test_y|run"; the empty one is the import before any test."""
    return {context.split("|")[0] for context in contexts if context}


def cover(tests: list[str], *, fresh: bool, jobs: int) -> Covering:
    """Runs the tests once, unless the code and the wished tests are those of the last record."""
    wished = fingerprint(tests)
    if fresh or not KEY.exists() or KEY.read_text() != wished:
        STORE.mkdir(exist_ok=True)
        print("running the tests once to see which of them run which line …", flush=True)
        subprocess.run(command(tests, jobs), cwd=ROOT, env=environment(), check=False)
        KEY.write_text(wished)
    return Covering()


def command(tests: list[str], jobs: int) -> list[str]:
    left_out = [f"--ignore={folder}" for folder in LEFT_OUT]
    measure = ["--cov=mission_desk", "--cov-context=test", "--cov-report="]
    spread = ["-n", str(jobs), "--dist", "worksteal"] if jobs > 1 else []
    plugin = ["-p", "tests.mutation.seconds"]
    return [sys.executable, "-m", "pytest", "-q", *plugin, *spread, *measure, *left_out, *tests]


def environment() -> dict[str, str]:
    return {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "COVERAGE_FILE": str(DATA),
        "MUTATION_SECONDS": str(SECONDS),
        "CI": "1",  # the same Hypothesis examples in each trial: a fault is noticed by rule, not by luck
    }


def fingerprint(tests: list[str]) -> str:
    files = sorted(path for folder in ("mission_desk", "tests") for path in (ROOT / folder).rglob("*.py"))
    digest = hashlib.sha256("\n".join(tests).encode())
    for path in files:
        digest.update(path.read_bytes())
    return digest.hexdigest()
