"""Loads whatever the program could load on any day. Most of it waits until it is needed, so what is missing
on a machine would show in the middle of a workshop."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

import mission_desk

# Imported in functions, or read as a package of files (tests/cli/test_cli_loading.py compares).
LATE_PACKAGES = ("PySide6.QtDBus", "spellchecker", "sqlite_utils")
STARTS = "mission_desk.__main__"


def loading_problems() -> list[str]:
    """What cannot be loaded, and the system's own words for why."""
    ours = [
        each.name for each in walk_packages(mission_desk.__path__, "mission_desk.") if each.name != STARTS
    ]
    # One library that is missing stops many modules: its name says it once.
    return list(dict.fromkeys(filter(None, map(problem_of, (*ours, *LATE_PACKAGES)))))


def problem_of(module: str) -> str:
    """Why the module cannot be loaded; empty where it can."""
    try:
        import_module(module)
    except (ImportError, OSError) as error:
        return str(error)
    return ""
