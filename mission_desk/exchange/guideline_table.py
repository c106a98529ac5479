"""Guidelines as rows of a spreadsheet, as it puts them on the clipboard: a tab between two cells, quotation
marks around a cell that has tabs or line breaks of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from msgspec import Struct

from mission_desk.grammar import languages
from mission_desk.words import tr

PastedField = Literal[
    "role", "text", "measure", "start", "goal", "unit", "data", "data_from", "data_since", "evaluation",
    "owner", "due",
]  # fmt: skip
PASTED_FIELDS: tuple[PastedField, ...] = get_args(PastedField)
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|$)')
_PLAIN = re.compile(r"[^\t\n]*")
# What the columns of a table without heads are taken for.
_USUAL: dict[int, tuple[PastedField, ...]] = {
    1: ("text",),
    2: ("role", "text"),
    3: ("role", "text", "owner"),
    4: ("role", "text", "owner", "due"),
    5: ("role", "text", "measure", "owner", "due"),
}


class PastedTable(Struct, frozen=True):
    """All rows are as long as the longest; `fields` says what each column is taken for, None for nothing, and
    `headed` whether the first row of the text named them."""

    rows: tuple[tuple[str, ...], ...]
    fields: tuple[PastedField | None, ...]
    headed: bool


def read_table(text: str) -> PastedTable:
    """Rows that hold nothing are left out. A text without a tab is a table of one column."""
    rows = [row for row in cells_of(text) if any(cell.strip() for cell in row)]
    wide = max((len(row) for row in rows), default=0)
    whole = [tuple(cell.strip() for cell in (*row, *[""] * (wide - len(row)))) for row in rows]
    named = _named(whole[0]) if whole else ()
    headed = len(whole) > 1 and sum(name is not None for name in named) >= min(2, wide)
    if headed:
        return PastedTable(tuple(whole[1:]), _once(named), headed)
    usual = _USUAL.get(wide, PASTED_FIELDS)
    return PastedTable(tuple(whole), tuple(usual[n] if n < len(usual) else None for n in range(wide)), headed)


def cells_of(text: str) -> list[list[str]]:
    """Words in quotation marks keep them; only a cell with tabs or line breaks inside was quoted by the
    spreadsheet."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows: list[list[str]] = [[]]
    place = 0
    while True:
        cell, place = _cell(whole, place)
        rows[-1].append(cell)
        if place >= len(whole):
            return rows
        if whole[place] == "\n":
            rows.append([])
        place += 1


def _cell(text: str, place: int) -> tuple[str, int]:
    """The cell that begins there, and where it ends."""
    quoted = _QUOTED.match(text, place)
    if quoted and re.search(r"[\t\n]", quoted[1]):
        return quoted[1].replace('""', '"'), quoted.end()
    plain = _PLAIN.match(text, place)
    return (plain[0], plain.end()) if plain else ("", place + 1)


def as_guidelines(table: PastedTable, fields: Sequence[PastedField | None]) -> list[dict[str, str]]:
    """Each row as words of a guideline. A line break inside a cell is a blank: a row of the road map has
    none, and no word of it is lost."""
    made = []
    for row in table.rows:
        words = {
            name: " ".join(cell.split()) for name, cell in zip(fields, row, strict=True) if name and cell
        }
        if words:
            made.append({str(name): cell for name, cell in words.items()})
    return made


def is_like(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether two rows say the same of the same role."""
    return all(_plain(one.get(name, "")) == _plain(other.get(name, "")) for name in ("role", "text"))


def _named(cells: Sequence[str]) -> tuple[PastedField | None, ...]:
    return tuple(_field_of(cell) for cell in cells)


def _once(named: Sequence[PastedField | None]) -> tuple[PastedField | None, ...]:
    """The second column of a name is not taken for it."""
    return tuple(name if name not in named[:n] else None for n, name in enumerate(named))


def _field_of(head: str) -> PastedField | None:
    """The field that a heading names in any of the languages: by all of its words, else by how it begins."""
    plain = _plain(head)
    if not plain:
        return None
    names = [(word, field) for language in languages() for word, field in _heads(language)]
    exact = next((field for word, field in names if word == plain), None)
    if exact is not None:
        return exact
    longest = sorted(names, key=lambda each: -len(each[0]))
    return next((field for word, field in longest if plain.startswith(f"{word} ")), None)


def _heads(language: str) -> list[tuple[str, PastedField]]:
    """Each word that may stand over a column, and the field it means."""
    heads: dict[PastedField, str] = {
        "role": tr("role, role type, job, function, who", language),
        "text": tr("guideline, what we do, what we do differently, behaviour, action, rule", language),
        "measure": tr("measure, kpi, metric, indicator, measure from to", language),
        "start": tr("from, start, baseline, now, today", language),
        "goal": tr("to, goal, target", language),
        "unit": tr("unit", language),
        "data": tr("data, new data, data to gather, data needed", language),
        "data_from": tr("source, data source, where from", language),
        "data_since": tr("since, since when, data since", language),
        "evaluation": tr("evaluation, review, what a review looks at now, appraisal", language),
        "owner": tr("owner, responsible, who looks after it, lead", language),
        "due": tr("due, due date, date, by, by when, deadline", language),
    }
    return [(_plain(word), field) for field, words in heads.items() for word in words.split(",")]


def _plain(words: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", words).split()).casefold()
