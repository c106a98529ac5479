"""What the sensor has to know of the workshop, and what it reports: a stretch of a text that says little,
with the plain question to ask instead, and signs of a whole statement."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Kind = Literal["buzzword", "room", "personal", "quoted"]
Verdict = Literal["good", "fair", "poor", "none"]


class Room(Struct, frozen=True):
    """The words of the workshop's own lists, what was muted, its customers. `words` were entered by the
    analysts, `personal` are the facilitator's own, both as people write them. `muted` are ids of findings.
    `customers` are the texts of the Customers board; `names` are those of the company and its products: they
    are never a finding. `others` are the other drafts."""

    words: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
    muted: frozenset[str] = frozenset()
    customers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


class Finding(Struct, frozen=True):
    """`text[start:end]` are the `words`. `kind` says which list has them: the program's (buzzword), the
    room's, the person's own; `quoted` are somebody else's words, which are drawn grey and counted nowhere.
    `weight` is 1 (rather say more), 2 (says nothing) or 3 (strike it); `id` is the key by which it is
    muted."""

    start: int
    end: int
    kind: Kind
    category: str
    weight: int
    words: str
    question: str
    tries: tuple[str, ...]
    id: str


class Sign(Struct, frozen=True):
    """One thing that can be said of a whole statement, with the reason for it in one sentence. `key` never
    changes (length, reads, abstract, ands, doer, about, customers, small, courage, same); `name`, `figure`
    and `reason` are in the screen's language. The verdict is `none` where the text gives nothing to judge.
    `spans` are the places of the text (start, end) that the sign is about."""

    key: str
    name: str
    figure: str
    reason: str
    verdict: Verdict
    spans: tuple[tuple[int, int], ...] = ()
