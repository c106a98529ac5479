"""The room looks at the links between the three and the three one reason at a time: first none, then each,
then all of them again."""

from __future__ import annotations

from mission_desk.core.file.document import Document
from mission_desk.core.file.plan_rows import Link
from mission_desk.core.plan.links import links
from mission_desk.core.stage.stage_state import change, read_state


def turn_reason(doc: Document, by: int) -> None:
    """Go on to the next reason, or back."""
    last = len(links(doc)) + 1
    change(doc, reason=max(0, min(last, _at(doc) + by)), leaf=0)


def lit_link(doc: Document) -> Link | None:
    """The link whose reason the room reads; None before the first and after the last."""
    every, at = links(doc), _at(doc)
    return every[at - 1] if 0 < at <= len(every) else None


def all_were_read(doc: Document) -> bool:
    """Whether the last reason is on the stage, or was: then the room is asked what is still missing."""
    return _at(doc) >= len(links(doc))


def _at(doc: Document) -> int:
    """Links may have gone since the stage stood there."""
    return min(read_state(doc).reason, len(links(doc)) + 1)
