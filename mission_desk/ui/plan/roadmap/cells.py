"""What the cells of a line say, as pieces of text with their look."""

from __future__ import annotations

from datetime import date
from typing import Literal, assert_never

from msgspec import Struct

from mission_desk.core.file.plan_rows import Guideline
from mission_desk.core.plan import roadmap, roadmap_gaps
from mission_desk.core.plan.measures import from_to
from mission_desk.ui.parts import dates
from mission_desk.ui.plan.roadmap.columns import ColumnName
from mission_desk.ui.plan.roadmap.lines import Line
from mission_desk.ui.plan.state_words import state_words
from mission_desk.words import tr, trn
from mission_desk.written import quoted

Look = Literal[
    "strong", "serif", "plain", "tiny", "quiet", "quiet-serif", "quiet-strong", "warn", "warn-tiny", "head",
    "good",
]  # fmt: skip


class Piece(Struct, frozen=True):
    text: str
    look: Look


Cells = dict[ColumnName, tuple[Piece, ...]]


def cells(line: Line, today: date) -> Cells:
    """The number of the priority is drawn, and so is the sign of the state."""
    if line.row is None:
        return _offered(line)
    row = line.row
    made: Cells = {
        "role": _pieces((line.role, "strong")),
        "text": _pieces(
            (row.text or tr("What will they do differently?"), _serif(row)),
            (line.hint, "tiny"),
            (line.sign, "warn-tiny"),
        ),
        "measure": _pieces((row.measure, "plain"), (from_to(row), "tiny")),
        "data": _pieces((row.data, "plain"), (source(row), "tiny")),
        "evaluation": _pieces((row.evaluation, "plain")),
        "owner": (_owner(row),),
        "due": _due(row, today),
        "state": _state(row),
    }
    return _faded(made) if row.state == "dropped" else made


def _offered(line: Line) -> Cells:
    begin = tr("Enter begins it") if line.text else tr("Enter begins one")
    words = line.text or tr("When …, we …")
    return {
        "role": _pieces((line.role, "quiet-strong")),
        "text": _pieces((words, "quiet-serif")),
        "measure": _pieces((begin, "tiny")),
    }


def _serif(row: Guideline) -> Look:
    return "serif" if row.text else "quiet-serif"


def _pieces(*pieces: tuple[str, Look]) -> tuple[Piece, ...]:
    return tuple(Piece(text, look) for text, look in pieces if text.strip())


def source(row: Guideline) -> str:
    """Where the data come from and since when."""
    since = tr("since {day}", day=row.data_since.strip()) if row.data_since.strip() else ""
    return ", ".join(part for part in (row.data_from.strip(), since) if part)


def _owner(row: Guideline) -> Piece:
    if row.owner.strip():
        return Piece(row.owner, "plain")
    return Piece(tr("nobody yet"), "warn" if roadmap.is_written(row) else "quiet")


def _due(row: Guideline, today: date) -> tuple[Piece, ...]:
    if not row.due.strip():
        return (Piece(tr("no date"), "warn" if roadmap.is_written(row) else "quiet"),)
    return _pieces((dates.show_day_near(row.due, today), "plain"), (days_over(row, today), "warn-tiny"))


def days_over(row: Guideline, today: date) -> str:
    """ "7 days over"; empty where it is not over."""
    due = roadmap.due_date(row)
    if due is None or not roadmap_gaps.is_overdue(row, today):
        return ""
    return trn("one day over", "{n} days over", (today - due).days)


def _state(row: Guideline) -> tuple[Piece, ...]:
    because = quoted(row.because.strip()) if row.because.strip() and row.state == "dropped" else ""
    look: Look = "good" if row.state == "lived" else "plain"
    return _pieces((state_words()[row.state], look), (because, "tiny"))


def _faded(made: Cells) -> Cells:
    faded: dict[Look, Look] = {"serif": "quiet-serif", "plain": "quiet", "strong": "strong", "warn": "quiet"}
    return {
        name: tuple(Piece(each.text, faded.get(each.look, each.look)) for each in pieces)
        for name, pieces in made.items()
    }


def second_lines(made: Cells, folded: tuple[ColumnName, ...]) -> tuple[Piece, ...]:
    """What the folded columns say, each with its name; owner and date stand on one line."""
    pieces = {name: _folded(name, made[name]) for name in folded if made.get(name)}
    if "owner" in pieces and "due" in pieces:
        owner, due = pieces["owner"], pieces.pop("due")
        look: Look = "warn-tiny" if "warn-tiny" in (owner.look, due.look) else "tiny"
        pieces["owner"] = Piece(f"{owner.text} · {due.text}", look)
    return tuple(pieces.values())


def _folded(name: ColumnName, pieces: tuple[Piece, ...]) -> Piece:
    warns = any(each.look in ("warn", "warn-tiny") for each in pieces)
    words = " · ".join(each.text for each in pieces)
    return Piece(_named(name, words), "warn-tiny" if warns else "tiny")


def _named(name: ColumnName, words: str) -> str:
    match name:
        case "measure":
            return tr("Measure: {words}", words=words)
        case "data":
            return tr("Data: {words}", words=words)
        case "evaluation":
            return tr("Review: {words}", words=words)
        case "owner":
            return tr("Owner: {words}", words=words)
        case "due":
            return tr("Due: {words}", words=words)
        case "role" | "text" | "serves" | "state":
            return words  # these never fold
        case _:
            assert_never(name)
