"""Onto the disk: whole or not at all, with one clear sentence where it cannot be."""

from __future__ import annotations

import os
import signal
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from mission_desk.core.file.errors import KnownError
from mission_desk.posters.sheets.paper import paper
from mission_desk.posters.write import Cancelled, poster_bytes, write_poster
from tests.posters.reading import board, pages, statement


def test_what_was_written_is_told(tmp_path: Path) -> None:
    printed = write_poster(tmp_path / "poster.pdf", statement(), paper("A1"), tile=paper("A4"))
    assert printed.path == tmp_path / "poster.pdf"
    assert (printed.sheets, printed.columns * printed.rows) == (15, 15)
    assert len(pages(printed.path.read_bytes())) == 16
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["poster.pdf"]


def test_one_page_is_one_sheet(tmp_path: Path) -> None:
    printed = write_poster(tmp_path / "poster.pdf", board(5), paper("A3"))
    assert (printed.sheets, printed.columns, printed.rows, printed.missing) == (1, 1, 1, ())


def test_a_cancelled_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "poster.pdf"
    path.write_bytes(b"old")
    seen: list[tuple[int, int]] = []

    def stop_at_four(done: int, total: int) -> bool:
        seen.append((done, total))
        return done < 4

    with pytest.raises(Cancelled, match="unchanged"):
        write_poster(path, statement(), paper("A1"), tile=paper("A4"), progress=stop_at_four)
    assert seen == [(1, 17), (2, 17), (3, 17), (4, 17)]
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["poster.pdf"]


def test_progress_reaches_its_end(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    write_poster(tmp_path / "p.pdf", statement(), paper("A4"), progress=lambda *step: not seen.append(step))
    assert seen == [(1, 1)]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"nowhere” does not exist"):
        write_poster(tmp_path / "nowhere" / "p.pdf", statement(), paper("A4"))


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "p.pdf").mkdir()
    with pytest.raises(KnownError, match="is a folder"):
        write_poster(tmp_path / "p.pdf", statement(), paper("A4"))
    assert list((tmp_path / "p.pdf").iterdir()) == []


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may write anywhere"
)
def test_a_read_only_folder_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o500)
    with pytest.raises(KnownError, match="read-only"):
        write_poster(folder / "p.pdf", statement(), paper("A4"))


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder nobody can write in")
def test_a_folder_nobody_can_write_in(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"“p\.pdf”"):
        write_poster(Path("/proc/self") / "p.pdf", statement(), paper("A4"))


def test_a_write_that_fails_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "poster.pdf"
    path.write_bytes(b"old")
    limits = pytest.importorskip("resource")
    usual = limits.getrlimit(limits.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits.setrlimit(limits.RLIMIT_FSIZE, (4096, usual[1]))
    try:
        with pytest.raises(KnownError, match="could not be written"):
            write_poster(path, statement(), paper("A4"))
    finally:
        limits.setrlimit(limits.RLIMIT_FSIZE, usual)
        signal.signal(signal.SIGXFSZ, before)
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["poster.pdf"]


def test_the_same_poster_gives_the_same_bytes() -> None:
    when = datetime(2026, 5, 14, 17, 30, tzinfo=UTC)
    first = poster_bytes(statement(), paper("A2"), tile=paper("A4"), when=when)
    assert first == poster_bytes(statement(), paper("A2"), tile=paper("A4"), when=when)
    assert first != poster_bytes(statement("Another one."), paper("A2"), tile=paper("A4"), when=when)


def test_title_language_and_date_are_in_the_file() -> None:
    when = datetime(2026, 5, 14, 17, 30, tzinfo=UTC)
    content = poster_bytes(statement(language="de"), paper("A4"), when=when)
    with pdfium.PdfDocument(content) as document:
        assert document.get_metadata_value("Title") == "Our mission"
        assert document.get_metadata_value("CreationDate") == "D:20260514173000Z"
    assert b"/Lang (de)" in content
    assert b"/PrintScaling /None" in content


def test_a_poster_is_small_enough_to_send() -> None:
    assert len(poster_bytes(board(120), paper("A0"), tile=paper("A4"))) < 400_000


def test_only_a_pdf_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "day.mission"
    path.write_bytes(b"a whole workshop")
    with pytest.raises(KnownError, match="no PDF"):
        write_poster(path, statement(), paper("A4"))
    assert path.read_bytes() == b"a whole workshop"
