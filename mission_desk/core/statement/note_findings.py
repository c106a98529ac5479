"""Which notes the sensor would underline: the one place that answers "has finding" for filters and lists."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from mission_desk.core.file.document import Document
from mission_desk.core.room import scene
from mission_desk.core.statement import sensing
from mission_desk.language.sensor.room import Room

KEPT = 20_000  # texts
TOLD_BY = ("workshop", "roomword", "mute")  # tables; after a change in them a new finder is due


def marker(doc: Document) -> Callable[[str], tuple[tuple[int, int], ...]]:
    """Where in a text the sensor would underline, as (start, end) in characters; kept as by `finder`."""
    language, room = scene.workshop(doc).language, sensing.room(doc)

    @lru_cache(maxsize=KEPT)
    def marks(text: str) -> tuple[tuple[int, int], ...]:
        from mission_desk.language.sensor.sensor import findings

        found = findings(text, language, room)
        return tuple((each.start, each.end) for each in found if each.kind != "quoted")

    return marks


def finder(doc: Document) -> Callable[[str], bool]:
    """Asks of one text after the other, each once; made anew when the workshop's own words change. What the
    sensor has to know of the room is read when the first text is asked about."""

    @cache
    def known() -> tuple[str, Room]:
        return scene.workshop(doc).language, sensing.room(doc)

    @lru_cache(maxsize=KEPT)
    def has_finding(text: str) -> bool:
        from mission_desk.language.sensor.sensor import has_findings

        language, room = known()
        return has_findings(text, language, room)

    return has_finding
