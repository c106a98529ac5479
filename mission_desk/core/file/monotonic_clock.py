"""Two kinds of time: the time of day, which anybody may change, and a steady count of seconds, which
continues while the machine sleeps and which no change of the system's clock affects."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from pathlib import Path

from msgspec import Struct

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class Timepiece(Struct, frozen=True):
    """Seconds since some moment, never backwards. Two readings can be compared where their `era` is the
    same: it names the start that they are counted from."""

    read: Callable[[], float]
    era: str

    def __call__(self) -> float:
        return self.read()


@cache
def machine_time() -> Timepiece:
    """The machine's steady count. Linux counts sleep in CLOCK_BOOTTIME only (clock_gettime(2)), macOS in
    CLOCK_MONOTONIC, Windows in Python's monotonic(), which has no clock number there."""
    number = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
    if number is None:
        return Timepiece(time.monotonic, _this_run())
    return Timepiece(partial(time.clock_gettime, number), _this_boot())


def beside(now: Callable[[], float]) -> Timepiece:
    """The steady count that goes with a time of day: the machine's count with the machine's time, and a
    made-up time (of a test) with itself."""
    return machine_time() if now is time.time else Timepiece(now, "made up")


def _this_boot() -> str:
    """The same for every run of the program until the machine starts anew."""
    with suppress(OSError):
        return BOOT_ID.read_text("ascii").strip()
    return _this_run()


def _this_run() -> str:
    return f"run {os.getpid()} {time.time_ns()}"
