"""Inside a built program: does it start, act, undo, print and draw? Opens the sample, does each once, says
what failed."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop

from mission_desk.core import boards, checkup, standing
from mission_desk.core.document import Document
from mission_desk.core.rows import Note
from mission_desk.core.sample import build_sample
from mission_desk.posters.from_rows import statement_poster
from mission_desk.posters.paper import paper
from mission_desk.posters.write import write_poster
from mission_desk.ui import theme
from mission_desk.ui.app import application
from mission_desk.ui.desk import Desk


def self_test() -> list[str]:
    """What is wrong, in sentences; empty where everything works."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sample.mission"
        build_sample(file, "en")
        doc = Document.open(file)
        desk = Desk(doc, theme.LIGHT)
        desk.show()
        standing.show_board(doc, "think-big")
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 200)
        problems = [*_acts(doc), *_prints(doc, Path(folder) / "poster.pdf"), *_draws(desk)]
        desk.close()
        return problems + [f"the file is not whole: {each}" for each in checkup.check(file).problems]


def _acts(doc: Document) -> list[str]:
    before = doc.rows(Note)
    boards.add_notes(doc, boards.boards(doc)[0].id, ["self-test"], "ideator")
    added = len(doc.rows(Note)) == len(before) + 1
    doc.undo()
    problems = [] if added else ["a note could not be added"]
    return problems if doc.rows(Note) == before else [*problems, "Undo did not bring the board back"]


def _prints(doc: Document, path: Path) -> list[str]:
    write_poster(path, statement_poster(doc), paper("A4"))
    return [] if path.read_bytes().startswith(b"%PDF") else ["the statement poster is no PDF"]


def _draws(desk: Desk) -> list[str]:
    picture = desk.grab().toImage()
    colours = {
        picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)
    }
    return [] if len(colours) > 20 else ["the window is empty"]
