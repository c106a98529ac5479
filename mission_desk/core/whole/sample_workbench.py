"""What the people of the sample did at the workbench: words linked to notes, parts named, gut feelings
recorded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mission_desk.core.file.document import Document
from mission_desk.core.plan import priorities
from mission_desk.core.room import people
from mission_desk.core.statement import concerns, draft_sources, drafts, gut_feelings, parts

Table = dict[str, Any]
Breathe = Callable[[], None]
"""Lets a few seconds pass, so that each action is an entry of its own in the journal."""


def name_words(
    doc: Document, draft: int, bench: dict[str, Any], notes: dict[str, int], breathe: Breathe
) -> None:
    """Record which words came from which notes, which words are which part, and which priority the draft
    serves."""
    for note, phrase in bench["ties"].items():
        breathe()
        draft_sources.link_note(doc, draft, notes[note], phrase)
    for key, phrase in bench["parts"].items():
        breathe()
        parts.mark_part(doc, draft, key, phrase)
    breathe()
    drafts.serve(doc, draft, priorities.priorities(doc, "company")[bench["serves"] - 1].id)


def say_feelings(doc: Document, draft: int, table: Table, breathe: Breathe) -> None:
    """Record a score for every seat in order, with a word or none."""
    asked = gut_feelings.ask(doc, draft)
    for seat, score, word in zip(people.seats(doc), table["scores"], table["words"], strict=True):
        breathe()
        gut_feelings.record_feeling(doc, asked, seat.id, score, word)


def settle(doc: Document, draft: int, phrase: str) -> None:
    """Settle a concern because the text no longer has the words that worried somebody."""
    for row in concerns.concerns_on(doc, draft=draft):
        if row.phrase == phrase:
            concerns.settle_by_text(doc, row.id)
