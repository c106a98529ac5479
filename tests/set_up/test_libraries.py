"""Every library that the program can load is in its wheels or in the table of the set-up: read from the files
of the wheels, so that a new version of Qt that asks for one more fails here and not on a bare machine."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from mission_desk.ui.app.selftest import plugin_files
from set_up.libraries import LIBRARIES, is_there
from tests.architecture.sources import ROOT, assert_none, house, imports
from tests.set_up.elf import needed

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="wheels carry all elsewhere")

# Parts of the C library, without which Python itself does not run.
C_LIBRARY = re.compile(r"(?:ld-linux.*|lib(?:c|dl|m|pthread|resolv|rt|util))\.so\.\d+")
# Bound by name, from files that are not imported.
READ_AS_FILES = ("shiboken6", "spellchecker", "pypdfium2_raw")


def test_every_library_is_in_the_wheels_or_in_the_table() -> None:
    assert_none(
        f"{library}, for {user}" for library, user in sorted(outside().items()) if library not in LIBRARIES
    )


def test_the_table_holds_no_library_that_nothing_asks_for() -> None:
    assert_none(sorted(set(LIBRARIES) - set(outside())))


def test_every_library_of_the_table_is_there() -> None:
    """The set-up ran before this test, or another way to install them did."""
    assert_none(library for library in LIBRARIES if not is_there(library))


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="not a Debian")
def test_each_package_of_the_table_has_its_library() -> None:
    assert_none(
        f"{library} is not in {package}"
        for package, files in files_of_packages()
        for library, owner in LIBRARIES.items()
        if owner == package and library not in files
    )


def test_the_folder_app_carries_what_its_libraries_ask_for() -> None:
    """Left out of it are only libraries that nothing in it loads. The C++ library and the parts of the C
    library have to be the machine's own."""
    unused = literal(ROOT / "build.spec", "UNUSED_FILES")
    machines_own = ("/libstdc++",)
    plugins = [file for file in plugin_files() if not any(part in file.as_posix() for part in unused)]
    assert_none(
        f"{name} is left out by {part}"
        for name in sorted(loaded_with([*modules(), *plugins]))
        for part in unused
        if part not in machines_own and part in f"/{name}"
    )


@cache
def outside() -> dict[str, str]:
    """Each library that is asked for and in no wheel, and a file that asks for it."""
    waiting = [*modules(), *plugin_files(), *extension_files()]
    carried = {file.name: file for file in site_packages().rglob("*.so*")}
    asked: dict[str, str] = {}
    seen: set[Path] = set()
    while waiting:
        file = waiting.pop()
        if file in seen:
            continue
        seen.add(file)
        for library in needed(file):
            if library in carried:
                waiting.append(carried[library])
            elif not C_LIBRARY.fullmatch(library):
                asked.setdefault(library, file.name)
    return asked


def modules() -> list[Path]:
    """The modules of Qt that the program imports."""
    names = {each.target for each in imports(house()) if each.target.startswith("PySide6.")}
    return [origin(name) for name in sorted(names)]


def extension_files() -> Iterator[Path]:
    """The compiled parts of every other package that the program imports."""
    names = {each.target.split(".")[0] for each in imports(house())} - {"mission_desk", "PySide6"}
    for name in sorted(names - sys.stdlib_module_names | set(READ_AS_FILES)):
        yield from origin(name).parent.rglob("*.so")


def origin(module: str) -> Path:
    spec = find_spec(module)
    assert spec is not None, module
    assert spec.origin is not None, module
    return Path(spec.origin)


def site_packages() -> Path:
    return origin("PySide6").parents[1]


def files_of_packages() -> Iterator[tuple[str, set[str]]]:
    """The packages of the table that are on this machine, and the names of what they put where the linker
    looks. Asked for one package at a time: dpkg reads that one's list, and not those of all others."""
    for package in sorted(set(LIBRARIES.values())):
        for name in (package, f"{package}t64"):
            command = ["dpkg-query", "--listfiles", name]
            answer = subprocess.run(command, capture_output=True, text=True).stdout
            if files := re.findall(r"^(?:/usr)?/lib/[^/\n]+/([^/\n]+)$", answer, re.MULTILINE):
                yield package, set(files)


def loaded_with(files: Iterable[Path]) -> set[str]:
    """The names of all libraries that the linker loads with these."""
    lines = subprocess.run(["ldd", *map(str, files)], capture_output=True, text=True, check=True).stdout
    return set(re.findall(r"^\s+(\S+) =>", lines, re.MULTILINE))


def literal(file: Path, name: str) -> list[str]:
    for node in ast.parse(file.read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            return list(ast.literal_eval(node.value))
    raise LookupError(name)
