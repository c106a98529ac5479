"""A program of three tiny packages with the real run.py, set_up/, venv and pip: what takes a minute and a
network for Mission Desk takes seconds here, and can be held at one point as long as a test likes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from tests.architecture.sources import ROOT

PYPROJECT = """
[build-system]
requires = ["tiny-backend"]
build-backend = "tiny_backend"
[project]
name = "mission-desk"
version = "1"
dependencies = ["tiny-one"]
[project.optional-dependencies]
test = ["tiny-test"]
"""
# Says what it was called with, on stdout as programs do whose answer another one reads.
PROGRAM = """
import sys
import tiny_one
print("started", *sys.argv[1:])
"""
# Links the folder as hatchling does. With TINY_HOLD it says that it has come so far, and waits to go on.
BACKEND = """
import os, pathlib, time, zipfile

def build_editable(folder, settings=None, metadata=None):
    hold = os.environ.get("TINY_HOLD")
    if hold:
        pathlib.Path(hold, "reached").touch()
        while not pathlib.Path(hold, "go").exists():
            time.sleep(0.01)
    name = "mission_desk-1-py3-none-any.whl"
    info = "mission_desk-1.dist-info/"
    with zipfile.ZipFile(pathlib.Path(folder, name), "w") as wheel:
        wheel.writestr("_editable_impl_mission_desk.pth", os.getcwd())
        wheel.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: mission-desk\\nVersion: 1\\n")
        wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(info + "RECORD", "")
    return name
"""
PACKAGES = {"tiny_backend": BACKEND, "tiny_one": "", "tiny_test": "", "editables": ""}


def lay_out(folder: Path, wheels: Path) -> None:
    """The program as a person unpacks it, and the wheels that the network would have."""
    shutil.copytree(ROOT / "set_up", folder / "set_up", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "run.py", folder)
    (folder / "pyproject.toml").write_text(PYPROJECT)
    (folder / "mission_desk").mkdir()
    (folder / "mission_desk" / "__init__.py").touch()
    (folder / "mission_desk" / "__main__.py").write_text(PROGRAM)
    wheels.mkdir(parents=True, exist_ok=True)
    for name, code in PACKAGES.items():
        write_wheel(wheels, name, code)


def write_wheel(folder: Path, name: str, code: str) -> None:
    info = f"{name}-0.5.dist-info/"
    with zipfile.ZipFile(folder / f"{name}-0.5-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{name}.py", code)
        wheel.writestr(info + "METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 0.5\n")
        wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(info + "RECORD", "")


Answer = subprocess.CompletedProcess[str]


@dataclass
class Tiny:
    """One such program in its folder."""

    folder: Path
    wheels: Path
    environment: dict[str, str] = field(default_factory=dict)

    def start(self, *arguments: str, **more: str) -> subprocess.Popen[str]:
        """By its own name, from another folder, as README says it."""
        pip = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels)}
        cleared = {name: text for name, text in os.environ.items() if not name.startswith("PIP_")}
        return subprocess.Popen(
            [sys.executable, str(self.folder / "run.py"), *(arguments or ("day.mission",))],
            env={**cleared, **pip, **self.environment, **more},
            cwd=self.folder.parent,
            # No terminal, wherever the tests are started: it would have a part in Ctrl+C.
            start_new_session=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, **more: str) -> Answer:
        return finished(self.start(*arguments, **more))

    def need(self) -> str:
        """What a start would have to do."""
        question = [sys.executable, "-c", "from set_up import environment; print(environment.need(()))"]
        return subprocess.run(
            question, cwd=self.folder, capture_output=True, text=True, check=True
        ).stdout.strip()

    def does(self, code: str) -> None:
        """The program itself, from now on."""
        (self.folder / "mission_desk" / "__main__.py").write_text(code)

    def ask_for(self, package: str) -> None:
        """As a new version of the program does."""
        (self.folder / "pyproject.toml").write_text(
            PYPROJECT.replace('"tiny-one"', f'"tiny-one", "{package}"')
        )

    @property
    def venv(self) -> Path:
        return self.folder / ".venv"

    @property
    def site(self) -> Path:
        return next(self.venv.glob("[Ll]ib/**/site-packages"))

    @property
    def stamp(self) -> Path:
        return self.venv / "set-up.json"

    @property
    def link(self) -> Path:
        """What leads from .venv to the program's folder."""
        return self.site / "_editable_impl_mission_desk.pth"

    @property
    def log(self) -> str:
        return (self.folder / "set-up.log").read_text()


def finished(process: subprocess.Popen[str]) -> Answer:
    out, err = process.communicate(timeout=120)
    return Answer(process.args, process.returncode, out, err)
