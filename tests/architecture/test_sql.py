"""Windows, posters and exchange know no SQL: they ask core, by a function that says what for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.architecture.sources import Source, assert_none, house, is_within

ROOMS = ("mission_desk.ui", "mission_desk.posters", "mission_desk.exchange")
_SQL = re.compile(
    r"\bSELECT\b.*\bFROM\b|\bINSERT INTO\b|\bUPDATE \w+ SET\b|\bDELETE FROM\b|\bPRAGMA \w|\bORDER BY\b"
    r"|\bWHERE\b|\bLIMIT \d|[\w.] ?= ?\?",
    re.DOTALL,
)
STATEMENT_CALLS = ("records", "execute", "executemany", "executescript")


def sql(sources: tuple[Source, ...]) -> Iterator[str]:
    for source in sources:
        if is_within(source.module, *ROOMS):
            yield from (
                source.at(node, "SQL outside core") for node in ast.walk(source.tree) if _is_sql(node)
            )


def _is_sql(node: ast.AST) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and bool(_SQL.search(node.value))
    if isinstance(node, ast.Attribute) and node.attr == "connection":
        return True  # only core may hold it
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _asks(node, node.func)


def _asks(call: ast.Call, function: ast.Attribute) -> bool:
    """`doc.rows(Kind)` is a question that core answers; a second argument is a condition in SQL. The board's
    canvas and Qt have functions of the same names, which take none or one."""
    return function.attr in STATEMENT_CALLS or (function.attr == "rows" and len(call.args) > 1)


def made_up(text: str, path: str = "mission_desk/ui/board/page.py") -> list[str]:
    return list(sql((Source(path, text),)))


def test_no_window_poster_or_exchange_knows_sql() -> None:
    assert_none(sql(house()))


def test_sql_outside_core_is_noticed() -> None:
    assert made_up("count = doc.value('SELECT count(*) FROM note')")
    assert made_up("notes = doc.rows(Note, condition, board)")
    assert made_up("where = f'board = ? AND {rest}'")
    assert made_up("doc.records(sql)")
    assert made_up("doc.connection.backup(copy)", "mission_desk/exchange/show.py")
    assert made_up("write.run('DELETE FROM note')", "mission_desk/posters/write.py")


def test_plain_questions_and_words_are_left_alone() -> None:
    assert not made_up("seats = doc.rows(Seat)")
    assert not made_up("text = tr('Where do we update and select from?')")
    assert not made_up("notes = doc.rows(Note, 'board = ?', 1)", "mission_desk/core/board/boards.py")
