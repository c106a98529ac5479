"""`mission-desk sense` answers as linters do."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mission_desk.cli import main
from mission_desk.core.room.personal_words import add_personal

SOUP = "We answer.\nWe leverage “synergy” and synergies.\n"


def sense(*arguments: str, text: str | bytes = "") -> Result:
    return CliRunner().invoke(
        main, ["--lang", "en", "sense", *arguments], input=text, prog_name="mission-desk"
    )


def test_one_finding_a_line_and_exit_code_1() -> None:
    result = sense("-", text=SOUP)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        '2:4: buzzword: "leverage": What do we use, and for what?',
        '2:27: buzzword: "synergies": What do we save by working together?',
    ]


def test_none_is_exit_code_0() -> None:
    result = sense(text="We are the calm voice that gives small shops their evenings back\n")
    assert (result.exit_code, result.stdout) == (0, "")


def test_a_file_in_any_line_ends_and_with_a_mark(tmp_path: Path) -> None:
    file = tmp_path / "statement.txt"
    file.write_bytes("\ufeffHallo.\r\nWir schaffen Mehrwert.\r\n".encode())
    result = sense(str(file))
    assert result.stdout.startswith('2:5: buzzword: "schaffen Mehrwert": ')


def test_json() -> None:
    printed = json.loads(sense("--json", text=SOUP).stdout)
    assert [list(each) for each in printed] == [
        ["line", "column", "kind", "category", "words", "question", "try"]
    ] * 2
    assert printed[0]["try"] == ["use"]
    assert (printed[1]["line"], printed[1]["column"], printed[1]["words"]) == (2, 27, "synergies")
    nothing = sense("--json", text="")
    assert (nothing.exit_code, json.loads(nothing.stdout)) == (0, [])


@pytest.mark.parametrize(("lang", "exit_code"), [("en", 0), ("de", 1), ("auto", 1)])
def test_the_language_is_told_or_given(lang: str, exit_code: int) -> None:
    assert sense("--lang", lang, text="Wir arbeiten ganzheitlich.").exit_code == exit_code


def test_words_of_ones_own() -> None:
    add_personal("empty-words", "wumms")
    assert sense(text="We have Wumms.").stdout.startswith('1:9: personal: "Wumms": ')


def test_stats() -> None:
    plain = sense("--stats", text=SOUP)
    assert plain.exit_code == 0
    assert plain.stdout.startswith("Length:             7 words (strong: under 20)")
    described = json.loads(sense("--stats", "--json", text=SOUP).stdout)
    assert [list(each) for each in described] == [["sign", "name", "figure", "reason", "verdict"]] * 10


def test_what_cannot_be_read(tmp_path: Path) -> None:
    missing = sense(str(tmp_path / "no.txt"))
    assert (missing.exit_code, missing.stdout) == (2, "")
    assert "cannot be read" in missing.stderr
    binary = sense(text=b"\xff\xfe\x00")
    assert (binary.exit_code, binary.stdout) == (2, "")
    assert "UTF-8" in binary.stderr


def test_it_needs_no_window() -> None:
    code = (
        "import sys; from mission_desk.cli import main\n"
        "try: main(['sense', '-'])\nexcept SystemExit as end: print(end.code, 'PySide6' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input="We leverage.", capture_output=True, text=True, check=True
    )
    assert done.stdout.endswith("1 False\n")
