"""Which notes of a board are looked at, and which are passed over for the moment. A filter is the view's: it
is never written into the workshop, and the room never sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields

from mission_desk.core.rows import Note
from mission_desk.core.search import says
from mission_desk.language.tags import tag_keys

LOOSE = 0  # stands in `clusters` for the notes that are in none


@dataclass(frozen=True, slots=True)
class Filter:
    """What is looked for. Of one kind any will do; different kinds must all hold; what is empty asks nothing.
    `tags` are keys of language.tags, `clusters` ids (LOOSE for none), `dots` the least number, `words` a
    search."""

    styles: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    clusters: frozenset[int] = frozenset()
    dots: int = 0
    concern: bool = False
    finding: bool = False
    words: str = ""

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))


@dataclass(frozen=True, slots=True)
class Known:
    """What a note's row does not say: how many concerns are open on it, by note, and whether a sensor finds
    something in a text."""

    worries: Mapping[int, int]
    has_finding: Callable[[str], bool]


def passed_over(notes: Iterable[Note], wanted: Filter, known: Known) -> frozenset[int]:
    """The ids of those that `wanted` does not ask for; none where it asks nothing."""
    if not wanted:
        return frozenset()
    return frozenset(note.id for note in notes if not _asked_for(note, wanted, known))


def _asked_for(note: Note, wanted: Filter, known: Known) -> bool:
    """The dear questions last."""
    return (
        (not wanted.styles or note.style in wanted.styles)
        and (not wanted.clusters or (note.cluster or LOOSE) in wanted.clusters)
        and note.dots >= wanted.dots
        and (not wanted.concern or known.worries.get(note.id, 0) > 0)
        and (not wanted.tags or not wanted.tags.isdisjoint(tag_keys(note.text)))
        and (not wanted.words or says(note.text, wanted.words))
        and (not wanted.finding or known.has_finding(note.text))
    )
