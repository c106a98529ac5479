"""Ballots as a table: CSV as spreadsheets write it, a column an option, a row a ballot."""

from __future__ import annotations

import csv
import re
from typing import Any

from mission_desk.core.file.errors import KnownError
from mission_desk.words import tr

_SIDE = re.compile(r"(.*\S)[\s:_-]+(pull|drag)|(pull|drag)[\s:_-]+(.*\S)", re.IGNORECASE)
_GERMAN = re.compile(r"(.*\S)[\s:_-]+(zug|last)", re.IGNORECASE)
_SIDES = {"zug": "pull", "last": "drag"}


def table(text: str) -> tuple[list[str], list[Any]]:
    """The options, and every ballot as the JSON form would write it. Blank cells give no answer; a first
    column headed seat or ballot is no option. KnownError where a row has more cells than there are heads."""
    try:
        rows = [row for row in csv.reader(text.splitlines(), delimiter=_delimiter(text)) if any(row)]
    except csv.Error as error:
        raise KnownError(tr("This is no table of ballots. Nothing was counted.")) from error
    if not rows:
        raise KnownError(tr("The file is empty. Nothing was counted."))
    heads = _in_english([head.strip() for head in rows[0]])
    ballots = [_cells(heads, row, n) for n, row in enumerate(rows[1:], 1)]
    sides = [_SIDE.fullmatch(head) for head in heads]
    if any(sides):
        return _two_sided(heads, ballots)
    return [head for head in heads if not _is_seat(head)], [_without_seats(each) for each in ballots]


def _in_english(heads: list[str]) -> list[str]:
    """ "A Zug" and "A Last" as "A pull" and "A drag"; only where every head is one of the two, because an
    option may well be called "Der letzte Zug"."""
    german_heads = [_GERMAN.fullmatch(head) for head in heads if not _is_seat(head)]
    sides = {match[2].casefold() for match in german_heads if match}
    if sides != set(_SIDES) or not all(german_heads):
        return heads
    return [
        f"{match[1]} {_SIDES[match[2].casefold()]}" if (match := _GERMAN.fullmatch(head)) else head
        for head in heads
    ]


def _delimiter(text: str) -> str:
    """German spreadsheets write semicolons."""
    head = text.splitlines()[0] if text.splitlines() else ""
    return max(";\t,", key=head.count)


def _is_seat(head: str) -> bool:
    return head.casefold() in ("", "seat", "ballot", "sitz", "stimmzettel")


def _without_seats(ballot: dict[str, Any]) -> dict[str, Any]:
    return {head: mark for head, mark in ballot.items() if not _is_seat(head)}


def _cells(heads: list[str], row: list[str], number: int) -> dict[str, Any]:
    if len(row) > len(heads):
        raise KnownError(tr("Row {n} has more cells than there are options. Nothing was counted.", n=number))
    return {head: _number(cell) for head, cell in zip(heads, row, strict=False)}


def _number(cell: str) -> Any:
    cell = cell.strip().replace(",", ".")
    if not cell:
        return None
    try:
        return int(cell) if cell.lstrip("+-").isdecimal() else float(cell)
    except ValueError:
        return cell


def _two_sided(heads: list[str], ballots: list[dict[str, Any]]) -> tuple[list[str], list[Any]]:
    named = {head: _side(head) for head in heads if not _is_seat(head)}
    options = list(dict.fromkeys(name for name, _ in named.values()))
    return options, [
        {
            side: {name: ballot.get(head) for head, (name, own) in named.items() if own == side}
            for side in ("pull", "drag")
        }
        for ballot in ballots
    ]


def _side(head: str) -> tuple[str, str]:
    """ "A pull" or "pull: A" as ("A", "pull")."""
    sided = _SIDE.fullmatch(head)
    if sided is None:
        raise KnownError(
            tr("The column “{name}” says neither pull nor drag. Nothing was counted.", name=head)
        )
    before, after, first, last = sided.groups()
    return (before, after.lower()) if before else (last, first.lower())
