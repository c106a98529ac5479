"""A chime when a step's time is up, and a softer one when a part of it is. The system's own player sounds it
in a process of its own: nothing here waits, and a machine without one beeps."""

from __future__ import annotations

import shutil
import sys

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

from mission_desk.paths import resource

# Players that sound a file and end, in the order in which they are looked for.
PLAYERS = (("pw-play",), ("paplay",), ("aplay", "-q"), ("afplay",))
POWERSHELL = "(New-Object Media.SoundPlayer '{file}').PlaySync()"


def ring(*, softly: bool = False) -> None:
    """Play the chime in a process of its own; the window does not wait for it."""
    command = player(str(resource("sounds", "soft-chime.wav" if softly else "chime.wav")))
    if not command or not QProcess.startDetached(command[0], command[1:])[0]:
        QApplication.beep()


def player(file: str) -> list[str]:
    """The command that plays the file here; empty where there is none."""
    if sys.platform == "win32":
        return ["powershell", "-NoProfile", "-Command", POWERSHELL.format(file=file.replace("'", "''"))]
    program = next((each for each in PLAYERS if shutil.which(each[0])), None)
    return [*program, file] if program else []
