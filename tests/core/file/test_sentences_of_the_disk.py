"""What SQLite and the system say becomes one sentence of ours, of a kind that its readers can tell apart; our
own mistakes stay what they are."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from mission_desk.core.file.errors import AlreadyOpen, Damaged, DiskFull, KnownError
from mission_desk.core.file.opening import look
from mission_desk.core.file.sqlite_errors import as_known_error, is_of_the_disk, translated, writing
from mission_desk.core.file.whole_copy import moved_into_place

PATH = Path("day.mission")
Around = Callable[[Path], AbstractContextManager[None]]


def sqlite_error(name: str, words: str = "as SQLite says it") -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(words)
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "kind", "sentence"),
    [
        ("SQLITE_BUSY", AlreadyOpen, "“day.mission” is already open"),
        ("SQLITE_LOCKED", AlreadyOpen, "“day.mission” is already open"),
        ("SQLITE_IOERR_LOCK", AlreadyOpen, "“day.mission” is already open"),
        ("SQLITE_FULL", DiskFull, "disk is full"),
        ("SQLITE_READONLY_ROLLBACK", KnownError, "“day.mission-journal”"),
        ("SQLITE_READONLY_RECOVERY", KnownError, "“day.mission-journal”"),
        ("SQLITE_READONLY", KnownError, "can only be read here"),
        ("SQLITE_READONLY_DBMOVED", KnownError, "can only be read here"),
        ("SQLITE_CORRUPT", Damaged, "“day.mission” is damaged"),
        ("SQLITE_NOTADB", Damaged, "“day.mission” is damaged"),
        ("SQLITE_CANTOPEN", KnownError, "“day.mission” cannot be reached"),
        ("SQLITE_IOERR_WRITE", KnownError, "“day.mission” cannot be reached"),
    ],
)
def test_each_error_of_sqlite_is_one_sentence(name: str, kind: type[KnownError], sentence: str) -> None:
    known = as_known_error(sqlite_error(name), PATH)
    assert type(known) is kind
    assert sentence in str(known)
    with pytest.raises(kind), translated(PATH):
        raise sqlite_error(name)


@pytest.mark.parametrize("name", ["SQLITE_ERROR", "SQLITE_CONSTRAINT", ""])
def test_our_own_mistake_stays_one(name: str) -> None:
    error = sqlite_error(name)
    assert as_known_error(error, PATH) is error
    for around in (translated, writing):
        with pytest.raises(ZeroDivisionError), around(PATH):
            raise ZeroDivisionError


def test_words_that_are_no_text_are_damage_and_stay_out_of_the_sentence() -> None:
    known = as_known_error(sqlite_error("", "Could not decode to UTF-8 column 'text' with: secret"), PATH)
    assert isinstance(known, Damaged)
    assert "secret" not in str(known)


@pytest.mark.parametrize(
    ("name", "doubtful"),
    [("SQLITE_IOERR", True), ("SQLITE_IOERR_FSYNC", True), ("SQLITE_FULL", False), ("", False)],
)
def test_only_after_an_error_of_the_disk_nobody_knows_what_arrived(name: str, doubtful: bool) -> None:
    assert is_of_the_disk(sqlite_error(name)) == doubtful


@pytest.mark.parametrize("around", [translated, writing])
@pytest.mark.parametrize(
    ("number", "kind", "sentence"),
    [
        (errno.ENOSPC, DiskFull, "disk is full"),
        (errno.EDQUOT, DiskFull, "disk is full"),
        (errno.ENAMETOOLONG, KnownError, "name is too long"),
        (errno.EACCES, KnownError, "“day.mission” cannot be written in that folder"),
    ],
)
def test_each_error_of_the_system_is_one_sentence(
    around: Around, number: int, kind: type[KnownError], sentence: str
) -> None:
    with pytest.raises(kind, match=sentence) as raised, around(PATH):
        raise OSError(number, os.strerror(number))
    assert type(raised.value) is kind


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("SQLITE_CANTOPEN", "cannot be written in that folder"),
        ("SQLITE_READONLY_DIRECTORY", "cannot be written in that folder"),
        ("SQLITE_FULL", "disk is full"),
        ("SQLITE_IOERR", "cannot be reached"),
    ],
)
def test_a_place_for_a_new_file_is_one_to_choose_anew(name: str, sentence: str) -> None:
    with pytest.raises(KnownError, match=sentence), writing(PATH):
        raise sqlite_error(name)


def test_what_is_tried_again_by_itself_asks_nobody_to_do_it_again() -> None:
    full = as_known_error(sqlite_error("SQLITE_FULL"), PATH)
    assert isinstance(full, DiskFull)
    assert "do it again" in str(full)
    assert "make room" in full.cause
    assert "do it again" not in full.cause
    assert KnownError("A sentence.").cause == "A sentence."


def test_a_name_that_no_disk_takes_is_said_without_the_name(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="name is too long") as raised:
        look(tmp_path / f"{'x' * 400}.mission")
    assert "xxx" not in str(raised.value)


@pytest.mark.skipif(os.name == "nt", reason="pipes have no place in the file system there")
def test_a_pipe_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.mission"
    os.mkfifo(pipe)
    with pytest.raises(KnownError, match=r"“pipe\.mission” is a device or a pipe"), moved_into_place(pipe):
        pass
    assert pipe.is_fifo()
    assert [each.name for each in tmp_path.iterdir()] == ["pipe.mission"]


def test_a_block_that_fails_leaves_the_target_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "day.mission"
    target.write_text("before")

    def fail() -> None:
        with moved_into_place(target) as fresh:
            fresh.write_text("half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert target.read_text() == "before"
    assert [each.name for each in tmp_path.iterdir()] == ["day.mission"]
