"""What the sample's room did at the workbench: words tied to notes, parts named, gut feelings said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mission_desk.core.file.document import Document
from mission_desk.core.plan import priorities
from mission_desk.core.room import people
from mission_desk.core.statement import concerns, draft_sources, drafts, gut_feelings, parts

Told = dict[str, Any]
Breathe = Callable[[], None]
"""Lets a few seconds pass, so that each thing stands in the journal by itself."""


def name_words(
    doc: Document, draft: int, told: dict[str, Any], notes: dict[str, int], breathe: Breathe
) -> None:
    """Which words came from which notes, which say what part, which priority the draft serves."""
    for note, phrase in told["ties"].items():
        breathe()
        draft_sources.tie(doc, draft, notes[note], phrase)
    for key, phrase in told["parts"].items():
        breathe()
        parts.mark_part(doc, draft, key, phrase)
    breathe()
    drafts.serve(doc, draft, priorities.priorities(doc, "company")[told["serves"] - 1].id)


def say_feelings(doc: Document, draft: int, told: Told, breathe: Breathe) -> None:
    """Every seat in its order, a number and a word or none."""
    asked = gut_feelings.ask(doc, draft)
    for seat, score, word in zip(people.seats(doc), told["scores"], told["words"], strict=True):
        breathe()
        gut_feelings.feel(doc, asked, seat.id, score, word)


def settle(doc: Document, draft: int, phrase: str) -> None:
    """The text no longer says what worried somebody."""
    for row in concerns.concerns_on(doc, draft=draft):
        if row.phrase == phrase:
            concerns.settle_by_text(doc, row.id)
