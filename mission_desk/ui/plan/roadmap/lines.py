"""The lines of the road map's table as values: guidelines in the order of the view, heads of groups, and for
each role without a guideline a line that offers one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Literal, assert_never

from msgspec import Struct

from mission_desk.core.file.closed_sets import RoadmapOrder
from mission_desk.core.file.document import Document
from mission_desk.core.file.plan_rows import Guideline
from mission_desk.core.plan import priorities, roadmap, roles, suggestions
from mission_desk.core.room import scene
from mission_desk.language.sensor.plan_hints import GuidelineHint, guideline_hints
from mission_desk.ui.plan.roadmap.columns import ColumnName
from mission_desk.ui.plan.roadmap.narrowing import Narrowing
from mission_desk.ui.plan.roadmap.sign_words import sign_line
from mission_desk.ui.plan.state_words import state_words
from mission_desk.words import tr
from mission_desk.written import sort_key

LineKind = Literal["guideline", "offer", "group"]
USUAL = 8  # roles that are offered where nobody has named one yet


class Line(Struct, frozen=True):
    """`row` of a guideline; `role` is the words of its first cell, or the role that is offered, or the head
    of a group. `text` is what is offered. `serves` is the number of the priority, 0 for none; `hint` what the
    sentence lacks; `sign` what is said of its warning sign."""

    kind: LineKind
    row: Guideline | None = None
    role: str = ""
    text: str = ""
    serves: int = 0
    hint: str = ""
    sign: str = ""


class Sorting(Struct, frozen=True):
    """By a column, or in the order that was agreed on."""

    column: ColumnName | None = None
    backwards: bool = False


class Lines(Struct, frozen=True):
    """All that the table shows, and the row numbers of the guidelines among them."""

    every: tuple[Line, ...]

    def rows(self) -> list[int]:
        return [line.row.id for line in self.every if line.row is not None]

    def place_of(self, guideline: int | None) -> int | None:
        """The place of the line of this guideline; None where it is not shown."""
        for place, line in enumerate(self.every):
            if line.row is not None and line.row.id == guideline:
                return place
        return None


class View(Struct, frozen=True):
    """How the rows are to be shown. `standing` are the rows in the order of before, while one of them is
    written in: it must not run away under the cursor."""

    group: RoadmapOrder
    sorting: Sorting
    narrowing: Narrowing
    today: date
    standing: tuple[int, ...] = ()
    open_row: int | None = None


def table_lines(doc: Document, view: View) -> Lines:
    numbers = {row.id: n for n, row in enumerate(priorities.priorities(doc, "team"), 1)}
    rows = [
        row
        for row in roadmap.guidelines(doc)
        if row.id == view.open_row or view.narrowing.lets_in(row, view.today)
    ]
    ordered = _in_order(rows, view, numbers)
    language = scene.workshop(doc).language
    lines: list[Line] = []
    head, role = None, None
    for row in ordered:
        group = _group(row, view.group, numbers, doc)
        if group is not None and group != head:
            lines.append(Line("group", role=group))
        named = "" if row.role and row.role == role and (group == head or view.group == "role") else row.role
        head, role = group, row.role
        lines.append(_line(row, named, numbers, language, sign_line(doc, row)))
    offers = [] if view.narrowing.is_on() else _offers(doc, language)
    return Lines((*lines, *offers))


def _line(row: Guideline, named: str, numbers: dict[int, int], language: str, sign: str) -> Line:
    serves = numbers.get(row.priority or 0, 0)
    return Line("guideline", row, named, serves=serves, hint=_hint(row.text, language), sign=sign)


def _hint(text: str, language: str) -> str:
    hints = _lacking(text, language)
    if "no trigger" in hints:
        return tr("When does it hold? “When …, we …”")
    return tr("What does somebody do then?") if "no verb" in hints else ""


@lru_cache(maxsize=2_000)
def _lacking(text: str, language: str) -> tuple[GuidelineHint, ...]:
    """Every key in one row shows all rows; their sentences are judged once."""
    return guideline_hints(text, language)


def _in_order(rows: list[Guideline], view: View, numbers: dict[int, int]) -> list[Guideline]:
    if view.standing:
        place = {row: n for n, row in enumerate(view.standing)}
        return sorted(rows, key=lambda row: place.get(row.id, len(place)))
    column = view.sorting.column
    if column is not None:
        keyed = sorted(rows, key=lambda row: _sort_key(row, column, numbers), reverse=view.sorting.backwards)
        rows = sorted(keyed, key=lambda row: _is_blank(row, column))  # what is missing comes last both ways
    return _grouped(rows, view.group, numbers)


def _grouped(rows: list[Guideline], group: RoadmapOrder, numbers: dict[int, int]) -> list[Guideline]:
    """Roles and owners in the order in which they first appear, priorities and states in their own; those
    without one last."""
    match group:
        case "order":
            return rows
        case "role":
            return _by_first_seen(rows, [roles.same_role(row.role) for row in rows])
        case "owner":
            return _by_first_seen(rows, [roles.same_role(row.owner) for row in rows])
        case "priority":
            return sorted(rows, key=lambda row: numbers.get(row.priority or 0, len(numbers) + 1))
        case "state":
            states = list(state_words())
            return sorted(rows, key=lambda row: states.index(row.state))
        case _:
            assert_never(group)


def _by_first_seen(rows: list[Guideline], names: Sequence[str]) -> list[Guideline]:
    first = {name: place for place, name in reversed(list(enumerate(names)))}
    order = sorted(range(len(rows)), key=lambda n: (not names[n], first[names[n]]))
    return [rows[n] for n in order]


def _group(row: Guideline, group: RoadmapOrder, numbers: dict[int, int], doc: Document) -> str | None:
    """What the head of its group says; None where the view has no heads."""
    match group:
        case "order" | "role":
            return None
        case "owner":
            return row.owner.strip() or tr("nobody yet")
        case "state":
            return state_words()[row.state]
        case "priority":
            return _priority_head(row, numbers, doc)
        case _:
            assert_never(group)


def _priority_head(row: Guideline, numbers: dict[int, int], doc: Document) -> str:
    number = numbers.get(row.priority or 0)
    if number is None:
        return tr("serves none of our three yet")
    words = priorities.priorities(doc, "team")[number - 1].text.strip()
    return f"{number}  {words}".rstrip()


def _sort_key(row: Guideline, column: ColumnName, numbers: dict[int, int]) -> tuple[object, ...]:
    match column:
        case "serves":
            return (numbers.get(row.priority or 0, 0),)
        case "due":
            return (row.due,)
        case "state":
            return (list(state_words()).index(row.state),)
        case "role" | "text" | "measure" | "data" | "evaluation" | "owner":
            return sort_key(str(getattr(row, column)))
        case _:
            assert_never(column)


def _is_blank(row: Guideline, column: ColumnName) -> bool:
    if column == "due":
        return roadmap.due_date(row) is None
    return row.priority is None if column == "serves" else not str(getattr(row, column)).strip()


def _offers(doc: Document, language: str) -> list[Line]:
    """A line for each role that has no guideline, with one that ships for it, if there is any."""
    named = roles.role_names(doc) or suggestions.usual_roles(language)[:USUAL]
    lacking = [name for name in named if not roles.guidelines_of(doc, name)]
    return [Line("offer", role=name, text=first_suggestion(name, language)) for name in lacking]


def first_suggestion(role: str, language: str) -> str:
    return next((each.text for each in suggestions.suggestions_for(role, language)), "")
