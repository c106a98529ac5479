"""Which screen the room looks at. A screen is known by its name; none is touched that nobody named."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QScreen

from mission_desk.ui import settings

KEPT_AS = "stage_screens"
MOST = 12  # projectors remembered


def name_of(screen: QScreen) -> str:
    """The plug and, where the system tells it, what hangs on it: the same plug in another hall is another
    screen."""
    return " · ".join(part for part in (screen.name(), screen.manufacturer(), screen.model()) if part.strip())


def screens() -> list[QScreen]:
    """All of them, from left to right as they stand on the table."""
    return sorted(QGuiApplication.screens(), key=lambda each: (each.geometry().x(), each.geometry().y()))


def screen_named(name: str) -> QScreen | None:
    return next((each for each in screens() if name_of(each) == name), None)


def remembered(here: QScreen | None) -> QScreen | None:
    """The screen that was chosen last among those that are there now, unless the desk stands on it: the
    facilitator would be left without a desk."""
    there = {name_of(each): each for each in screens()}
    found = (there[name] for name in settings.names(KEPT_AS) if name in there)
    return next((each for each in found if each is not here), None)


def remember(screen: QScreen) -> None:
    name = name_of(screen)
    others = [each for each in settings.names(KEPT_AS) if each != name]
    settings.keep_names(KEPT_AS, [name, *others][:MOST])
