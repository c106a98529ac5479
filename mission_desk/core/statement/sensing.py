"""What the sensor has to know of this workshop, read from its rows, and which texts it would
underline: the one place that answers "has finding" for filters and lists."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note
from mission_desk.core.room import room_words, scene
from mission_desk.core.room.people import seats
from mission_desk.core.room.personal_words import personal_words
from mission_desk.core.statement import drafts
from mission_desk.language.sensor.findings import Room

CUSTOMERS = "note.board IN (SELECT id FROM board WHERE key = 'customers') ORDER BY id"
CACHED_TEXTS = 20_000
WORD_TABLES = ("workshop", "roomword", "mute")  # after a change in them a new finder is due


def sensor_room(doc: Document, draft: int | None = None) -> Room:
    """For judging `draft`, which is not compared with itself."""
    about = scene.workshop(doc)
    return Room(
        words=tuple(row.words for row in room_words.room_words(doc)),
        personal=personal_words("empty-words"),
        muted=room_words.muted(doc),
        customers=tuple(note.text for note in doc.rows(Note, CUSTOMERS)),
        names=tuple(name for name in (about.company.strip(), about.team.strip()) if name),
        others=tuple(row.text for row in drafts.drafts(doc) if row.id != draft and row.text.strip()),
    )


def rightly_spelt(doc: Document) -> frozenset[str]:
    """Words no dictionary has and nobody wants underlined, in small letters: names and one's own."""
    about = scene.workshop(doc)
    named = " ".join((about.company, about.team, about.place, *(seat.name for seat in seats(doc))))
    names = re.findall(r"[^\W\d_]+", named)
    return frozenset(word.lower() for word in (*names, *personal_words("dictionary")))


def marker(doc: Document) -> Callable[[str], tuple[tuple[int, int], ...]]:
    """Where in a text the sensor would underline, as (start, end) in characters; each text is judged once."""
    language, room = scene.workshop(doc).language, sensor_room(doc)

    @lru_cache(maxsize=CACHED_TEXTS)
    def marks(text: str) -> tuple[tuple[int, int], ...]:
        from mission_desk.language.sensor.sensor import findings

        every = findings(text, language, room)
        return tuple((each.start, each.end) for each in every if each.kind != "quoted")

    return marks


def finder(doc: Document) -> Callable[[str], bool]:
    """Returns a function that tells whether the sensor finds something in a text. It judges each text once
    and starts anew when the workshop's own words change. It reads the room's rows when the first text is
    asked about."""

    @cache
    def known() -> tuple[str, Room]:
        return scene.workshop(doc).language, sensor_room(doc)

    @lru_cache(maxsize=CACHED_TEXTS)
    def has_finding(text: str) -> bool:
        from mission_desk.language.sensor.sensor import has_findings

        language, room = known()
        return has_findings(text, language, room)

    return has_finding
