"""What the sensor has to know of the workshop: the words of its own lists, what was muted, its customers."""

from __future__ import annotations

from msgspec import Struct


class Room(Struct, frozen=True):
    """`words` were entered by the analysts, `personal` are the facilitator's own, both as people write them.
    `muted` are ids of findings. `customers` are the texts of the Customers board; `names` are those of the
    company and its products: they are never a finding. `others` are the other drafts."""

    words: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
    muted: frozenset[str] = frozenset()
    customers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
