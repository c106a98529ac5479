"""The parts of a Slide that show statements: one, two side by side, or the chosen one celebrated."""

from __future__ import annotations

from mission_desk.core import drafts, scene, sensing
from mission_desk.core.document import Document
from mission_desk.core.rows import Draft
from mission_desk.core.slides import Body, CelebrationBody, PairBody, PromptBody, StatementBody
from mission_desk.core.staging import Staging
from mission_desk.language.sensor import findings
from mission_desk.words import tr


def statement_body(doc: Document, draft: int | None, language: str, *, signs: bool = False) -> Body:
    every = drafts.drafts(doc)
    row = next((each for each in every if each.id == draft), every[0] if every else None)
    if row is None or not row.text.strip():
        return PromptBody(())
    return _statement(doc, row, language, signs=signs)


def pair_body(doc: Document, told: Staging, language: str) -> Body:
    found = {row.id: row for row in drafts.drafts(doc) if row.text.strip()}
    left, right = found.get(told.first), found.get(told.second)
    if left is None or right is None or left is right:
        return PromptBody(())
    return PairBody(
        _statement(doc, left, language, signs=told.findings),
        _statement(doc, right, language, signs=told.findings),
    )


def celebration_body(doc: Document, told: Staging) -> Body:
    row = drafts.chosen(doc)
    if row is None or not row.text.strip():
        return PromptBody(())
    words = row.text.strip() if told.celebrated else ""
    return CelebrationBody(words, scene.workshop(doc).team, told.celebrated)


def _statement(doc: Document, row: Draft, language: str, *, signs: bool) -> StatementBody:
    label = (
        tr("Our mission", language)
        if row.chosen
        else tr("Draft {letter}", language, letter=drafts.letter(row))
    )
    text = row.text.strip()
    return StatementBody(
        text, label, scene.workshop(doc).team, bool(row.chosen), _signs(doc, text) if signs else ()
    )


def _signs(doc: Document, text: str) -> tuple[tuple[int, int], ...]:
    """The places of empty words, in the workshop's language; what the room has muted stays unmarked."""
    found = findings(text, scene.workshop(doc).language, sensing.room(doc))
    return tuple((each.start, each.end) for each in found if each.kind != "quoted")
