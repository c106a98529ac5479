"""All faults that can be planted in one source file, each as the text to put in place of a stretch of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from tests.mutation.operators import InsteadOf, changes

# Calls whose arguments are words or notes for whoever reads a log: no test should say them again.
WORDY_CALLS = ("tr", "trn", "debug", "info", "warning", "error", "exception", "getLogger")
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Fault:
    """`start` and `end` count bytes of the file in UTF-8; `where` is the function or class, "" outside one.
    What stands in no function runs `on_import`."""

    path: str
    line: int
    where: str
    kind: str
    start: int
    end: int
    before: str
    after: str
    on_import: bool

    @property
    def name(self) -> str:
        """The same as long as the text around it is: a spared fault is found again when lines move."""
        return f"{self.path}::{self.where}::{self.kind}::{' '.join(self.before.split())}"

    def planted(self, source: bytes) -> bytes:
        return source[: self.start] + self.after.encode() + source[self.end :]


def faults(path: str, source: str) -> list[Fault]:
    """In the order of the file. A change that would not be Python any more is left out."""
    places = Places(source)
    planted = [
        Fault(
            path,
            node.lineno,
            where,
            kind,
            *places.span(node),
            places.text(node),
            written(node, new),
            on_import,
        )
        for outer, where, on_import in walk(ast.parse(source), "", on_import=True)
        for kind, change in changes(outer)
        for node, new in [parts(outer, change)]
    ]
    return sorted((each for each in planted if is_python(each, source)), key=lambda each: each.start)


def parts(outer: ast.AST, change: ast.AST) -> tuple[ast.expr, ast.AST]:
    if isinstance(change, InsteadOf):
        outer, change = change.old, change.new
    assert isinstance(outer, ast.expr | ast.stmt)
    return outer, change  # type: ignore[return-value]


def written(old: ast.AST, new: ast.AST) -> str:
    plain = ast.unparse(ast.fix_missing_locations(new))
    simple = isinstance(old, ast.stmt) or isinstance(new, ast.Constant | ast.Call | ast.Name)
    return plain if simple else f"({plain})"


def walk(node: ast.AST, where: str, *, on_import: bool) -> Iterator[tuple[ast.AST, str, bool]]:
    """Every node in which a fault would be one, with the function that it lies in, and whether it runs on
    import, as arguments' defaults do too."""
    body = {id(each) for each in called(node)}
    for child in children(node):
        if isinstance(child, ast.JoinedStr) or is_type_checking(child) or is_wordy(child):
            continue
        inner = where
        if isinstance(child, (*FUNCTIONS, ast.ClassDef)):
            inner = f"{where}.{child.name}" if where else child.name
        runs = on_import and id(child) not in body
        yield child, inner, runs
        yield from walk(child, inner, on_import=runs)


def called(node: ast.AST) -> list[ast.AST]:
    """What runs when a function is called, and not when it is made."""
    if isinstance(node, ast.Lambda):
        return [node.body]
    return [*node.body] if isinstance(node, FUNCTIONS) else []


def children(node: ast.AST) -> Iterator[ast.AST]:
    """Without annotations, decorators and the keywords of a class: the type checker judges those."""
    if isinstance(node, ast.ClassDef):
        yield from node.body
    elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        yield from (default for default in (*node.args.defaults, *node.args.kw_defaults) if default)
        yield from node.body
    elif isinstance(node, ast.AnnAssign):
        yield from [node.value] if node.value else []
    else:
        yield from ast.iter_child_nodes(node)


def is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def is_wordy(node: ast.AST) -> bool:
    call = node.value if isinstance(node, ast.Expr) else node
    if not isinstance(call, ast.Call):
        return False
    called = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    return called in WORDY_CALLS


def is_python(fault: Fault, source: str) -> bool:
    try:
        ast.parse(fault.planted(source.encode()))
    except SyntaxError:
        return False
    return True


class Places:
    """Where a node lies in its file: `ast` counts lines, and bytes within a line."""

    def __init__(self, source: str) -> None:
        self._bytes = source.encode()
        self._starts = [0]
        for line in self._bytes.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    def span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self._at(node.lineno, node.col_offset), self._at(node.end_lineno, node.end_col_offset)

    def text(self, node: ast.expr | ast.stmt) -> str:
        start, end = self.span(node)
        return self._bytes[start:end].decode()

    def _at(self, line: int, column: int) -> int:
        return self._starts[line - 1] + column
