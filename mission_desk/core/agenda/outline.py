"""Changing the agenda: steps are added, removed, moved and edited, also in the middle of the day."""

from __future__ import annotations

from mission_desk.core.agenda import agenda
from mission_desk.core.agenda.step_parts import minutes_of
from mission_desk.core.file.closed_sets import ThinkingStyle
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Step
from mission_desk.core.file.writer import Writer
from mission_desk.words import tr

USUAL_MINUTES, LONGEST_MINUTES = 15, 600


def add_step(doc: Document, after: int | None = None, *, title: str = "", source: object = None) -> int:
    """A new step below `after` (at the end where None), on the same page and board; its id."""
    every = agenda.steps(doc)
    beside = next((step for step in every if step.id == after), every[-1])
    with doc.action("step.add", source=source) as write:
        return put_step(
            doc, write, beside.id, title=title, prompt="", note="", parts="", minutes=USUAL_MINUTES,
            page=beside.page, board=beside.board, capture="everybody",
        )  # fmt: skip


def put_step(doc: Document, write: Writer, after: int, **values: str | int) -> int:
    """Part of an action: insert a step with these columns below `after`; its id."""
    every = agenda.steps(doc)
    place = next(n + 1 for n, step in enumerate(every) if step.id == after)
    number = write.insert(Step, rank=place, key=_own_key(every), lead="", **values)
    order = [step.id for step in every]
    write.set_order(Step, [*order[:place], number, *order[place:]])
    return number


def _own_key(every: list[Step]) -> str:
    taken, n = {step.key for step in every}, 1
    while f"own-{n}" in taken:
        n += 1
    return f"own-{n}"


def remove_step(doc: Document, step: int, *, source: object = None) -> None:
    """Remove a step; where it is open, the next one is opened first."""
    every = agenda.steps(doc)
    if len(every) == 1:
        raise KnownError(tr("An agenda has at least one step. This one stays."))
    if agenda.current_step(doc).id == step:
        leave_for_neighbour(doc, step, source=source)
    with doc.action("step.remove", source=source) as write:
        take_out(doc, write, step)


def take_out(doc: Document, write: Writer, step: int) -> None:
    """Part of an action: remove the step; those below it move up."""
    write.delete(Step, step)
    write.set_order(Step, [row.id for row in agenda.steps(doc)])


def leave_for_neighbour(doc: Document, step: int, *, source: object = None) -> None:
    """Open the step below (above, where this is the last one) without opening another page; where the clock
    runs, the other step's clock starts."""
    below = agenda.neighbour(doc, 1)
    beside = below if below.id != step else agenda.neighbour(doc, -1)
    runs = agenda.clock(doc, doc.row(Step, step)).runs
    agenda.open_step(doc, beside.id, starts=runs, turns=False, source=source)


def move_step(doc: Document, step: int, place: int, *, source: object = None) -> None:
    """Move the step to this place, from 0; to the first or last place where the number is beyond it."""
    order = [row.id for row in agenda.steps(doc)]
    order.remove(step)
    order.insert(max(0, min(len(order), place)), step)
    with doc.action("step.move", source=source) as write:
        write.set_order(Step, order)


def edit_step(doc: Document, step: int, *, source: object = None, **values: str | int) -> None:
    """Write any columns of a step; typing in the same column joins into one entry."""
    minutes = values.get("minutes")
    if isinstance(minutes, int):
        values["minutes"] = max(0, min(LONGEST_MINUTES, minutes))
    with doc.action("step.edit", merge=f"step:{step}:{sorted(values)}", source=source) as write:
        write.update(Step, step, **values)


def set_parts(doc: Document, step: int, parts: str, *, source: object = None) -> None:
    """Give the step's clock these parts, as `read_parts` returns them, and the step their minutes; without
    parts it keeps its minutes."""
    minutes = min(LONGEST_MINUTES, minutes_of(parts))
    values: dict[str, str | int] = {"parts": parts} | ({"minutes": minutes} if minutes else {})
    edit_step(doc, step, source=source, **values)


def set_lead(doc: Document, step: int, style: ThinkingStyle, leads: bool, *, source: object = None) -> None:
    """Say whether a thinking style leads in this step."""
    from_now = [each for each in agenda.leads(doc.row(Step, step)) if each != style]
    edit_step(doc, step, lead=" ".join([*from_now, style] if leads else from_now), source=source)


def take_minutes(doc: Document, minutes: dict[str, int], *, name: str, source: object = None) -> None:
    """Plan with other minutes, by the steps' keys: for example those that the steps really took last year.
    One action."""
    with doc.action(name, source=source) as write:
        for step in agenda.steps(doc):
            if step.key in minutes:
                write.update(Step, step.id, minutes=min(LONGEST_MINUTES, minutes[step.key]))
