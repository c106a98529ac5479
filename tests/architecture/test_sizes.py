"""A file is one idea and a function fits on a screen. These are walls, not goals: mostly it is far less."""

from __future__ import annotations

import ast

from tests.architecture.sources import Source, assert_none, everything

LINES_IN_A_FILE = 400
LINES_IN_A_FUNCTION = 60


def long_files(source: Source) -> list[str]:
    lines = source.text.count("\n")
    return [f"{source.path}: {lines} lines"] if lines > LINES_IN_A_FILE else []


def long_functions(source: Source) -> list[str]:
    return [
        source.at(node, f"{node.name} has {length(node)} lines")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and length(node) > LINES_IN_A_FUNCTION
    ]


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def function_of(lines: int) -> Source:
    return Source("mission_desk/core/board/boards.py", "def tidy():\n" + "    pass\n" * (lines - 1))


def test_no_file_is_too_long() -> None:
    assert_none(offence for source in everything() for offence in long_files(source))


def test_a_long_file_is_noticed() -> None:
    assert long_files(function_of(LINES_IN_A_FILE + 1))
    assert not long_files(function_of(LINES_IN_A_FILE))


def test_no_function_is_too_long() -> None:
    assert_none(offence for source in everything() for offence in long_functions(source))


def test_a_long_function_is_noticed() -> None:
    assert long_functions(function_of(LINES_IN_A_FUNCTION + 1))
    assert not long_functions(function_of(LINES_IN_A_FUNCTION))
