"""The one command: sets up once, carries on after anything that stopped it, says one line where it cannot."""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.set_up.tiny import Answer, Tiny, finished

STARTED = "started day.mission\n"
# Nothing listens there: a network that refuses.
NOWHERE = {"PIP_NO_INDEX": "0", "PIP_FIND_LINKS": "", "PIP_INDEX_URL": "http://127.0.0.1:9/simple"}
NO_SIGNALS = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no signals of this kind")


@pytest.fixture
def hold(tmp_path: Path) -> Iterator[Path]:
    """The folder where a set-up says that it has reached its last step, and waits for the word to go on."""
    (tmp_path / "hold").mkdir()
    yield tmp_path / "hold"
    (tmp_path / "hold" / "go").touch()


def begun(tiny: Tiny, hold: Path, **more: str) -> subprocess.Popen[str]:
    process = tiny.start(TINY_HOLD=str(hold), **more)
    while not (hold / "reached").exists():
        assert process.poll() is None, process.communicate()
    return process


def lines(answer: Answer) -> list[str]:
    assert "Traceback" not in answer.stderr
    return [line.removeprefix("[mission desk] ") for line in answer.stderr.splitlines()]


def refusal(answer: Answer) -> str:
    assert answer.returncode == 1
    assert answer.stdout == ""
    return lines(answer)[-1]


def test_the_first_start_says_what_it_does_and_keeps_the_chatter_of_others_out(first: Answer) -> None:
    assert first.stdout == STARTED
    assert lines(first) == [
        "making .venv",
        "looking for the packages",
        "installing 3 packages",
        "linking the program",
    ]


def test_the_chatter_is_in_the_log(pattern: Tiny, first: Answer) -> None:
    assert "Successfully installed" in pattern.log


def test_the_second_start_does_nothing_but_start(ready: Tiny) -> None:
    before = ready.stamp.stat().st_mtime_ns
    answer = ready.run(**NOWHERE)
    assert (answer.stdout, answer.stderr) == (STARTED, "")
    assert ready.stamp.stat().st_mtime_ns == before


def test_what_is_needed_later_is_added(ready: Tiny) -> None:
    answer = ready.run("test")
    assert "making .venv" not in answer.stderr
    assert (ready.site / "tiny_test.py").exists()
    assert ready.need() == "nothing"


def test_a_moved_folder_starts_without_a_network(moved: Tiny) -> None:
    answer = moved.run(**NOWHERE)
    assert answer.stdout == STARTED
    assert moved.link.read_text() == str(moved.folder)
    assert str(moved.venv) in (moved.venv / "bin" / "activate").read_text()


def test_a_folder_of_the_same_name_in_the_callers_place_is_not_started(ready: Tiny) -> None:
    (ready.folder.parent / "mission_desk").mkdir()
    (ready.folder.parent / "mission_desk" / "__main__.py").write_text("print('the wrong one')")
    (ready.folder.parent / "random.py").write_text("raise SystemExit('not ours')")
    assert ready.run().stdout == STARTED


def lose_python(tiny: Tiny) -> None:
    """An update of the system has taken away the Python that .venv leans on."""
    for python in (tiny.venv / "bin").glob("python*"):
        python.unlink()
        python.symlink_to("/gone/python3")


def lose_package(tiny: Tiny) -> None:
    (tiny.site / "tiny_one.py").unlink()


def lose_config(tiny: Tiny) -> None:
    (tiny.venv / "pyvenv.cfg").unlink()


def lose_stamp(tiny: Tiny) -> None:
    """As a set-up that was killed leaves it."""
    tiny.stamp.unlink()


def spoil_stamp(tiny: Tiny) -> None:
    tiny.stamp.write_text('{"python": 3')


def lose_pip(tiny: Tiny) -> None:
    (tiny.site / "pip").unlink()


def keep_folder_only(tiny: Tiny) -> None:
    shutil.rmtree(tiny.venv)
    tiny.venv.mkdir()


BREAKS = (lose_python, lose_package, lose_config, lose_stamp, spoil_stamp, lose_pip, keep_folder_only)


@pytest.mark.skipif(sys.platform == "win32", reason=".venv has other folders there")
@pytest.mark.parametrize("break_it", BREAKS)
def test_a_broken_environment_is_made_anew(ready: Tiny, break_it: Callable[[Tiny], None]) -> None:
    break_it(ready)
    assert ready.need() == "everything"


def test_a_link_to_another_copy_is_led_back(ready: Tiny) -> None:
    ready.link.write_text("/another/copy")
    assert ready.run(**NOWHERE).stdout == STARTED


def test_another_python_that_is_new_enough_takes_what_is_there(ready: Tiny) -> None:
    """Without a network, and without making the first one's .venv anew at each turn."""
    others = (shutil.which(f"python3.{minor}") for minor in range(11, 20))
    here = f"python3.{sys.version_info.minor}"
    usable = [each for each in others if each and not each.endswith(here) and starts(each)]
    if not usable:
        pytest.skip("one Python only")
    command = [usable[0], str(ready.folder / "run.py"), "day.mission"]
    answer = subprocess.run(command, cwd=ready.folder.parent, capture_output=True, text=True)
    assert (answer.stdout, answer.stderr) == (STARTED, "")


def starts(python: str) -> bool:
    return subprocess.run([python, "--version"], capture_output=True).returncode == 0


@NO_SIGNALS
def test_ctrl_c_ends_with_one_line_and_the_next_start_carries_on(moved: Tiny, hold: Path) -> None:
    process = begun(moved, hold)
    process.send_signal(signal.SIGINT)
    answer = finished(process)
    assert answer.returncode == 130
    assert lines(answer)[-1] == "Stopped. Nothing is lost: the next start carries on from here."
    assert moved.run(**NOWHERE).stdout == STARTED


@NO_SIGNALS
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_set_up_that_is_asked_to_end_leaves_no_pip_behind(moved: Tiny, hold: Path, name: str) -> None:
    number = getattr(signal, name)
    process = begun(moved, hold)
    process.send_signal(number)
    answer = finished(process)
    assert answer.returncode == 128 + number
    assert lines(answer)[-1] == "Stopped. Nothing is lost: the next start carries on from here."
    assert is_free(moved)


@NO_SIGNALS
def test_a_set_up_ends_although_its_terminal_has_gone(moved: Tiny, hold: Path) -> None:
    process = begun(moved, hold)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    process.stderr.close()
    process.send_signal(signal.SIGHUP)
    process.wait()
    assert is_free(moved)


def is_free(tiny: Tiny) -> bool:
    """Whether nothing of a set-up is at work any more: the last of it keeps the lock."""
    question = "from set_up import lock, places; print(lock.locked(places.LOG.open('ab')))"
    done = subprocess.run([sys.executable, "-c", question], cwd=tiny.folder, capture_output=True, text=True)
    return done.stdout == "True\n"


@NO_SIGNALS
def test_two_starts_at_once_set_up_once(moved: Tiny, hold: Path) -> None:
    first = begun(moved, hold)
    second = moved.start()
    assert second.stderr is not None
    assert (
        second.stderr.readline()
        == "[mission desk] Another start is setting up; this one waits until it is done.\n"
    )
    (hold / "go").touch()
    answers = finished(first), finished(second)
    assert [answer.stdout for answer in answers] == [STARTED, STARTED]
    assert answers[1].stderr == ""


@NO_SIGNALS
def test_a_killed_start_holds_nobody_back(ready: Tiny, hold: Path) -> None:
    """Its pip goes on alone: the next start waits for that, and then trusts nothing that it left."""
    ready.ask_for("tiny-test")
    process = begun(ready, hold)
    process.kill()
    finished(process)
    following = ready.start()
    assert following.stderr is not None
    assert "waits" in following.stderr.readline()
    (hold / "go").touch()
    assert following.stderr.readline() == "[mission desk] making .venv\n"
    following.send_signal(signal.SIGINT)
    assert finished(following).returncode == 130


def test_no_network(ready: Tiny) -> None:
    ready.ask_for("tiny-two")
    text = refusal(ready.run(**NOWHERE))
    assert text.startswith(
        "There is no connection to where the packages are: look for an internet connection"
    )
    assert text.endswith("Details: set-up.log")
    assert "Connection refused" in ready.log


def test_a_package_that_this_python_cannot_have(ready: Tiny) -> None:
    ready.ask_for("tiny-two")
    assert refusal(ready.run()).startswith("There is no tiny-two for this Python and this system")


def test_a_file_in_the_place_of_the_environment(bare: Tiny) -> None:
    bare.venv.write_text("mine")
    assert refusal(bare.run()) == f"{bare.venv} is no folder: move it away and start again."
    assert bare.venv.read_text() == "mine"


def test_a_log_that_cannot_be_written(bare: Tiny) -> None:
    (bare.folder / "set-up.log").mkdir()
    assert refusal(bare.run()).startswith(f"The folder {bare.folder} cannot be written (is a directory)")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 9 MB, which root may mount."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=9m", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True).returncode != 0:
        pytest.skip("mounting a disk takes root")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def on_disk(bare: Tiny, disk: Path) -> Tiny:
    shutil.copytree(bare.folder, disk / "program")
    return Tiny(disk / "program", bare.wheels)


def test_a_disk_without_room(bare: Tiny, disk: Path) -> None:
    text = refusal(on_disk(bare, disk).run())
    assert text.startswith("The disk is full (")
    assert f"MB are free at {disk / 'program'}): make room and start again." in text


def test_a_disk_that_is_read_only(bare: Tiny, disk: Path) -> None:
    tiny = on_disk(bare, disk)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    text = refusal(tiny.run())
    assert text.startswith(f"The folder {tiny.folder} cannot be written (read-only file system)")
    assert text.endswith("copy it to a folder of your own and start it there.")


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """The only folder on PATH: a machine with no more commands than a test puts there."""
    (tmp_path / "tools").mkdir()
    return tmp_path / "tools"


@pytest.fixture
def lacking(tmp_path: Path) -> Path:
    """Where the linker looks first, and finds a library that is none: the machine lacks it."""
    (tmp_path / "lacking").mkdir()
    (tmp_path / "lacking" / "libgssapi_krb5.so.2").write_text("no library")
    return tmp_path / "lacking"


ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")
APT = """#!/bin/sh
echo chatter of "$0" "$@"
case "$*" in *libgssapi-krb5-2*) rm -f {library};; esac
exit {code}
"""


def fake_apt(tools: Path, library: Path, code: int = 0) -> None:
    for name in ("apt-get", "dpkg"):
        (tools / name).write_text(APT.format(library=library, code=code))
        (tools / name).chmod(0o755)
    for name in ("rm", "sh"):
        (tools / name).symlink_to(str(shutil.which(name)))


@ON_LINUX
def test_a_missing_library_where_nothing_may_be_installed(bare: Tiny, tools: Path, lacking: Path) -> None:
    text = refusal(bare.run(PATH=str(tools), LD_LIBRARY_PATH=str(lacking)))
    line = "sudo apt-get install --yes --no-install-recommends libgssapi-krb5-2"
    assert text == f"Libraries are missing here. On Debian or Ubuntu this line installs them: {line}"


@ON_LINUX
def test_no_ensurepip(bare: Tiny, tools: Path) -> None:
    (tools / "sitecustomize.py").write_text("import sys\nsys.modules['ensurepip'] = None")
    assert importlib.util.find_spec("ensurepip") is not None
    text = refusal(bare.run(PATH=str(tools), PYTHONPATH=str(tools)))
    assert text.endswith(f" python3.{sys.version_info.minor}-venv")


@ON_LINUX
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="root only installs")
def test_root_gets_a_missing_library_installed(ready: Tiny, tools: Path, lacking: Path) -> None:
    fake_apt(tools, lacking / "libgssapi_krb5.so.2")
    answer = ready.run(PATH=str(tools), LD_LIBRARY_PATH=str(lacking))
    assert answer.stdout == STARTED
    assert "chatter" not in answer.stderr
    assert "chatter of" in ready.log
    assert lines(answer)[:3] == [
        "looking at the system's packages",
        "reading the list of system libraries",
        "installing system libraries",
    ]


@ON_LINUX
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="root only installs")
def test_an_apt_that_fails_names_the_log(bare: Tiny, tools: Path, lacking: Path) -> None:
    fake_apt(tools, lacking / "none", code=100)
    text = refusal(bare.run(PATH=str(tools), LD_LIBRARY_PATH=str(lacking)))
    assert text.startswith("This step failed: installing system libraries.")
    assert text.endswith("Details: set-up.log")


HELD_APT = """#!/bin/sh
case "$*" in *libgssapi-krb5-2*)
    {python} -c '
import pathlib, signal, sys, time
signal.signal(signal.SIGINT, lambda *_: sys.exit("broken"))
pathlib.Path("{hold}/reached").touch()
while not pathlib.Path("{hold}/go").exists(): time.sleep(0.01)
print("unpacked")' &
    trap 'touch {hold}/go' INT
    wait $!
    wait $!
esac
"""


@ON_LINUX
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="root only installs")
def test_ctrl_c_lets_dpkg_finish_its_package(bare: Tiny, tools: Path, lacking: Path, hold: Path) -> None:
    """apt, which waits for it, is asked alone."""
    fake_apt(tools, lacking / "none")
    (tools / "touch").symlink_to(str(shutil.which("touch")))
    (tools / "apt-get").write_text(HELD_APT.format(python=sys.executable, hold=hold))
    process = begun(bare, hold, PATH=str(tools), LD_LIBRARY_PATH=str(lacking))
    process.send_signal(signal.SIGINT)
    assert finished(process).returncode == 130
    assert "unpacked" in bare.log
    assert "broken" not in bare.log
