"""What a board is before anybody wrote on it: its question, colour, paper and fields; taken from a method's
board, from another workshop, or empty."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from msgspec import Struct

from mission_desk.core.agenda.methods import MethodBoard, shipped_boards
from mission_desk.core.board import boards, regions
from mission_desk.core.board.places import Box
from mission_desk.core.file.closed_sets import Style
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Board, Region
from mission_desk.words import tr

EMPTY_STYLE: Style = "parking"


class FieldPlan(Struct, frozen=True):
    """A region: `box` in canvas units."""

    title: str
    hint: str
    box: Box


class BoardPlan(Struct, frozen=True):
    title: str
    prompt: str
    style: Style = EMPTY_STYLE
    background: str = ""
    fields: tuple[FieldPlan, ...] = ()
    across: str = ""
    up: str = ""


def empty_plan(language: str) -> BoardPlan:
    return BoardPlan(tr("New board", language), "")


def templates(language: str) -> list[BoardPlan]:
    """The boards that the methods bring, the customers' five fields first."""
    return [_of_method(board, language) for board in shipped_boards().values()]


def plans_in(doc: Document) -> list[BoardPlan]:
    """The set-up of every board of a workshop, without its notes."""
    return [_of_rows(board, regions.regions_on(doc, board.id)) for board in boards.boards(doc)]


def plans_of_file(doc: Document, path: Path) -> list[BoardPlan]:
    """The boards of another workshop's file. It is read in a copy: opening the file itself would bring an
    older one up to date, which only its owner may decide."""
    if path.resolve() == doc.path.resolve():
        raise KnownError(tr("That is this workshop itself. Choose the file of another one."))
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        try:
            shutil.copyfile(path, copy)
        except OSError as error:
            raise KnownError(tr("“{name}” cannot be read. Nothing was added.", name=path.name)) from error
        other = Document.open(copy)
        try:
            return plans_in(other)
        finally:
            other.close()


def _of_method(board: MethodBoard, language: str) -> BoardPlan:
    fields = tuple(
        FieldPlan(each.title[language], each.hint[language], Box(*box))
        for each, box in zip(board.regions, board.boxes(), strict=True)
    )
    axes = board.across.get(language, ""), board.up.get(language, "")
    return BoardPlan(
        board.title[language], board.prompt[language], board.style, board.background, fields, *axes
    )


def _of_rows(board: Board, fields: list[Region]) -> BoardPlan:
    plans = tuple(FieldPlan(field.title, field.hint, regions.box_of(field)) for field in fields)
    return BoardPlan(board.title, board.prompt, board.style, board.background, plans, board.across, board.up)
