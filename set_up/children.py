"""Waits for a process after a signal has cut another wait short.

Popen.wait takes a lock of its own with `acquire(False)`, and Python runs the handler of a signal right after
that call. A handler that raises there (Ctrl+C, Stopped) leaves the lock taken for good, and each later wait()
waits for ever, though the process has ended (`Popen._wait` in subprocess.py of CPython 3.11)."""

from __future__ import annotations

import os
import subprocess
import sys
import time

LOOK = 0.05  # seconds between two looks


def is_gone(child: subprocess.Popen[bytes]) -> bool:
    """Whether it has ended, without Popen's lock."""
    if sys.platform == "win32":
        return child.poll() is not None
    if child.returncode is None:
        try:
            ended, status = os.waitpid(child.pid, os.WNOHANG)
        except ChildProcessError:  # the wait that was cut short had its answer already
            return True
        if ended:
            child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode is not None


def gone_within(child: subprocess.Popen[bytes], seconds: float) -> bool:
    """Whether it has ended by then, or by Ctrl+C, which asks for more than waiting."""
    until = time.monotonic() + seconds
    try:
        while not is_gone(child) and time.monotonic() < until:
            time.sleep(LOOK)
    except KeyboardInterrupt:
        pass
    return is_gone(child)
