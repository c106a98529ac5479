"""The file was unlinked, renamed, replaced or overwritten while it is open, and SQLite writes without an
error to a file that nobody can find any more. This module saves the workshop under a name of its own. It
knows connections and paths, not the document."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from mission_desk.core.file import opening
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.file_watch import CACHE, Verdict
from mission_desk.core.file.opening import Opened
from mission_desk.core.file.whole_copy import copy_to
from mission_desk.own_files import free_path
from mission_desk.paths import data_dir
from mission_desk.words import tr, trn


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Everything that the connection sees, the open action included, in memory. backup() would wait for the
    end of that action for ever."""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        memory.deserialize(connection.serialize())
        yield memory
    finally:
        memory.close()


def go_on_elsewhere(lost: Opened, verdict: Verdict, whole: sqlite3.Connection) -> tuple[Opened, str]:
    """Save what `whole` holds under a name of its own and open that; with the sentence to be said. KnownError
    where no copy can be written: then `lost` stays open."""
    if lost.watch and lost.watch.remains:
        raise not_whole(lost.path, lost.watch.remains)  # written once; it may be large
    copy = _saved(lost, verdict, whole)
    rescued = _opened_copy(lost, verdict, copy)
    opening.close(lost)
    words = (sentence(lost.path, verdict, rescued.path), secret_sentence(rescued.connection))
    if may_lack_pages(lost, verdict) and (broken := broken_pictures(rescued.connection)):
        words = (sentence_without(lost.path, rescued.path, broken), words[1])
    return rescued, " ".join(words).strip()


def may_lack_pages(lost: Opened, verdict: Verdict) -> bool:
    """What was not in memory could only be read from a file that another program has written over."""
    return verdict == "overwritten" and lost.watch is not None and not lost.watch.is_all_in_memory


def _saved(lost: Opened, verdict: Verdict, whole: sqlite3.Connection) -> Path:
    try:
        return save_elsewhere(whole, lost.path)
    except KnownError:
        if may_lack_pages(lost, verdict):  # no other place would help
            raise nothing_left(lost.path) from None
        raise


def _opened_copy(lost: Opened, verdict: Verdict, copy: Path) -> Opened:
    memory = lost.watch.memory if lost.watch else CACHE
    try:
        return opening.open_file(copy, memory)
    except KnownError:
        if lost.watch is None or not may_lack_pages(lost, verdict):
            raise
        lost.watch.remains = copy
        raise not_whole(lost.path, copy) from None


def not_whole(lost: Path, copy: Path) -> KnownError:
    return KnownError(
        tr(
            "Another program overwrote “{lost}”, and it was too large to be in memory: parts of it are lost. "
            "What was left is in “{kept}”. Close, and open the last copy you made.",
            lost=lost.name,
            kept=_shown(lost, copy),
        )
    )


def nothing_left(lost: Path) -> KnownError:
    return KnownError(
        tr(
            "Another program overwrote “{lost}”, and it was too large to be in memory: parts of it are lost, "
            "and no copy could be written. Close, and open the last copy you made.",
            lost=lost.name,
        )
    )


def broken_pictures(connection: sqlite3.Connection) -> int:
    """How many pictures are not what their key says. Nothing else in the file would show it: pages and
    history are checked when the copy opens."""
    rows = connection.execute("SELECT key, content FROM picture")
    return sum(1 for key, content in rows if sha256(content).hexdigest() != key)


def sentence_without(lost: Path, kept_in: Path, pictures: int) -> str:
    return trn(
        "Another program overwrote “{lost}”, and it was too large to be in memory: {n} picture is lost. All "
        "else goes on in “{kept}”. Add the picture again.",
        "Another program overwrote “{lost}”, and it was too large to be in memory: {n} pictures are lost. "
        "All else goes on in “{kept}”. Add the pictures again.",
        pictures,
        lost=lost.name,
        kept=_shown(lost, kept_in),
    )


def save_elsewhere(connection: sqlite3.Connection, path: Path) -> Path:
    """A whole copy beside the place that was lost, or in the person's own folder; KnownError where neither
    can be written. Never inside a transaction."""
    stem = re.sub(r" \(rescued( \d+)?\)$", "", path.stem)
    for folder in (path.parent, data_dir() / "rescued"):
        target = free_path(folder, f"{stem} (rescued", ").mission", " {}")
        with suppress(OSError, sqlite3.Error):
            if folder != path.parent:
                folder.mkdir(exist_ok=True)
            copy_to(connection, target)
            return target
    raise KnownError(
        tr(
            "“{name}” is gone, and no copy could be written. Save a copy to another place now.",
            name=path.name,
        )
    )


def sentence(lost: Path, verdict: Verdict, kept_in: Path) -> str:
    """The sentence for the facilitator."""
    if verdict == "overwritten":
        return tr(
            "Another program overwrote “{lost}”. Nothing is lost: everything goes on in “{kept}”.",
            lost=lost.name,
            kept=_shown(lost, kept_in),
        )
    if verdict == "replaced":
        return tr(
            "Another file took the place of “{lost}”. Nothing is lost: everything goes on in “{kept}”.",
            lost=lost.name,
            kept=_shown(lost, kept_in),
        )
    if kept_in == lost:  # lost for the second time: the name is free again, and a growing number helps nobody
        return tr(
            "“{lost}” was moved or deleted. Nothing is lost: it was written again in the same place.",
            lost=lost.name,
        )
    return tr(
        "“{lost}” was moved or deleted. Nothing is lost: everything goes on in “{kept}”.",
        lost=lost.name,
        kept=_shown(lost, kept_in),
    )


def secret_sentence(connection: sqlite3.Connection) -> str:
    """Nothing may be lost, so a secret poll that is open goes into the copy; then two files hold its ballots.
    Empty where none is open."""
    waiting = "SELECT 1 FROM sealed WHERE poll NOT IN (SELECT poll FROM counted) LIMIT 1"
    if connection.execute(waiting).fetchone() is None:
        return ""
    return tr(
        "A secret poll is open: delete the other file, or the two compared tell who voted how from here on."
    )


def _shown(lost: Path, kept_in: Path) -> str:
    return kept_in.name if kept_in.parent == lost.parent else str(kept_in)
