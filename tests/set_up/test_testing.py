"""What `run.py test` needs of its folder: nothing but to read it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT

DRAWN = """
from hypothesis import given, strategies

@given(strategies.integers())
def test_one(number):
    assert number * 0 == 0
"""


def test_tests_run_where_nothing_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What pytest and Hypothesis keep has no place there; a warning is a failure otherwise."""
    (tmp_path / "test_one.py").write_text(DRAWN)
    nowhere = f"cache_dir={tmp_path / 'test_one.py' / 'cache'}"
    monkeypatch.delenv("CI", raising=False)  # Hypothesis keeps nothing there
    monkeypatch.setenv("HYPOTHESIS_STORAGE_DIRECTORY", str(tmp_path / "test_one.py" / "examples"))
    command = [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), "-o", nowhere]
    answer = subprocess.run([*command, str(tmp_path)], capture_output=True, text=True)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert "1 passed" in answer.stdout
