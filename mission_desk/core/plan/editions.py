"""The review a year later: a new edition that starts from last year's file and asks of every promise whether
it lived."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import asdict

from mission_desk.core.agenda.methods import method, usual_title
from mission_desk.core.agenda.real_times import LAST_MINUTES, real_minutes
from mission_desk.core.file.closed_sets import GivenAnswer, Side, Subject, ThinkingStyle
from mission_desk.core.file.document import Document
from mission_desk.core.file.plan_rows import Priority
from mission_desk.core.file.rows import Seat, Verdict, Workshop
from mission_desk.core.file.writer import Writer
from mission_desk.core.plan import priorities, roadmap
from mission_desk.core.room import scene
from mission_desk.core.statement import drafts

OF_ONE_YEAR = frozenset({"id", "title", "method", "language", "day", "starts", "last_year", "ends", "lot"})
"""The columns of the workshop that a new edition has of its own; it takes over all others."""


class LastYear(Struct, frozen=True):
    """What a new edition takes over from the file of the year before."""

    workshop: Workshop
    statement: str
    company: tuple[str, ...]
    team: tuple[str, ...]
    guidelines: tuple[str, ...]
    seats: tuple[tuple[str, ThinkingStyle], ...]
    minutes: tuple[tuple[str, int], ...] = ()  # key of a step, and what it really took


def read_edition(doc: Document) -> LastYear:
    chosen = drafts.chosen(doc)
    return LastYear(
        workshop=scene.workshop(doc),
        statement=chosen.text.strip() if chosen else "",
        company=tuple(row.text for row in priorities.priorities(doc, "company")),
        team=tuple(row.text for row in priorities.priorities(doc, "team")),
        guidelines=tuple(f"{row.role}: {row.text}" for row in roadmap.written_guidelines(doc)),
        seats=tuple((seat.name, seat.style) for seat in doc.rows(Seat, "1 ORDER BY number")),
        minutes=real_minutes(doc),
    )


def promises(last: LastYear) -> list[tuple[Subject, str]]:
    """(subject, words) of everything that was promised, statement first."""
    every_promise: list[tuple[Subject, str]] = [("statement", last.statement)]
    every_promise += [("priority", text) for text in last.team]
    every_promise += [("guideline", text) for text in last.guidelines]
    return [(subject, text) for subject, text in every_promise if text.strip()]


def continue_edition(doc: Document, last: LastYear) -> None:
    """Fill a fresh workshop with last year's set-up and its promises to review. It ends in a barrier, so
    Undo does not reach into it."""
    new, old = scene.workshop(doc), last.workshop
    # A name of its own: with last year's, two workshops of one name stood in the list of recent ones.
    title = usual_title(method(new.method), new.language, old.team)
    carried = {name: value for name, value in asdict(old).items() if name not in OF_ONE_YEAR}
    with doc.action("edition.start") as write:
        write.update(Workshop, 1, title=title, last_year=last.statement, **carried)
        _write_priorities(doc, write, last)
        for rank, (subject, promise) in enumerate(promises(last)):
            write.insert(Verdict, subject=subject, rank=rank, promise=promise, answer="", text="")
        for seat in doc.rows(Seat):
            write.delete(Seat, seat.id)
        for number, (name, style) in enumerate(last.seats, 1):
            write.insert(Seat, number=number, name=name, style=style)
    doc.barrier("edition.ready")
    doc.keep(LAST_MINUTES, dict(last.minutes))


def _write_priorities(doc: Document, write: Writer, last: LastYear) -> None:
    texts_of: dict[Side, tuple[str, ...]] = {"company": last.company, "team": last.team}
    for side, texts in texts_of.items():
        for row, text in zip(priorities.priorities(doc, side), texts, strict=False):
            write.update(Priority, row.id, text=text)


def verdicts(doc: Document) -> list[Verdict]:
    return doc.rows(Verdict, "1 ORDER BY rank, id")


def judge(doc: Document, verdict: int, answer: GivenAnswer, *, source: object = None) -> None:
    """Store the answer: one of ANSWERS, or empty to take it back."""
    with doc.action("verdict.judge", source=source) as write:
        write.update(Verdict, verdict, answer=answer)


def write_verdict(doc: Document, verdict: int, text: str, *, source: object = None) -> None:
    """Store what the group saw of the promise this year."""
    with doc.action("verdict.tell", merge=f"verdict:{verdict}", source=source) as write:
        write.update(Verdict, verdict, text=text)


def add_promise(doc: Document, subject: Subject, promise: str, *, source: object = None) -> int:
    """Add a promise by hand, where last year's file is not there."""
    with doc.action("verdict.add", source=source) as write:
        rank = write.next_rank(Verdict)
        return write.insert(Verdict, subject=subject, rank=rank, promise=promise.strip(), answer="", text="")


def remove_promise(doc: Document, verdict: int, *, source: object = None) -> None:
    with doc.action("verdict.remove", source=source) as write:
        write.delete(Verdict, verdict)
