"""Two triples, the company's priorities and the team's, and the links that say which one serves which."""

from __future__ import annotations

from mission_desk.core.file.closed_sets import Side
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Link, Priority

COUNT = 3


def priorities(doc: Document, side: Side) -> list[Priority]:
    """The three priorities of a side ("company" or "team"), in order."""
    return doc.rows(Priority, "side = ? ORDER BY rank", side)


def write_priority(doc: Document, priority: int, text: str, *, source: object = None) -> None:
    with doc.action("priority.write", merge=f"priority:{priority}", source=source) as write:
        write.update(Priority, priority, text=text)


def links(doc: Document) -> list[Link]:
    return doc.rows(Link, "1 ORDER BY id")


def toggle_link(doc: Document, company: int, team: int, *, source: object = None) -> None:
    """Link the two priorities, or remove their link."""
    present = doc.rows(Link, "company = ? AND team = ?", company, team)
    with doc.action("priority.unlink" if present else "priority.link", source=source) as write:
        if present:
            write.delete(Link, present[0].id)
        else:
            write.insert(Link, company=company, team=team)


def unlinked(doc: Document, side: Side) -> list[Priority]:
    """The gaps: written priorities without a link to the other side."""
    linked = {link.company if side == "company" else link.team for link in links(doc)}
    return [
        priority for priority in priorities(doc, side) if priority.text.strip() and priority.id not in linked
    ]
