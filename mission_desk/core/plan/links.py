"""Which of the team's priorities serve which of the company's, how strongly, and because of what."""

from __future__ import annotations

from mission_desk.core.file.closed_sets import SIDES, Side, Strength
from mission_desk.core.file.document import Document
from mission_desk.core.file.plan_rows import Link, Priority
from mission_desk.core.file.writer import is_blank
from mission_desk.core.plan.priorities import is_written, priorities


def links(doc: Document) -> list[Link]:
    """The links between the three and the three, in the order of the company's and then of the team's. One
    that waits in "Not this year" brings its links along when it comes back."""
    company, team = ({row.id: n for n, row in enumerate(priorities(doc, side))} for side in SIDES)
    drawn = [row for row in doc.rows(Link, "1 ORDER BY id") if row.company in company and row.team in team]
    return sorted(drawn, key=lambda row: (company[row.company], team[row.team]))


def link_between(doc: Document, company: int, team: int) -> Link | None:
    return next(iter(doc.rows(Link, "company = ? AND team = ?", company, team)), None)


def link(
    doc: Document, company: int, team: int, strength: Strength = "serves", *, source: object = None
) -> int:
    """The id of the link between the two, which is made where there was none."""
    if present := link_between(doc, company, team):
        return present.id
    with doc.action("priority.link", source=source) as write:
        return write.insert(Link, company=company, team=team, strength=strength, because="")


def unlink(doc: Document, row: int, *, source: object = None) -> None:
    with doc.action("priority.unlink", source=source) as write:
        write.delete(Link, row)


def set_strength(doc: Document, row: int, strength: Strength, *, source: object = None) -> None:
    with doc.action("link.strength", source=source) as write:
        write.update(Link, row, strength=strength)


def write_because(doc: Document, row: int, because: str, *, source: object = None) -> None:
    """Store the reason as typed so far."""
    with doc.action("link.because", merge=f"link:{row}", source=source) as write:
        write.update(Link, row, because=because)


def is_wish(row: Link) -> bool:
    """Nobody has said yet why the one serves the other."""
    return is_blank(row.because)


def unlinked(doc: Document, side: Side) -> list[Priority]:
    """The written priorities of a side without a link to the other one."""
    linked = {row.company if side == "company" else row.team for row in links(doc)}
    return [row for row in priorities(doc, side) if is_written(row) and row.id not in linked]
