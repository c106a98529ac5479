"""Runs what the set-up was made for, and hands on to it whatever asks run.py to end. A set-up ends by it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from set_up.children import gone_within

INTERRUPTED = 130
# Seconds for a child to end by itself after Ctrl+C, before it is asked in another way.
PATIENCE = 10
# Of those that end run.py and reach nobody else. Windows knows no SIGHUP.
ENDING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]

Handler = Callable[[int, FrameType | None], None]


def run(command: list[str], environment: Mapping[str, str], folder: Path | None) -> int:
    """The exit code of the command, as a shell would report it (128 + n where signal n ended it)."""
    with passing_on() as signals:
        child = subprocess.Popen(command, cwd=folder, env=environment)
        signals.go_to(child)
        try:
            code = child.wait()
        except KeyboardInterrupt:
            leave(child)
            return INTERRUPTED
    return code if code >= 0 else 128 - code


class Signals:
    """Those that end run.py, for its child; one that comes while the child is being started waits for it."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self._waiting: list[int] = []

    def go_to(self, child: subprocess.Popen[bytes]) -> None:
        self._child = child
        for number in self._waiting:
            child.send_signal(number)

    def receive(self, number: int, _frame: FrameType | None) -> None:
        if self._child is None:
            self._waiting.append(number)
        else:
            self._child.send_signal(number)


@contextmanager
def passing_on() -> Iterator[Signals]:
    """A program whose run.py was ended would stay as a window that nobody waits for."""
    signals = Signals()
    with received_by(signals.receive):
        yield signals


class Stopped(KeyboardInterrupt):
    """Asked to end in another way than by Ctrl+C; `code` is what a shell reports then."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.code = 128 + number


@contextmanager
def stopping() -> Iterator[None]:
    """Ends a set-up as Ctrl+C does. Else pip would go on without anybody, and keep the next start waiting."""
    asked: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        asked.append(number)
        # A terminal that closes asks twice, by itself and by its shell: the second must not cut it short.
        if len(asked) == 1:
            raise Stopped(number)

    with received_by(stop):
        yield


@contextmanager
def received_by(handler: Handler) -> Iterator[None]:
    """Those that end run.py go to the handler instead."""
    # `nohup` has one of them ignored, and means it.
    heeded = [number for number in ENDING if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, handler) for number in heeded}
    try:
        yield
    finally:
        for number, earlier in before.items():
            signal.signal(number, earlier)


def leave(child: subprocess.Popen[bytes]) -> None:
    """After Ctrl+C. Never by force: a window stays open while what was typed into it cannot be written."""
    if not terminal_asks_all():
        child.send_signal(signal.SIGINT)
    if not gone_within(child, PATIENCE) and sys.platform != "win32":
        child.terminate()
    while not gone_within(child, PATIENCE):
        pass


def terminal_asks_all() -> bool:
    """Whether Ctrl+C goes to the child as well: so it does in a terminal, but not where a program sends it to
    run.py alone. The child would take a second one for impatience."""
    if sys.platform == "win32":
        return True
    try:
        with open("/dev/tty", "rb") as terminal:
            return os.tcgetpgrp(terminal.fileno()) == os.getpgrp()
    except OSError:
        return False
