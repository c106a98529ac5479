"""A workshop is opened, walked through and closed again and again, in one program: `python
tests/faults/openings.py FOLDER COUNT`. After each opening it says in JSON what is left."""

from __future__ import annotations

import ctypes
import gc
import json
import os
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QMetaMethod, QObject
from PySide6.QtWidgets import QApplication

from mission_desk.core.file.closed_sets import PAGES
from mission_desk.core.stage import desk_position
from mission_desk.core.whole.sample import build_sample
from mission_desk.ui.app.app import application
from mission_desk.ui.app.program import Program
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.parts.worker_thread import post

WINDOWS = ("view.preferences", "file.point", "find.action", "find.note", "stage.show")
C = ctypes.CDLL(None) if sys.platform == "linux" else None
MOMENT = 50  # ms in which events are looked at


def work_off() -> None:
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, MOMENT)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def walk(desk: Desk) -> None:
    """All pages, and on each the windows that a key opens; those of the last one stay open."""
    for page in PAGES:
        desk.windows.close_all()
        desk_position.show_page(desk.doc, page)
        for command in WINDOWS:
            desk.commands.run(command)
        work_off()


def connections(sender: QObject) -> int:
    """How many listen to an object that lives as long as the program."""
    kind = sender.metaObject()
    methods = (kind.method(n) for n in range(kind.methodCount()))
    signals = (each for each in methods if each.methodType() == QMetaMethod.MethodType.Signal)
    return sum(sender.receivers(f"2{bytes(each.methodSignature().data()).decode()}") for each in signals)


def memory() -> int:
    """kB that the process has in use; 0 where the system does not tell it so. What the C library holds for
    the next desk, up to 20 MB and another number each time, is given back before."""
    if hasattr(C, "malloc_trim"):
        C.malloc_trim(0)
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS:")), 0)


def left(app: QApplication) -> dict[str, int]:
    while threading.active_count() > 1:  # a worker ends what it is at
        work_off()
    for _ in range(3):
        gc.collect()
        work_off()
    objects = gc.get_objects()
    return {
        "objects": len(objects),
        "desks": sum(isinstance(each, Desk) for each in objects),
        "QObjects": sum(isinstance(each, QObject) for each in objects),
        "widgets": len(app.allWidgets()),
        "connections": connections(app) + connections(app.styleHints()) + connections(post()),
        "files": len(os.listdir("/proc/self/fd")) if sys.platform == "linux" else 0,
        "kB": memory(),
    }


def main(folder: str, count: str) -> None:
    app = application()
    file = Path(folder) / "northwind.mission"
    build_sample(file, "en")
    program = Program(quits=False)
    for _ in range(int(count)):
        program.open(file)
        assert isinstance(program.window, Desk)
        walk(program.window)
        program.window.commands.run("file.close")
        sys.stdout.write(json.dumps(left(app)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
