"""What `run.py test` needs of its folder: nothing but to read it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.architecture.sources import ROOT


def test_tests_run_where_nothing_can_be_written(tmp_path: Path) -> None:
    """Its cache has no place there; a warning is a failure otherwise."""
    (tmp_path / "test_one.py").write_text("def test_one(): pass")
    nowhere = f"cache_dir={tmp_path / 'test_one.py' / 'cache'}"
    command = [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), "-o", nowhere]
    answer = subprocess.run([*command, str(tmp_path)], capture_output=True, text=True)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert "1 passed" in answer.stdout
