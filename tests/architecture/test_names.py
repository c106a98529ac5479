"""Names that say nothing: `found` may be a note, a row or a sentence. Rooms that are free of them stay so."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RIDDLES = {"found", "told", "said", "kept", "held", "it", "them"}
ROOMS = (  # grows, and never shrinks
    "mission_desk/cli",
    "mission_desk/core",
    "mission_desk/exchange",
    "mission_desk/language",
    "mission_desk/own_files.py",
    "mission_desk/paths.py",
    "mission_desk/posters",
    "mission_desk/tally",
    "mission_desk/ui",
    "mission_desk/words.py",
    "tests",
)


def given_names(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Every name that the source gives to something, with its line: of variables, arguments, attributes,
    functions and classes."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name, node.lineno
            case ast.arg(arg=name) | ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name, node.lineno
            case ast.MatchAs(name=str(name)) | ast.ExceptHandler(name=str(name)):
                yield name, node.lineno


def riddles(text: str) -> list[tuple[str, int]]:
    return [(name, line) for name, line in given_names(ast.parse(text)) if name.strip("_") in RIDDLES]


def files(room: str) -> list[Path]:
    return [ROOT / room] if room.endswith(".py") else sorted((ROOT / room).rglob("*.py"))


@pytest.mark.parametrize("room", ROOMS)
def test_every_name_says_what_it_is(room: str) -> None:
    sources = files(room)
    assert sources
    assert [
        f"{path.relative_to(ROOT)}:{line}: {name}"
        for path in sources
        for name, line in riddles(path.read_text("utf-8"))
    ] == []


@pytest.mark.parametrize(
    "text",
    [
        "found = 1",
        "found: int = 1",
        "for told in rows: pass",
        "[said for said in rows]",
        "if (kept := rows): pass",
        "def act(held): pass",
        "def act(*, it): pass",
        "def _told(): pass",
        "class Row:\n    kept: int",
        "self.them = rows",
        "try: pass\nexcept OSError as said: pass",
        "match rows:\n    case [found]: pass",
    ],
)
def test_a_riddle_is_noticed(text: str) -> None:
    assert len(riddles(text)) == 1


def test_using_such_a_name_of_others_is_no_riddle() -> None:
    assert riddles("use(report.found, kept=1)") == []
