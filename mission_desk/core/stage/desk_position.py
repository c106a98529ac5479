"""What is open on the desk: page, board and draft. Session state: saved and broadcast, never undoable."""

from __future__ import annotations

from mission_desk.core.agenda import agenda
from mission_desk.core.board import boards
from mission_desk.core.file.closed_sets import BENCH_TABS, BenchTab, PageName
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Board, Draft
from mission_desk.core.statement import drafts


def page(doc: Document) -> PageName:
    """The page that was shown last; before any was shown, the page of the open step."""
    remembered: PageName | None = doc.session_value("page")
    return remembered or agenda.current_step(doc).page


def show_page(doc: Document, page: PageName, *, source: object = None) -> None:
    doc.keep("page", page, source=source)


def board(doc: Document) -> Board | None:
    """The board that was shown last; before any was shown, the first board."""
    every = boards.boards(doc)
    key = doc.session_value("board", "")
    return next((each for each in every if each.key == key), every[0] if every else None)


def show_board(doc: Document, key: str, *, source: object = None) -> None:
    doc.keep_all({"page": "board", "board": key}, source=source)


def draft(doc: Document) -> Draft | None:
    every = drafts.drafts(doc)
    number = doc.session_value("draft", None)
    return next((each for each in every if each.id == number), every[0] if every else None)


def show_draft(doc: Document, draft: int, *, source: object = None) -> None:
    doc.keep_all({"page": "statement", "draft": draft}, source=source)


def bench(doc: Document) -> BenchTab:
    """Which tab of the workbench is open under the draft."""
    tab: BenchTab = doc.session_value("bench", BENCH_TABS[0])
    return tab


def show_bench(doc: Document, bench: BenchTab, *, source: object = None) -> None:
    doc.keep("bench", bench, source=source)
