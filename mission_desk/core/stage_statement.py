"""The part of a Slide that shows a statement."""

from __future__ import annotations

from mission_desk.core import drafts, scene
from mission_desk.core.document import Document
from mission_desk.core.slides import Body, PromptBody, StatementBody
from mission_desk.words import tr


def statement_body(doc: Document, draft: int | None, language: str) -> Body:
    every = drafts.drafts(doc)
    row = next((each for each in every if each.id == draft), every[0] if every else None)
    if row is None or not row.text.strip():
        return PromptBody(())
    label = (
        tr("Our mission", language)
        if row.chosen
        else tr("Draft {letter}", language, letter=drafts.letter(row))
    )
    return StatementBody(row.text.strip(), label, scene.workshop(doc).team, bool(row.chosen))
