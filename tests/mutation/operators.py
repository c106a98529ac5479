"""The small faults that people make: a limit off by one, a turned condition, a dropped line, a lost order.

Each operator takes a node of the syntax tree and yields what could stand there by mistake, with a name for
the report. They make no fault that changes words only: what a sentence says is not the business of a test."""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Callable, Iterator

Change = tuple[str, ast.AST]
Operator = Callable[[ast.AST], Iterator[Change]]

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
}
CALLED = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list", "reversed": "list"}
ORDER_OF_ROWS = re.compile(r"\s+ORDER BY [^)]*", re.IGNORECASE)


def changes(node: ast.AST) -> Iterator[Change]:
    for operator in OPERATORS:
        yield from operator(node)


def compared(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        old = type(node.ops[0])
        yield f"{old.__name__} to {COMPARED[old].__name__}", put(node, ops=[COMPARED[old]()])


def joined(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.BoolOp):
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield "and, or swapped", put(node, op=other)
        rest = node.values[:-1]
        yield "last condition dropped", rest[0] if len(rest) == 1 else put(node, values=rest)


def turned(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not dropped", node.operand
    if isinstance(node, ast.IfExp):
        yield "branches swapped", put(node, body=node.orelse, orelse=node.body)
    if isinstance(node, ast.If | ast.While) and isinstance(node.test, ast.Name | ast.Call | ast.Attribute):
        yield "condition turned", InsteadOf(node.test, ast.UnaryOp(ast.Not(), node.test))
    if isinstance(node, ast.comprehension):
        for condition in node.ifs:
            yield "filter dropped", InsteadOf(condition, ast.Constant(True))


def counted(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield f"{node.value} to {not node.value}", ast.Constant(not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield "number one more", ast.Constant(node.value + 1)
    if isinstance(node, ast.BinOp) and type(node.op) in COUNTED and not (text(node.left) or text(node.right)):
        yield "arithmetic changed", put(node, op=COUNTED[type(node.op)]())
    if isinstance(node, ast.AugAssign) and type(node.op) in COUNTED and not text(node.value):
        yield "arithmetic changed", put(node, op=COUNTED[type(node.op)]())


def called(node: ast.AST) -> Iterator[Change]:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLED):
        return
    if node.func.id in ("sorted", "reversed"):
        yield "order lost", ast.Call(ast.Name("list"), node.args[:1], [])
    else:
        yield f"{node.func.id} to {CALLED[node.func.id]}", put(node, func=ast.Name(CALLED[node.func.id]))
    for keyword in node.keywords:
        if keyword.arg in ("key", "reverse"):
            rest = [each for each in node.keywords if each is not keyword]
            yield f"{keyword.arg} lost", put(node, keywords=rest)


def ordered(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and ORDER_OF_ROWS.search(node.value):
        yield "order of rows lost", ast.Constant(ORDER_OF_ROWS.sub("", node.value))


def dropped(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield "call dropped", ast.Pass()
    if isinstance(node, ast.Raise | ast.Break | ast.Continue):
        yield f"{type(node).__name__.lower()} dropped", ast.Pass()
    if isinstance(node, ast.Return) and node.value is not None and not nothing(node.value):
        yield "result dropped", ast.Return(ast.Constant(None))


OPERATORS: tuple[Operator, ...] = (compared, joined, turned, counted, called, ordered, dropped)


class InsteadOf(ast.AST):
    """A change of one part of a node: `old` is that part, so that only its own text is replaced."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        super().__init__()
        self.old, self.new = old, new


def put(node: ast.AST, **parts: object) -> ast.AST:
    """A copy of the node with other parts."""
    changed = copy.copy(node)
    for name, part in parts.items():
        setattr(changed, name, part)
    return changed


def text(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def nothing(node: ast.AST) -> bool:
    """None is as good as False, "", 0 and () to all who ask for truth; to others the types forbid it."""
    return (isinstance(node, ast.Constant) and not node.value) or (
        isinstance(node, ast.Tuple) and not node.elts
    )
