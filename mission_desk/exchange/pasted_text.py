"""A pasted text as notes: one a line, without the marks of a list; a row of a spreadsheet is one note, and so
is a cell with several lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

# What Word and Google Docs put before a tab: letters that are drawn as bullets only in a symbol font.
_TABBED = r"(?:[o§\u00a7\u00b7\u2023\u2794\u27a2\u27a4]|[\ue000-\uf8ff])\t"
_SIGN = r"[-–—*•·◦○●▪■□‣⁃➢➤☐☑✓✔\uf0a7\uf0b7\uf0d8]\s*(?:\[[ xX]\])?\s"
_BULLET = re.compile(rf"\s*(?:{_TABBED}|{_SIGN})\s*")
_NUMBER = re.compile(r"\s*\(?(\d{1,3})[.)]\s+")
_LETTER = re.compile(r"\s*\(?([A-Za-z])[.)]\s+")
_CELL = re.compile(r'(?:^|(?<=\t))"((?:[^"]|"")*)"(?=\t|$)', re.MULTILINE)
_IN_CELL = "\v"  # stands for a line break inside a cell while the text is cut into lines


def lines_of(text: str) -> list[str]:
    """The notes in a pasted text, none of them blank."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = _CELL.sub(_as_one_line, whole).split("\n")
    plain = [_BULLET.sub("", line, count=1) if _BULLET.match(line) else line for line in lines]
    for mark in (_NUMBER, _LETTER):
        for n in _in_order(plain, mark):
            plain[n] = mark.sub("", plain[n], count=1)
    cells = (line.replace("\t", " ").replace(_IN_CELL, "\n").strip() for line in plain)
    return [line for line in cells if line]


def _as_one_line(cell: re.Match[str]) -> str:
    """A cell with line breaks; words in quotation marks keep them."""
    return cell[1].replace('""', '"').replace("\n", _IN_CELL) if "\n" in cell[1] else cell[0]


def _in_order(lines: list[str], mark: re.Pattern[str]) -> Iterator[int]:
    """The lines of each list that counts from 1 or a. "24. Dezember", "3. Stock" and "z. B." count nothing
    and keep their beginning, and so do days, floors and quarters that all name the same thing."""
    run: list[int] = []
    for n, line in enumerate(lines):
        number = _count(mark.match(line))
        if number is None:
            continue
        if number != len(run) + 1:
            yield from _list(lines, run, mark)
            run = []
        if number == len(run) + 1:
            run.append(n)
    yield from _list(lines, run, mark)


def _list(lines: list[str], run: list[int], mark: re.Pattern[str]) -> list[int]:
    """Nothing where it is no list: a single line, or ordinals ("1. Stock: Empfang", "2. Stock: Büro")."""
    named = {re.split(r"\s*[:,–-]", mark.sub("", lines[n], count=1), maxsplit=1)[0] for n in run}
    return run if len(named) > 1 else []


def _count(mark: re.Match[str] | None) -> int | None:
    if mark is None:
        return None
    sign = mark[1].lower()
    return int(sign) if sign.isdigit() else ord(sign) - ord("a") + 1
