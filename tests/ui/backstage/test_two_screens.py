"""Laptop and projector: choose, remember, swap, freeze, blank, unplug, plug in. In a process of its own, on
two screens that Qt makes up; and on two monitors of an X server, which alone can be unplugged."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SEEN = ["chosen", "remembered", "swapped", "frozen", "blanked"]
SCREENS = (("laptop", 0, 1366, 768), ("beamer", 1366, 1280, 720))
LAPTOP = ("xrandr", "--setmonitor", "laptop", "1366/340x768/190+0+0", "screen")
BEAMER = ("xrandr", "--setmonitor", "beamer", "1280/320x720/180+1366+0", "none")
PLUG = """#!/bin/sh
if [ "$1" = off ]; then exec xrandr --delmonitor beamer; fi
exec xrandr --setmonitor beamer 1280/320x720/180+1366+0 none
"""


def a_day(folder: Path, environment: dict[str, str], *command: str) -> list[str]:
    """The words that were said; what went wrong is in the failure."""
    program = Path(__file__).with_name("two_screens.py")
    done = subprocess.run(
        [sys.executable, str(program), str(folder), *command],
        cwd=ROOT, capture_output=True, text=True, timeout=600,
        env={**os.environ, "PYTHONPATH": str(ROOT), "MISSION_DESK_HOME": str(folder / "home"), **environment},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.split("\n")[:-1]


def test_on_two_screens(tmp_path: Path) -> None:
    screens = [
        {"name": name, "x": x, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
        for name, x, width, height in SCREENS
    ]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}), "utf-8")
    printed_lines = a_day(tmp_path, {"QT_QPA_PLATFORM": f"offscreen:configfile={config}"})
    assert printed_lines == [*SEEN, "closed"]


@pytest.fixture
def x_server(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An X server of its own with two monitors side by side."""
    if not (shutil.which("Xvfb") and shutil.which("xrandr")):
        pytest.skip("no X server here")
    ready, written = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(written), "-screen", "0", "2646x768x24", "-noreset", "-nolisten", "tcp"],
        pass_fds=(written,), stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(written)
    try:
        number = os.read(ready, 16).decode().strip()
        if not number:
            pytest.skip("the X server does not start here")
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait(10)
        os.close(ready)


@pytest.fixture
def window_manager(x_server: dict[str, str]) -> Iterator[dict[str, str]]:
    """It gives the keyboard to every new window that takes it."""
    if not (shutil.which("openbox") and shutil.which("xdotool")):
        pytest.skip("no window manager here")
    manager = subprocess.Popen(
        ["openbox"], env={**os.environ, **x_server}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    yield x_server
    manager.terminate()
    manager.wait(10)


def test_under_a_window_manager_the_keys_stay_with_the_desk(
    tmp_path: Path, window_manager: dict[str, str]
) -> None:
    for command in (LAPTOP, BEAMER):
        if subprocess.run(command, env={**os.environ, **window_manager}, capture_output=True).returncode:
            pytest.skip("this X server has no monitors")
    assert a_day(tmp_path, window_manager, "--typing") == ["typed", "closed"]


def test_a_projector_that_is_unplugged(tmp_path: Path, x_server: dict[str, str]) -> None:
    plug = tmp_path / "plug"
    plug.write_text(PLUG, "utf-8")
    plug.chmod(0o755)
    environment = {**os.environ, **x_server}
    made = [
        subprocess.run(command, env=environment, capture_output=True) for command in (LAPTOP, [plug, "on"])
    ]
    if any(each.returncode for each in made):
        pytest.skip("this X server has no monitors to plug")
    assert a_day(tmp_path, x_server, str(plug)) == [*SEEN, "unplugged", "plugged in", "closed"]
