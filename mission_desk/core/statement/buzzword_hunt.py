"""The analysts' hunt: the room calls "buzz!" at a phrase; each hit is struck from the text or accepted."""

from __future__ import annotations

from mission_desk.core.agenda import agenda
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Draft, Hit
from mission_desk.core.statement import drafts


def hits(doc: Document, draft: int) -> list[Hit]:
    """The hits of the hunt: open ones first, then in the order of the calls."""
    return doc.rows(Hit, "draft = ? ORDER BY state <> 'called', id", draft)


def called(doc: Document) -> int:
    """How often the room has called "buzz!" today."""
    return int(doc.value("SELECT count(*) FROM hit"))


def is_due(doc: Document) -> bool:
    """The step that runs is one in which the analysts lead: the time to call "buzz!"."""
    step = agenda.step_now(doc)
    return step is not None and "analyst" in agenda.leads(step)


def call(doc: Document, draft: int, phrase: str, *, source: object = None) -> int | None:
    """Mark the phrase as hit; None where it is no phrase, or was called already."""
    plain = phrase.strip()
    if not plain or doc.rows(Hit, "draft = ? AND phrase = ? AND state = 'called'", draft, plain):
        return None
    with doc.action("hit.call", source=source) as write:
        return write.insert(Hit, draft=draft, phrase=plain, state="called", at=int(doc.now()))


def strike(doc: Document, hit: int, *, source: object = None) -> None:
    """Remove the phrase from the text, with the blank before it."""
    row = doc.row(Hit, hit)
    text = doc.row(Draft, row.draft).text
    with doc.action("hit.strike", source=source) as write:
        drafts.put_text(doc, write, row.draft, without(text, row.phrase))
        write.update(Hit, hit, state="struck")


def accept(doc: Document, hit: int, *, source: object = None) -> None:
    """Accept the hit: the words stay in the text."""
    with doc.action("hit.accept", source=source) as write:
        write.update(Hit, hit, state="accepted")


def without(text: str, phrase: str) -> str:
    """The text without the first such phrase; no blank is left before a full stop, nor two in a row."""
    start = text.find(phrase)
    if start < 0:
        return text
    before, after = text[:start].rstrip(" "), text[start + len(phrase) :].lstrip(" ")
    glue = " " if before and after and after[0] not in ".,;:!?" and before[-1] != "\n" else ""
    return before + glue + after
