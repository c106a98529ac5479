"""Ballots as a table: CSV as spreadsheets write it, a column an option, a row a ballot."""

from __future__ import annotations

import re
from typing import Any

from mission_desk.core.file.errors import KnownError
from mission_desk.exchange.ballot_cells import Cell, Rows, read_cell, rows_of
from mission_desk.words import tr

_SIDE = re.compile(r"(.*\S)[\s:_-]+(pull|drag)|(pull|drag)[\s:_-]+(.*\S)", re.IGNORECASE)
_GERMAN = re.compile(r"(.*\S)[\s:_-]+(zug|last)", re.IGNORECASE)
_SIDES = {"zug": "pull", "last": "drag"}
_SEAT_HEADS = ("seat", "ballot", "sitz", "stimmzettel")

Column = tuple[str, list[Cell]]


def table(text: str, *, two_sided: bool) -> tuple[list[str], list[Any]]:
    """The options, and every ballot as the JSON form would write it. Blank cells give no answer. `two_sided`:
    the rule needs pull and drag for each option; without it both are read where every option has both.
    KnownError where the table can be read in more ways than one."""
    columns = _options(_columns(rows_of(text)))
    heads = [head for head, _ in columns]
    twice = [head for n, head in enumerate(heads) if head in heads[:n]]
    if twice:
        raise KnownError(tr("Two columns are called “{name}”. Nothing was counted.", name=twice[0]))
    sides = _sides(heads, two_sided=two_sided)
    ballots = list(zip(*(cells for _, cells in columns), strict=True))
    if sides:
        return list(dict.fromkeys(name for name, _ in sides)), [_two_sided(sides, row) for row in ballots]
    return heads, [dict(zip(heads, row, strict=True)) for row in ballots]


def _columns(rows: Rows) -> list[Column]:
    if not rows:
        raise KnownError(tr("The file is empty. Nothing was counted."))
    heads, *body = rows
    if not body:
        raise KnownError(tr("There is no ballot below the names of the options. Nothing was counted."))
    for n, row in enumerate(body, 1):
        if len(row) > len(heads):
            raise KnownError(tr("Row {n} has more cells than there are options. Nothing was counted.", n=n))
    return [
        (" ".join(head.split()), [read_cell(row[n]) if n < len(row) else None for row in body])
        for n, head in enumerate(heads)
    ]


def _options(columns: list[Column]) -> list[Column]:
    """The columns of options: all but that of the seats and those that are empty."""
    filled = [(head, cells) for head, cells in columns if head or any(cell is not None for cell in cells)]
    options = filled[1:] if _names_seats(filled[0]) else filled
    for n, (head, _) in enumerate(options, len(filled) - len(options) + 1):
        if not head:
            raise KnownError(
                tr("Column {n} has marks and no name: write the option above them. Nothing was counted.", n=n)
            )
    if options and all(isinstance(read_cell(head), int | float) for head, _ in options):
        raise KnownError(tr("The first row must name the options. Nothing was counted."))
    return options


def _names_seats(first: Column) -> bool:
    """Whether the column names seats. Numbers that repeat, or have no head, may be marks and are not taken
    for seats."""
    head, cells = first
    named = head.casefold() in _SEAT_HEADS
    if not head:
        return not any(isinstance(cell, int | float) for cell in cells)
    given = [cell for cell in cells if cell is not None]
    if named and len(set(given)) < len(given):
        raise KnownError(
            tr(
                "The column “{name}” says the same twice: seats do not, and an option needs another name. "
                "Nothing was counted.",
                name=head,
            )
        )
    return named


def _sides(heads: list[str], *, two_sided: bool) -> list[tuple[str, str]]:
    """ "A pull" or "pull: A" as ("A", "pull"), for each column; nothing where they are plain options. An
    option may well be called "Der letzte Zug", so only those that have both sides are two-sided."""
    for sides in ([_english(head) for head in heads], [_german(head) for head in heads]):
        split = [side for side in sides if side]
        names = {name for name, _ in split}
        if len(split) == len(heads) and set(split) == {(n, side) for n in names for side in ("pull", "drag")}:
            return split
    if two_sided:
        stranger = next((head for head in heads if not (_english(head) or _german(head))), None)
        raise KnownError(_not_two_sided(stranger))
    return []


def _not_two_sided(stranger: str | None) -> str:
    if stranger is None:
        return tr("Every option needs a column for pull and one for drag. Nothing was counted.")
    return tr("The column “{name}” says neither pull nor drag. Nothing was counted.", name=stranger)


def _english(head: str) -> tuple[str, str] | None:
    sided = _SIDE.fullmatch(head)
    if sided is None:
        return None
    before, after, first, last = sided.groups()
    return (before, after.lower()) if before else (last, first.lower())


def _german(head: str) -> tuple[str, str] | None:
    sided = _GERMAN.fullmatch(head)
    return (sided[1], _SIDES[sided[2].casefold()]) if sided else None


def _two_sided(sides: list[tuple[str, str]], row: tuple[Cell, ...]) -> dict[str, dict[str, Cell]]:
    marks = list(zip(sides, row, strict=True))
    return {side: {name: mark for (name, own), mark in marks if own == side} for side in ("pull", "drag")}
