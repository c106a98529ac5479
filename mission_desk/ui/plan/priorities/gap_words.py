"""The gaps in words: on a card, in the panel below, on the buttons that close them."""

from __future__ import annotations

from typing import assert_never

from mission_desk.core.file.document import Document
from mission_desk.core.file.plan_rows import Link, Priority
from mission_desk.core.plan.gaps import Fix, Gap, GapKind, WayOut
from mission_desk.words import tr, trn
from mission_desk.written import quoted


def on_card(kind: GapKind) -> str:
    """What stands on the card that the gap is about; empty where only the panel tells."""
    match kind:
        case "served by nobody":
            return tr("Nobody of us serves this yet")
        case "serves none":
            return tr("Serves none of the company's three yet")
        case "no because" | "wants in":
            return ""
        case _:
            assert_never(kind)


def sentence(doc: Document, gap: Gap) -> str:
    words = quoted(doc.row(Priority, gap.priority).text.strip())
    match gap.kind:
        case "served by nobody":
            return tr("{words} is served by none of ours.", words=words)
        case "serves none":
            return tr("{words} serves none of the company's three.", words=words)
        case "no because":
            theirs = doc.row(Priority, doc.row(Link, gap.link or 0).company).text.strip()
            return tr(
                "Nobody has said why {words} serves {theirs}. Without a reason it is a wish.",
                words=words, theirs=quoted(theirs),
            )  # fmt: skip
        case "wants in":
            return _wants_in(gap, words)
        case _:
            assert_never(gap.kind)


def _wants_in(gap: Gap, words: str) -> str:
    if gap.dots is None:
        return tr("{words} wants in.", words=words)
    dots = trn("{words} wants in: {n} dot.", "{words} wants in: {n} dots.", gap.dots, words=words)
    if gap.third_dots is None:
        return dots
    return f"{dots} {tr('Our third came from a note with {n}.', n=gap.third_dots)}"


def fix_words(fix: Fix) -> str:
    words: dict[Fix, str] = {
        "link one of ours": tr("Link one of ours"),
        "link it": tr("Link it"),
        "say why": tr("Say why"),
        "swap with our third": tr("Swap with our third"),
    }
    return words[fix]


def way_out_words(way: WayOut) -> str:
    words: dict[WayOut, str] = {
        "not our job, because": tr("Not our job, because …"),
        "stands alone, because": tr("It stands alone, because …"),
        "unlink": tr("Unlink"),
        "park": tr("Park it"),
    }
    return words[way]
