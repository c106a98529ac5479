"""Every wording that can be compared or picked from: each draft as it stands, and each version of it."""

from __future__ import annotations

from msgspec import Struct

from mission_desk.core.file.document import Document
from mission_desk.core.statement import drafts
from mission_desk.words import tr


class Wording(Struct, frozen=True):
    """`key` is (draft, version), with 0 for the words that stand in the draft now."""

    key: tuple[int, int]
    name: str
    text: str


def wordings(doc: Document) -> list[Wording]:
    """Draft by draft, newest first."""
    wordings: list[Wording] = []
    for draft in drafts.drafts(doc):
        letter = drafts.letter(draft)
        name = tr("{letter} now · {name}", letter=letter, name=drafts.shown_name(draft))
        wordings.append(Wording((draft.id, 0), name, draft.text.strip()))
        for version in drafts.versions(doc, draft.id):
            words = tr("{letter} v{n}", letter=letter, n=version.number)
            wordings.append(Wording((draft.id, version.id), words, version.text))
    return wordings
