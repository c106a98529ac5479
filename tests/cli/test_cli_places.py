"""Names and places that no file can have, and shells of another alphabet: one sentence, nothing changed."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from mission_desk.core.whole.sample import build_sample

LONG = "x" * 300 + ".mission"


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("cli") / "day.mission"
    build_sample(file, "en")
    return file


def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "mission_desk", *map(str, arguments)],
        capture_output=True,
        timeout=60,
        env=os.environ | environment,
    )


def test_a_name_that_is_too_long_is_said(workshop: Path, tmp_path: Path) -> None:
    target = tmp_path / LONG
    for command in (
        ("new", target),
        ("sample", target),
        ("copy", workshop, target),
        ("show", target),
        ("print", workshop, "-o", target.with_suffix(".pdf")),
        (target,),
    ):
        ended = run(*command)
        assert (ended.returncode, ended.stderr.count(b"\n")) == (1, 1), ended.stderr
        assert b"too long" in ended.stderr
    assert not list(tmp_path.iterdir())


def test_a_name_of_the_full_length_is_taken(workshop: Path, tmp_path: Path) -> None:
    name = "x" * (255 - len(".mission")) + ".mission"
    assert run("copy", workshop, tmp_path / name).returncode == 0
    assert [each.name for each in tmp_path.iterdir()] == [name]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes among its files")
def test_a_pipe_keeps_its_place(workshop: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "wall.pdf"
    os.mkfifo(pipe)
    ended = run("print", workshop, "-o", pipe)
    assert ended.returncode == 1
    assert "“wall.pdf” is a device or a pipe".encode() in ended.stderr
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert [each.name for each in tmp_path.iterdir()] == ["wall.pdf"]


def test_a_shell_of_another_alphabet_gets_utf8(workshop: Path) -> None:
    usual = run("--lang", "de", "show", workshop)
    for environment in (
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONUTF8": "0", "LC_ALL": "C"},
    ):
        ended = run("--lang", "de", "show", workshop, **environment)
        assert (ended.returncode, ended.stdout) == (0, usual.stdout)
    ended = run("show", workshop.with_name("„weg“.mission"), PYTHONIOENCODING="ascii")
    assert "„weg“".encode() in ended.stderr
