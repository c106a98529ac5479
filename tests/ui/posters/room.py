"""The posters page, opened and waited for."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from mission_desk.core.stage import desk_position
from mission_desk.ui.desk.desk import Desk
from mission_desk.ui.posters.workroom import Workroom


def opened(qtbot: QtBot, desk: Desk) -> Workroom:
    desk_position.show_page(desk.doc, "posters")
    room = desk.pages["posters"].room
    assert room is not None
    qtbot.waitUntil(lambda: not room.worker.runs and is_settled(room))
    return room


def is_settled(room: Workroom) -> bool:
    """The picture is made for the room there is now."""
    image, free = room.preview.image, room.preview.room()
    if image is None:
        return False
    return abs(image.width() - free.width()) < 2 or abs(image.height() - free.height()) < 2


def corner(room: Workroom) -> str:
    assert room.preview.image is not None
    return room.preview.image.pixelColor(5, 5).name()


def idle(qtbot: QtBot, room: Workroom) -> None:
    qtbot.waitUntil(lambda: not room.worker.runs and not room.printing.writes)
