"""What the process that draws a stranger's drawing gives up: time, memory, and every file and connection it
does not hold yet. Windows knows nothing of it but the time."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
from contextlib import suppress

SECONDS = 9  # a second more than the window waits
WORK = 5  # seconds of a processor of its own
MEMORY = 1 << 30  # bytes of address space; drawing takes a tenth of it
_LINUX = sys.platform.startswith("linux")
_DIES_WITH_PARENT = 1  # PR_SET_PDEATHSIG, prctl(2)


def limit_life() -> None:
    """First thing of all: the process ends after some seconds, and when its window does."""
    clock = threading.Timer(SECONDS, os._exit, (1,))
    clock.daemon = True
    clock.start()
    if hasattr(signal, "alarm"):
        signal.alarm(SECONDS)  # unlike the clock it ends C code that never lets Python go on
    if _LINUX:
        os.sched_setaffinity(
            0, {min(os.sched_getaffinity(0))}
        )  # one processor: Qt then has one thread, no more
        ctypes.CDLL(None).prctl(_DIES_WITH_PARENT, signal.SIGKILL)
    _limit("RLIMIT_CPU", WORK)
    _limit("RLIMIT_AS", MEMORY)
    _limit("RLIMIT_CORE", 0)


def close_doors() -> None:
    """No file, folder, program or connection can be opened from here on, whatever the drawing names: all of
    them need a number, and there are none left. Elsewhere Qt's own threads would die of it."""
    if _LINUX:
        _limit("RLIMIT_FSIZE", 0)
        _limit("RLIMIT_NOFILE", 0)


def _limit(name: str, most: int) -> None:
    with suppress(ImportError, AttributeError, ValueError, OSError):  # Windows, macOS, a lower limit already
        import resource

        resource.setrlimit(getattr(resource, name), (most, most))
