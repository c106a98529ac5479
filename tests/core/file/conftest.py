"""Places where files go wrong: a folder that the tests may not write to, even where they run as root."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

NOBODY = 65534


@pytest.fixture
def plain_person(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of somebody without special rights, and this process as that person: root may write
    everywhere."""
    if os.name == "nt":
        pytest.skip("rights to folders work differently on Windows")
    folder = Path(tempfile.mkdtemp(prefix="plain-person-"))
    monkeypatch.setenv("MISSION_DESK_HOME", str(folder / "home"))
    is_root = os.geteuid() == 0
    if is_root:
        os.chown(folder, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield folder
    finally:
        if is_root:
            os.setresuid(0, 0, 0)
        for each in (folder, *folder.rglob("*")):
            if each.is_dir():
                each.chmod(0o700)
        shutil.rmtree(folder)
