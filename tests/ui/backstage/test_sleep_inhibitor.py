"""The system is asked to keep its screens on as long as the stage is, on a message bus of the test's own."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mission_desk.ui.desk.desk import Desk

PATIENCE = 60_000  # ms


@pytest.fixture
def overheard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file in which everything stands that is said on the bus."""
    if not (shutil.which("dbus-daemon") and shutil.which("dbus-monitor")):
        pytest.skip("no message bus here")
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert bus.stdout is not None
    address = bus.stdout.readline().strip()
    heard = tmp_path / "heard"
    with heard.open("w") as file:
        ear = subprocess.Popen(["dbus-monitor", "--address", address], stdout=file, stderr=subprocess.DEVNULL)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    yield heard
    for each in (ear, bus):
        each.terminate()
        each.wait(10)
    bus.stdout.close()


def test_screens_stay_on_as_long_as_the_stage(qtbot: QtBot, desk: Desk, overheard: Path) -> None:
    qtbot.waitUntil(lambda: "NameAcquired" in overheard.read_text(), timeout=PATIENCE)
    desk.commands.run("stage.show")
    qtbot.waitUntil(lambda: "member=Inhibit" in overheard.read_text(), timeout=PATIENCE)
    asked = re.search(r"sender=(\S+) .*member=Inhibit\n\s+string \"(.*)\"", overheard.read_text())
    assert asked is not None
    assert asked[2] == "Mission Desk"
    gone = f'string "{asked[1]}"\n   string "{asked[1]}"\n   string ""'  # it was its own, and is nobody's
    assert gone not in overheard.read_text()
    desk.commands.run("stage.show")
    assert desk.stage_control.window is None
    qtbot.waitUntil(lambda: gone in overheard.read_text(), timeout=PATIENCE)


def test_without_a_bus_the_stage_stands_all_the_same(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    desk.commands.run("stage.show")
    on = desk.stage_control.on
    assert on is not None
    qtbot.waitUntil(lambda: not on._wake.isActive())
    desk.commands.run("stage.show")
    assert desk.stage_control.window is None
