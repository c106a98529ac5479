"""Traps in the folder that somebody works in: what springs one leaves a mark. A secret lies there as well."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.faults.strangers import lay_secret

_PACKAGES = ("mission_desk", "PySide6", "PIL", "sitecustomize", "usercustomize")


class Traps:
    """`folder` is the current one, first on the PATH and on Python's own path."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._marks = folder / "marks"
        self._marks.mkdir()
        lay_secret(folder)
        for name in _PACKAGES:
            (folder / name).mkdir()
            (folder / name / "__init__.py").write_text(f"open({str(self._marks / name)!r}, 'w')\n")
        (folder / "startup.py").write_text(f"open({str(self._marks / 'startup')!r}, 'w')\n")
        for name in ("gs", "gswin64c", "inkscape", "python", "python3", "mission-desk"):
            self._program(name)
        monkeypatch.chdir(folder)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
        monkeypatch.setenv("PYTHONPATH", str(folder))
        monkeypatch.setenv("PYTHONSTARTUP", str(folder / "startup.py"))
        monkeypatch.setenv("PYTHONINSPECT", "1")

    def _program(self, name: str) -> None:
        ending = ".bat" if sys.platform == "win32" else ""
        path = self.folder / f"{name}{ending}"
        path.write_text(f'#!/bin/sh\necho > "{self._marks / name}"\n')
        path.chmod(0o755)

    @property
    def sprung(self) -> list[str]:
        return sorted(path.name for path in self._marks.iterdir())
