"""Tests of a draft in the room: the words of another trade put into it, and whether people remember it.
Which test runs is session state: the stage follows it and Undo never sees it. What people recalled is
stored."""

from __future__ import annotations

from mission_desk.core.file.closed_sets import MemoryTest
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Draft, Recall
from mission_desk.core.file.session_kinds import MemoryTestOf
from mission_desk.core.room import scene
from mission_desk.language.statement import swap
from mission_desk.language.statement.swap import Swapped, Trade

SHOWN_FOR = 7  # seconds: long enough to read a sentence once


def language(doc: Document) -> str:
    return scene.workshop(doc).language


def trades(doc: Document) -> tuple[Trade, ...]:
    return swap.trades(language(doc))


def swapped_draft(doc: Document, draft: Draft, trade: Trade) -> Swapped:
    about = scene.workshop(doc)
    own = swap.own_words(about.company, about.team, draft.audience)
    return swap.swapped(draft.text.strip(), own, trade, about.language)


def swap_shown(doc: Document) -> str:
    """The key of the trade whose words stand in the draft now; empty for the draft's own."""
    return str(doc.session_value("swap", ""))


def show_swap(doc: Document, trade: str, *, source: object = None) -> None:
    doc.keep("swap", trade, source=source)


def next_swap(doc: Document, *, source: object = None) -> str:
    """From one trade to the next, and after the last back to the draft's own words."""
    keys = ["", *(trade.key for trade in trades(doc))]
    shown = swap_shown(doc)
    following = keys[(keys.index(shown) + 1) % len(keys)] if shown in keys else ""
    show_swap(doc, following, source=source)
    return following


def heart_state(doc: Document, draft: int) -> MemoryTest:
    """ "shown" while the sentence can be read, "gone" while it must be remembered, else empty."""
    stored: MemoryTestOf | None = doc.session_value("heart")
    return stored["state"] if stored is not None and stored["draft"] == draft else ""


def show_heart(doc: Document, draft: int, state: MemoryTest, *, source: object = None) -> None:
    """`state` as in heart_state. Another trade's words are taken down: one test at a time."""
    doc.keep_all({"heart": {"draft": draft, "state": state}, "swap": ""}, source=source)


def recalls(doc: Document, draft: int) -> list[Recall]:
    """Those about the words that stand there now, in order; a rewording begins anew."""
    text = doc.row(Draft, draft).text.strip()
    return doc.rows(Recall, "draft = ? AND text = ? ORDER BY id", draft, text)


def note_recall(doc: Document, draft: int, words: str, *, source: object = None) -> int | None:
    """What one person remembered; None where nothing was typed."""
    if not words.strip():
        return None
    text = doc.row(Draft, draft).text.strip()
    with doc.action("recall.add", source=source) as write:
        return write.insert(Recall, draft=draft, text=text, words=words.strip(), at=int(doc.now()))


def forget_recalls(doc: Document, draft: int, *, source: object = None) -> None:
    """Begin the test anew."""
    with doc.action("recall.forget", source=source) as write:
        for row in recalls(doc, draft):
            write.delete(Recall, row.id)
