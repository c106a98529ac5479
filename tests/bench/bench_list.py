"""What the board's list, its filter and the search cost with many notes; see README.md beside this.

.venv/bin/python -m tests.bench.bench_list [NOTES …]
"""

from __future__ import annotations

import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from mission_desk.core.agenda.methods import method
from mission_desk.core.board import boards
from mission_desk.core.board.filtering import Filter
from mission_desk.core.file.closed_sets import THINKING_STYLES
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note
from mission_desk.core.stage import desk_position
from mission_desk.core.whole.starting import start_workshop
from mission_desk.ui.board.list.list_columns import Column
from mission_desk.ui.board.page import BoardPage
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.look import style_sheet, theme
from mission_desk.ui.look.fonts import load_faces

ROUNDS = 15
WORDS = [
    "calm", "voice", "shop", "night", "phone", "answer", "wait", "friend", "evening", "Größe", "Ärger",
]  # fmt: skip


def filled(path: Path, count: int) -> Document:
    dice = random.Random(7)
    doc = start_workshop(path, method("find-our-mission"), "en")
    board = boards.board_by_key(doc, "think-big").id
    with doc.action("bench.fill") as write:
        for n in range(count):
            text = " ".join(dice.choices(WORDS, k=dice.randint(5, 20))) + dice.choice(["", "", " #phone"])
            write.insert(
                Note, board=board, cluster=None, text=text, style=dice.choice(THINKING_STYLES),
                x=n % 100 * 200, y=n // 100 * 170, w=180, h=156, z=n, dots=dice.choice([0, 0, 1, 3]), at=0,
            )  # fmt: skip
    return doc


def measured(app: QApplication, act: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds until the act is done and all that follows from it is painted: median and worst."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        act()
        app.processEvents()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times), max(times)


def bench(app: QApplication, count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        doc = filled(Path(folder) / "day.mission", count)
        desk_position.show_board(doc, "think-big")
        desk = Desk(doc, theme.LIGHT)
        desk.resize(1600, 900)
        desk.show()
        app.processEvents()
        page = desk.pages["board"]
        assert isinstance(page, BoardPage)
        acts = acts_on(desk, page, random.Random(3))
        floors = {
            name: measured(app, act) for name, act in acts.items()
        }  # the same acts, the canvas in front
        desk.commands.run("board.list")
        app.processEvents()
        for name, act in (acts | list_acts(desk, page)).items():
            median, worst = measured(app, act)
            line: dict[str, object] = {
                "act": name,
                "notes": count,
                "ms": round(median, 2),
                "worst_ms": round(worst, 2),
            }
            if name in floors:
                line["more_than_canvas_ms"] = round(median - floors[name][0], 2)
            print(json.dumps(line), flush=True)
        desk.close()


def acts_on(desk: Desk, page: BoardPage, dice: random.Random) -> dict[str, Callable[[], object]]:
    doc, board = desk.doc, page.model.board
    assert board is not None

    def any_note() -> int:
        return dice.choice(tuple(page.model.notes))

    return {
        "a note is edited": lambda: boards.edit_note(doc, any_note(), f"edited {dice.random()}"),
        "a note gets a dot": lambda: boards.add_dots(doc, [any_note()], 1),
        "a note is added": lambda: boards.add_notes(doc, board.id, ["new one"], "heart"),
        "a note is deleted": lambda: boards.remove_notes(doc, [any_note()]),
        "undo": doc.undo,
        "another note is selected": lambda: page.canvas.select({any_note()}),
        "filter on and off": lambda: page.filter_controller.ask_for(
            Filter(tags=frozenset({"phone"}) - page.filter_controller.wanted.tags)
        ),
        "a key in find": lambda: desk.search.look_for(dice.choice(WORDS)[:3]),
        "all shown again": page.filter_controller.clear,
    }


def list_acts(desk: Desk, page: BoardPage) -> dict[str, Callable[[], object]]:
    note_list = page.canvas_or_list.list
    assert note_list is not None

    def turn() -> None:
        desk.commands.run("board.list")
        desk.commands.run("board.list")

    return {
        "sorted by text": lambda: note_list.sort_by(Column.TEXT),
        "board and back to the list": turn,
        "all are selected": lambda: (page.canvas.select(()), page.canvas.select(page.model.notes.keys())),
    }


def main() -> None:
    app = QApplication([])
    load_faces()
    app.setStyle("Fusion")
    app.setStyleSheet(style_sheet.sheet(theme.LIGHT))
    for count in map(int, sys.argv[1:] or ("500", "2000", "10000")):
        bench(app, count)


if __name__ == "__main__":
    main()
