"""The order in which the room sees the notes of a board: field by field, cluster by cluster, as a person
reads a wall. The stage is laid out by it and notes are read out by it, so that the room can follow with its
eyes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mission_desk.core.board.places import row_of
from mission_desk.core.stage.slides import BoardBody, StageNote

Group = tuple[str, list[int]]
"""A title, and the numbers that its notes have in the body."""


def seen_order(body: BoardBody) -> list[StageNote]:
    """All notes, the first one to read first."""
    groups = in_fields(body) if body.regions else in_clusters(body)
    return [body.notes[n] for _, group in groups for n in group]


def in_fields(body: BoardBody) -> list[Group]:
    """The fields with their notes; what lies outside of all comes last, without a title. A cluster's notes
    stay together."""
    by_field: list[list[int]] = [[] for _ in body.regions]
    outside: list[int] = []
    for n, note in enumerate(body.notes):
        x, y = note.box.x + note.box.w / 2, note.box.y + note.box.h / 2
        inside = (at for at, region in enumerate(body.regions) if region.box.holds(x, y))
        at = next(inside, None)
        (outside if at is None else by_field[at]).append(n)
    fields = zip((region.title for region in body.regions), by_field, strict=True)
    groups = [(title, _together(body.notes, group)) for title, group in fields]
    return [*groups, ("", _together(body.notes, outside))] if outside else groups


def in_clusters(body: BoardBody, among: Iterable[int] | None = None) -> list[Group]:
    """The clusters in the body's order with their notes, then the single notes: all of them, or those `among`
    them."""
    members: dict[str, list[int]] = {each.title: [] for each in body.clusters if each.title}
    for n in _read(body.notes, range(len(body.notes)) if among is None else among):
        members.setdefault(body.notes[n].cluster, []).append(n)
    single = members.pop("", [])
    groups = [(name, group) for name, group in members.items() if group]
    return [*groups, ("", single)] if single else groups


def _together(notes: Sequence[StageNote], group: Iterable[int]) -> list[int]:
    """A cluster's notes at the place of its first one."""
    order = _read(notes, group)
    first: dict[str, int] = {}
    for place, n in enumerate(order):
        first.setdefault(notes[n].cluster or f"#{n}", place)
    return sorted(order, key=lambda n: first[notes[n].cluster or f"#{n}"])


def _read(notes: Sequence[StageNote], numbers: Iterable[int]) -> list[int]:
    """Rows from top to bottom, notes from left to right."""
    return sorted(numbers, key=lambda n: (row_of(notes[n].box.y, notes[n].box.h), notes[n].box.x, n))
