"""The source text of the house, read once, for the sentences in this folder. Made-up sources let each of them
prove that it can fail."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Source:
    """One Python file: `path` relative to the project, "/" between its parts on every system."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.path)

    @property
    def module(self) -> str:
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    def at(self, node: ast.AST, complaint: str) -> str:
        """A complaint in the form editors jump to."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}: {complaint}"

    def calls(self) -> Iterator[ast.Call]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))


@dataclass(frozen=True)
class Import:
    """`target` is our module, or what is written for a package of others; `late` where a function does it."""

    source: Source
    node: ast.stmt
    target: str
    late: bool

    def __str__(self) -> str:
        return self.source.at(self.node, f"{self.source.module} imports {self.target}")


@cache
def house() -> tuple[Source, ...]:
    return read("mission_desk")


@cache
def everything() -> tuple[Source, ...]:
    """All Python of the project: the house, its tests and its set-up."""
    return house() + read("set_up") + read("tests") + read("resources") + (one("run.py"), one("build.spec"))


def read(folder: str) -> tuple[Source, ...]:
    return tuple(one(path.relative_to(ROOT).as_posix()) for path in sorted((ROOT / folder).rglob("*.py")))


def one(path: str) -> Source:
    return Source(path, (ROOT / path).read_text("utf-8"))


def imports(sources: tuple[Source, ...]) -> list[Import]:
    ours = {source.module for source in (*sources, *house())}
    return [
        Import(source, node, target, late)
        for source in sources
        for node, late in statements(source.tree, late=False)
        for target in targets(source, node, ours)
    ]


def statements(node: ast.AST, late: bool) -> Iterator[tuple[ast.stmt, bool]]:
    """The import statements below a node, and whether a function has to be called before they run."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child, late
        yield from statements(child, late or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef))


def targets(source: Source, node: ast.stmt, ours: set[str]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        package = absolute(source, node)
        for alias in node.names:
            inner = f"{package}.{alias.name}"
            yield inner if inner in ours else package


def absolute(source: Source, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    parts = source.module.split(".")
    is_package = source.path.endswith("/__init__.py")
    parents = parts[: len(parts) - node.level + is_package]
    return ".".join([*parents, *([node.module] if node.module else [])])


def is_within(module: str, *packages: str) -> bool:
    return any(module == package or module.startswith(package + ".") for package in packages)


def assert_none(offences: Iterable[str]) -> None:
    """Fails with all of them, one a line: whoever mends should not have to run again for the next."""
    complaints = list(offences)
    assert not complaints, f"{len(complaints)} found:\n" + "\n".join(complaints)
