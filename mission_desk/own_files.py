"""Reads and writes small files of the person's own: settings, recent workshops, methods, lists of words.
Whatever lies in their place, reading never waits and never takes all memory. What cannot be used is renamed
and never written over."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Collection
from contextlib import suppress
from itertools import chain, count
from pathlib import Path
from typing import Generic, TypeVar

import msgspec
from msgspec import Struct

from mission_desk.grammar import language_problems
from mission_desk.words import tr

T = TypeVar("T")
LARGEST = 1_000_000  # bytes; the largest that was ever seen has 20,000
BESIDE_NAME = 40  # characters: with all of them the name beside could be too long where the target's is not
BROKEN = ".broken"  # the ending of what was set aside


class UnusableError(Exception):
    """The file cannot be read as what it should be."""


def read_own(path: Path, largest: int = LARGEST) -> bytes | None:
    """The bytes of a regular file; None where nothing lies there, UnusableError for everything else. Opening
    a FIFO would wait for somebody who writes into it, and /dev/zero has no end."""
    if not os.path.lexists(path):
        return None
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnusableError
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(descriptor, "rb") as file:
            content = file.read(largest + 1)
    except (OSError, ValueError):
        raise UnusableError from None
    if len(content) > largest:
        raise UnusableError
    return content


def read_own_text(path: Path, largest: int = LARGEST) -> str | None:
    """The same as text in UTF-8, without the mark that Windows puts in front. NUL stands in no text."""
    content = read_own(path, largest)
    if content is None:
        return None
    if b"\0" in content:
        raise UnusableError
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnusableError from None


def write_own(path: Path, content: bytes) -> None:
    """The same as `write_whole`; the folder is made where it is missing."""
    Path(os.path.realpath(path)).parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, content)


def write_whole(path: Path, content: bytes) -> None:
    """Write all of it or nothing; a link stays a link. OSError where it cannot be written. The bytes are on
    the disk before they get their name: a pulled plug would leave an empty file behind otherwise."""
    target = Path(os.path.realpath(path))
    fresh = free_path(target.parent, f".{target.name[:BESIDE_NAME]}", ".new")
    try:
        with fresh.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(target)
    except OSError:
        with suppress(OSError):
            fresh.unlink()
        raise


def free_path(folder: Path, start: str, end: str, number: str = "-{}", taken: Collection[str] = ()) -> Path:
    """The first of "start" + "end", "start-2end", "start-3end", … under which nothing lies, nor a link to
    nowhere; none of the names that are `taken` otherwise. `number` says how a number is written."""
    numbers = chain([""], map(number.format, count(2)))
    paths = (folder / f"{start}{each}{end}" for each in numbers)
    return next(path for path in paths if path.name not in taken and not os.path.lexists(path))


class SetAside(Struct, frozen=True):
    """`kept_as` is the name that it has now; None where it could not be moved."""

    path: Path
    kept_as: str | None

    def sentence(self) -> str:
        if self.kept_as is None:
            return tr(
                "“{name}” can be neither used nor moved aside. The program works without it.",
                name=str(self.path),
            )
        return tr(
            "“{name}” could not be used. It is kept as “{kept}”, and the program begins without it.",
            name=self.path.name,
            kept=self.kept_as,
        )


def set_aside(path: Path) -> SetAside:
    """Rename what lies there, whatever it is: a file, a folder, a FIFO, a link."""
    new_path = free_path(path.parent, f"{path.name}{BROKEN}", "")
    try:
        path.rename(new_path)
    except OSError:
        return SetAside(path, None)
    return SetAside(path, new_path.name)


def set_aside_unusable(path: Path, read: Callable[[Path], object]) -> list[SetAside]:
    """At most one: what lies there and `read` finds unusable."""
    try:
        read(path)
    except UnusableError:
        return [set_aside(path)]
    return []


class JsonFile(Generic[T]):
    """One value of one type in a small file. `usual` is what holds where there is none."""

    def __init__(self, path: Path, kind: type[T], usual: T) -> None:
        self.path, self._kind, self._usual = path, kind, usual

    def read(self) -> T:
        try:
            return self._read(self.path)
        except UnusableError:
            return self._usual

    def write(self, value: T) -> None:
        """Write the value. Where the folder cannot be written the value is lost, because that must not stop
        the day."""
        self.set_aside_unusable()
        with suppress(OSError):
            write_own(self.path, msgspec.json.format(msgspec.json.encode(value), indent=1))

    def set_aside_unusable(self) -> list[SetAside]:
        return set_aside_unusable(self.path, self._read)

    def _read(self, path: Path) -> T:
        content = read_own(path)
        if content is None:
            return self._usual
        try:
            return msgspec.json.decode(content, type=self._kind)
        except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
            raise UnusableError from None


def language_sentences() -> list[str]:
    """One sentence for each file of a language that is tried and cannot be used."""
    sentences = []
    for problem in language_problems():
        where, reason = str(problem.file), problem.reason
        if problem.line:
            sentences.append(
                tr("“{name}”, line {n}, cannot be used, and the program goes on without it: {reason}.",
                   name=where, n=problem.line, reason=reason)
            )  # fmt: skip
        else:
            sentences.append(
                tr("“{name}” cannot be used, and the program goes on without it: {reason}.",
                   name=where, reason=reason)
            )  # fmt: skip
    return sentences
