"""A method as TOML text, read and written. A file may come from anybody, so everything in it is checked
before any of it is used; an error is one sentence."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any

from mission_desk.core.agenda.method import Method, MethodBoard, MethodRegion, MethodStep, Words
from mission_desk.core.agenda.step_parts import read_parts
from mission_desk.core.file.closed_sets import (
    BACKGROUNDS,
    CAPTURES,
    PAGES,
    STYLES,
    THINKING_STYLES,
    Value,
    one_of,
)
from mission_desk.core.file.errors import KnownError
from mission_desk.grammar import SOURCE, languages
from mission_desk.words import catalog, tr

LONGEST_STEP = 600  # minutes
MOST_STEPS, MOST_BOARDS, MOST_REGIONS = 100, 60, 12
USUAL_PLACES = 5  # regions that need no box of their own
FARTHEST = 100_000  # canvas units
LONGEST_TEXT = 4_000  # characters
_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")

Table = dict[str, Any]


class BadMethodError(KnownError):
    """One sentence about what is wrong in a method's file."""


def read_method(text: str, boards: Mapping[str, MethodBoard]) -> Method:
    """`boards` are those that ship with the program; the file may add its own. A BadMethodError says what is
    wrong."""
    read = _tables(text)
    known = dict(boards) | {board.key: board for board in read_boards(read)}
    used = tuple(_board_named(known, key) for key in _some(read, "boards", MOST_BOARDS))
    steps = _some(read, "step", MOST_STEPS)
    if not steps:
        raise BadMethodError(tr("it has no steps"))
    keys = {board.key for board in used}
    return Method(
        _key(read, ""), _whole(read, "rank", 0, 10_000), _words(read, "title", ""), _words(read, "blurb", ""),
        tuple(_step(step, n, keys) for n, step in enumerate(steps, 1)), used,
    )  # fmt: skip


def _tables(text: str) -> Table:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):  # a number of 5,000 digits is a ValueError of Python's own
        raise BadMethodError(tr("it is not written as TOML")) from None


def read_boards(read: Table) -> list[MethodBoard]:
    return [_board(board, n) for n, board in enumerate(_some(read, "board", MOST_BOARDS), 1)]


def boards_in(text: str) -> list[MethodBoard]:
    """The boards of a file that has nothing else."""
    return read_boards(_tables(text))


def _step(read: object, number: int, boards: set[str]) -> MethodStep:
    where, step = tr("step {n}", n=number), _table(read, tr("step {n}", n=number))
    board = _one_of(step, "board", where, ("", *boards))
    named = _list(step, "lead", where)
    lead = tuple(style for each in named if (style := one_of(THINKING_STYLES, each)) is not None)
    if len(lead) < len(named):
        raise _wrong("lead", where)
    return MethodStep(
        _key(step, where), _words(step, "title", where), _words(step, "prompt", where),
        _words(step, "note", where), _whole(step, "minutes", 0, LONGEST_STEP, where), lead,
        _one_of(step, "page", where, PAGES), board, _one_of(step, "capture", where, CAPTURES),
        _parts(step, where),
    )  # fmt: skip


def _parts(step: Table, where: str) -> Words:
    """Parts of the step's clock in every language; they may be left out."""
    if "parts" not in step:
        return {}
    parts = _words(step, "parts", where)
    if any(read_parts(text) is None for text in parts.values()):
        raise _wrong("parts", where)
    return parts


def _board(read: object, number: int) -> MethodBoard:
    where = tr("board {n}", n=number)
    board = _table(read, where)
    regions = [_table(each, where) for each in _some(board, "region", MOST_REGIONS)]
    return MethodBoard(
        _key(board, where), _one_of(board, "style", where, STYLES), _words(board, "title", where),
        _words(board, "prompt", where),
        tuple(_region(each, place, where) for place, each in enumerate(regions)),
        _one_of(board, "background", where, BACKGROUNDS) if "background" in board else "",
        *(_words(board, axis, where) if axis in board else {} for axis in ("across", "up")),
    )  # fmt: skip


def _region(read: Table, place: int, where: str) -> MethodRegion:
    box = read.get("box", [])
    whole = isinstance(box, list) and all(type(each) is int and abs(each) <= FARTHEST for each in box)
    if not whole or len(box) not in (0, 4) or (not box and place >= USUAL_PLACES):
        raise _wrong("box", where)
    if box and min(box[2:]) < 1:
        raise _wrong("box", where)
    return MethodRegion(
        _key(read, where), _words(read, "title", where), _words(read, "hint", where), tuple(box)
    )


def _board_named(boards: Mapping[str, MethodBoard], key: object) -> MethodBoard:
    if not isinstance(key, str) or key not in boards:
        raise BadMethodError(tr("it names a board that there is not: “{board}”", board=str(key)[:60]))
    return boards[key]


def _wrong(field: str, where: str) -> BadMethodError:
    if where:
        return BadMethodError(
            tr("“{field}” in {where} is missing or not as it must be", field=field, where=where)
        )
    return BadMethodError(tr("“{field}” is missing or not as it must be", field=field))


def _table(read: object, where: str) -> Table:
    if not isinstance(read, dict):
        raise _wrong("", where)
    return read


def _some(read: Table, field: str, most: int) -> list[object]:
    """A list that may be left out."""
    listed = read.get(field, [])
    if not isinstance(listed, list) or len(listed) > most:
        raise _wrong(field, "")
    return listed


def _list(read: Table, field: str, where: str) -> list[str]:
    listed = read.get(field)
    if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
        raise _wrong(field, where)
    return listed


def _key(read: Table, where: str) -> str:
    key = read.get("key")
    if not isinstance(key, str) or not _KEY.fullmatch(key):
        raise _wrong("key", where)
    return key


def _whole(read: Table, field: str, low: int, high: int, where: str = "") -> int:
    number = read.get(field)
    if not isinstance(number, int) or isinstance(number, bool) or not low <= number <= high:
        raise _wrong(field, where)
    return number


def _one_of(read: Table, field: str, where: str, known: tuple[Value, ...]) -> Value:
    word = one_of(known, read.get(field))
    if word is None:
        raise _wrong(field, where)
    return word


def _words(read: Table, field: str, where: str) -> Words:
    """A text in each language. Where the file leaves one out, its text is that of the language's own folder
    (`methods/`) for the English one, or else the first one given."""
    table = read.get(field)
    texts = (
        {key: text for key, text in table.items() if key in languages()} if isinstance(table, dict) else {}
    )
    if not texts or not all(isinstance(text, str) and len(text) <= LONGEST_TEXT for text in texts.values()):
        raise _wrong(field, where)
    first = next(iter(texts.values()))
    return {language: texts.get(language) or _translated(texts, language, first) for language in languages()}


def _translated(texts: Mapping[str, str], language: str, otherwise: str) -> str:
    text = catalog(language, "methods").get(texts.get(SOURCE, otherwise), otherwise)
    return text if isinstance(text, str) else otherwise


def written_method(method: Method, shipped: Mapping[str, MethodBoard]) -> str:
    """The method as the text of a file; it contains the boards that do not ship with the program."""
    lines = [
        f"key = {_quoted(method.key)}", f"rank = {method.rank}", f"title = {_toml(method.title)}",
        f"blurb = {_toml(method.blurb)}", f"boards = {_quoted([board.key for board in method.boards])}",
    ]  # fmt: skip
    for step in method.steps:
        lines += ["", "[[step]]", *_step_lines(step)]
    for board in method.boards:
        if shipped.get(board.key) != board:
            lines += ["", "[[board]]", *_board_lines(board)]
    return "\n".join([*lines, ""])


def _step_lines(step: MethodStep) -> list[str]:
    lines = [
        f"key = {_quoted(step.key)}", f"page = {_quoted(step.page)}", f"board = {_quoted(step.board)}",
        f"minutes = {step.minutes}", f"lead = {_quoted(list(step.lead))}",
        f"capture = {_quoted(step.capture)}", f"title = {_toml(step.title)}",
        f"prompt = {_toml(step.prompt)}", f"note = {_toml(step.note)}",
    ]  # fmt: skip
    return [*lines, f"parts = {_toml(step.parts)}"] if any(step.parts.values()) else lines


def _board_lines(board: MethodBoard) -> list[str]:
    lines = [
        f"key = {_quoted(board.key)}", f"style = {_quoted(board.style)}", f"title = {_toml(board.title)}",
        f"prompt = {_toml(board.prompt)}",
    ]  # fmt: skip
    lines += [f"background = {_quoted(board.background)}"] if board.background else []
    lines += [
        f"{axis} = {_toml(name)}" for axis, name in (("across", board.across), ("up", board.up)) if name
    ]
    for region in board.regions:
        lines += [
            "",
            "[[board.region]]",
            f"key = {_quoted(region.key)}",
            f"title = {_toml(region.title)}",
        ]
        lines += [f"hint = {_toml(region.hint)}"]
        lines += [f"box = {list(region.box)}"] if region.box else []
    return lines


def _quoted(value: str | list[str]) -> str:
    """A string or list of strings as JSON: TOML writes both the same way, except for the character DEL, which
    our texts never contain."""
    return json.dumps(value, ensure_ascii=False)


def _toml(words: Words) -> str:
    return "{ " + ", ".join(f"{language} = {_quoted(text)}" for language, text in words.items()) + " }"
