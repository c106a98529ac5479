"""Right-to-left text: the embedding level of each character, and the order in which runs stand on the line
(Unicode Standard Annex 9, through python-bidi)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from bidi.algorithm import (
    explicit_embed_and_overrides,
    get_embedding_levels,
    get_empty_storage,
    resolve_implicit_levels,
    resolve_neutral_types,
    resolve_weak_types,
)

_STAND_INS = {"": "a", "LRI": "!", "RLI": "!", "FSI": "!", "PDI": "!", "B": " "}
"""python-bidi knows neither unassigned characters nor isolates and stops at them: what to take in their
place."""

_TURNING = frozenset(("R", "AL", "AN", "RLE", "RLO", "RLI"))


def is_right_to_left(text: str) -> bool:
    """Whether the paragraph starts on the right: the direction of its first letter decides (rules P2 and
    P3)."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def levels(text: str, right_to_left: bool) -> list[int]:
    """One embedding level a character; odd levels run from right to left."""
    ground = int(right_to_left)
    if not right_to_left and not any(unicodedata.bidirectional(letter) in _TURNING for letter in text):
        return [0] * len(text)
    by_place = _resolved(text, ground)
    for place in range(len(text) - 1, -1, -1):
        if not text[place].isspace():
            break
        by_place[place] = ground
    return by_place


def _resolved(text: str, ground: int) -> list[int]:
    storage = get_empty_storage()
    storage["base_level"], storage["base_dir"] = ground, "LR"[ground]
    known = (_STAND_INS.get(unicodedata.bidirectional(letter), letter) for letter in text)
    get_embedding_levels("".join(known), storage)
    for place, letter in enumerate(storage["chars"]):
        letter["place"] = place
    explicit_embed_and_overrides(storage)
    resolve_weak_types(storage)
    resolve_neutral_types(storage, False)
    resolve_implicit_levels(storage, False)
    by_place = [ground] * len(text)
    for letter in storage["chars"]:
        by_place[letter["place"]] = letter["level"]
    return by_place


def visual_order(of_runs: Sequence[int]) -> list[int]:
    """Indices of runs from left to right, given each run's level (rule L2)."""
    order = list(range(len(of_runs)))
    odd = [level for level in of_runs if level % 2]
    if not odd:
        return order
    for level in range(max(of_runs), min(odd) - 1, -1):
        _reverse_stretches(order, [of_runs[place] >= level for place in order])
    return order


def _reverse_stretches(order: list[int], turned: list[bool]) -> None:
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and turned[end]:
            end += 1
        order[start:end] = order[start:end][::-1]
        start = max(end, start + 1)
