"""Whatever asks run.py to end reaches the program, and run.py ends after it: no window stays behind that
nobody waits for, and none is closed by force."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.set_up.tiny import Tiny, finished

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no signals of this kind")

# Says which signals it gets, and ends only when `go` is there, or by itself in a test that fails.
STUBBORN = """
import pathlib, signal, time
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, lambda number, _frame: print(number, flush=True))
print("on", flush=True)
begun = time.monotonic()
while not pathlib.Path("go").exists() and time.monotonic() < begun + 30:
    time.sleep(0.01)
"""
# In a terminal of its own, as its first process: what is typed there goes to all in the foreground.
TERMINAL = """
import os, pty, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
words = b""
while b"on\\r\\n" not in words:
    words += os.read(terminal, 1000)
os.write(terminal, b"\\x03")
while b"2\\r\\n" not in words:
    words += os.read(terminal, 1000)
open("go", "w").close()
try:
    while more := os.read(terminal, 1000):
        words += more
except OSError:  # what Linux says when the last one has left the terminal
    pass
print(words.decode(), os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
"""


@pytest.fixture
def ready(bare: Tiny) -> Tiny:
    """Set up already, and without pip and packages, of which no program here makes use."""
    make = "import venv; venv.create('.venv')"
    note = "from set_up import environment; environment.write_stamp(())"
    subprocess.run([sys.executable, "-c", make], cwd=bare.folder, check=True)
    bare.link.write_text(str(bare.folder))
    subprocess.run([sys.executable, "-c", note], cwd=bare.folder, check=True)
    assert bare.need() == "nothing"
    return bare


def started(tiny: Tiny) -> subprocess.Popen[str]:
    tiny.does(STUBBORN)
    process = tiny.start()
    assert line(process) == "on"
    return process


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().rstrip()


def let_go(tiny: Tiny) -> None:
    (tiny.folder.parent / "go").touch()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_request_to_end_is_passed_on(ready: Tiny, number: int) -> None:
    process = started(ready)
    process.send_signal(number)
    assert line(process) == str(int(number))
    let_go(ready)
    assert finished(process).returncode == 0


def test_ctrl_c_is_passed_on_and_ends_with_130(ready: Tiny) -> None:
    process = started(ready)
    process.send_signal(signal.SIGINT)
    assert line(process) == "2"
    let_go(ready)
    answer = finished(process)
    assert (answer.returncode, answer.stderr) == (130, "")


def test_a_second_ctrl_c_asks_in_another_way_and_leaves_no_orphan(ready: Tiny) -> None:
    process = started(ready)
    process.send_signal(signal.SIGINT)
    assert line(process) == "2"
    process.send_signal(signal.SIGINT)
    assert line(process) == "15"
    process.send_signal(signal.SIGINT)
    let_go(ready)
    assert finished(process).returncode == 130


def test_a_signal_that_is_ignored_stays_so(ready: Tiny) -> None:
    """`nohup python3 run.py`: the terminal may close."""
    ready.does("import signal\nprint(signal.getsignal(signal.SIGHUP) is signal.SIG_IGN)")
    command = ["nohup", sys.executable, str(ready.folder / "run.py"), "day.mission"]
    answer = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert (answer.stdout, answer.returncode) == ("True\n", 0)


def test_a_program_that_a_signal_ended_ends_as_a_shell_says_it(ready: Tiny) -> None:
    ready.does("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)")
    assert ready.run().returncode == 128 + signal.SIGKILL


def test_only_a_terminal_asks_the_program_by_itself(bare: Tiny) -> None:
    """Passed on as well, one Ctrl+C would look like two."""
    ask = "from set_up import running; print(running.terminal_asks_all())"
    in_terminal = "import pty, sys; pty.spawn([sys.executable, '-c', sys.argv[1]])"
    answers = [
        subprocess.run(
            [sys.executable, "-c", *code],
            cwd=bare.folder,
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        ).stdout.strip()
        for code in ([ask], [in_terminal, ask])
    ]
    assert answers == ["False", "True"]


def test_ctrl_c_in_a_terminal_ends_with_the_program(ready: Tiny, tmp_path: Path) -> None:
    ready.does(STUBBORN)
    command = [sys.executable, "-c", TERMINAL, str(ready.folder / "run.py"), "day.mission"]
    answer = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert "".join(answer.stdout.split()) == "on^C2130"
