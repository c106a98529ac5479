"""What may be voted on: drafts, notes, clusters, priorities, free words, and "none of these"; all of them one
shape, so that every rule and every ballot takes them alike."""

from __future__ import annotations

import string
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from mission_desk.core.agenda import agenda
from mission_desk.core.board import boards
from mission_desk.core.file.closed_sets import ChoiceKind
from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Choice, Draft, Note
from mission_desk.core.plan import priorities
from mission_desk.core.room import scene
from mission_desk.core.statement import drafts
from mission_desk.words import tr, trn

ZERO = "0"  # the letter of "none of these"


class Option(Struct, frozen=True):
    """`name` is the letter that the room calls; the ids say which row the words came from."""

    kind: ChoiceKind
    text: str
    name: str = ""
    draft: int | None = None
    note: int | None = None
    cluster: int | None = None
    priority: int | None = None


def draft_options(rows: Sequence[Draft]) -> list[Option]:
    return [
        Option("draft", row.text.strip(), drafts.letter(row), draft=row.id)
        for row in rows
        if row.text.strip()
    ]


def note_options(doc: Document, board: int) -> list[Option]:
    """The notes of a board, cluster by cluster."""
    names = {cluster.id: cluster.name for cluster in boards.clusters_on(doc, board)}
    notes = [note for note in boards.notes_on(doc, board) if note.text.strip()]
    notes.sort(key=lambda note: (note.cluster is None, names.get(note.cluster or 0, ""), note.y, note.x))
    return lettered([Option("note", _line(note), note=note.id, cluster=note.cluster) for note in notes])


def cluster_options(doc: Document, board: int) -> list[Option]:
    counts: dict[int, int] = {}
    for note in boards.notes_on(doc, board):
        counts[note.cluster or 0] = counts.get(note.cluster or 0, 0) + 1
    rows = [row for row in boards.clusters_on(doc, board) if row.id in counts]
    return lettered([Option("cluster", _named(row.name, counts[row.id]), cluster=row.id) for row in rows])


def priority_options(doc: Document) -> list[Option]:
    rows = [row for row in priorities.priorities(doc, "team") if row.text.strip()]
    return lettered([Option("priority", row.text.strip(), priority=row.id) for row in rows])


def free_options(lines: str) -> list[Option]:
    """One option a line."""
    return lettered([Option("free", line.strip()) for line in lines.splitlines() if line.strip()])


def none_option(language: str) -> Option:
    return Option("none", tr("None of these: keep what we have", language), ZERO)


def lettered(options: Sequence[Option]) -> list[Option]:
    """A, B … Z, A1, B1 … for those that have no letter of their own."""
    letters = string.ascii_uppercase
    return [
        option if option.name else replace(option, name=letters[n % 26] + (str(n // 26) if n >= 26 else ""))
        for n, option in enumerate(options)
    ]


def present_words(doc: Document, choice: Choice) -> Option:
    """The option for another round: a draft with the words it has now."""
    row = doc.find(Draft, choice.draft) if choice.draft else None
    text = row.text.strip() if row is not None and row.text.strip() else choice.text
    return Option(choice.kind, text, choice.name, choice.draft, choice.note, choice.cluster, choice.priority)


def usual_dots(options: int) -> int:
    """A third of the options, as many facilitators use, but at least three (with one or two nobody can show
    what they love) and at most nine."""
    return max(3, min(9, round(options / 3)))


def usual_secrecy(doc: Document) -> bool:
    """Whether the note of the open step asks for a secret vote, by the word for it in the room's language."""
    step = agenda.step_now(doc)
    word = tr("secret", scene.workshop(doc).language)
    return step is not None and word.casefold() in step.note.casefold()


def _line(note: Note) -> str:
    return " ".join(note.text.split())


def _named(name: str, notes: int) -> str:
    return f"{name.strip() or tr('Cluster without a name')} · {trn('{n} note', '{n} notes', notes)}"
