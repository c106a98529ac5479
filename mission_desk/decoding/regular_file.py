"""A stranger's file is read without waiting: a pipe, a device or a folder under a picture's name would hold
the window for ever, and a file that grows would fill the memory."""

from __future__ import annotations

import os
import stat
from pathlib import Path


class NotRegularError(OSError):
    """A pipe, a device, a folder, or a file that the system makes up while one reads."""


def read_regular(path: Path, limit: int) -> bytes:
    """All bytes, or the first limit + 1 where there are more; OSError where it cannot be read at once."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise NotRegularError(str(path))
    # Between looking and opening it may become a pipe, whose open() waits for a writer.
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(number, "rb") as file:
        opened = os.fstat(number)
        if not stat.S_ISREG(opened.st_mode) or opened.st_size == 0:  # as long as nothing: files of /proc
            raise NotRegularError(str(path))
        return file.read(limit + 1)
