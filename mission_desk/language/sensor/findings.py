"""What the sensor reports: a stretch of a text, why it says little, and the plain question to ask instead."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Kind = Literal["buzzword", "room", "personal", "quoted"]


class Finding(Struct, frozen=True):
    """`text[start:end]` are the `words`. `kind` says which list knows them: the program's (buzzword), the
    room's, the person's own; `quoted` is somebody else's voice: to be drawn grey, counted nowhere. `weight`
    is 1 (rather say more), 2 (says nothing) or 3 (strike it); `id` is what it is muted by."""

    start: int
    end: int
    kind: Kind
    category: str
    weight: int
    words: str
    question: str
    tries: tuple[str, ...]
    id: str
