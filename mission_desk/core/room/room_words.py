"""What this room decided about words: which ones it calls empty, and which findings it does not want to see
again."""

from __future__ import annotations

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Mute, Roomword


def room_words(doc: Document) -> list[Roomword]:
    return doc.rows(Roomword, "1 ORDER BY id")


def muted(doc: Document) -> frozenset[str]:
    """The ids of muted findings."""
    return frozenset(row.finding for row in doc.rows(Mute))


def mute(doc: Document, finding: str, *, source: object = None) -> None:
    """Do not report this finding again in this workshop."""
    if finding not in muted(doc):
        with doc.action("finding.mute", source=source) as write:
            write.insert(Mute, finding=finding)


def unmute_all(doc: Document, *, source: object = None) -> None:
    with doc.action("finding.unmute", source=source) as write:
        for row in doc.rows(Mute):
            write.delete(Mute, row.id)


def add_room_word(doc: Document, words: str, *, source: object = None) -> None:
    """Add words that this room calls empty."""
    plain = " ".join(words.split())
    known = {row.words.casefold() for row in room_words(doc)}
    if plain and plain.casefold() not in known:
        with doc.action("roomword.add", source=source) as write:
            write.insert(Roomword, words=plain)


def remove_room_word(doc: Document, roomword: int, *, source: object = None) -> None:
    with doc.action("roomword.remove", source=source) as write:
        write.delete(Roomword, roomword)
