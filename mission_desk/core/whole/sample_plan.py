"""What the sample's people decided about the year: reasons, measures and links of the priorities, one more
that wants in, roles, the measures of today, and the road map."""

from __future__ import annotations

from collections.abc import Callable

from mission_desk.core.file.closed_sets import Side
from mission_desk.core.file.document import Document
from mission_desk.core.file.plan_rows import Priority
from mission_desk.core.file.rows import Note
from mission_desk.core.plan import candidates, kpis, links, priorities, roadmap, roles, warning_signs
from mission_desk.core.plan.candidates import Proposal
from mission_desk.core.whole.sample_places import Table

Breathe = Callable[[], None]


def write_priorities(
    doc: Document, tables: list[Table], side: Side, notes: dict[str, int], breathe: Breathe
) -> None:
    """The three of a side. The first words of ours come from notes of the day."""
    scripted = [table for table in tables if table["side"] == side]
    for row, table in zip(priorities.priorities(doc, side), scripted, strict=True):
        for key in table.get("from", ()):
            breathe()
            candidates.take_up(doc, Proposal(doc.row(Note, notes[key]).text, note=notes[key]))
        _write_priority(doc, row, table, breathe)


def _write_priority(doc: Document, row: Priority, table: Table, breathe: Breathe) -> None:
    for name in priorities.WORDS:
        if table.get(name):
            breathe()
            priorities.edit_priority(doc, row.id, **{name: table[name]})
    if "works" in table:
        breathe()
        priorities.rate_service(doc, row.id, table["works"])


def link_priorities(doc: Document, script: Table, notes: dict[str, int], breathe: Breathe) -> None:
    company, team = (priorities.priorities(doc, side) for side in ("company", "team"))
    for table in script["link"]:
        breathe()
        ends = company[table["company"] - 1].id, team[table["team"] - 1].id
        link = links.link(doc, *ends, table["strength"])
        breathe()
        links.write_because(doc, link, table["because"])
    for table in script["wants_in"]:
        breathe()
        note = notes[table["note"]]
        candidates.take_up(doc, Proposal(doc.row(Note, note).text, note=note))


def list_roles(doc: Document, script: Table, breathe: Breathe) -> None:
    """Which roles there are, and what becomes of the measures of today."""
    for table in script["role"]:
        breathe()
        roles.add_role(doc, table["name"], table["people"])
    for table in script["kpi"]:
        breathe()
        kpi = kpis.add_kpi(doc, table["name"])
        for name in ("changed_to", "because"):
            if table[name]:
                breathe()
                kpis.edit_kpi(doc, kpi, **{name: table[name]})
        breathe()
        kpis.answer_kpi(doc, kpi, table["answer"])


def add_guideline(doc: Document, table: Table, notes: dict[str, int], breathe: Breathe) -> None:
    words = {name: table[name] for name in roadmap.WORDS if name in table}
    priority = priorities.priorities(doc, "team")[table["serves"] - 1].id
    row = roadmap.add_guideline(doc, priority=priority, **words)
    if table["direction"] != "up":
        breathe()
        roadmap.set_measure_direction(doc, [row], table["direction"])
    if "warning" in table:
        breathe()
        warning_signs.put_sign(doc, [row], notes[table["warning"]])
