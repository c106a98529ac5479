"""Nothing is left half done, and the project speaks of itself alone."""

from __future__ import annotations

import codecs
import re
from functools import cache
from pathlib import Path

from tests.architecture.sources import ROOT, assert_none

TEXT_SUFFIXES = {"", ".desktop", ".iss", ".json", ".md", ".py", ".spec"}
TEXT_SUFFIXES |= {".svg", ".toml", ".tsv", ".txt", ".xml", ".yml"}
FOLDERS = ("mission_desk", "set_up", "resources", "tests", "docs", ".ci", ".github")


def plain(*words: str) -> str:
    """Words are kept here with their letters moved by 13, so that this file does not break its own rules."""
    return "|".join(codecs.decode(word, "rot13") for word in words)


UNFINISHED = re.compile(rf"\b(?:{plain('GBQB', 'SVKZR', 'KKK', 'UNPX', 'AbgVzcyrzragrqReebe')})\b")
TOOLS = plain("pynhqr", "naguebcvp", "bcranv", "pungtcg", "tcg", "pbcvybg", "pbqrk", "yyz", "yyzf")
FOREIGN = re.compile(rf"\b(?:{TOOLS})\b", re.IGNORECASE)
# The path of a machine that somebody happened to work on.
MACHINE = re.compile(rf"(?<![\w./])/(?:{plain('ebbg', 'jbex')})/")


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
    assert mentions(UNFINISHED, {"a.py": f"x = 1\n# {plain('GBQB')} later"})
    assert mentions(UNFINISHED, {"a.py": f"raise {plain('AbgVzcyrzragrqReebe')}"})
    assert not mentions(UNFINISHED, {"a.py": "what is to do: the todo list"})


def test_the_project_speaks_of_itself_alone() -> None:
    assert_none(mentions(FOREIGN, texts()))
    assert_none(mentions(MACHINE, texts()))


def test_a_word_about_others_is_noticed() -> None:
    assert mentions(FOREIGN, {"a.md": f"made with {plain('PungTCG')}"})
    assert mentions(MACHINE, {"a.md": f"see /{plain('ebbg')}/notes"})
    assert not mentions(FOREIGN, {"a.md": "our agents answer the phone"})
    assert not mentions(MACHINE, {"a.md": "https://example.org/work/plan and ./work/plan"})


def test_the_whole_project_is_read() -> None:
    assert {"run.py", "pyproject.toml", ".ci/run", "mission_desk/words.py"} <= set(texts())
