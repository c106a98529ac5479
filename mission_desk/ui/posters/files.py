"""Names for poster files that every system takes, and that take nobody else's place."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from mission_desk.own_files import free_path
from mission_desk.posters.sheets.paper import Paper

NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
LONGEST = 120  # characters; file systems take 255 bytes, and letters may have four


def file_name(workshop: str, poster: str, size: Paper) -> str:
    """ "Northwind – Mission statement A1.pdf"."""
    words = f"{workshop} – {poster}" if workshop.strip() else poster
    plain = " ".join(NOT_IN_NAMES.sub(" ", words).split()).strip(". ")
    return f"{plain[:LONGEST].strip()} {size.name}.pdf"


def free_paths(folder: Path, names: list[str]) -> list[Path]:
    """Paths in the folder that are not taken: "name (2).pdf" where one is."""
    paths: list[Path] = []
    for name in names:
        numbered = partial(_numbered, Path(name).stem)
        paths.append(free_path(folder, numbered, taken={path.name for path in paths}))
    return paths


def _numbered(stem: str, number: str) -> str:
    return f"{stem} ({number.removeprefix('-')}).pdf" if number else f"{stem}.pdf"
