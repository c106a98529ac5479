"""Whatever lies in the place of the person's own files: there is a window to work in, it says once what was
left aside, and nothing is written over."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mission_desk.core.file.document import Document
from mission_desk.paths import data_dir, log_file, methods_dir, settings_dir
from mission_desk.ui import settings
from mission_desk.ui.app.program import Program
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.welcome import recent
from mission_desk.ui.welcome.window import WelcomeWindow
from tests.ui.conftest import banner

pytestmark = pytest.mark.skipif(os.name == "nt", reason="FIFOs, devices and links are those of POSIX")
ROOT = Path(__file__).parents[3]

Put = Callable[[Path], object]


def as_socket(path: Path) -> None:
    """Its name may have a hundred letters only: bound from inside of its folder."""
    before = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(path.name)
    finally:
        os.chdir(before)


def as_loop(path: Path) -> None:
    path.symlink_to(path.name)


def as_full_folder(path: Path) -> None:
    path.mkdir()
    (path / "of somebody").write_text("precious")


# In the place of any file.
IN_ITS_PLACE: dict[str, Put] = {
    "a FIFO": os.mkfifo,
    "a folder": as_full_folder,
    "a socket": as_socket,
    "a link to nowhere": lambda path: path.symlink_to("nowhere"),
    "a link to itself": as_loop,
    "an endless device": lambda path: path.symlink_to("/dev/zero"),
}
# What a file of text may hold and cannot be read.
RUBBISH: dict[str, bytes] = {
    "bytes that are no text": bytes(range(255, 0, -1)) * 9,
    "NUL bytes": b"a\x00b\n" * 40,
    "two megabytes": b"[" + b"1, " * 700_000 + b"1]",
}
WRONG_JSON: dict[str, bytes] = {
    "nothing": b"",
    "half of it": b'{"screen_language": "de", "clo',
    "a number": b"7",
    "null": b"null",
    "a word": b'"settings"',
    "a list of lists": b"[[[]]]",
    "wrong kinds": b'{"screen_language": {"de": true}, "clock.soon": null, "stage_screens": [1, 2]}',
    "deep nesting": b"[" * 100_000,
    "deep objects": b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
    "UTF-16": '{"screen_language": "de"}'.encode("utf-16"),
    "a lone surrogate": b'[{"path": "\\ud800"}]',
}
WRONG_RECENT: dict[str, bytes] = {
    "numbers as words": b'[{"path":"/a","title":"A","notes":"9","step":1,"steps":2,"chosen":"","at":0}]',
    "huge numbers": b'[{"path":"/a","title":"A","notes":1%s,"step":1,"steps":2,"chosen":"","at":0}]'
    % (b"0" * 400),
    "far off": b'[{"path":"/a","title":"","notes":1,"step":1,"steps":2,"chosen":"","at":9999999999999}]',
    "fields that are missing": b'[{"path": "/a"}]',
    "an endless title": b'[{"path":"/","title":"%s","notes":1,"step":1,"steps":2,"chosen":"","at":0}]'
    % (b"A" * 90_000),
}  # fmt: skip


def written(content: bytes) -> Put:
    return lambda path: path.write_bytes(content)


FILES: dict[str, Callable[[], Path]] = {
    "settings": lambda: settings_dir() / "settings.json",
    "recent": lambda: settings_dir() / "recent.json",
    "empty words": lambda: data_dir() / "empty-words.txt",
    "dictionary": lambda: data_dir() / "dictionary.txt",
    "method": lambda: methods_dir() / "mine.toml",
    "log": log_file,
}
TEXT = {name: written(content) for name, content in RUBBISH.items()}
JSON = TEXT | {name: written(content) for name, content in WRONG_JSON.items()}
CASES = [
    *((file, name, put) for file in FILES for name, put in IN_ITS_PLACE.items()),
    *((file, name, put) for file in ("settings", "recent") for name, put in JSON.items()),
    *(("recent", name, written(content)) for name, content in WRONG_RECENT.items()),
    *((file, name, put) for file in ("empty words", "dictionary", "method") for name, put in TEXT.items()),
]


def kind_and_content(path: Path) -> tuple[int, object]:
    """What lies there, without following a link or waiting at a FIFO."""
    kind = stat.S_IFMT(path.lstat().st_mode)
    if stat.S_ISREG(kind):
        return kind, path.read_bytes()
    if stat.S_ISLNK(kind):
        return kind, path.readlink()
    return kind, sorted(each.name for each in path.iterdir()) if stat.S_ISDIR(kind) else None


@pytest.mark.parametrize(("file", "what", "put"), CASES, ids=[f"{file}: {what}" for file, what, _ in CASES])
def test_the_program_starts_and_says_once_what_it_left_aside(
    program: Program, file: str, what: str, put: Put
) -> None:
    path = FILES[file]()
    path.parent.mkdir(parents=True, exist_ok=True)
    put(path)
    lay_there = kind_and_content(path)
    assert program.begin(None, sample=False)
    assert isinstance(program.window, WelcomeWindow)
    aside = path.with_name(f"{path.name}.broken")
    assert banner(program) == (
        f"“{path.name}” could not be used. It is kept as “{aside.name}”, and the program begins without it."
    )
    assert kind_and_content(aside) == lay_there
    assert not os.path.lexists(path)
    again = Program(quits=False)
    assert again.begin(None, sample=False)
    assert banner(again) == ""
    assert again.window is not None
    again.window.close()


def test_what_was_set_aside_before_is_not_written_over(program: Program) -> None:
    for n, content in enumerate((b"one", b"two", b"three"), 1):
        (settings_dir() / "settings.json").write_bytes(content)
        assert program.begin(None, sample=False)
        aside = settings_dir() / ("settings.json.broken" if n == 1 else f"settings.json.broken-{n}")
        assert aside.read_bytes() == content
        assert f"“{aside.name}”" in banner(program)


def test_several_are_said_in_one_banner_and_a_workshop_opens(program: Program, doc: Document) -> None:
    path = doc.path
    doc.close()
    os.mkfifo(settings_dir() / "settings.json")
    (settings_dir() / "recent.json").write_bytes(b"[")
    log_file().mkdir()
    assert program.begin(path, sample=False)
    assert isinstance(program.window, Desk)
    assert [line.split("”")[0] for line in banner(program).splitlines()] == [
        "“settings.json", "“recent.json", "“mission-desk.log",
    ]  # fmt: skip
    assert [Path(each.path) for each in recent.recents()] == [path]


def test_a_file_that_breaks_while_the_program_runs_is_set_aside_before_writing(program: Program) -> None:
    program.begin(None, sample=False)
    broken = settings_dir() / "settings.json"
    broken.write_bytes(b"{half")
    settings.keep_number("clock.soon", 7)
    assert settings.number("clock.soon", 5) == 7
    assert (settings_dir() / "settings.json.broken").read_bytes() == b"{half"


def test_a_link_to_ones_own_settings_stays_a_link(tmp_path: Path) -> None:
    elsewhere = tmp_path / "mine.json"
    elsewhere.write_text('{"clock.soon": 9}')
    (settings_dir() / "settings.json").symlink_to(elsewhere)
    settings.keep_number("clock.warn", 2)
    assert (settings_dir() / "settings.json").is_symlink()
    assert "clock.warn" in elsewhere.read_text()
    assert settings.number("clock.soon", 5) == 9


@pytest.mark.parametrize("put", [os.mkfifo, lambda path: path.symlink_to("nowhere"), Path.touch])
def test_something_else_in_the_place_of_a_folder(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, put: Put
) -> None:
    monkeypatch.setenv("MISSION_DESK_HOME", str(tmp_path))
    for name in ("settings", "data", "logs"):
        put(tmp_path / name)
    assert program.begin(None, sample=False)
    assert len(banner(program).splitlines()) == 3
    settings.keep_number("clock.soon", 7)
    assert settings.number("clock.soon", 5) == 7


@pytest.mark.parametrize("home", ["/dev/null", "/proc/self/nowhere", "a file"])
def test_a_home_that_cannot_be_used(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, home: str
) -> None:
    (tmp_path / "a file").write_text("of somebody")
    monkeypatch.setenv("MISSION_DESK_HOME", str(tmp_path / home) if home == "a file" else home)
    assert program.begin(None, sample=False)
    assert "keeps no settings there" in banner(program)
    settings.keep_number("clock.soon", 7)
    program.say("still here")
    assert (tmp_path / "a file").read_text() == "of somebody"


@pytest.fixture
def bound_by_rights(tmp_path: Path) -> None:
    """Root may read and write everything."""
    probe = tmp_path / "probe"
    probe.touch(0o000)
    if os.access(probe, os.R_OK):
        pytest.skip("this person may read every file")


@pytest.mark.usefixtures("bound_by_rights")
def test_files_that_may_not_be_read(program: Program) -> None:
    for path in (settings_dir() / "settings.json", settings_dir() / "recent.json", log_file()):
        path.write_text("{}")
        path.chmod(0)
    assert program.begin(None, sample=False)
    assert len(banner(program).splitlines()) == 3


@pytest.mark.usefixtures("bound_by_rights")
def test_a_folder_that_may_not_be_written(program: Program) -> None:
    (settings_dir() / "settings.json").write_text("[")
    settings_dir().chmod(0o500)
    assert program.begin(None, sample=False)
    assert "keeps no settings there" in banner(program)
    settings.keep_number("clock.soon", 7)
    settings_dir().chmod(0o700)
    assert (settings_dir() / "settings.json").read_text() == "["


STARTED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from mission_desk.ui.app import app
from mission_desk.ui.app import program as programs

def look():
    windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    print(type(windows[0]).__name__, windows[0].messages.last, flush=True)
    QApplication.quit()

real = app.application
def application():
    made = real()
    QTimer.singleShot(300, look)
    return made
app.application = application
sys.exit(app.run(None, language="en"))
"""


@pytest.mark.parametrize("what", ["a FIFO", "a folder", "an endless device"])
def test_a_real_start(tmp_path: Path, what: str) -> None:
    for folder, name in (
        ("settings", "settings.json"),
        ("settings", "recent.json"),
        ("logs", "mission-desk.log"),
    ):
        (tmp_path / folder).mkdir(exist_ok=True)
        IN_ITS_PLACE[what](tmp_path / folder / name)
    done = subprocess.run(
        [sys.executable, "-c", STARTED], capture_output=True, text=True, cwd=ROOT, timeout=60, check=False,
        env={**os.environ, "MISSION_DESK_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.stderr == ""
    assert done.stdout.startswith("WelcomeWindow “settings.json” could not be used.")
    assert done.stdout.count("could not be used") == 3


def test_many_broken_files_leave_room_for_the_welcome_page(program: Program) -> None:
    methods_dir().mkdir(parents=True, exist_ok=True)
    for number in range(40):
        (methods_dir() / f"method {number}.toml").write_bytes(b"\xff\x00")
    program.begin(None, sample=False)
    assert program.window is not None
    assert program.window.messages.banner.sizeHint().height() < 300
    assert "method 39" in program.window.messages.last
