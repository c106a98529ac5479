"""Parts of a step's clock: "10 alone · 15 aloud · 10 cluster". They are shares of the step's minutes, so a
step that is made shorter shortens each of them. Time that a clock is given goes to the part that runs."""

from __future__ import annotations

import re
from itertools import accumulate

from msgspec import Struct

from mission_desk.core.file.rows import Step

BETWEEN = " · "
MOST = 12  # parts
LONGEST_NAME = 24  # characters; the room reads it beside the clock
LONGEST = 240  # characters of all of them together
_APART = re.compile(r"\s*[·•;,|+/\n]\s*")
_PART = re.compile(r"(\d{1,3})\s*(?:min(?:utes|uten)?\b\.?|m\b|′|')?\s*(.*)", re.IGNORECASE)


class Part(Struct, frozen=True):
    """`ends` is how many seconds of the step's clock are left when the part is over."""

    name: str
    minutes: int
    ends: float = 0


def read_parts(text: str) -> str | None:
    """The parts as they are stored; empty where there are none, None where the text cannot be read."""
    written = [each for each in _APART.split(text.strip()) if each]
    read = [_PART.fullmatch(each) for each in written]
    if len(written) > MOST or not all(read):
        return None
    parts = [(int(each[1]), each[2].strip()) for each in read if each]
    if any(not minutes or not name or len(name) > LONGEST_NAME for minutes, name in parts):
        return None
    return BETWEEN.join(f"{minutes} {name}" for minutes, name in parts)


def minutes_of(text: str) -> int:
    """The minutes of all parts of a stored text together."""
    return sum(minutes for minutes, _name in _split(text))


def parts_of(step: Step) -> tuple[Part, ...]:
    """The step's parts, the first first."""
    parts = _split(step.parts)
    whole = sum(minutes for minutes, _name in parts)
    ends = accumulate(minutes for minutes, _name in parts)
    return tuple(
        Part(name, minutes, step.minutes * 60 * (whole - end) / whole)
        for (minutes, name), end in zip(parts, ends, strict=True)
    )


def part_now(parts: tuple[Part, ...], left: float) -> Part | None:
    """The part that runs while so many seconds of the step are left; over time the last one."""
    return next((each for each in parts if left > each.ends), parts[-1] if parts else None)


def _split(text: str) -> list[tuple[int, str]]:
    """What another program wrote into the column may be no parts at all."""
    stored = read_parts(text) or ""
    pairs = (each.split(" ", 1) for each in stored.split(BETWEEN) if each)
    return [(int(minutes), name) for minutes, name in pairs]
