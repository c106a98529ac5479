"""Whether the file on the disk is still what we wrote. SQLite holds its lock, trusts its page cache and never
looks again: a file that is overwritten in place (cp, truncate, a sync client) would go unnoticed, and the day
with it."""

from __future__ import annotations

import sqlite3
import time
from io import FileIO
from pathlib import Path
from typing import Literal

from msgspec import Struct

Identity = tuple[int, int]  # device and inode: what stays the same when only the name changes
Verdict = Literal["ours", "gone", "replaced", "overwritten"]

CACHE = 256 << 20
"""Bytes of a file that stay in memory. A page beyond can only be read from what is on the disk."""
QUICK = 16 << 20
"""Bytes up to which the whole file is compared after our own commits too (10 ms; 64 MB take 190)."""
FINE, COARSE = 0.02, 2.0
"""Seconds in which two writes can get the same time: a tick of the kernel; FAT and old network drives."""


class FileState(Struct, frozen=True):
    """What stat says. `modified` can be set back (cp -p, touch -r), `changed` cannot: it is the inode's own
    time in nanoseconds, and on Windows the time when the file was made."""

    identity: Identity
    size: int
    modified: int
    changed: int


def file_state(path: Path) -> FileState | None:
    """None where nothing can be found under this path any more."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return FileState((stat.st_dev, stat.st_ino), stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)


def identity(path: Path) -> Identity | None:
    state = file_state(path)
    return state.identity if state else None


def keep_in_memory(connection: sqlite3.Connection, memory: int) -> None:
    """Every page that was read or written once stays in the cache, as long as the exclusive lock is held; and
    nothing of an action reaches the disk before its COMMIT (https://sqlite.org/pragma.html#pragma_cache_spill)."""
    connection.execute(f"PRAGMA cache_size = {-memory // 1024}")
    connection.execute("PRAGMA cache_spill = OFF")


class FileWatch:
    """Watches one open file. `file` must be opened before SQLite opens the same one, and closed after SQLite
    has closed it: closing any descriptor of a file drops all locks that the process has on it (fcntl(2),
    POSIX)."""

    def __init__(self, connection: sqlite3.Connection, path: Path, file: FileIO, memory: int = CACHE) -> None:
        """`memory` is how many bytes of the file SQLite keeps (`keep_in_memory`)."""
        self._connection, self._path, self._file, self.memory = connection, path, file, memory
        self.remains: Path | None = None
        """A copy of what was left, where the file was overwritten and the copy is not whole."""
        self._expected = file_state(path)
        self._since = time.monotonic()
        self._is_settled = False

    @property
    def is_all_in_memory(self) -> bool:
        return self._expected is not None and self._expected.size <= self.memory

    @property
    def identity(self) -> Identity | None:
        return self._expected.identity if self._expected else None

    def close(self) -> None:
        self._file.close()

    def learn(self) -> None:
        """Remember the file as it is now, because we wrote it ourselves. Call this after each commit of
        ours."""
        self._expect(file_state(self._path))

    def verdict(self, *, thorough: bool = False) -> Verdict:
        """Whether the file is still ours, outside of a transaction. It costs one stat; where stat cannot
        tell, the file is read and compared. `thorough` also looks for what was overwritten while we wrote
        ourselves."""
        state = file_state(self._path)
        verdict = self._by_name(state)
        if verdict is not None or (state == self._expected and not self._must_compare(thorough)):
            return verdict or "ours"
        age = time.monotonic() - self._since
        if not self._has_our_content(state):
            return "overwritten"
        if state != self._expected:
            self._expect(state)
        else:
            self._is_settled = age >= self._grain
        return "ours"

    def verdict_in_action(self) -> Verdict:
        """Whether the file is still ours, inside a transaction. Only stat can be asked here, because
        SQLite's memory is ahead of the disk. A `touch` in these milliseconds counts as overwriting: that
        makes one copy too many, and nothing is lost."""
        state = file_state(self._path)
        return self._by_name(state) or ("ours" if state == self._expected else "overwritten")

    def _expect(self, state: FileState | None) -> None:
        self._expected, self._since, self._is_settled = state, time.monotonic(), False

    def _by_name(self, state: FileState | None) -> Verdict | None:
        if state is None:
            return "gone"
        return "replaced" if state.identity != self.identity else None

    def _must_compare(self, thorough: bool) -> bool:
        """Two writes within one tick of the clock have the same time: until that is over, an unchanged stat
        proves nothing (git calls such an entry racy)."""
        if self._is_settled or self._expected is None or self._expected.size > QUICK:
            return False
        return thorough or time.monotonic() - self._since < self._grain

    @property
    def _grain(self) -> float:
        """A time without a fraction of a second is one of a file system that keeps none."""
        coarse = self._expected is not None and self._expected.modified % 1_000_000_000 == 0
        return COARSE if coarse else FINE

    def _has_our_content(self, state: FileState | None) -> bool:
        """Whether the disk holds what SQLite has in memory: touch and chmod change the times alone. A file
        that is larger than the memory for it cannot be compared; there the time of writing decides."""
        if state is None or self._expected is None:
            return False
        if max(state.size, self._expected.size) > self.memory:
            return (state.size, state.modified) == (self._expected.size, self._expected.modified)
        try:
            self._file.seek(0)
            return self._file.readall() == self._connection.serialize()
        except (OSError, sqlite3.Error):
            return True  # a disk that does not answer: the next action says so
