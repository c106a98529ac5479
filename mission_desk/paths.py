"""Where things live: resources (source tree, wheel or frozen app), settings, data and logs of this person.
`MISSION_DESK_HOME` puts all of the person's own folders under one folder (tests, a stick, a locked-down
laptop). `MISSION_DESK_LANGUAGES` names a folder with languages that do not ship."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

APP = "mission-desk"


@cache
def resource_root() -> Path:
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [package.parent / "resources", package / "resources"]
    if frozen:
        candidates.insert(0, Path(frozen) / "mission_desk" / "resources")
    return next((folder for folder in candidates if (folder / "methods").is_dir()), candidates[0])


def resource(*parts: str) -> Path:
    """A file or folder that ships with the program."""
    return resource_root().joinpath(*parts)


def language_roots() -> tuple[Path, ...]:
    """Folders with a folder for each language: the one that ships, and the one that somebody works on."""
    return _language_roots(os.environ.get("MISSION_DESK_LANGUAGES", ""))


@cache
def _language_roots(more: str) -> tuple[Path, ...]:
    return (resource("i18n"), Path(more)) if more else (resource("i18n"),)


def program_folder() -> Path:
    """The folder that this program is imported or started from, never the one somebody works in."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).parent
    return Path(__file__).resolve().parents[1]


def terminal_program() -> Path | None:
    """The folder app's program without a window; None where Python runs the program."""
    if not getattr(sys, "frozen", False):
        return None
    ending = ".exe" if sys.platform == "win32" else ""
    return Path(sys.executable).with_name(f"mission-desk{ending}")


def settings_dir() -> Path:
    return _own_folder("XDG_CONFIG_HOME", ".config", "settings")


def data_dir() -> Path:
    """Rescued workshops, own methods, the personal dictionary."""
    return _own_folder("XDG_DATA_HOME", ".local/share", "data")


def methods_dir() -> Path:
    """The person's own methods; it is made when the first is saved."""
    return data_dir() / "methods"


def logs_dir() -> Path:
    return _own_folder("XDG_STATE_HOME", ".local/state", "logs")


def log_file() -> Path:
    return logs_dir() / "mission-desk.log"


def documents_dir() -> Path:
    """Where a new workshop is put when nothing else is asked for."""
    home = os.environ.get("MISSION_DESK_HOME")
    if home:
        return made(Path(home) / "documents")
    documents = Path.home() / "Documents"
    return documents if documents.is_dir() else Path.home()


def _own_folder(variable: str, unix: str, short: str) -> Path:
    home = os.environ.get("MISSION_DESK_HOME")
    if home:
        return made(Path(home) / short)
    if sys.platform == "win32":
        return made(
            Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData/Local")) / "Mission Desk" / short
        )
    if sys.platform == "darwin":
        return made(Path.home() / "Library/Application Support/Mission Desk" / short)
    return made(Path(os.environ.get(variable) or Path.home() / unix) / APP)


def made(folder: Path) -> Path:
    """The folder, made where it is missing. Where it cannot be made (a file in its place, no permission) the
    program starts nevertheless: it reads nothing from there and keeps nothing."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder
