"""The parts of a Slide that show priorities, the road map and the review."""

from __future__ import annotations

from mission_desk.core import priorities, roadmap
from mission_desk.core.document import Document
from mission_desk.core.rows import Verdict
from mission_desk.core.slides import PrioritiesBody, TableBody
from mission_desk.words import tr


def priorities_body(doc: Document, language: str) -> PrioritiesBody:
    company, team = priorities.priorities(doc, "company"), priorities.priorities(doc, "team")
    left = {row.id: n for n, row in enumerate(company)}
    right = {row.id: n for n, row in enumerate(team)}
    pairs = tuple((left[link.company], right[link.team]) for link in priorities.links(doc))
    heads = (tr("The company's top three", language), tr("Our three, as customer service", language))
    return PrioritiesBody(tuple(r.text for r in company), tuple(r.text for r in team), pairs, heads)


def roadmap_body(doc: Document, language: str) -> TableBody:
    heads = (tr("Role", language), tr("What we do", language), tr("Measure", language), tr("Owner", language))
    rows = tuple(
        (row.role, row.text, _measure(row.measure, row.start, row.goal), row.owner)
        for row in roadmap.guidelines(doc)
    )
    return TableBody(heads, rows)


def _measure(measure: str, start: str, goal: str) -> str:
    """Two spaces before the ends: the stage keeps them on one line."""
    return f"{measure}  {start or '?'} → {goal or '?'}".strip() if start or goal else measure


def review_body(doc: Document, language: str) -> TableBody:
    words = {
        "lived": tr("It lived", language),
        "partly": tr("Partly", language),
        "not": tr("Not yet", language),
        "": "",
    }
    heads = (tr("What we promised", language), tr("Did it live?", language), tr("What we saw", language))
    return TableBody(heads, tuple((row.promise, words[row.answer], row.text) for row in _verdicts(doc)))


def _verdicts(doc: Document) -> list[Verdict]:
    return doc.rows(Verdict, "1 ORDER BY rank, id")
