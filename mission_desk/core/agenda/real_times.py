"""What the steps of a day really took, for the plan of the next one."""

from __future__ import annotations

from mission_desk.core.agenda import agenda, day_times
from mission_desk.core.file.document import Document

LAST_MINUTES = "last_year.minutes"  # in the session: key of a step -> what it took a year ago


def real_minutes(doc: Document) -> tuple[tuple[str, int], ...]:
    """Key of each step that the group worked on -> the minutes that it really took."""
    taken = ((step.key, day_times.took(doc, step)) for step in agenda.steps(doc))
    return tuple((key, minutes) for key, minutes in taken if minutes is not None)


def last_minutes(doc: Document) -> dict[str, int]:
    """Key of a step -> last year's minutes, where these differ from the planned ones."""
    took = doc.session_value(LAST_MINUTES, {})
    planned = {step.key: step.minutes for step in agenda.steps(doc)}
    return {key: took[key] for key, minutes in planned.items() if took.get(key, minutes) != minutes}
