"""What the program remembers of this person, in a small JSON file. Losing it loses nothing."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLocale

from mission_desk.paths import settings_dir
from mission_desk.words import LANGUAGES


def screen_language() -> str:
    """The language that was chosen on the welcome page; the system's before anybody chose."""
    kept = _kept().get("screen_language")
    if isinstance(kept, str) and kept in LANGUAGES:
        return kept
    return QLocale.system().name()


def keep_screen_language(language: str) -> None:
    """`language` is a key of LANGUAGES."""
    _keep("screen_language", language)


def number(key: str, otherwise: int) -> int:
    """A whole number that was kept; `otherwise` where none was."""
    kept = _kept().get(key)
    return kept if isinstance(kept, int) else otherwise


def keep_number(key: str, value: int) -> None:
    _keep(key, value)


def names(key: str) -> list[str]:
    """A list of names that was kept; empty where none was."""
    kept = _kept().get(key)
    return [each for each in kept if isinstance(each, str)] if isinstance(kept, list) else []


def keep_names(key: str, values: list[str]) -> None:
    _keep(key, values)


def _keep(key: str, value: object) -> None:
    values = _kept() | {key: value}
    with suppress(OSError):  # a settings folder that cannot be written must not keep the words from changing
        fresh = _file().with_suffix(".new")
        fresh.write_text(json.dumps(values, ensure_ascii=False), "utf-8")
        fresh.replace(_file())


def _kept() -> dict[str, object]:
    with suppress(OSError, ValueError):
        read = json.loads(_file().read_text("utf-8"))
        return read if isinstance(read, dict) else {}
    return {}


def _file() -> Path:
    return settings_dir() / "settings.json"
