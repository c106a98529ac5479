"""The parts of a Slide that show what the company wants, the road map and the review."""

from __future__ import annotations

from mission_desk.core.agenda import agenda
from mission_desk.core.file.closed_sets import ANSWERS
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Verdict
from mission_desk.core.plan import editions, priorities
from mission_desk.core.room import scene
from mission_desk.core.stage.slides import (
    Body,
    CompanyBody,
    NamedTexts,
    PromptBody,
    TableBody,
)
from mission_desk.core.stage.subject import asks_about_company
from mission_desk.core.statement import drafts
from mission_desk.words import tr


def company_body(doc: Document, language: str) -> Body:
    """What the company wants; the question alone where nothing is written, or where people only arrive."""
    row = scene.workshop(doc)
    three = tuple(each.text.strip() for each in priorities.priorities(doc, "company") if each.text.strip())
    parts = (
        NamedTexts(tr("Company mission", language), (row.mission.strip(),)),
        NamedTexts(tr("Company vision", language), (row.vision.strip(),)),
        NamedTexts(tr("The company's top three", language), three),
    )
    written = tuple(part for part in parts if any(part.texts))
    asked = asks_about_company(doc, agenda.current_step(doc))
    return CompanyBody(written) if written and asked else PromptBody(())


def review_body(doc: Document, language: str) -> Body:
    """Last year's statement over its promises, statement first: whether each was lived, and what was seen of
    it. Before there are promises to review, the statement alone under the question."""
    verdicts = sorted(editions.verdicts(doc), key=lambda each: each.subject != "statement")
    statement = _last_statement(doc, verdicts)
    if not verdicts:
        return PromptBody((statement,) if statement else ())
    words = {
        "lived": tr("It lived", language),
        "partly": tr("Partly", language),
        "not": tr("Not yet", language),
        "": "",
    }
    heads = (tr("What we promised", language), tr("Did it live?", language), tr("What we saw", language))
    rows = tuple((_promise(each, statement, language), words[each.answer], each.text) for each in verdicts)
    return TableBody(heads, rows, statement, _answers(verdicts, language))


def _last_statement(doc: Document, verdicts: list[Verdict]) -> str:
    promised = next((each.promise for each in verdicts if each.subject == "statement"), "")
    chosen = drafts.chosen(doc)
    return (promised or scene.workshop(doc).last_year or (chosen.text if chosen else "")).strip()


def _promise(verdict: Verdict, statement: str, language: str) -> str:
    """The words of a promise; the statement's row does not repeat it, because it stands above the table."""
    return tr("The statement", language) if verdict.promise.strip() == statement else verdict.promise


def _answers(verdicts: list[Verdict], language: str) -> str:
    """How many there are of each answer; an answer that nobody gave is not named."""
    counts = {answer: sum(each.answer == answer for each in verdicts) for answer in (*ANSWERS, "")}
    words = {
        "lived": tr("{n} lived", language, n=counts["lived"]),
        "partly": tr("{n} partly", language, n=counts["partly"]),
        "not": tr("{n} not yet", language, n=counts["not"]),
        "": tr("{n} to look at", language, n=counts[""]),
    }
    return " · ".join(words[answer] for answer, count in counts.items() if count)
