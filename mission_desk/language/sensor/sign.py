"""A sign: one thing that can be said of a whole statement, with the reason for it in one sentence."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Verdict = Literal["good", "fair", "poor", "none"]


class Sign(Struct, frozen=True):
    """`key` never changes (length, reads, abstract, ands, doer, about, customers, small, courage, same);
    `name`, `figure` and `reason` are in the screen's language. `none` is said where the text gives nothing to
    judge. `spans` are the places of the text (start, end) that the sign speaks of."""

    key: str
    name: str
    figure: str
    reason: str
    verdict: Verdict
    spans: tuple[tuple[int, int], ...] = ()
