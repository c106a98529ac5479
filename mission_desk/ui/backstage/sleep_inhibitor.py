"""While the stage is on, the system is asked not to darken or lock the screens: a room that writes in silence
for ten minutes touches no key. Each system is asked in its own words; where none answers, all goes on as
before. With the end of the program, a crash too, the request is over."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from mission_desk.words import tr

SAVER = "org.freedesktop.ScreenSaver"
BUS = "mission-desk-awake"  # a connection of our own: the request ends with it
# Windows: this holds until it is said otherwise; the system stays awake, and so do the screens.
UNTIL_SAID, SYSTEM, DISPLAY = 0x80000000, 0x1, 0x2


def keep_awake() -> Callable[[], object]:
    """Ask the system to stay awake; the function that is returned withdraws the request."""
    if sys.platform == "win32":
        return _windows()
    return _macos() if sys.platform == "darwin" else _freedesktop()


def _freedesktop() -> Callable[[], object]:
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    if not address:
        return _nothing
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    bus = QDBusConnection.connectToBus(address, BUS)
    asking = QDBusMessage.createMethodCall(SAVER, f"/{SAVER.replace('.', '/')}", SAVER, "Inhibit")
    asking.setArguments(["Mission Desk", tr("The stage is on.")])
    bus.send(asking)  # nobody waits for the answer
    return partial(QDBusConnection.disconnectFromBus, BUS)


def _macos() -> Callable[[], object]:
    """`-w`: it ends with this process."""
    with suppress(OSError):
        return subprocess.Popen(["caffeinate", "-di", "-w", str(os.getpid())]).terminate
    return _nothing


def _windows() -> Callable[[], object]:
    say = getattr(ctypes, "windll").kernel32.SetThreadExecutionState  # noqa: B009 - known on Windows only
    say(UNTIL_SAID | SYSTEM | DISPLAY)
    return partial(say, UNTIL_SAID)


def _nothing() -> None:
    """No system was asked, so there is nothing to withdraw."""
