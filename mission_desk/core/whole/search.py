"""Find words in everything the group wrote: notes, drafts, the road map, priorities. A plain scan over folded
text that is read once: a hundred thousand notes take a thirtieth of a second, so the file needs no index that
could become wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from mission_desk.core.board import boards, places
from mission_desk.core.file.document import Document
from mission_desk.core.file.plan_rows import Guideline, Priority
from mission_desk.core.file.rows import Draft
from mission_desk.core.statement.drafts import letter
from mission_desk.language.word_search import matches, searchable, typed_words

_READABLE = "SELECT y, h, x, id, text FROM note WHERE board = ? AND covered = 0"


HitKind = Literal["note", "draft", "guideline", "priority"]


class Hit(Struct, frozen=True):
    """`place` says where it is (a board's title, a draft's
    letter, a role)."""

    kind: HitKind
    id: int
    board: str
    place: str
    text: str


class Written:
    """Everything that was written, as it was when this object was made."""

    def __init__(self, doc: Document) -> None:
        self._all = [(hit, searchable(text)) for hit, text in _everything(doc)]

    def find(self, typed: str) -> list[Hit]:
        """The texts in which every typed word is the beginning of a word (every typed #word of a tag): notes
        in reading order, then drafts, road map and priorities."""
        wanted = typed_words(typed)
        return [hit for hit, text in self._all if matches(text, wanted)] if wanted else []


def find(doc: Document, typed: str) -> list[Hit]:
    """A single search; for several ones make a Written and use it again."""
    return Written(doc).find(typed)


def _everything(doc: Document) -> Iterator[tuple[Hit, str]]:
    """Everything that a search can return, each with the text that is searched."""
    for board in boards.boards(doc):  # plain tuples: ten thousand whole rows take three times as long
        hung = [(places.row_of(y, h), *rest) for y, h, *rest in doc.records(_READABLE, board.id)]
        for _row, _x, number, text in sorted(hung):
            yield Hit("note", number, board.key, board.title, text), text
    for draft in doc.rows(Draft, "1 ORDER BY rank"):
        yield Hit("draft", draft.id, "", letter(draft), draft.text), f"{draft.name}\n{draft.text}"
    for row in doc.rows(Guideline, "1 ORDER BY rank"):
        words = "\n".join((row.role, row.text, row.measure, row.goal, row.data, row.evaluation, row.owner))
        yield Hit("guideline", row.id, "", row.role, row.text), words
    for priority in doc.rows(Priority, "1 ORDER BY side, rank"):
        yield Hit("priority", priority.id, "", "", priority.text), priority.text
