"""A copy of the project in a folder of its own: faults are planted there, and tests run there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.mutation import warm_process
from tests.mutation.faults import Fault
from tests.mutation.rooms import ROOT

COPIED = (
    "mission_desk", "resources", "set_up", "tests", "docs", ".ci",
    "pyproject.toml", "run.py", "build.spec", "README.md",
)  # fmt: skip


class Copy:
    """Whole again after each fault. The compiled files are copied too, as they take longest to make."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        for name in COPIED:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, folder / name)
            elif source.exists():
                shutil.copy2(source, folder / name)

    @contextmanager
    def planted(self, fault: Fault) -> Iterator[None]:
        """Python knows by its source's size and second of change whether a compiled file is current, so the
        fault gets another second, and the whole source its own again."""
        path = self._folder / fault.path
        whole, times = path.read_bytes(), path.stat()
        path.write_bytes(fault.planted(whole))
        os.utime(path, (times.st_atime, times.st_mtime + 10))
        try:
            yield
        finally:
            path.write_bytes(whole)
            os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))

    def run_pytest(self, arguments: list[str], environment: dict[str, str], limit: float) -> int | None:
        return warm_process.run_pytest(self._folder, arguments, environment, limit)

    def output(self) -> str:
        return (self._folder / "output.txt").read_text("utf-8", errors="replace")
