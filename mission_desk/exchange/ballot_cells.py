"""The cells of a table of ballots, as spreadsheets and people write it: which sign parts the columns, and
what is a number."""

from __future__ import annotations

import csv
import io
import re

from mission_desk.core.file.errors import KnownError
from mission_desk.words import tr

Cell = int | float | str | None
Rows = list[list[str]]

DELIMITERS = (";", "\t", ",")
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  # Excel's own: it names the sign and is no row
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(?:[.,][0-9]{3})+")


def rows_of(text: str) -> Rows:
    """The rows that hold anything, the heads first. KnownError where the text is no table."""
    named = _SEPARATOR_LINE.match(text)
    if named:
        return _parted(text[named.end() :], named[1])
    tables = [_parted(text, delimiter) for delimiter in DELIMITERS]
    return max(tables, key=_likeliness)


def _parted(text: str, delimiter: str) -> Rows:
    try:
        # A stream and not lines: a quoted cell may hold line breaks.
        read = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        return [row for row in ([cell.strip() for cell in each] for each in read) if any(row)]
    except csv.Error as error:
        raise KnownError(tr("This is no table of ballots. Nothing was counted.")) from error


def _likeliness(rows: Rows) -> tuple[bool, bool, int]:
    """How likely a table is meant to be split like this: numbers in the cells count most, then rows as long
    as the heads, then many columns. Counting signs misleads: option texts hold commas, German numbers too."""
    if not rows:
        return False, False, 0
    heads, *body = rows
    as_long = all(len(row) == len(heads) for row in body)
    # The first of several columns may name the seats.
    numbers = all(_NUMBER.fullmatch(cell) for row in body for cell in row[1:] or row if cell)
    return numbers, as_long, len(heads)


def read_cell(cell: str) -> Cell:
    """3, 3.0 and 3,0 are numbers; blank is None; anything else stays text. KnownError for 1.000, which is one
    to one reader and a thousand to another."""
    if not cell:
        return None
    if _THOUSANDS.fullmatch(cell):
        raise KnownError(
            tr(
                "“{cell}” can be read in two ways: write it without the sign in it. Nothing was counted.",
                cell=cell,
            )
        )
    if not _NUMBER.fullmatch(cell) or len(cell) > 300:
        return cell
    return float(cell.replace(",", ".")) if re.search("[.,]", cell) else int(cell)
