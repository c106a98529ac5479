"""Which notes of a board match a filter, and which are dimmed for the moment. A filter belongs to the view:
it is never written into the workshop, and the room never sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import astuple, replace

from mission_desk.core.board.covering import read_text
from mission_desk.core.file.closed_sets import Style
from mission_desk.core.file.rows import Note
from mission_desk.language.tags import tag_keys
from mission_desk.language.word_search import seeker

LOOSE = 0  # stands in `clusters` for the notes that are in none


class Filter(Struct, frozen=True):
    """What notes must match. One value of each kind is enough, every kind must match, and an empty kind
    matches every note. `tags` are keys of language.tags, `clusters` ids (LOOSE for none), `dots` the least
    number, `words` a search."""

    styles: frozenset[Style] = frozenset()
    tags: frozenset[str] = frozenset()
    clusters: frozenset[int] = frozenset()
    dots: int = 0
    concern: bool = False
    finding: bool = False
    words: str = ""

    def __bool__(self) -> bool:
        return any(astuple(self))


FilterKind = Literal["styles", "tags", "clusters", "dots", "concern", "finding", "words"]
"""A field of Filter."""


class Known(Struct, frozen=True):
    """What a filter needs beside the note's row: how many concerns are open, by note, and whether a sensor
    finds something in a text."""

    worries: Mapping[int, int]
    has_finding: Callable[[str], bool]


def passed_over(notes: Iterable[Note], wanted: Filter, known: Known) -> frozenset[int]:
    """The ids of the notes that do not match `wanted`; none where the filter is empty."""
    if not wanted:
        return frozenset()
    says = seeker(wanted.words)
    return frozenset(note.id for note in notes if not _asked_for(note, wanted, known, says))


def _asked_for(note: Note, wanted: Filter, known: Known, says: Callable[[str], bool]) -> bool:
    """Whether the note matches. The slowest questions come last."""
    text = read_text(note)
    return (
        (not wanted.styles or note.style in wanted.styles)
        and (not wanted.clusters or (note.cluster or LOOSE) in wanted.clusters)
        and note.dots >= wanted.dots
        and (not wanted.concern or known.worries.get(note.id, 0) > 0)
        and (not wanted.tags or not wanted.tags.isdisjoint(tag_keys(text)))
        and (not wanted.words or says(text))
        and (not wanted.finding or known.has_finding(text))
    )


def holds(wanted: Filter, kind: FilterKind, value: object) -> bool:
    """Whether the filter has `value`."""
    now: Any = getattr(wanted, kind)
    return value in now if isinstance(now, frozenset) else now == value


def toggled(wanted: Filter, kind: FilterKind, value: object) -> Filter:
    """The filter with `value` added where it was missing, or removed where it was there."""
    now: Any = getattr(wanted, kind)
    if isinstance(now, frozenset):
        then: Any = now ^ {value}
    else:
        then = type(now)() if now == value else value
    changed: dict[str, Any] = {kind: then}
    return replace(wanted, **changed)


def settled(wanted: Filter, clusters: Iterable[int]) -> Filter:
    """The filter without clusters that no longer exist: nobody could see or remove such a filter, and it
    would dim every note."""
    return replace(wanted, clusters=wanted.clusters & {LOOSE, *clusters})
