"""A draft made of drafts: a copy that is changed independently, or phrases picked from several wordings."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Draft, Part, Source, Version
from mission_desk.core.file.writer import Writer
from mission_desk.core.statement import drafts
from mission_desk.language.statement.lineage import Strand, lineage


class Ancestor(Struct, frozen=True):
    """An earlier version that a wording was made of."""

    version: Version
    letter: str
    strand: Strand


def fork(doc: Document, draft: int, text: str, *, source: object = None) -> int:
    """A new draft that starts from these words of `draft`; what it was built from comes along."""
    return new_from(doc, [draft], text, source=source)


def new_from(doc: Document, parents: Sequence[int], text: str, *, source: object = None) -> int:
    """A new draft with the text, kept as its first version; notes and parts whose words it has come along."""
    first = doc.row(Draft, parents[0])
    with doc.action("draft.fork", source=source) as write:
        made = write.copy(
            first, rank=write.next_rank(Draft), name="", text=drafts.checked(text.strip()), chosen=0
        )
        for parent in dict.fromkeys(parents):
            _hand_down(doc, write, parent, made, text)
        if text.strip():
            drafts.put_version(doc, write, made)
    return made


def _hand_down(doc: Document, write: Writer, parent: int, made: int, text: str) -> None:
    for row in doc.rows(Source, "draft = ? AND phrase <> '' ORDER BY id", parent):
        if row.phrase in text:
            write.copy(row, draft=made)
    for part in doc.rows(Part, "draft = ? ORDER BY id", parent):
        if part.phrase in text:
            write.copy(part, draft=made)


def ancestors(doc: Document, version: Version) -> list[Ancestor]:
    """What the version was made of: earlier versions of its own and of other drafts, most words first."""
    earlier = doc.rows(Version, "id < ? ORDER BY id", version.id)
    letters = {draft.id: drafts.letter(draft) for draft in drafts.drafts(doc)}
    return [
        Ancestor(earlier[strand.index], letters[earlier[strand.index].draft], strand)
        for strand in lineage(version.text, [each.text for each in earlier])
    ]
