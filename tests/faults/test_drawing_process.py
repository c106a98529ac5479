"""The process that draws an SVG runs nothing of the folder somebody works in, opens nothing, and always
ends."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from mission_desk.core.file.errors import KnownError
from mission_desk.ui.app.confinement import WORK
from mission_desk.ui.parts.pictures import drawing_process
from mission_desk.ui.parts.pictures.drawing_process import SECONDS, drawn
from tests.faults.strangers import drawing, drawings, endless_drawings
from tests.faults.traps import Traps

PLAIN = drawing('<rect width="200" height="200" fill="red"/>').encode()
TAKES_ORPHANS = 36  # PR_SET_CHILD_SUBREAPER, prctl(2)
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits of Linux")


@pytest.fixture
def traps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Traps:
    return Traps(tmp_path, monkeypatch)


def in_words(text: str) -> bytes:
    return drawing(f'<text y="90" font-size="60" font-family="Helvetica, serif">{text}</text>').encode()


def test_it_runs_nothing_of_the_current_folder(traps: Traps) -> None:
    assert drawn(PLAIN).startswith(b"\x89PNG")
    assert traps.sprung == []


def test_the_traps_do_spring(traps: Traps) -> None:
    """Else the tests of them would say nothing."""
    subprocess.run([sys.executable, "-m", "mission_desk"], capture_output=True, check=False, timeout=60)
    subprocess.run(["gs"], check=False, timeout=60)
    assert {"gs"} < set(traps.sprung)


def test_letters_are_drawn_although_no_font_file_can_be_opened_any_more() -> None:
    assert drawn(in_words("MMM")) != drawn(in_words("iii"))


def test_large_areas_are_filled_although_no_thread_can_begin_any_more() -> None:
    """Qt parts the filling of a gradient among threads; one that could not begin ended the process."""
    gradient = (
        '<linearGradient id="r"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient>'
    )
    rect = '<rect width="200" height="200" opacity="0.5" fill="url(#r)"/>'
    assert drawn(drawing(gradient + rect * 9).encode()).startswith(b"\x89PNG")


@pytest.mark.parametrize("what", ["open({path!r})", "import socket; socket.socket()", "import os; os.pipe()"])
@LINUX
def test_nothing_can_be_opened_once_the_doors_are_closed(what: str) -> None:
    code = f"import socket\nfrom mission_desk.ui.app import confinement\nconfinement.close_doors()\n{what}"
    done = subprocess.run(
        [sys.executable, "-c", code.format(path=__file__)],
        capture_output=True, text=True, check=False, timeout=60, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.returncode
    assert "Too many open files" in done.stderr


@LINUX
def test_memory_has_an_end() -> None:
    code = "from mission_desk.ui.app import confinement\nconfinement.limit_life()\nbytes(2 << 30)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, check=False, timeout=60, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert "MemoryError" in done.stderr


@pytest.mark.parametrize("name", endless_drawings())
def test_what_never_ends_is_ended(name: str) -> None:
    """A drawing that is refused for another reason is as good: none of them holds the window."""
    with suppress(KnownError):
        assert drawn(endless_drawings()[name], SECONDS).startswith(b"\x89PNG")


def test_what_reaches_outside_never_comes_to_the_process(traps: Traps) -> None:
    made = drawings(traps.folder)
    passed = []
    for name, content in made.items():
        with suppress(KnownError):
            drawn(content)
            passed.append(name)
    assert passed == []
    assert traps.sprung == []


@LINUX
def test_it_ends_with_the_window(orphanage: None) -> None:
    """Even where the window was killed and could end nobody: at once, and not when its own time is up."""
    code = (
        "import sys\nfrom mission_desk.ui.parts.pictures.drawing_process import drawn\n"
        "drawn(sys.stdin.buffer.read(), 60)"
    )
    window = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert window.stdin
    window.stdin.write(endless_drawings()["a million gradients"])
    window.stdin.close()
    child = _awaited(lambda: _child_of(window.pid))
    _awaited(lambda: _worked(child) > 0.5)  # it has begun to draw
    window.kill()
    window.wait()
    _, status, used = os.wait4(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    assert used.ru_utime + used.ru_stime < WORK - 1


@pytest.fixture
def orphanage() -> Iterator[None]:
    """A process whose parent has died becomes a child of this one, and tells how it ended."""
    tell = ctypes.CDLL(None).prctl
    tell(TAKES_ORPHANS, 1)
    yield
    tell(TAKES_ORPHANS, 0)


def test_the_folder_app_starts_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "MissionDesk"))
    command = drawing_process.command()
    assert Path(command[0]).parent == tmp_path
    assert Path(command[0]).stem == "mission-desk"
    assert command[1:] == ["draw-svg"]


def _awaited(what):
    end = time.monotonic() + 30
    while time.monotonic() < end:
        with suppress(OSError):
            if answer := what():
                return answer
        time.sleep(0.02)
    pytest.fail("it never came")


def _child_of(pid: int) -> int:
    lists = [path.read_text().split() for path in Path(f"/proc/{pid}/task").glob("*/children")]
    return int(next((each[0] for each in lists if each), 0))


def _worked(pid: int) -> float:
    """Seconds of the processor."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
