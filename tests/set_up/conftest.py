"""The tiny program: bare, and set up. Set up once for all tests that break or move a copy of it."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.set_up.tiny import Answer, Tiny, lay_out


@pytest.fixture
def bare(tmp_path: Path) -> Tiny:
    return made(tmp_path)


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Tiny:
    return made(tmp_path_factory.mktemp("pattern"))


@pytest.fixture(scope="session")
def first(pattern: Tiny) -> Answer:
    """What the very first start says."""
    return pattern.run()


@pytest.fixture
def moved(pattern: Tiny, first: Answer, tmp_path: Path) -> Tiny:
    """A copy of one that was set up: to itself, it was moved."""
    assert first.returncode == 0, first.stderr
    copied = Tiny(tmp_path / "program", pattern.wheels)
    shutil.copytree(pattern.folder, copied.folder, symlinks=True, ignore=without_pip)
    # No test writes into its thousand files.
    place = shutil.copytree if sys.platform == "win32" else os.symlink
    place(pattern.site / "pip", copied.site / "pip")
    return copied


def without_pip(folder: str, _names: list[str]) -> list[str]:
    return ["pip"] if Path(folder).name == "site-packages" else []


@pytest.fixture
def ready(pattern: Tiny, moved: Tiny) -> Tiny:
    """One that was set up where it is."""
    for file in (moved.stamp, moved.link):
        text = file.read_text("utf-8")
        before, now = (json.dumps(str(each.folder))[1:-1] for each in (pattern, moved))
        file.write_text(text.replace(before, now).replace(str(pattern.folder), str(moved.folder)), "utf-8")
    return moved


def made(folder: Path) -> Tiny:
    (folder / "program").mkdir()
    lay_out(folder / "program", folder / "wheels")
    return Tiny(folder / "program", folder / "wheels")
