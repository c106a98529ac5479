"""What the room sees of the road map: one guideline of one role at a time, and what is missing as a question.
What was dropped, data and gaps of the table stay on the desk."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from mission_desk.core.file.document import Document
from mission_desk.core.file.plan_rows import Guideline
from mission_desk.core.plan import priorities, roadmap, roles
from mission_desk.core.plan.measures import from_to
from mission_desk.core.plan.warning_signs import sign_words
from mission_desk.core.room import scene
from mission_desk.core.stage.slides import Body, NamedTexts, PromptBody, RoadmapBody
from mission_desk.core.stage.stage_state import StageState, change, read_state
from mission_desk.words import tr
from mission_desk.written import day_without_year, short_day

YEAR = 365  # days


class Stop(Struct, frozen=True):
    """A halt of the walk: a guideline of the role, or the role alone, which has none."""

    role: str
    row: Guideline | None


def stops(doc: Document) -> list[Stop]:
    """The roles in the order of their list, each with its guidelines in the order of the table."""
    running = [row for row in roadmap.written_guidelines(doc) if row.state != "dropped"]
    if not running:
        return []
    made: list[Stop] = []
    for name in roles.role_names(doc):
        own = [row for row in running if roles.same_role(row.role) == roles.same_role(name)]
        made += [Stop(name, row) for row in own] or [Stop(name, None)]
    return [*made, *(Stop("", row) for row in running if not row.role.strip())]


def turn_guideline(doc: Document, by: int) -> None:
    """The next guideline, or the one before; the walk ends at both ends."""
    last = len(stops(doc)) - 1
    change(doc, guideline=max(0, min(last, _place(doc, read_state(doc)) + by)), leaf=0)


def _place(doc: Document, state: StageState) -> int:
    """Some may have been deleted since it was shown."""
    return max(0, min(state.guideline, len(stops(doc)) - 1))


def roadmap_body(doc: Document, state: StageState, language: str) -> Body:
    """The question alone before there is a guideline."""
    walk = stops(doc)
    if not walk:
        return PromptBody(())
    at = _place(doc, state)
    named = list(dict.fromkeys(stop.role for stop in walk))
    stop = walk[at]
    names = tuple(name or tr("Everybody", language) for name in named)
    place = named.index(stop.role)
    says = tr("Read it aloud: can you do it on Monday? {n} of {count}", language, n=at + 1, count=len(walk))
    asked = tr("{role}: what do you do differently from Monday on?", language, role=stop.role)
    if stop.row is None:
        return RoadmapBody(names, place, names[place], asked, says=says)
    row = stop.row
    return RoadmapBody(
        names, place, names[place], row.text.strip() or asked, _facts(doc, row, language),
        _named(tr("Counts from now on", language), row.evaluation),
        _named(tr("Warning sign", language), sign_words(doc, row)),
        _named(tr("Serves", language), _served(doc, row, language)), says,
    )  # fmt: skip


def _facts(doc: Document, row: Guideline, language: str) -> tuple[NamedTexts, ...]:
    """Measure, day and owner, each under its name; a gap is asked and not blamed."""
    ends = from_to(row)
    measure = NamedTexts(row.measure.strip() or tr("measured by", language), (ends or "?",))
    if row.measure.strip() and not ends:
        measure = NamedTexts(tr("measured by", language), (row.measure.strip(),))
    if not row.measure.strip() and not ends:
        measure = NamedTexts(tr("measured by", language), (tr("How will we notice?", language),))
    return (
        measure,
        NamedTexts(tr("by", language), (_day(doc, row, language) or tr("By when?", language),)),
        NamedTexts(tr("with", language), (row.owner.strip() or tr("Who takes this?", language),)),
    )


def _day(doc: Document, row: Guideline, language: str) -> str:
    day: date | None = roadmap.due_date(row)
    if day is None:
        return row.due.strip()
    return (
        day_without_year(day, language) if 0 <= (day - _near(doc)).days < YEAR else short_day(day, language)
    )


def _near(doc: Document) -> date:
    """The workshop's day; within a year of it everybody knows which year is meant."""
    day = scene.workshop(doc).day
    return date.fromisoformat(day) if day else date.fromtimestamp(doc.now())


def _named(name: str, words: str) -> NamedTexts | None:
    return NamedTexts(name, (words.strip(),)) if words.strip() else None


def _served(doc: Document, row: Guideline, language: str) -> str:
    team = [each.id for each in priorities.priorities(doc, "team")]
    if row.priority not in team:
        return ""
    text = priorities.priorities(doc, "team")[team.index(row.priority)].text.strip()
    number = team.index(row.priority) + 1
    return tr("our priority {n}: {text}", language, n=number, text=text) if text else ""
