"""What the process that draws a stranger's drawing gives up: time, memory, and every file and connection it
does not hold yet. Windows knows nothing of it but the time."""

from __future__ import annotations

import ctypes
import signal
import sys
import threading
from contextlib import suppress
from os import _exit

SECONDS = 9  # a second more than the window waits
WORK = 5  # seconds of a processor of its own
MEMORY = 1 << 30  # bytes of address space; drawing takes a tenth of it
_DIES_WITH_PARENT = 1  # PR_SET_PDEATHSIG, prctl(2)


def limit_life() -> None:
    """First thing of all: the process ends after some seconds, and when its window does."""
    clock = threading.Timer(SECONDS, _exit, (1,))
    clock.daemon = True
    clock.start()
    if hasattr(signal, "alarm"):
        signal.alarm(SECONDS)  # unlike the clock it ends C code that never lets Python go on
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_DIES_WITH_PARENT, signal.SIGKILL)
    _limit("RLIMIT_CPU", WORK)
    _limit("RLIMIT_AS", MEMORY)
    _limit("RLIMIT_CORE", 0)


def close_doors() -> None:
    """No file, folder, program or connection can be opened from here on, whatever the drawing names: all of
    them need a number, and there are none left."""
    _limit("RLIMIT_FSIZE", 0)
    _limit("RLIMIT_NOFILE", 0)


def _limit(name: str, most: int) -> None:
    with suppress(ImportError, AttributeError, ValueError, OSError):  # Windows, macOS, a lower limit already
        import resource

        resource.setrlimit(getattr(resource, name), (most, most))
