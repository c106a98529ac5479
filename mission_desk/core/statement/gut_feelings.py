"""Gut feelings: every seat gives 0 to 10 and one word before anybody argues. Nobody sees any of them until
all are in. After a rewording the room is asked again and the change is shown."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Draft, Feeling, Gut, Seat
from mission_desk.core.file.writer import Writer
from mission_desk.core.room.people import seats
from mission_desk.words import tr
from mission_desk.written import with_one_place

HIGHEST = 10
WORDS_SHOWN = 6


class Strip(Struct, frozen=True):
    """What the room may see: how many seats said each of 0 to 10, the words said most, the mean, and its
    change since the wording before (None where nobody was asked then)."""

    counts: tuple[int, ...]
    words: tuple[str, ...]
    mean: float
    change: float | None


def newest(doc: Document, draft: int) -> Gut | None:
    rows = doc.rows(Gut, "draft = ? ORDER BY id DESC LIMIT 1", draft)
    return rows[0] if rows else None


def ask(doc: Document, draft: int, *, source: object = None) -> int:
    """Ask the room about the draft's present words."""
    text = doc.row(Draft, draft).text.strip()
    if not text:
        raise KnownError(tr("There are no words yet that anybody could feel about."))
    with doc.action("gut.ask", source=source) as write:
        return write.insert(Gut, draft=draft, text=text, shown=0, at=int(doc.now()))


def waiting(doc: Document, gut: int) -> list[Seat]:
    """Seats that have not said theirs, in order."""
    answered = {seat for (seat,) in doc.records("SELECT seat FROM feeling WHERE gut = ?", gut)}
    return [seat for seat in seats(doc) if seat.id not in answered]


def count(doc: Document, gut: int) -> int:
    return int(doc.value("SELECT count(*) FROM feeling WHERE gut = ?", gut))


def record_feeling(
    doc: Document, gut: int, seat: int, score: int, word: str = "", *, source: object = None
) -> None:
    """Store one seat's feeling, 0 to 10, and one word; a second one replaces the first. The last seat's
    feeling uncovers all of them."""
    if not 0 <= score <= HIGHEST:
        raise KnownError(tr("A gut feeling is a number from 0 to {n}.", n=HIGHEST))
    with doc.action("gut.feel", source=source) as write:
        for old in doc.rows(Feeling, "gut = ? AND seat = ?", gut, seat):
            write.delete(Feeling, old.id)
        write.insert(Feeling, gut=gut, seat=seat, score=score, word=_one_word(word))
        _uncover_when_full(doc, write, gut)


def _uncover_when_full(doc: Document, write: Writer, gut: int) -> None:
    if not waiting(doc, gut):
        write.update(Gut, gut, shown=1)


def _one_word(word: str) -> str:
    return " ".join(word.split()[:2])[:40]


def show(doc: Document, gut: int, *, source: object = None) -> None:
    """Uncover the feelings, though some seats are still missing."""
    with doc.action("gut.show", source=source) as write:
        write.update(Gut, gut, shown=1)


def strip(doc: Document, gut: Gut) -> Strip | None:
    """The strip of feelings; None while it is covered, because nobody may see a part of it."""
    if not gut.shown or not count(doc, gut.id):
        return None
    scores = _scores(doc, gut.id)
    before = doc.rows(Gut, "draft = ? AND id < ? AND shown = 1 ORDER BY id DESC LIMIT 1", gut.draft, gut.id)
    earlier = _scores(doc, before[0].id) if before else []
    mean = sum(scores) / len(scores)
    change = mean - sum(earlier) / len(earlier) if earlier else None
    by_score = Counter(scores)
    counts = tuple(by_score[score] for score in range(HIGHEST + 1))
    return Strip(counts, _words(doc, gut.id), mean, change)


def _scores(doc: Document, gut: int) -> list[int]:
    return [score for (score,) in doc.records("SELECT score FROM feeling WHERE gut = ?", gut)]


def _words(doc: Document, gut: int) -> tuple[str, ...]:
    given = [row.word for row in doc.rows(Feeling, "gut = ? AND word <> '' ORDER BY score DESC, id", gut)]
    most = Counter(word.casefold() for word in given)
    distinct = dict.fromkeys(sorted(given, key=lambda word: -most[word.casefold()]))
    return tuple({word.casefold(): word for word in distinct}.values())[:WORDS_SHOWN]


def on_stage(doc: Document) -> bool:
    """The facilitator wants the strip on the stage beside the words. Off until it is asked for."""
    return bool(doc.session_value("gut.stage"))


def turn_on_stage(doc: Document, *, source: object = None) -> None:
    """On where it was off, and off where it was on."""
    doc.keep("gut.stage", not on_stage(doc), source=source)


def mean_words(feelings: Strip, language: str | None = None) -> str:
    """ "7.4 on average · 2.1 more than for the wording before"."""
    mean = with_one_place(feelings.mean, language)
    if feelings.change is None:
        return tr("{mean} on average", language, mean=mean)
    change = with_one_place(abs(feelings.change), language)
    if feelings.change >= 0:
        return tr("{mean} on average · {n} more than for the wording before", language, mean=mean, n=change)
    return tr("{mean} on average · {n} less than for the wording before", language, mean=mean, n=change)
