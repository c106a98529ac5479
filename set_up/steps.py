"""The commands of a set-up: their chatter goes into the log, what they are doing onto one line."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO

from set_up.causes import sentence
from set_up.children import gone_within
from set_up.places import LOG, ROOT, WINDOWS
from set_up.terminal import Line, SetUpError

TICK = 0.2
# Seconds for a step to end by itself after Ctrl+C.
PATIENCE = 30


@dataclass
class Watch:
    """What is being done, for the line; a step that tells more in its log reads it here."""

    what: str
    figures: str = ""
    # Whether Ctrl+C goes to what the command has started as well.
    ends_all: bool = True

    def read(self, line: str) -> None:
        """The next line of the log."""

    def look(self) -> None:
        """Called a few times a second, for figures that no log has."""


class Steps:
    """One after the other, each with the log as its output. The log is the lock of the set-up as well
    (set_up/lock.py): a step that outlives a killed run.py keeps it until it is done with .venv."""

    def __init__(self, log: BinaryIO) -> None:
        self._log = log
        self._line = Line()

    def run(self, watch: Watch, *command: str, must: bool = True, extra: Mapping[str, str] = {}) -> None:
        """Raises SetUpError with the reason where the command fails, unless it may. `extra` goes into its
        environment."""
        self._log.write(f"\n$ {' '.join(command)}\n".encode())
        self._log.flush()
        # Windows hands the place in the file to the command, which writes on from there.
        self._log.seek(0, os.SEEK_END)
        with LOG.open("rb") as words:
            words.seek(0, os.SEEK_END)
            start = words.tell()
            child = self._begin(command, extra)
            least_free = self._follow(child, watch, words)
            self._line.clear()
            words.seek(start)
            text = words.read().decode(errors="replace")
        if child.returncode != 0 and must:
            raise SetUpError(sentence(watch.what, text, least_free))

    def _begin(self, command: tuple[str, ...], extra: Mapping[str, str]) -> subprocess.Popen[bytes]:
        """In a session of its own: Ctrl+C reaches it from here, once, and not from the terminal as well."""
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=subprocess.STDOUT,
            cwd=ROOT,
            env={**os.environ, **extra},
            start_new_session=not WINDOWS,
        )

    def _follow(self, child: subprocess.Popen[bytes], watch: Watch, words: BinaryIO) -> int:
        """Shows what the command does until it ends. Returns the fewest bytes that were free meanwhile."""
        least_free = shutil.disk_usage(ROOT).free
        try:
            self._line.show(watch.what, watch.figures)
            while not has_ended(child):
                read_on(words, watch)
                watch.look()
                self._line.show(watch.what, watch.figures)
                least_free = min(least_free, shutil.disk_usage(ROOT).free)
        except BaseException:
            try:
                self._line.show("stopping", "")
            finally:  # also where the terminal has closed and nothing can be said any more
                end(child, watch.ends_all)
            self._line.clear()
            raise
        # A quick command ends between two looks, and what it did last would never be shown.
        read_on(words, watch)
        self._line.show(watch.what, watch.figures)
        return least_free


def read_on(words: BinaryIO, watch: Watch) -> None:
    """The lines that came since the last look; one that is still being written is left for the next."""
    while line := words.readline():
        if not line.endswith(b"\n"):
            words.seek(-len(line), os.SEEK_CUR)
            return
        watch.read(line.decode(errors="replace"))


def has_ended(child: subprocess.Popen[bytes]) -> bool:
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(TICK)
    return child.returncode is not None


def end(child: subprocess.Popen[bytes], ends_all: bool) -> None:
    """As Ctrl+C would, so that pip takes its half-copied files away; by force where that is not enough."""
    with contextlib.suppress(ProcessLookupError):
        if sys.platform != "win32":
            ask = os.killpg if ends_all else os.kill
            ask(child.pid, signal.SIGINT)
    if not gone_within(child, PATIENCE):
        child.kill()
        while not gone_within(child, PATIENCE):
            pass
