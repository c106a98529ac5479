"""Concerns about a note or a draft; they stay open until they are answered or accepted."""

from __future__ import annotations

from mission_desk.core.file.closed_sets import ThinkingStyle
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Concern, Version
from mission_desk.core.statement import drafts


def concerns_on(doc: Document, *, note: int | None = None, draft: int | None = None) -> list[Concern]:
    """Open ones first, then as they were raised."""
    return doc.rows(Concern, "(note = ? OR draft = ?) ORDER BY state <> 'open', id", note, draft)


def raise_concern(
    doc: Document,
    text: str,
    *,
    note: int | None = None,
    draft: int | None = None,
    phrase: str = "",
    style: ThinkingStyle = "analyst",
    source: object = None,
) -> int | None:
    """Add a concern and return its id; None where the text is empty."""
    if not text.strip():
        return None
    with doc.action("concern.raise", source=source) as write:
        return write.insert(
            Concern, note=note, draft=draft, phrase=phrase, text=text.strip(), style=style, state="open",
            answer="", at=int(doc.now()),
        )  # fmt: skip


def answer_concern(doc: Document, concern: int, answer: str, *, source: object = None) -> None:
    with doc.action("concern.answer", source=source) as write:
        write.update(Concern, concern, state="answered", answer=answer.strip())


def accept_concern(doc: Document, concern: int, *, source: object = None) -> None:
    """Accept the concern: the group lives with it."""
    with doc.action("concern.accept", source=source) as write:
        write.update(Concern, concern, state="accepted")


def settle_by_text(doc: Document, concern: int, *, source: object = None) -> None:
    """Settle the concern because the draft no longer has the words that it was about. The present words are
    kept as a version, and the concern remembers which one."""
    draft = doc.row(Concern, concern).draft
    if draft is None:
        return
    with doc.action("concern.changed", source=source) as write:
        write.update(Concern, concern, state="changed", version=drafts.put_version(doc, write, draft))


def settling_version(doc: Document, concern: Concern) -> Version | None:
    return doc.find(Version, concern.version)


def reopen_concern(doc: Document, concern: int, *, source: object = None) -> None:
    with doc.action("concern.reopen", source=source) as write:
        write.update(Concern, concern, state="open", version=None)


def remove_concern(doc: Document, concern: int, *, source: object = None) -> None:
    with doc.action("concern.remove", source=source) as write:
        write.delete(Concern, concern)


def open_on_drafts(doc: Document) -> dict[int, int]:
    """Draft id -> number of open concerns, wherever drafts are listed."""
    sql = "SELECT draft, count(*) FROM concern WHERE state = 'open' AND draft IS NOT NULL GROUP BY draft"
    return dict(doc.records(sql))


def open_counts(doc: Document, board: int) -> dict[int, int]:
    """Note id -> number of open concerns, for the badges of a board."""
    sql = (
        "SELECT note, count(*) FROM concern WHERE state = 'open' "
        "AND note IN (SELECT id FROM note WHERE board = ?) GROUP BY note"
    )
    return dict(doc.records(sql, board))
