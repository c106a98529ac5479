"""What the road map costs with many rows; see README.md beside this.

.venv/bin/python -m tests.bench.bench_roadmap [ROWS …]
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mission_desk.core.agenda.methods import method
from mission_desk.core.file.document import Document
from mission_desk.core.plan import priorities, roadmap
from mission_desk.core.stage import desk_position
from mission_desk.core.whole.starting import start_workshop
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.look import style_sheet, theme
from mission_desk.ui.look.fonts import load_faces
from mission_desk.ui.plan.roadmap.page import RoadmapPage
from tests.bench.floor import Floor, frames, tell
from tests.bench.hands import wheel

GOAL = 16  # ms of a frame
COUNT = 60  # frames of each act
ROLES = ("Agent", "Planner", "Team lead", "Trainer", "Field technician")


def filled(path: Path, count: int) -> Document:
    dice = random.Random(7)
    doc = start_workshop(path, method("find-our-mission"), "en")
    three = [row.id for row in priorities.priorities(doc, "team")]
    rows = [
        {
            "role": dice.choice(ROLES), "text": f"When shop {n} calls, we stay on the line until it sells",
            "measure": "Solved for seven days", "start": "61", "goal": "80", "unit": "%",
            "data": "Why they call again", "data_from": "case tool",
            "evaluation": "Cases that stay solved for seven days count", "owner": f"Lead {n % 80}",
            "due": f"2027-{n % 12 + 1:02}-{n % 28 + 1:02}",
        }
        for n in range(count)
    ]  # fmt: skip
    made = roadmap.add_guidelines(doc, rows)
    roadmap.serve_priority(doc, made[::2], three[0])
    return doc


def acts(page: RoadmapPage) -> dict[str, Callable[[int], object]]:
    table, timeline = page.table.table, page.timeline
    viewport = page.table.card.area.viewport()

    def key(code: Qt.Key) -> Callable[[int], object]:
        return lambda _n: QTest.keyClick(table, code)

    def letter(_n: int) -> None:
        field = page.table.editor.fields["text"]
        QTest.keyClicks(field, "a")

    def view(name: str) -> Callable[[int], object]:
        return lambda _n: page.show_view(name)

    return {
        "the table scrolls": lambda n: wheel(viewport, -120 if n % 40 < 20 else 120),
        "the next row": key(Qt.Key.Key_Down),
        "a row opens": lambda n: page.table.show_row(table.lines.rows()[n]),
        "a letter is typed": letter,
        "the next row after writing": lambda _n: table.setFocus() or QTest.keyClick(table, Qt.Key.Key_Down),
        "a priority by its digit": key(Qt.Key.Key_1),
        "sorted and back": lambda n: page.table.card.head.sorts.emit(("owner", "due")[n % 2]),
        "the timeline": view("timeline"),
        "a date moves by a day": lambda _n: QTest.keyClick(timeline, Qt.Key.Key_Right),
        "back to the table": lambda n: page.show_view(("timeline", "table")[n % 2]),
    }


def main() -> None:
    app = QApplication([])
    load_faces()
    app.setStyle("Fusion")
    app.setStyleSheet(style_sheet.sheet(theme.LIGHT))
    floor = Floor(app)
    for count in map(int, sys.argv[1:] or ("300",)):
        with tempfile.TemporaryDirectory() as folder:
            desk = Desk(filled(Path(folder) / "day.mission", count), theme.LIGHT)
            desk.resize(1600, 900)
            desk.show()
            desk_position.show_page(desk.doc, "roadmap")
            page = desk.pages["roadmap"]
            assert isinstance(page, RoadmapPage)
            app.processEvents()
            for name, act in acts(page).items():
                times = frames(app, act, COUNT)
                tell(
                    act=name, rows=count, floor_ms=statistics.median(floor.now()),
                    ms=statistics.median(times), worst_ms=max(times),
                    over_goal=sum(time > GOAL for time in times),
                )  # fmt: skip
            desk.close()


if __name__ == "__main__":
    main()
