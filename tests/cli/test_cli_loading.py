"""--self-test loads everything, and says what a machine lacks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from mission_desk.cli.loading import LATE_PACKAGES, loading_problems, problem_of
from mission_desk.ui.app.selftest import plugin_files
from tests.architecture.sources import house, imports


def test_every_package_that_waits_is_loaded() -> None:
    """`late` is an import inside of a function, which importing our own modules does not run."""
    late = {each.target for each in imports(house()) if each.late}
    others = {name for name in late if name.split(".")[0] not in {"mission_desk", *sys.stdlib_module_names}}
    assert others <= set(LATE_PACKAGES)


def test_everything_loads_here() -> None:
    assert loading_problems() == []


def test_a_missing_package_is_said() -> None:
    assert problem_of("mission_desk.nowhere") == "No module named 'mission_desk.nowhere'"


def test_a_missing_library_is_said_and_nothing_works(tmp_path: Path) -> None:
    """A library of the table that cannot be loaded, as on a bare machine: the linker finds a broken one."""
    (tmp_path / "libgssapi_krb5.so.2").write_bytes(b"not a library")
    answer = subprocess.run(
        [sys.executable, "-m", "mission_desk", "--self-test"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "LD_LIBRARY_PATH": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert answer.returncode == 1
    assert "libgssapi_krb5.so.2" in answer.stdout
    assert "Everything works" not in answer.stdout


def test_the_plugins_of_a_window_are_among_those_loaded() -> None:
    names = {file.stem.removeprefix("lib") for file in plugin_files()}
    assert {"qoffscreen", "qsvg", "qsvgicon"} <= names
