"""The tiny program: bare, and set up. Set up once for all tests that break or move a copy of it."""

from __future__ import annotations

import os
import shutil
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
def ready(pattern: Tiny, first: Answer, tmp_path: Path) -> Tiny:
    """A copy of one that was set up: to itself, it was moved."""
    assert first.returncode == 0, first.stderr
    shutil.copytree(pattern.folder, tmp_path / "program", symlinks=True, copy_function=copy_or_link)
    return Tiny(tmp_path / "program", pattern.wheels)


def copy_or_link(source: str, target: str) -> None:
    """The thousand files of pip, which no test writes into, need no copies."""
    place = os.link if "pip" in Path(source).parts else shutil.copy2
    place(source, target)


def made(folder: Path) -> Tiny:
    (folder / "program").mkdir()
    lay_out(folder / "program", folder / "wheels")
    return Tiny(folder / "program", folder / "wheels")
