"""What is written takes its name whole or not at all."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from mission_desk.own_files import write_own, write_whole


def test_the_old_file_stays_where_the_new_one_cannot_be_written(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    (taken / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match="taken"):
        write_whole(taken, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_only_what_is_ours_gets_a_folder(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "gone" / "poster.pdf", b"new")
    write_own(tmp_path / "gone" / "settings.json", b"new")
    assert (tmp_path / "gone" / "settings.json").read_bytes() == b"new"


def test_what_lies_beside_is_not_overwritten(tmp_path: Path) -> None:
    beside = tmp_path / ".a.pdf.new"
    beside.write_bytes(b"somebody's")
    write_whole(tmp_path / "a.pdf", b"new")
    assert (beside.read_bytes(), (tmp_path / "a.pdf").read_bytes()) == (b"somebody's", b"new")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"
