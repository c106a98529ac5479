"""The program's log: a file of a few hundred kB, and warnings on the terminal. It tells what the program did
and where it failed, and never a word of the room: what an exception says may quote a note."""

from __future__ import annotations

import logging
import os
import traceback
from types import TracebackType

from mission_desk.core.file.errors import BugError
from mission_desk.own_files import SetAside, set_aside
from mission_desk.paths import log_file

LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
Failure = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WordlessFormatter(logging.Formatter):
    """Traces with the lines of the program and the kinds of the exceptions; their words only where they are
    ours. sqlite3, for one, quotes the text that it cannot decode."""

    def __init__(self) -> None:
        super().__init__(LINE)

    def formatException(self, ei: Failure) -> str:
        lines: list[str] = []
        error = ei[1]
        while error is not None:
            lines = [*traceback.format_tb(error.__traceback__), _name_of(error), *lines]
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(line.rstrip("\n") for line in lines)


def _name_of(error: BaseException) -> str:
    kind = type(error).__name__
    if isinstance(error, BugError):
        return f"{kind}: {error}"
    detail = getattr(error, "sqlite_errorname", None) or getattr(error, "errno", None)
    return f"{kind} ({detail})" if detail else kind


def set_aside_log() -> list[SetAside]:
    """What lies in its place and is no file that can be written on: opening a FIFO would wait for a
    reader."""
    file = log_file()
    if not os.path.lexists(file) or (file.is_file() and os.access(file, os.W_OK)):
        return []
    return [set_aside(file)]


def write_log() -> None:
    logging.raiseExceptions = False  # a disk that is full would print what was to be logged
    handlers: list[logging.Handler] = [logging.StreamHandler()]
    handlers[0].setLevel(logging.WARNING)
    if not any(aside.kept_as is None for aside in set_aside_log()):
        handlers.append(logging.FileHandler(log_file(), encoding="utf-8", delay=True))
    for handler in handlers:
        handler.setFormatter(WordlessFormatter())
    logging.basicConfig(level=logging.INFO, handlers=handlers, force=True)


def tend_log() -> None:
    """Parts of the log give way from here on: a slot that throws at every key must not fill the disk."""
    from logging.handlers import RotatingFileHandler

    root = logging.getLogger()
    for plain in [each for each in root.handlers if type(each) is logging.FileHandler]:
        parts = RotatingFileHandler(log_file(), maxBytes=200_000, backupCount=2, encoding="utf-8", delay=True)
        parts.setFormatter(WordlessFormatter())
        root.addHandler(parts)
        root.removeHandler(plain)
        plain.close()
