"""Makes .venv and puts into it what pyproject.toml asks for."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from set_up.causes import MEGABYTE, no_room
from set_up.environment import (
    Need,
    own_python,
    project,
    python_of_venv,
    read_stamp,
    site_packages,
    write_stamp,
)
from set_up.places import ROOT, STAMP, VENV, VENV_PYTHON
from set_up.steps import Steps, Watch
from set_up.terminal import SetUpError

NEEDED = 600 * MEGABYTE  # .venv and what pip unpacks on the way
# hatchling asks for it when it links a folder; pip would look for it in the network then.
FOR_LINKS = "editables>=0.3,<1"
# pip's own downloads while they run: their size is the only progress that every version of pip shows.
FETCHED = VENV / "fetched"
# -I: neither the caller's folder nor settings of Python in the environment come between.
PIP = (str(VENV_PYTHON), "-I", "-u", "-m", "pip", "--disable-pip-version-check", "--no-input", "install")


class PipWatch(Watch):
    """Which package is on its way, how many and how many MB there are, and how many are installed."""

    def __init__(self, python: str) -> None:
        super().__init__("looking for the packages")
        self._site = site_packages(python)
        self._before = self._installed()
        self._all = 0

    def read(self, line: str) -> None:
        if fetched := re.match(r"\s+Downloading (?:\S+/)?([\w.]+?)-\S+(?<!\.metadata) \((\S+ [MG]B)\)", line):
            self.what = f"fetching {fetched[1]}, {fetched[2]}"
        elif names := re.match(r"Installing collected packages: (.*)", line):
            self._all = len(names[1].split(", "))
            self.what = f"installing {self._all} packages"

    def look(self) -> None:
        if self._all:
            self.figures = f"{min(self._all, self._installed() - self._before)} done"
        elif files := list(FETCHED.rglob("*.whl")):
            self.figures = f"{len(files)} packages, {sum(map(size, files)) // MEGABYTE} MB"

    def _installed(self) -> int:
        return len(list(self._site.glob("*.dist-info")))


def size(file: Path) -> int:
    """0 for one that pip has taken away meanwhile."""
    return file.stat().st_size if file.exists() else 0


def install(steps: Steps, need: Need, extras: tuple[str, ...]) -> None:
    stamp = read_stamp()
    if need != "everything" and stamp:
        extras = tuple(sorted({*extras, *stamp.extras}))
    refuse_place(need)
    if need == "place":
        mend_scripts(steps)
    else:
        # Until all is done, a start that finds .venv makes it anew: pip takes a package that was half copied
        # when it was killed for a whole one.
        STAMP.unlink(missing_ok=True)
        fill(steps, need, extras)
    lead_here(steps)
    write_stamp(extras)


def fill(steps: Steps, need: Need, extras: tuple[str, ...]) -> None:
    if need == "everything":
        make_environment(steps)
    fetch(steps, extras)


def make_environment(steps: Steps) -> None:
    steps.run(Watch(f"making {VENV.name}"), own_python(), "-I", "-m", "venv", "--clear", str(VENV))


def refuse_place(need: Need) -> None:
    """Raises SetUpError where .venv cannot be made or changed."""
    if os.path.lexists(VENV) and not VENV.is_dir():
        raise SetUpError(f"{VENV} is no folder: move it away and start again.")
    if VENV.is_dir() and not os.access(VENV, os.W_OK):
        raise SetUpError(
            f"The folder {VENV} cannot be written, it is somebody else's: delete it and start again."
        )
    if need == "everything" and shutil.disk_usage(ROOT).free < NEEDED:
        raise SetUpError(no_room())


def fetch(steps: Steps, extras: tuple[str, ...]) -> None:
    table = project()
    wanted = [*table["build-system"]["requires"], FOR_LINKS, *table["project"]["dependencies"]]
    for extra in extras:
        wanted += table["project"]["optional-dependencies"][extra]
    FETCHED.mkdir(exist_ok=True)
    # Inside .venv, so that one disk has to have room, and a small /tmp in memory is left alone.
    place = {name: str(FETCHED) for name in ("TMPDIR", "TEMP", "TMP")}
    # A retry is what tells a lost connection from a package that does not exist: the settings may say none.
    options = ("--progress-bar=off", "--retries=3")
    steps.run(PipWatch(python_of_venv()), *PIP, *options, *wanted, extra=place)
    shutil.rmtree(FETCHED, ignore_errors=True)


def lead_here(steps: Steps) -> None:
    """The program itself, as a link to this folder; needs no network, so a folder can be moved on a day
    without any."""
    here = ("--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    steps.run(Watch("linking the program"), *PIP, *here)


def mend_scripts(steps: Steps) -> None:
    """`activate` names the folder in which .venv was made."""
    again = ("-I", "-m", "venv", "--without-pip", str(VENV))
    steps.run(Watch("the folder was moved: mending .venv"), str(VENV_PYTHON), *again, must=False)
