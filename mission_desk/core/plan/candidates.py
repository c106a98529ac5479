"""From the day to the three: clusters and notes with dots that may become priorities, and those that did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.file.plan_rows import Origin, Priority
from mission_desk.core.file.rows import Board, Cluster, Note
from mission_desk.core.file.writer import Writer, is_blank
from mission_desk.core.plan import priorities

CandidateKind = Literal["cluster", "note"]


class Candidate(Struct, frozen=True):
    """A cluster with a name, or a note: `words` on one line, the `board` it hangs on, how many `notes` it
    holds and their `dots`. `priority` is what became of it, None where nobody took it up."""

    kind: CandidateKind
    id: int
    words: str
    board: str
    style: str
    notes: int
    dots: int
    priority: int | None


class Proposal(Struct, frozen=True):
    """Words that shall become a priority, and where they came from; `priority` where they are one already."""

    text: str
    note: int | None = None
    cluster: int | None = None
    priority: int | None = None


def candidates(doc: Document) -> list[Candidate]:
    """What has dots and what was taken up, most dots first; clusters before notes with as many. What lies
    face down or is parked is nobody's candidate yet."""
    taken = {(row.note, row.cluster): row.priority for row in doc.rows(Origin, "1 ORDER BY id")}
    offered = [
        candidate
        for board in boards.boards(doc)
        if board.style != "parking"
        for candidate in _on_board(doc, board, taken)
        if candidate.dots or candidate.priority is not None
    ]
    return sorted(offered, key=lambda each: (-each.dots, each.kind))


def _on_board(
    doc: Document, board: Board, taken: dict[tuple[int | None, int | None], int]
) -> Iterator[Candidate]:
    notes = [note for note in boards.notes_on(doc, board.id) if not note.covered]
    members: dict[int | None, list[Note]] = {}
    for note in notes:
        members.setdefault(note.cluster, []).append(note)
    for row in boards.clusters_on(doc, board.id):
        inside = members.get(row.id, [])
        if inside and not is_blank(row.name):
            yield _of_cluster(row, inside, board.title, taken.get((None, row.id)))
    for note in notes:
        if not is_blank(note.text):
            words, priority = " ".join(note.text.split()), taken.get((note.id, None))
            yield Candidate("note", note.id, words, board.title, note.style, 1, note.dots, priority)


def _of_cluster(row: Cluster, notes: Sequence[Note], board: str, priority: int | None) -> Candidate:
    """Its style is the colour it was given, else the style of its notes where they share one."""
    styles = {note.style for note in notes}
    style = row.colour or (styles.pop() if len(styles) == 1 else "")
    dots = sum(note.dots for note in notes)
    return Candidate("cluster", row.id, row.name.strip(), board, style, len(notes), dots, priority)


def origins(doc: Document, priority: int) -> list[Origin]:
    return doc.rows(Origin, "priority = ? ORDER BY id", priority)


def origin_words(doc: Document, priority: int) -> list[str]:
    """The words of the notes and the names of the clusters that it came from."""
    return [_words_of(doc, row) for row in origins(doc, priority)]


def _words_of(doc: Document, row: Origin) -> str:
    if row.note is None:
        return doc.row(Cluster, row.cluster or 0).name
    note = doc.row(Note, row.note)
    return "" if note.covered else note.text  # it lies face down for everybody


def dots_of(doc: Document, priority: int) -> int | None:
    """The dots of what it came from; None where it came from no note."""
    rows = origins(doc, priority)
    return sum(_dots(doc, row) for row in rows) if rows else None


def _dots(doc: Document, row: Origin) -> int:
    if row.note is not None:
        return doc.row(Note, row.note).dots
    return sum(note.dots for note in doc.rows(Note, "cluster = ?", row.cluster))


def proposal(candidate: Candidate) -> Proposal:
    note = candidate.id if candidate.kind == "note" else None
    cluster = candidate.id if candidate.kind == "cluster" else None
    return Proposal(candidate.words, note, cluster, candidate.priority)


def taken_as(doc: Document, proposed: Proposal) -> Priority | None:
    """The priority that it became already."""
    number = proposed.priority
    if number is None and (proposed.note is not None or proposed.cluster is not None):
        where = "note IS ? AND cluster IS ? ORDER BY id"
        taken = doc.rows(Origin, where, proposed.note, proposed.cluster)
        number = taken[0].priority if taken else None
    return doc.find(Priority, number)


def take_up(doc: Document, proposed: Proposal, *, source: object = None) -> int:
    """The words become the first of our three that is not written yet. A fourth wants in: it waits in "Not
    this year" until somebody swaps or parks it. The id of the priority."""
    if present := taken_as(doc, proposed):
        return present.id
    with doc.action("priority.take", source=source) as write:
        ours = priorities.priorities(doc, "team")
        free = next((row for row in ours if not priorities.is_written(row)), None)
        if free is None:
            return insert_waiting(write, proposed)
        write.update(Priority, free.id, text=proposed.text)
        put_origin(write, free.id, proposed)
    return free.id


def insert_waiting(write: Writer, proposed: Proposal) -> int:
    """Inside an action: it wants in."""
    rank = write.next_rank(Priority)
    row = write.insert(Priority, side="team", rank=rank, text=proposed.text, place="wants in")
    put_origin(write, row, proposed)
    return row


def put_origin(write: Writer, priority: int, proposed: Proposal) -> None:
    if proposed.note is not None or proposed.cluster is not None:
        write.insert(Origin, priority=priority, note=proposed.note, cluster=proposed.cluster)
