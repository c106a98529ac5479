"""Writes a finished PDF to the disk, whole or not at all, and never over a file that is no PDF."""

from __future__ import annotations

import errno
from pathlib import Path

from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.sqlite_errors import name_too_long
from mission_desk.core.file.whole_copy import refuse_special
from mission_desk.own_files import write_whole
from mission_desk.words import tr


def refuse_other_files(path: Path) -> None:
    """Judge the target by its name alone: a poster once replaced the workshop that it was printed from, and
    reading an open workshop would drop its lock."""
    if path.suffix.lower() != ".pdf" and path.is_file():
        name = path.name
        raise KnownError(
            tr("“{name}” is there already and is no PDF. Choose another name; it was not touched.", name=name)
        )


def store(path: Path, content: bytes) -> None:
    """Write beside the target first, so that a full disk or an unplugged stick never leaves half a file
    under its name."""
    target = path.resolve()
    try:
        refuse_special(target)
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "a folder", str(target))
        write_whole(target, content)
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise name_too_long() from error
        raise KnownError(_why(error, path)) from error


def _why(error: OSError, path: Path) -> str:
    name, folder = path.name or str(path), str(path.parent)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return tr(
            "There is no room left for “{name}” in {folder}. Free some space or choose another folder.",
            name=name,
            folder=folder,
        )
    if isinstance(error, FileNotFoundError):
        return tr(
            "The folder “{folder}” does not exist. Choose another one for “{name}”.", name=name, folder=folder
        )
    if isinstance(error, IsADirectoryError):
        return tr("“{name}” is a folder. Choose a file name for the poster.", name=name)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return tr(
            "“{name}” cannot be written in {folder}: it is read-only, or the file is open in another "
            "program. Close it there or choose another folder.",
            name=name,
            folder=folder,
        )
    return tr("“{name}” could not be written in {folder}. Choose another folder.", name=name, folder=folder)
