"""A new workshop from a method: the file, its agenda, boards and empty rows, followed by a barrier, so that
Undo goes back to the start of the day but never removes the agenda."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from mission_desk.core.agenda.methods import Method, MethodBoard, usual_title
from mission_desk.core.agenda.step_parts import read_parts
from mission_desk.core.file.closed_sets import THINKING_STYLES
from mission_desk.core.file.document import Document
from mission_desk.core.file.plan_rows import Priority
from mission_desk.core.file.rows import Board, Region, Seat, Step, Workshop
from mission_desk.core.file.writer import Writer

START_OF_DAY = 9 * 60
SEATS = 12


def start_workshop(
    path: str | Path, method: Method, language: str, now: Callable[[], float] = time.time
) -> Document:
    """Make the file and set it up in `language`."""
    doc = Document.create(path, now)
    with doc.action("workshop.new") as write:
        write_workshop(write, method, language, date.fromtimestamp(now()).isoformat())
        write_steps(write, method, language)
        for rank, board in enumerate(method.boards):
            write_board(write, rank, board, language)
        for number in range(SEATS):
            write.insert(Seat, number=number + 1, name="", style=THINKING_STYLES[number * 4 // SEATS])
        for side in ("company", "team"):
            for rank in range(3):
                write.insert(Priority, side=side, rank=rank, text="")
    doc.barrier("workshop.ready")
    return doc


def write_workshop(write: Writer, method: Method, language: str, day: str) -> None:
    title = usual_title(method, language)
    write.insert(
        Workshop, id=1, title=title, company="", team="", mission="", vision="", method=method.key,
        language=language, place="", day=day, starts=START_OF_DAY, last_year="",
    )  # fmt: skip


def write_steps(write: Writer, method: Method, language: str) -> None:
    for rank, step in enumerate(method.steps):
        write.insert(
            Step, rank=rank, key=step.key, title=step.title[language], prompt=step.prompt[language],
            note=step.note[language], minutes=step.minutes, lead=" ".join(step.lead), page=step.page,
            board=step.board, capture=step.capture, parts=read_parts(step.parts.get(language, "")) or "",
        )  # fmt: skip


def write_board(write: Writer, rank: int, board: MethodBoard, language: str) -> None:
    number = write.insert(
        Board,
        rank=rank,
        key=board.key,
        title=board.title[language],
        prompt=board.prompt[language],
        style=board.style,
        background=board.background,
        across=board.across.get(language, ""),
        up=board.up.get(language, ""),
    )
    for place, (region, (x, y, w, h)) in enumerate(zip(board.regions, board.boxes(), strict=True)):
        write.insert(
            Region, board=number, rank=place, key=region.key, title=region.title[language],
            hint=region.hint[language], x=x, y=y, w=w, h=h,
        )  # fmt: skip
