"""Commands on workshops that are damaged: one sentence, no trace, and no word of the room."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from mission_desk.cli import main
from mission_desk.core.file.rows import RECORDED
from mission_desk.core.whole.sample import build_sample
from tests.damaged_workshops import BROKEN, SECRET, by_hand

pytestmark = pytest.mark.skipif(os.name == "nt", reason="FIFOs are those of POSIX")


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("finished") / "day.mission"
    build_sample(path, "en")
    return path


@pytest.fixture
def day(finished: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "day.mission"
    copy.write_bytes(finished.read_bytes())
    return copy


COMMANDS = (
    ["show"], ["show", "--json"], ["show", "--polls"], ["check"], ["print", "-o"],
    ["print", "--poster", "result", "-o"], ["print", "--poster", "board", "--board", "gut", "-o"],
)  # fmt: skip


def damaged_in(path: Path, way: str) -> None:
    deeds: dict[str, Callable[[], object]] = {
        "letters that are none": lambda: by_hand(path, ("UPDATE note SET text = CAST(? AS TEXT)", (BROKEN,))),
        "letters in the history": lambda: by_hand(
            path, ("UPDATE change SET after = CAST(? AS TEXT) WHERE id = 9", (BROKEN,))
        ),
        "no row": lambda: by_hand(path, "DELETE FROM workshop"),
        "no steps": lambda: by_hand(path, "DELETE FROM step"),
        "no boards": lambda: by_hand(path, "DELETE FROM board"),
        "no rows at all": lambda: by_hand(
            path, *(f"DELETE FROM {kind.__name__.lower()}" for kind in RECORDED)
        ),
        "session": lambda: by_hand(path, "UPDATE session SET value = '[[1e999]]'"),
        "a FIFO": lambda: (path.unlink(), os.mkfifo(path)),
    }
    deeds[way]()


@pytest.mark.parametrize(
    "way",
    [
        "letters that are none",
        "letters in the history",
        "no row",
        "no boards",
        "no rows at all",
        "session",
        "a FIFO",
    ],
)
def test_commands_say_a_sentence_and_no_trace(day: Path, tmp_path: Path, way: str) -> None:
    damaged_in(day, way)
    for command, *options in COMMANDS:
        given = [*options, str(tmp_path / "out.pdf")] if command == "print" else options
        done = CliRunner().invoke(main, [command, str(day), *given])
        assert done.exit_code in (0, 1), (command, done.stderr)
        assert isinstance(done.exception, SystemExit | None)  # else a trace
        assert "our fault" not in done.stderr
        assert ": ." not in done.stderr  # a list of nothing
        assert SECRET not in done.stderr
        assert len(done.stderr.splitlines()) <= 1, done.stderr
