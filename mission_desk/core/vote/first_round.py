"""The quick round before anybody talked, beside the round that followed: what it said of the same option."""

from __future__ import annotations

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Choice, Poll
from mission_desk.core.vote import polls
from mission_desk.core.vote.outcome import OptionOutcome, outcome
from mission_desk.core.vote.rounds import quick_first
from mission_desk.words import tr


def before_talking(doc: Document, poll: Poll, language: str | None = None) -> dict[int, OptionOutcome]:
    """By the ids of this closed poll's choices; nothing where no such round came before."""
    first = quick_first(doc, poll)
    if first is None or poll.state == "open":
        return {}
    same = {_what(option.choice): option for option in outcome(doc, first.id, language).options}
    return {choice.id: same[_what(choice)] for choice in polls.choices(doc, poll.id) if _what(choice) in same}


def _what(choice: Choice) -> tuple[object, ...]:
    """What was voted on, also where its words were repaired since."""
    origin = (choice.draft, choice.note, choice.cluster, choice.priority)
    return (choice.kind, *origin) if any(origin) else (choice.kind, choice.text)


def words_before(before: dict[int, OptionOutcome], choice: Choice, language: str | None = None) -> str:
    """What was counted then; of so few secret ballots only the place. Empty where there was no such round."""
    option = before.get(choice.id)
    if option is None:
        return ""
    counted = option.score or tr("Place {n}", language, n=option.place)
    return tr("before we talked: {words}", language, words=counted)
