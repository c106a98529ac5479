"""The part of a Slide that tests a statement: with the words of another trade, or covered while the room
recalls it."""

from __future__ import annotations

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Draft
from mission_desk.core.stage.slides import StatementBody
from mission_desk.core.statement import draft_tests, drafts
from mission_desk.words import tr


def tried_body(doc: Document, draft: int | None, language: str) -> StatementBody | None:
    """The body of the test that runs; None while none does."""
    row = doc.find(Draft, draft)
    if row is None or not row.text.strip():
        return None
    state = draft_tests.heart_state(doc, row.id)
    if state:
        words = row.text.strip() if state == "shown" else tr("What do you remember?", language)
        return StatementBody(words, tr("By heart", language), "", False)
    return _swapped(doc, row, language)


def _swapped(doc: Document, row: Draft, language: str) -> StatementBody | None:
    shown = draft_tests.swap_shown(doc)
    trade = next((each for each in draft_tests.trades(doc) if each.key == shown), None)
    if trade is None:
        return None
    label = tr("Draft {letter}, said by {trade}", language, letter=drafts.letter(row), trade=trade.name)
    words = draft_tests.swapped_draft(doc, row, trade).text
    return StatementBody(words, label, trade.words["firm"][0], False)
