"""Ctrl+C in the first moments of a start, before there is a window that could close."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

# Presses Ctrl+C when the module is about to be imported.
CTRL_C = """
import os, signal, sys

class Watcher:
    def find_spec(self, name, path=None, target=None):
        if name == "{module}":
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Watcher())
"""
MOMENTS = ("click", "mission_desk.cli.window", "PySide6", "mission_desk.ui.desk.desk")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no signals of this kind")
@pytest.mark.parametrize(
    "module", ["click", "mission_desk.cli.window", "PySide6", "mission_desk.ui.desk.desk"]
)
def test_a_start_that_is_stopped_says_nothing(tmp_path: Path, module: str) -> None:
    (tmp_path / "sitecustomize.py").write_text(CTRL_C.format(module=module))
    answer = subprocess.run(
        [sys.executable, "-m", "mission_desk", "day.mission"], cwd=tmp_path, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert (answer.returncode, answer.stdout, answer.stderr) == (128 + signal.SIGINT, "", "")
