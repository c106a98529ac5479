"""Where things lie, and which system this is."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
LINUX = sys.platform.startswith("linux")
VENV_PYTHON = VENV / "Scripts" / "python.exe" if WINDOWS else VENV / "bin" / "python"
# Written when everything is done, taken away before anything is changed: without it .venv is made anew.
STAMP = VENV / "set-up.json"
LOG = ROOT / "set-up.log"


def version_text(version: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in version)


def has_screen() -> bool:
    return not LINUX or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
