"""Drafts of the statement and the versions that were kept of them."""

from __future__ import annotations

import string

from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Draft, Note, Part, Source, Version
from mission_desk.core.file.writer import Writer
from mission_desk.language.statement.phrase_tracking import followed
from mission_desk.words import tr

STATEMENT_LIMIT = 2_000  # characters; nobody says more by heart
KINDS = ("mission", "vision")  # a room may add one of its own


def drafts(doc: Document) -> list[Draft]:
    return doc.rows(Draft, "1 ORDER BY rank, id")


def versions(doc: Document, draft: int) -> list[Version]:
    """The versions of a draft, newest first."""
    return doc.rows(Version, "draft = ? ORDER BY number DESC", draft)


def letter(draft: Draft) -> str:
    """The letter of a draft in the room: A, B, …"""
    return string.ascii_uppercase[draft.rank % 26] + ("" if draft.rank < 26 else str(draft.rank // 26))


def shown_name(draft: Draft) -> str:
    """The name; the first words where nobody gave one; "new" where there are none."""
    if draft.name.strip():
        return draft.name.strip()
    words = draft.text.split()
    return " ".join(words[:3]) + "…" if len(words) > 3 else " ".join(words) or tr("new")


def chosen(doc: Document) -> Draft | None:
    """The statement that goes on the wall first: the chosen mission, else the chosen vision."""
    return chosen_mission(doc) or chosen_vision(doc)


def chosen_mission(doc: Document) -> Draft | None:
    """A kind of the room's own stands where a mission would. Out of all drafts, which every page has read
    anyway: a key in a draft must not cost another read."""
    return next((row for row in drafts(doc) if row.chosen and not is_vision(row)), None)


def chosen_vision(doc: Document) -> Draft | None:
    return next((row for row in drafts(doc) if row.chosen and is_vision(row)), None)


def is_vision(draft: Draft) -> bool:
    return draft.kind == "vision"


def sources(doc: Document, draft: int) -> list[Note]:
    """The notes that a draft was built from, in the order they were taken."""
    order = "SELECT note FROM source WHERE draft = ? GROUP BY note ORDER BY min(id)"
    return [doc.row(Note, note) for (note,) in doc.records(order, draft)]


def add_draft(
    doc: Document, *, text: str = "", kind: str = "mission", name: str = "", source: object = None
) -> int:
    with doc.action("draft.add", source=source) as write:
        return write.insert(
            Draft,
            rank=write.next_rank(Draft),
            name=name,
            kind=kind,
            text=checked(text),
            audience="",
            chosen=0,
        )


def write_draft(doc: Document, draft: int, text: str, *, source: object = None) -> None:
    """Store the text as typed so far. What follows within two seconds joins the same entry."""
    with doc.action("draft.write", merge=f"draft:{draft}", source=source) as write:
        put_text(doc, write, draft, text)


def put_text(doc: Document, write: Writer, draft: int, text: str) -> None:
    """Change the text inside an action. Phrases that came from notes, and phrases that are a part, follow
    their words."""
    old = doc.row(Draft, draft).text
    # Read before anything is written: then these answers are remembered from the key before.
    origins, parts = doc.rows(Source, "draft = ? AND phrase <> ''", draft), doc.rows(Part, "draft = ?", draft)
    write.update(Draft, draft, text=checked(text))
    for origin in origins:
        if (phrase := followed(old, text, origin.phrase)) not in ("", origin.phrase):
            write.update(Source, origin.id, phrase=phrase)
    for part in parts:
        if (phrase := followed(old, text, part.phrase)) not in ("", part.phrase):
            write.update(Part, part.id, phrase=phrase)


def checked(text: str) -> str:
    if len(text) > STATEMENT_LIMIT:
        raise KnownError(
            tr(
                "That is {n} characters; a statement holds {limit}. Nothing was changed.",
                n=len(text),
                limit=STATEMENT_LIMIT,
            )
        )
    return text


def rename_draft(doc: Document, draft: int, name: str, *, source: object = None) -> None:
    with doc.action("draft.rename", merge=f"name:{draft}", source=source) as write:
        write.update(Draft, draft, name=name.strip())


def set_audience(doc: Document, draft: int, audience: str, *, source: object = None) -> None:
    with doc.action("draft.audience", merge=f"audience:{draft}", source=source) as write:
        write.update(Draft, draft, audience=audience)


def set_kind(doc: Document, draft: int, kind: str, *, source: object = None) -> None:
    """One of KINDS, or a word of the room's own. A chosen draft stays chosen, unless another one of its new
    kind is: that one was chosen as what it is."""
    row, kind = doc.row(Draft, draft), kind.strip() or KINDS[0]
    rival = chosen_vision(doc) if kind == "vision" else chosen_mission(doc)
    stays = bool(row.chosen) and (rival is None or rival.id == draft)
    with doc.action("draft.kind", source=source) as write:
        write.update(Draft, draft, kind=kind, chosen=int(stays))


def serve(doc: Document, draft: int, priority: int | None, *, source: object = None) -> None:
    """Which of the company's priorities the draft serves; None for none."""
    with doc.action("draft.serve", source=source) as write:
        write.update(Draft, draft, priority=priority)


def keep_version(doc: Document, draft: int, *, source: object = None) -> int | None:
    """Keep the text as it stands; None where it is empty or the newest version says the same."""
    if not changed_since_kept(doc, draft):
        return None
    with doc.action("draft.keep", source=source) as write:
        return put_version(doc, write, draft)


def changed_since_kept(doc: Document, draft: int) -> bool:
    text = doc.row(Draft, draft).text.strip()
    newest = next(iter(versions(doc, draft)), None)
    return bool(text) and (newest is None or newest.text != text)


def put_version(doc: Document, write: Writer, draft: int) -> int:
    """Inside an action: the newest version that says what the draft says now, kept where it was not yet."""
    text, newest = doc.row(Draft, draft).text.strip(), next(iter(versions(doc, draft)), None)
    if newest and newest.text == text:
        return newest.id
    number = newest.number + 1 if newest else 1
    return write.insert(Version, draft=draft, number=number, text=text, at=int(doc.now()))


def restore_version(doc: Document, version: int, *, source: object = None) -> None:
    """Write the words of an old version again. The present words are kept as a version first, so nothing is
    lost."""
    old = doc.row(Version, version)
    current = doc.row(Draft, old.draft).text.strip()
    newest = versions(doc, old.draft)[0]
    with doc.action("draft.restore", source=source) as write:
        if current and current not in (newest.text, old.text):
            write.insert(Version, draft=old.draft, number=newest.number + 1, text=current, at=int(doc.now()))
        put_text(doc, write, old.draft, old.text)


def remove_draft(doc: Document, draft: int, *, source: object = None) -> None:
    with doc.action("draft.remove", source=source) as write:
        write.delete(Draft, draft)
        write.set_order(Draft, [other.id for other in drafts(doc)])


def choose(doc: Document, draft: int, *, source: object = None) -> None:
    """Choose this draft as the mission, or as the vision if it is one: a team has one of each."""
    vision = is_vision(doc.row(Draft, draft))
    with doc.action("draft.choose", source=source) as write:
        for other in drafts(doc):
            if is_vision(other) == vision:
                write.update(Draft, other.id, chosen=int(other.id == draft))


def use_notes(doc: Document, draft: int, notes: list[int], *, source: object = None) -> None:
    """Append the notes' words to the draft and remember where they came from."""
    known = {note.id for note in sources(doc, draft)}
    texts = [doc.row(Note, note).text for note in notes]
    text = "\n".join(part for part in [doc.row(Draft, draft).text.rstrip(), *texts] if part)
    with doc.action("draft.use", source=source) as write:
        put_text(doc, write, draft, text)
        for note, words in zip(notes, texts, strict=True):
            if note not in known:
                write.insert(Source, draft=draft, note=note, phrase=words)


def draft_from_notes(doc: Document, notes: list[int], *, source: object = None) -> int:
    """A new draft that starts from these notes' words."""
    text = "\n".join(doc.row(Note, note).text for note in notes)
    with doc.action("draft.add", source=source) as write:
        draft = write.insert(
            Draft,
            rank=write.next_rank(Draft),
            name="",
            kind="mission",
            text=checked(text),
            audience="",
            chosen=0,
        )
        for note in notes:
            write.insert(Source, draft=draft, note=note, phrase=doc.row(Note, note).text)
    return draft
