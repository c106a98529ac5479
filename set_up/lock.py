"""One set-up at a time. The log is what is locked: every step writes into it, so the lock lasts as long as
the last of them, also where run.py itself was killed."""

from __future__ import annotations

import errno
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from set_up.places import LOG, ROOT
from set_up.terminal import SetUpError, say

TICK = 0.2
BUSY = {errno.EACCES, errno.EAGAIN, errno.EDEADLK, errno.EWOULDBLOCK}
# Windows keeps others from reading and writing what is locked: a byte that no log reaches.
FAR_BYTE = 1 << 30


@contextmanager
def alone() -> Iterator[BinaryIO]:
    """The empty log, for this set-up only. A second start waits here for the first."""
    with _open_log() as log:
        wait_for_turn(log)
        # Not before: the log belongs to the other one until now.
        log.truncate(0)
        yield log


def _open_log() -> BinaryIO:
    try:
        return LOG.open("ab")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SetUpError(
            f"The folder {ROOT} cannot be written ({reason}), so nothing can be set up in it: "
            "copy it to a folder of your own and start it there."
        ) from error


def wait_for_turn(log: BinaryIO) -> None:
    if locked(log):
        return
    say("Another start is setting up; this one waits until it is done.")
    while not locked(log):
        time.sleep(TICK)


def locked(log: BinaryIO) -> bool:
    """False while somebody else has it. A file system without locks lets everybody pass."""
    try:
        lock_now(log)
    except OSError as error:
        return error.errno not in BUSY
    return True


if sys.platform == "win32":
    import msvcrt

    def lock_now(log: BinaryIO) -> None:
        log.seek(FAR_BYTE)
        msvcrt.locking(log.fileno(), msvcrt.LK_NBLCK, 1)
        log.seek(0)

else:
    import fcntl

    def lock_now(log: BinaryIO) -> None:
        fcntl.flock(log, fcntl.LOCK_EX | fcntl.LOCK_NB)
