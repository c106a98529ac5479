"""Prints how large the house is and how it is cut, so that one sees early when files, functions or folders
begin to swell, and what share of planted faults the tests noticed last.

.venv/bin/python -m tests.architecture.figures
"""

from __future__ import annotations

import ast
import gc
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath
from statistics import median

from tests.architecture.sources import ROOT, Source, house, targets

COMMENT = re.compile(r"(?:^|\s)# (?!fmt:|type:|noqa|pragma)")
SHARES = ROOT / "tests" / "mutation" / "report.toml"


def main() -> int:
    gc.disable()  # half of the time would go into looking through syntax trees for garbage
    for name, figure in (*figures(house()), *noticed()):
        print(f"{name:<34}{figure}")
    return 0


def figures(sources: tuple[Source, ...]) -> Iterator[tuple[str, str]]:
    nodes = {source: list(ast.walk(source.tree)) for source in sources}
    every = [node for of_one in nodes.values() for node in of_one]
    functions = [node for node in every if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    lines = [source.text.count("\n") for source in sources]
    modules = (PurePosixPath(source.path) for source in sources if not source.path.endswith("__init__.py"))
    folder, most = Counter(str(path.parent) for path in modules).most_common(1)[0]
    yield "files / lines", f"{len(sources):,} / {sum(lines):,}"
    yield "file: median / p90 / max", spread(lines)
    yield "function: median / p90 / max", spread([length(node) for node in functions])
    yield "largest folder", f"{most} modules ({folder})"
    yield "modules with exactly one importer", share(single_importers(nodes), len(sources))
    yield "lines with a comment", share(sum(map(comments, sources)), sum(lines), places=1)
    yield "lambdas", str(sum(isinstance(node, ast.Lambda) for node in every))
    yield "`found` as a name", str(sum(isinstance(node, ast.Name) and node.id == "found" for node in every))
    typed = [argument.annotation is not None for node in functions for argument in arguments(node)]
    yield "arguments typed", share(sum(typed), len(typed))


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def single_importers(nodes: dict[Source, list[ast.AST]]) -> int:
    ours = {source.module for source in nodes}
    importers: dict[str, set[str]] = {}
    for source, of_one in nodes.items():
        for node in of_one:
            if isinstance(node, ast.Import | ast.ImportFrom):
                for target in targets(source, node, ours):
                    importers.setdefault(target, set()).add(source.module)
    return sum(len(importers.get(module, ())) == 1 for module in ours)


def comments(source: Source) -> int:
    """Lines on which a comment stands, alone or behind code; what only tells a tool something is none."""
    return sum("# " in line and bool(COMMENT.search(line)) for line in source.text.splitlines())


def arguments(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.arg]:
    given = node.args
    every = [*given.posonlyargs, *given.args, *given.kwonlyargs]
    return [argument for argument in every if argument.arg not in ("self", "cls")]


def spread(numbers: list[int]) -> str:
    """p90: nine of ten are no larger."""
    ordered = sorted(numbers)
    return f"{median(ordered):.0f} / {ordered[(len(ordered) * 9 - 1) // 10]} / {ordered[-1]}"


def share(part: int, whole: int, places: int = 0) -> str:
    return f"{100 * part / whole:.{places}f} %"


def noticed() -> Iterator[tuple[str, str]]:
    """As `run.py mutate ROOM --record` wrote them down."""
    rooms = tomllib.loads(SHARES.read_text("utf-8"))["rooms"] if SHARES.exists() else {}
    for room, row in rooms.items():
        sample = f"{row['noticed']} of {row['sample']} (seed {row['seed']}, {row['date']})"
        yield f"faults noticed in {room}", f"{share(row['noticed'], row['sample'])}, {sample}"


if __name__ == "__main__":
    sys.exit(main())
