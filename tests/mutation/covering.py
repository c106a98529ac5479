"""Which tests run a line, and how long each takes: each file of tests runs under coverage, and once more only
when it or the room changes."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import coverage

from tests.mutation.copied import Copy
from tests.mutation.recording import LINES, SECONDS
from tests.mutation.rooms import ROOT, Room

STORE = ROOT / ".mutation"
LONGEST_RUN = 900.0
PYTEST = ["-q", "-p", "no:cacheprovider", "-p", "tests.mutation.recording"]


class Covering:
    """The records of all files of tests. `tests` gives node ids of pytest, the quickest first."""

    def __init__(self, records: Iterable[Path]) -> None:
        self._data = coverage.CoverageData(no_disk=True)
        self._seconds: dict[str, float] = {}
        self._by_file: defaultdict[str, set[str]] = defaultdict(set)
        self._importers: defaultdict[str, set[str]] = defaultdict(set)
        for record in records:
            data = coverage.CoverageData(no_disk=True)
            data.loads((record / LINES).read_bytes())
            self._data.update(data)
            seconds = json.loads((record / SECONDS).read_text("utf-8"))
            self._seconds |= seconds
            for test in seconds:
                self._by_file[test.partition("::")[0]].add(test)
            for path in data.measured_files():
                if data.lines(path):
                    self._importers[path] |= seconds.keys()

    def tests(self, path: str, line: int, *, on_import: bool) -> list[str]:
        """What runs on import is recorded for the test that happens to import it; it belongs to every test
        of a file that imports it: those that read a table enter no function."""
        if on_import:
            return sorted(self._importers[path], key=self.seconds)
        names = set(self._data.contexts_by_lineno(path).get(line, [])) - {""}
        whole = {name: self._by_file[name] for name in names if "::" not in name}  # for what tests share
        tests = (names - whole.keys()).union(*whole.values())
        return sorted(tests, key=self.seconds)

    def seconds(self, test: str) -> float:
        return self._seconds.get(test, 1.0)


def cover(room: Room, tests: Iterable[str], copy: Copy, *, fresh: bool) -> Covering:
    files = [path for name in tests for path in sorted(test_files(ROOT / name))]
    return Covering([cover_file(room, path, copy, fresh=fresh) for path in files])


def test_files(path: Path) -> Iterable[Path]:
    if not path.is_dir():
        return [path] if path.exists() else []
    return path.rglob("test_*.py")


def cover_file(room: Room, path: Path, copy: Copy, *, fresh: bool) -> Path:
    """The folder of the record. A test that fails without a fault would notice every one: it ends the run."""
    name = path.relative_to(ROOT).as_posix()
    record = STORE / room.name.replace("/", "-") / name.replace("/", "-")
    key, wished = record / "key", fingerprint([*sorted(room.folder.rglob("*.py")), path])
    if fresh or not key.exists() or key.read_text("utf-8") != wished:
        record.mkdir(parents=True, exist_ok=True)
        print(f"looking which tests of {name} run which line of {room.name}", flush=True)
        code = copy.run_pytest([*PYTEST, name], environment(room, record), LONGEST_RUN)
        if code not in (0, NO_TESTS):
            sys.exit(f"Without any fault the tests do not pass:\n{copy.output()[-3000:]}")
        key.write_text(wished, "utf-8")
    return record


NO_TESTS = 5  # what pytest returns where all tests of a file are left out, as the soak ones are


def environment(room: Room, record: Path) -> dict[str, str]:
    source = f"mission_desk/{room.name}"
    return {**quiet_environment(), "MUTATION_SOURCE": source, "MUTATION_RECORD": str(record)}


def quiet_environment() -> dict[str, str]:
    """CI: the same Hypothesis examples in each trial, so that a fault is noticed by rule and not by luck."""
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "CI": "1"}


def fingerprint(files: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.read_bytes())
    return digest.hexdigest()
