"""One fresh process for `bench_desk`: it prints what it took, and ends.

`bare START`, `start FILE START`: milliseconds from START (seconds since the epoch, before the process was
made) until a bare window, or the program with FILE, is painted. `memory FOLDER NOTES START`: its resident
MB."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def bare(start: float) -> float:
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication([])
    window = QWidget()
    window.resize(1600, 900)
    window.show()
    app.processEvents()
    return (time.time() - start) * 1000


def started(file: Path, start: float) -> float:
    """The command line with FILE, whole, until it would wait for the first key."""
    from PySide6.QtWidgets import QApplication

    def painted(app: QApplication) -> int:
        app.processEvents()
        print((time.time() - start) * 1000)
        sys.stdout.flush()
        os._exit(0)

    QApplication.exec = painted  # type: ignore[method-assign,assignment]
    from mission_desk.cli import main

    main([str(file)])
    raise SystemExit("the program ended by itself")


def resident(folder: Path, notes: int) -> float:
    from mission_desk.core.stage import desk_position
    from mission_desk.ui.app.app import application
    from mission_desk.ui.desk.desk import Desk
    from mission_desk.ui.look import theme
    from tests.bench.floor import settle
    from tests.bench.full_boards import full_board

    folder.mkdir(exist_ok=True)
    app = application()
    doc, _ = full_board(folder, notes)
    desk_position.show_board(doc, "think-big")
    desk = Desk(doc, theme.LIGHT)
    desk.resize(1920, 1080)
    desk.show()
    canvas = desk.pages["board"].canvas  # type: ignore[attr-defined]
    for step in (1.0, 0.5, 0.3):
        canvas.sight.fit()
        canvas.sight.zoom(step / canvas.sight.camera.scale)
        settle(app, lambda: False, 0.5)
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    what, *rest = sys.argv[1:]
    begun = float(rest[-1])
    if what == "bare":
        print(bare(begun))
    elif what == "start":
        print(started(Path(rest[0]), begun))
    else:
        print(resident(Path(rest[0]), int(rest[1])))
    sys.stdout.flush()
    os._exit(0)
