"""Has a drawing (SVG) drawn by a process of its own, which knows nothing of this one: no folder that somebody
works in, no variable of the environment, and an end after some seconds."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import PySide6

from mission_desk import paths
from mission_desk.core.file.errors import KnownError
from mission_desk.exchange import svg
from mission_desk.words import tr

SECONDS = 8  # a busy machine takes two to start it
# With -I Python hears no PYTHON* variable and imports nothing from the current folder: a `mission_desk`
# beside the drawing would be run otherwise. What -I forgets besides is where this program itself lies.
_START = "import sys; sys.path[:0] = sys.argv[1:]; from mission_desk.ui.app.draw_svg import main; main()"
# Windows starts nothing without the first three; fonts are looked up in the others.
_ENVIRONMENT = ("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "HOME", "XDG_CACHE_HOME", "LD_LIBRARY_PATH")


def drawn(content: bytes, seconds: float = SECONDS) -> bytes:
    """A drawing as PNG; KnownError where it is not harmless, or cannot be drawn in `seconds`."""
    svg.require_harmless(content)
    try:
        done = subprocess.run(
            command(), input=content, capture_output=True, timeout=seconds, env=_environment(),
            cwd=paths.program_folder(), creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _undrawable() from error
    if done.returncode or not done.stdout:
        raise _undrawable()
    return done.stdout


def command() -> list[str]:
    """The folder app hears no variable either (PyInstaller starts Python isolated)."""
    program = paths.terminal_program()
    if program:
        return [str(program), "draw-svg"]
    folders = (paths.program_folder(), Path(PySide6.__file__).parents[1])
    return [sys.executable, "-I", "-c", _START, *dict.fromkeys(map(str, folders))]


def _environment() -> dict[str, str]:
    needed = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    return needed | {"QT_QPA_PLATFORM": "offscreen"}


def _undrawable() -> KnownError:
    return KnownError(tr("This drawing cannot be drawn. Save it as PNG and try again."))
