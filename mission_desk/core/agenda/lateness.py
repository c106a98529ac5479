"""How late the group is, and the three ways to deal with that: shorten later steps, drop one, or end later.
Each is one action that Undo takes back."""

from __future__ import annotations

from operator import attrgetter

from msgspec import Struct

from mission_desk.core.agenda import agenda, day_times, outline
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Step, Workshop

SHORTEST = 5  # minutes; a shorter step should be dropped instead


class Outlook(Struct, frozen=True):
    """Minutes after midnight: when the day should end (`agreed`), and when it will end at the present pace
    (`expected`)."""

    agreed: int
    expected: int

    @property
    def late(self) -> int:
        """Minutes; negative where the group is ahead."""
        return self.expected - self.agreed


def outlook(doc: Document) -> Outlook | None:
    """None before the day begins and after it ended."""
    if not day_times.is_running(doc):
        return None
    seconds = day_times.time_of_day(doc) + _seconds_to_come(doc)
    return Outlook(agenda.planned_end(doc), round(seconds / 60))


def later_steps(doc: Document) -> list[Step]:
    """Steps that are still to come: those after the last step that the group worked on. Going back to look at
    an earlier step adds none of them again."""
    last = max(step.rank for step in _begun_steps(doc))
    return [step for step in agenda.steps(doc) if step.rank > last]


def _begun_steps(doc: Document) -> list[Step]:
    now = agenda.current_step(doc)
    return [step for step in agenda.steps(doc) if step.id == now.id or day_times.was_held(doc, step)]


def _seconds_to_come(doc: Document) -> float:
    """Minutes left in the open step, in the furthest step where the group went back from it, and in all later
    ones."""
    now, furthest = agenda.current_step(doc), max(_begun_steps(doc), key=attrgetter("rank"))
    open_ones = {step.id: step for step in (now, furthest)}.values()
    left = sum(max(0.0, agenda.clock(doc, step).remaining(doc.steady())) for step in open_ones)
    return left + sum(step.minutes * 60 for step in later_steps(doc))


def shares(doc: Document) -> dict[int, int]:
    """Step -> minutes it would give so that the day ends as agreed, in proportion to its length; none is cut
    below SHORTEST. Less than needed where there is no more to take."""
    expected = outlook(doc)
    spare = {step.id: max(0, step.minutes - SHORTEST) for step in later_steps(doc)}
    whole = sum(spare.values())
    needed = min(whole, max(0, expected.late if expected else 0))
    if not needed:
        return {}
    exact = {step: minutes * needed / whole for step, minutes in spare.items()}
    given = {step: int(minutes) for step, minutes in exact.items()}
    rest = needed - sum(given.values())
    for step in sorted(exact, key=lambda step: given[step] - exact[step])[:rest]:
        given[step] += 1
    return {step: minutes for step, minutes in given.items() if minutes}


def take_from_later(doc: Document, *, source: object = None) -> None:
    """Shorten the later steps; the end stays as agreed."""
    given, agreed = shares(doc), agenda.planned_end(doc)
    with doc.action("late.share", source=source) as write:
        for step, minutes in given.items():
            write.update(Step, step, minutes=doc.row(Step, step).minutes - minutes)
        write.update(Workshop, 1, ends=agreed)


def drop_step(doc: Document, step: int, *, source: object = None) -> None:
    """Remove a later step; the end stays as agreed."""
    agreed = agenda.planned_end(doc)
    with doc.action("late.drop", source=source) as write:
        outline.take_out(doc, write, step)
        write.update(Workshop, 1, ends=agreed)


def end_later(doc: Document, *, source: object = None) -> None:
    """Agree on the end that is to be expected now."""
    expected = outlook(doc)
    if expected is not None:
        with doc.action("late.end", source=source) as write:
            write.update(Workshop, 1, ends=expected.expected)
