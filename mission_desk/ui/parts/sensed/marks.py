"""What is underlined in a statement and said about it: empty words, and words no dictionary knows."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Literal

from msgspec import Struct

from mission_desk.language.sensor.findings import Finding
from mission_desk.language.spelling import Slip
from mission_desk.words import tr

MarkKind = Literal["empty", "quoted", "spelling"]


class Mark(Struct, frozen=True):
    """`start` to before `end` in characters. `kind` is empty (words that say little), quoted (somebody else's
    voice) or spelling; `id` is what a finding is muted by."""

    start: int
    end: int
    kind: MarkKind
    words: str
    says: str
    tries: tuple[str, ...] = ()
    id: str = ""

    def holds(self, place: int) -> bool:
        return self.start <= place <= self.end


def marks(
    text: str, findings: Sequence[Finding], slips: Sequence[Slip], called: Sequence[str] = ()
) -> tuple[Mark, ...]:
    """In reading order. `called` are phrases at which the room called "buzz!". A word that says nothing need
    not be spelt rightly as well."""
    empty = [_of_finding(each) for each in findings]
    known = {mark.words for mark in empty}
    empty += [_of_call(text, phrase) for phrase in called if phrase in text and phrase not in known]
    taken = {place for mark in empty for place in range(mark.start, mark.end)}
    spelt = [
        Mark(slip.start, slip.end, "spelling", slip.word, tr("not in the dictionary"))
        for slip in slips
        if slip.start not in taken
    ]
    return tuple(sorted((*empty, *spelt), key=attrgetter("start")))


def _of_call(text: str, phrase: str) -> Mark:
    start = text.find(phrase)
    return Mark(start, start + len(phrase), "empty", phrase, tr("The room called “buzz!”: what does it say?"))


def _of_finding(finding: Finding) -> Mark:
    kind: MarkKind = "quoted" if finding.kind == "quoted" else "empty"
    return Mark(finding.start, finding.end, kind, finding.words, finding.question, finding.tries, finding.id)


def mark_at(every: Sequence[Mark], place: int) -> Mark | None:
    return next((mark for mark in every if mark.holds(place)), None)


def next_mark(every: Sequence[Mark], place: int, step: int = 1) -> Mark | None:
    """The first one after `place`, or before it with `step` -1; round again at the end."""
    marks = [mark for mark in every if mark.kind != "quoted"]
    if not marks:
        return None
    if step > 0:
        return next((mark for mark in marks if mark.start > place), marks[0])
    return next((mark for mark in reversed(marks) if mark.end < place), marks[-1])
