"""What stands for a note where it is a line among others: its words, or what its picture is called. Also what
the styles are called on screen."""

from __future__ import annotations

from mission_desk.core.file.rows import Note
from mission_desk.words import tr


def in_one_line(note: Note) -> str:
    words = " ".join(note.text.split())
    if not note.picture:
        return words
    return tr("Picture: {words}", words=words) if words else tr("Picture")


def first_line(note: Note) -> str:
    return in_one_line(note) if note.picture else note.text.split("\n")[0]
