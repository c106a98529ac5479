"""The by-heart test: what people typed after the sentence was gone from the wall."""

from __future__ import annotations

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Draft, Recall

SHOWN_FOR = 7  # seconds: long enough to read a sentence once


def recalls(doc: Document, draft: int) -> list[Recall]:
    """Those about the words that stand there now, in order; a rewording begins anew."""
    text = doc.row(Draft, draft).text.strip()
    return doc.rows(Recall, "draft = ? AND text = ? ORDER BY id", draft, text)


def note_recall(doc: Document, draft: int, words: str, *, source: object = None) -> int | None:
    """What one person remembered; None where nothing was typed."""
    if not words.strip():
        return None
    text = doc.row(Draft, draft).text.strip()
    with doc.action("recall.add", source=source) as write:
        return write.insert(Recall, draft=draft, text=text, words=words.strip(), at=int(doc.now()))


def forget_recalls(doc: Document, draft: int, *, source: object = None) -> None:
    """Begin the test anew."""
    with doc.action("recall.forget", source=source) as write:
        for row in recalls(doc, draft):
            write.delete(Recall, row.id)
