"""What the sensor has to know of this workshop, read from its rows."""

from __future__ import annotations

import re

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Note
from mission_desk.core.room import room_words, scene
from mission_desk.core.room.people import seats
from mission_desk.core.room.personal_words import personal_words
from mission_desk.core.statement import drafts
from mission_desk.language.sensor.room import Room

CUSTOMERS = "note.board IN (SELECT id FROM board WHERE key = 'customers') ORDER BY id"


def room(doc: Document, draft: int | None = None) -> Room:
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
    said = " ".join((about.company, about.team, about.place, *(seat.name for seat in seats(doc))))
    names = re.findall(r"[^\W\d_]+", said)
    return frozenset(word.lower() for word in (*names, *personal_words("dictionary")))
