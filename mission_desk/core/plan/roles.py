"""The types of role that the road map is about, with how many people they are. A guideline names its role in
words; a role is the one whose name these words are, whatever their case."""

from __future__ import annotations

from functools import lru_cache

from mission_desk.core.file.document import Document
from mission_desk.core.file.plan_rows import Guideline, Role
from mission_desk.core.file.writer import is_blank, moved
from mission_desk.core.plan.roadmap import guidelines


def roles(doc: Document) -> list[Role]:
    return doc.rows(Role, "1 ORDER BY rank, id")


def role_names(doc: Document) -> list[str]:
    """The roles there are, then those that only a guideline names."""
    names = {same_role(name): name for name in reversed(_named_by_guidelines(doc))}
    listed = [row.name.strip() for row in roles(doc) if not is_blank(row.name)]
    known = {same_role(name) for name in listed}
    return [*listed, *(name for key, name in reversed(names.items()) if key not in known)]


def _named_by_guidelines(doc: Document) -> list[str]:
    return [row.role.strip() for row in guidelines(doc) if not is_blank(row.role)]


@lru_cache(maxsize=2_000)
def same_role(name: str) -> str:
    """What two spellings of one role have in common."""
    return " ".join(name.split()).casefold()


def guidelines_of(doc: Document, name: str) -> list[Guideline]:
    return [row for row in guidelines(doc) if same_role(row.role) == same_role(name)]


def add_role(doc: Document, name: str, people: int = 0, *, source: object = None) -> int:
    """The id of the role of that name, which is made where there was none."""
    present = next((row for row in roles(doc) if same_role(row.name) == same_role(name)), None)
    if present is not None:
        return present.id
    with doc.action("role.add", source=source) as write:
        return write.insert(Role, rank=write.next_rank(Role), name=name.strip(), people=people)


def count_people(doc: Document, role: int, people: int, *, source: object = None) -> None:
    """How many people have the role; 0 where nobody said."""
    with doc.action("role.people", merge=f"role:{role}:people", source=source) as write:
        write.update(Role, role, people=max(0, people))


def rename_role(doc: Document, role: int, name: str, *, source: object = None) -> None:
    """Its guidelines go by the new name as well."""
    members = guidelines_of(doc, doc.row(Role, role).name)
    with doc.action("role.rename", source=source) as write:
        write.update(Role, role, name=name.strip())
        for row in members:
            write.update(Guideline, row.id, role=name.strip())


def move_role(doc: Document, role: int, by: int, *, source: object = None) -> None:
    """Move a role up (-1) or down (1) in the list."""
    order = moved([row.id for row in roles(doc)], role, by)
    with doc.action("role.move", source=source) as write:
        write.set_order(Role, order)


def remove_role(doc: Document, role: int, *, source: object = None) -> None:
    """Take the role out of the list. Its guidelines stay, and with them its name."""
    with doc.action("role.remove", source=source) as write:
        write.delete(Role, role)
