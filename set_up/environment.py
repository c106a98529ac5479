""".venv: whether it is whole, and what has to be done where it is not."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from set_up.places import ROOT, STAMP, VENV, VENV_PYTHON, WINDOWS

# What .venv needs, from nothing to all.
Need = Literal["nothing", "place", "packages", "everything"]


@dataclass(frozen=True)
class Stamp:
    """What was true when the set-up was done."""

    python: str
    packages: str
    extras: list[str]
    place: str
    parts: list[str]


def need(extras: tuple[str, ...]) -> Need:
    stamp = read_stamp()
    if stamp is None or not stands(stamp):
        return "everything"
    if stamp.packages != packages_wanted() or not set(extras) <= set(stamp.extras):
        return "packages"
    return "nothing" if stamp.place == str(ROOT) and finds_program(stamp.python) else "place"


def stands(stamp: Stamp) -> bool:
    """Whether .venv is the one that was set up: it may have lost its Python to an update of the system, or
    some of its packages to a clean-up of the disk."""
    if not (VENV / "pyvenv.cfg").exists() or python_of_venv() != stamp.python:
        return False
    return set(stamp.parts) <= set(parts(stamp.python))


def python_of_venv() -> str:
    """The version of the Python in .venv, asked by starting it; "" where it does not start."""
    question = [str(VENV_PYTHON), "-I", "-S", "-c", "import sys; print(sys.version)"]
    try:
        return subprocess.run(question, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return ""


def site_packages(python: str) -> Path:
    if WINDOWS:
        return VENV / "Lib" / "site-packages"
    return VENV / "lib" / f"python{'.'.join(python.split('.')[:2])}" / "site-packages"


def parts(python: str) -> list[str]:
    """What lies in .venv, without the link to this folder, which is looked at for itself."""
    folder = site_packages(python)
    names = os.listdir(folder) if folder.is_dir() else []
    return sorted(name for name in names if "mission_desk" not in name)


def finds_program(python: str) -> bool:
    """Whether .venv leads to this very folder: an editable install of another copy would start that one."""
    links = site_packages(python).glob("*mission_desk*.pth")
    return any(link.read_text("utf-8", "replace").strip() == str(ROOT) for link in links)


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def packages_wanted() -> str:
    """Changes when other packages are asked for."""
    table = project()
    wanted = (table["build-system"]["requires"], table["project"])
    return hashlib.sha256(json.dumps(wanted, sort_keys=True).encode()).hexdigest()


def read_stamp() -> Stamp | None:
    try:
        return Stamp(**json.loads(STAMP.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def write_stamp(extras: tuple[str, ...]) -> None:
    python = python_of_venv()
    stamp = Stamp(python, packages_wanted(), sorted(extras), str(ROOT), parts(python))
    unfinished = STAMP.with_suffix(".new")
    unfinished.write_text(json.dumps(asdict(stamp)), "utf-8")
    unfinished.replace(STAMP)


def own_python() -> str:
    """The Python that runs this, outside of any environment: .venv must not lean on itself."""
    return getattr(sys, "_base_executable", None) or sys.executable
