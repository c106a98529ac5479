"""What the program remembers of this person, in a small JSON file. Losing it loses nothing."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from mission_desk.grammar import languages
from mission_desk.own_files import JsonFile
from mission_desk.paths import settings_dir

Value = str | int | float | list[str]


def screen_language() -> str:
    """The language that was chosen on the welcome page; the system's before anybody chose."""
    language = _stored().get("screen_language")
    if isinstance(language, str) and language in languages():
        return language
    return QLocale.system().name()


def keep_screen_language(language: str) -> None:
    """`language` is a one of languages()."""
    _keep("screen_language", language)


def number(key: str, otherwise: int) -> int:
    """A whole number that was stored; `otherwise` if none was."""
    stored = _stored().get(key)
    return stored if type(stored) is int else otherwise


def keep_number(key: str, value: int) -> None:
    _keep(key, value)


def text(key: str) -> str | None:
    """A text that was stored; None if none was."""
    stored = _stored().get(key)
    return stored if isinstance(stored, str) else None


def keep_text(key: str, value: str) -> None:
    _keep(key, value)


def forget(key: str) -> None:
    """As if nothing had been stored under this key."""
    stored = settings_file().read()
    if stored.pop(key, None) is not None:
        settings_file().write(stored)


def names(key: str) -> list[str]:
    """A list of names that was stored; empty if none was."""
    stored = _stored().get(key)
    return stored if isinstance(stored, list) else []


def keep_names(key: str, values: list[str]) -> None:
    _keep(key, list(values))


def _keep(key: str, value: Value) -> None:
    settings_file().write(settings_file().read() | {key: value})


def _stored() -> dict[str, Value]:
    return settings_file().read()


def settings_file() -> JsonFile[dict[str, Value]]:
    return JsonFile(settings_dir() / "settings.json", dict[str, Value], {})
