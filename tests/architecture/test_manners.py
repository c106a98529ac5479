"""Nothing is left half done."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from tests.architecture.sources import ROOT, assert_none

TEXT_SUFFIXES = {"", ".desktop", ".iss", ".json", ".md", ".py", ".spec"}
TEXT_SUFFIXES |= {".svg", ".toml", ".tsv", ".txt", ".xml", ".yml"}
FOLDERS = ("mission_desk", "set_up", "resources", "tests", "docs", ".ci", ".github")

# In brackets, so that this file does not break its own rule.
UNFINISHED = re.compile(r"\b(?:[T]ODO|[F]IXME|[X]XX|[H]ACK|[N]otImplementedError)\b")


@cache
def texts() -> dict[str, str]:
    """Everything people can read in the project, without fonts, pictures and licences of others."""
    files = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*")]
    files += list(ROOT.iterdir())
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in files if is_text(path)}


def is_text(path: Path) -> bool:
    others = (
        "__pycache__" in path.parts or path.name in (".git", ".gitignore") or path.name.startswith("LICENSE")
    )
    if path.suffix not in TEXT_SUFFIXES or others:
        return False
    return path.is_file()


def mentions(pattern: re.Pattern[str], files: dict[str, str]) -> list[str]:
    return [
        f"{path}:{number}: {line.strip()}"
        for path, text in files.items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_nothing_is_left_half_done() -> None:
    assert_none(mentions(UNFINISHED, texts()))


def test_a_thing_left_half_done_is_noticed() -> None:
    assert mentions(UNFINISHED, {"a.py": f"x = 1\n# {'todo'.upper()} later"})
    assert mentions(UNFINISHED, {"a.py": "raise NotImplemented" + "Error"})
    assert not mentions(UNFINISHED, {"a.py": "what is to do: the todo list"})


def test_the_whole_project_is_read() -> None:
    assert {"run.py", "pyproject.toml", ".ci/run", "mission_desk/words.py"} <= set(texts())
