"""The parts of a statement: who we serve, what we do, why it matters, how you can tell. A part is a phrase of
the draft and follows its words."""

from __future__ import annotations

from mission_desk.core.file.closed_sets import PartKey
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Draft, Part


def parts(doc: Document, draft: int) -> dict[PartKey, str]:
    """Key -> the words that say it; a part whose words are gone is missing."""
    text = doc.row(Draft, draft).text
    rows = doc.rows(Part, "draft = ? ORDER BY id", draft)
    return {row.key: row.phrase for row in rows if row.phrase in text}


def mark_part(doc: Document, draft: int, key: PartKey, phrase: str, *, source: object = None) -> None:
    """Record that these words are that part; an empty phrase removes it."""
    with doc.action("draft.part", source=source) as write:
        for row in doc.rows(Part, "draft = ? AND key = ?", draft, key):
            write.delete(Part, row.id)
        if phrase.strip():
            write.insert(Part, draft=draft, key=key, phrase=phrase.strip())
