"""Which words of a draft came from which notes, and where a note went."""

from __future__ import annotations

from msgspec import Struct

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Draft, Note, Source
from mission_desk.core.file.writer import Writer
from mission_desk.core.statement import drafts


class Origin(Struct, frozen=True):
    """A note and the words that came of it; `phrase` is empty where nobody said which, or they are gone."""

    source: int
    note: Note
    phrase: str


class NoteUse(Struct, frozen=True):
    """A draft that a note went into, by letter, with the words that came of it."""

    draft: int
    letter: str
    phrase: str


def origins(doc: Document, draft: int) -> list[Origin]:
    """In the order they were taken."""
    text = doc.row(Draft, draft).text
    rows = doc.rows(Source, "draft = ? ORDER BY id", draft)
    return [Origin(row.id, doc.row(Note, row.note), row.phrase if row.phrase in text else "") for row in rows]


def uses(doc: Document, note: int) -> list[NoteUse]:
    """The drafts that use the note, with the phrase from it."""
    rows = doc.rows(Source, "note = ? ORDER BY draft, id", note)
    drafts_with_phrases = [(doc.row(Draft, row.draft), row.phrase) for row in rows]
    return [
        NoteUse(draft.id, drafts.letter(draft), phrase if phrase in draft.text else "")
        for draft, phrase in drafts_with_phrases
    ]


def letters_of_notes(doc: Document) -> dict[int, str]:
    """Note id -> letters of the drafts that it went into, such as "AC"."""
    letters: dict[int, str] = {}
    for draft in drafts.drafts(doc):
        for (note,) in doc.records("SELECT DISTINCT note FROM source WHERE draft = ?", draft.id):
            letters[note] = letters.get(note, "") + drafts.letter(draft)
    return letters


def place_words(
    doc: Document, draft: int, note: int, words: str, at: int, *, source: object = None
) -> tuple[int, int]:
    """Words of a note put into the draft's text before character `at`, with blanks where they are needed; the
    phrase remembers its note. Returns (start, end) of the words in the new text."""
    text, plain = doc.row(Draft, draft).text, " ".join(words.split())
    at = max(0, min(at, len(text)))
    before = " " if at and not text[at - 1].isspace() else ""
    after = " " if at < len(text) and not text[at].isspace() and text[at] not in ".,;:!?" else ""
    with doc.action("draft.place", source=source) as write:
        drafts.put_text(doc, write, draft, text[:at] + before + plain + after + text[at:])
        _remember(doc, write, draft, note, plain)
    start = at + len(before)
    return start, start + len(plain)


def link_note(doc: Document, draft: int, note: int, phrase: str, *, source: object = None) -> None:
    """Record that these words of the draft came from that note. Linking the same words again changes
    nothing."""
    if doc.rows(Source, "draft = ? AND note = ? AND phrase = ?", draft, note, phrase):
        return
    with doc.action("draft.tie", source=source) as write:
        _remember(doc, write, draft, note, phrase)


def _remember(doc: Document, write: Writer, draft: int, note: int, phrase: str) -> None:
    """Store the phrase. It replaces words of the same note which no longer stand in the text, or which
    contain this phrase or are contained in it: a note is named once for one place."""
    text = doc.row(Draft, draft).text
    rows = doc.rows(Source, "draft = ? AND note = ? ORDER BY id", draft, note)
    gone = next((row for row in rows if row.phrase not in text or _same_place(row.phrase, phrase)), None)
    if gone is None:
        write.insert(Source, draft=draft, note=note, phrase=phrase)
    else:
        write.update(Source, gone.id, phrase=phrase)


def _same_place(known: str, phrase: str) -> bool:
    return known in phrase or phrase in known


def untie(doc: Document, origin: int, *, source: object = None) -> None:
    with doc.action("draft.untie", source=source) as write:
        write.delete(Source, origin)
