"""What the room sees of our three and theirs: headlines, our measures, the lines between them, and one reason
at a time. Why sentences, candidates and warnings stay on the desk; a gap comes as a question at the end."""

from __future__ import annotations

from mission_desk.core.file.closed_sets import SIDES
from mission_desk.core.file.document import Document
from mission_desk.core.file.plan_rows import Link, Priority
from mission_desk.core.plan import gaps, priorities
from mission_desk.core.plan.links import is_wish, links
from mission_desk.core.plan.measures import from_to
from mission_desk.core.stage import reasons
from mission_desk.core.stage.slides import PrioritiesBody, Reason
from mission_desk.core.statement import drafts
from mission_desk.words import tr
from mission_desk.written import quoted


def priorities_body(doc: Document, language: str) -> PrioritiesBody:
    company, team = (priorities.priorities(doc, side) for side in SIDES)
    places = {row.id: n for rows in (company, team) for n, row in enumerate(rows)}
    every, lit = links(doc), reasons.lit_link(doc)
    return PrioritiesBody(
        company=tuple(row.text for row in company),
        team=tuple(row.text for row in team),
        links=tuple((places[row.company], places[row.team]) for row in every),
        heads=(tr("The company's top three", language), tr("Our three, as customer service", language)),
        lead=_sentence(doc, language),
        measures=tuple(from_to(row) for row in team),
        strong=tuple(row.strength == "strongly serves" for row in every),
        reason=_reason(lit, every, places, language) if lit is not None else None,
        question=_question(doc, language) if reasons.all_were_read(doc) else "",
    )


def _sentence(doc: Document, language: str) -> str:
    """The chosen statement; where drafts are written and none is chosen, that it is not."""
    chosen = drafts.chosen(doc)
    if chosen is not None and chosen.text.strip():
        return chosen.text.strip()
    written = any(row.text.strip() for row in drafts.drafts(doc))
    return tr("No statement is chosen yet.", language) if written else ""


def _reason(lit: Link, every: list[Link], places: dict[int, int], language: str) -> Reason:
    number = every.index(lit)
    ours = _ours(language)[places[lit.team]]
    theirs = _theirs(language)[places[lit.company]]
    if lit.strength == "strongly serves":
        head = tr("{ours} strongly serves {theirs}, because", language, ours=ours, theirs=theirs)
    else:
        head = tr("{ours} serves {theirs}, because", language, ours=ours, theirs=theirs)
    words = tr("Who ends this sentence?", language) if is_wish(lit) else lit.because.strip()
    progress = tr("Reason {n} of {all}", language, n=number + 1, all=len(every))
    return Reason(number, head, words, progress)


def _ours(language: str) -> tuple[str, str, str]:
    return (tr("Our first", language), tr("Our second", language), tr("Our third", language))


def _theirs(language: str) -> tuple[str, str, str]:
    return (tr("their first", language), tr("their second", language), tr("their third", language))


def _question(doc: Document, language: str) -> str:
    """The first gap, as a question to the room."""
    for gap in gaps.gaps(doc):
        words = quoted(doc.row(Priority, gap.priority).text.strip(), language)
        if gap.kind == "served by nobody":
            return tr("Next: who of us serves {words}?", language, words=words)
        if gap.kind == "serves none":
            return tr("Next: which of theirs does {words} serve?", language, words=words)
    return ""
