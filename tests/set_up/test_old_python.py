"""An old Python reads run.py and says which one is needed, instead of a SyntaxError."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT, one

RUN = ROOT / "run.py"
OLD = ("2.7", "3.6", "3.7", "3.8", "3.9", "3.10")
# What Python 2.7 cannot read, though 3.6 can.
TOO_NEW = (
    ast.JoinedStr,
    ast.AnnAssign,
    ast.NamedExpr,
    ast.Nonlocal,
    ast.AsyncFunctionDef,
    ast.Await,
    ast.Starred,
)


@pytest.mark.parametrize("version", OLD)
def test_it_says_which_python_is_needed(version: str) -> None:
    python = shutil.which(f"python{version}")
    if python is None or subprocess.run([python, "--version"], capture_output=True).returncode != 0:
        pytest.skip(f"no Python {version} here")
    answer = subprocess.run([python, str(RUN)], capture_output=True, text=True)
    assert answer.returncode == 1
    assert answer.stderr.startswith(f"[mission desk] This is Python {version}.")
    assert answer.stderr.endswith("Mission Desk needs Python 3.11 or newer: start run.py with that.\n")


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 15), (3, 10, 13)])
def test_it_asks_for_the_version_before_anything_else(version: tuple[int, int, int]) -> None:
    """On every machine: this Python takes itself for an old one."""
    code = (
        f"import runpy, sys; sys.version_info = {version}; runpy.run_path({str(RUN)!r}, run_name='__main__')"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert answer.returncode == 1
    assert answer.stderr.startswith("[mission desk] This is Python " + ".".join(map(str, version)))
    assert answer.stderr.count("\n") == 1


def test_its_grammar_is_old() -> None:
    text = RUN.read_text("ascii")
    tree = ast.parse(text, feature_version=(3, 6))
    assert [ast.unparse(node) for node in ast.walk(tree) if isinstance(node, TOO_NEW)] == []
    arguments = [node for node in ast.walk(tree) if isinstance(node, ast.arguments | ast.FunctionDef)]
    assert not any(getattr(node, "kwonlyargs", None) or getattr(node, "returns", None) for node in arguments)
    assert not any(node.annotation for node in ast.walk(tree) if isinstance(node, ast.arg))
    assert "from __future__ import annotations" not in one("run.py").text
