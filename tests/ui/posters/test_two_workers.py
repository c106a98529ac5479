"""A workshop is closed and another opened while posters are being drawn: two workers are at work at once.
pdfium used by two threads ends the whole program."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from mission_desk.core.file.document import Document
from mission_desk.posters.from_rows import statement_poster
from mission_desk.posters.sheets.paper import paper
from mission_desk.ui.posters.poster_worker import Order, PosterWorker


def test_several_workers_draw_at_once(qtbot: QtBot, sample_doc: Document) -> None:
    poster = statement_poster(sample_doc)
    workers = [PosterWorker() for _ in range(3)]
    seen: list[str] = []
    for worker in workers:
        worker.shot.connect(lambda shot: seen.append(shot.order.key))
    for width in range(200, 1400, 100):
        for worker in workers:
            worker.picture(Order(f"{width}", poster, paper("A4"), width, width))
    qtbot.waitUntil(lambda: not any(worker.runs for worker in workers), timeout=30_000)
    qtbot.waitUntil(lambda: len(seen) == 36, timeout=30_000)
