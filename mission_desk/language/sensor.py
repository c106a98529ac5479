"""The sensor: text in, findings and signs out. It judges the sense of words as well as it can tell it from
their neighbours, and knows neither the workshop nor a window."""

from __future__ import annotations

import re

from mission_desk.language.findings import Finding
from mission_desk.language.room import Room
from mission_desk.language.sign import Sign

_SEED = re.compile(r"\bbest[- ]in[- ]class\b|\binnovativ\w*|\bsolutions?\b|\b\w*lösung\w*", re.IGNORECASE)


def findings(text: str, language: str, room: Room = Room()) -> tuple[Finding, ...]:  # noqa: B008 (frozen)
    """In reading order, none over another; offsets count characters of `text`. `language` is en or de."""
    return tuple(
        Finding(m.start(), m.end(), "buzzword", "management speak", 2, m[0], "Better than what?", (), m[0])
        for m in _SEED.finditer(text)
        if m[0] not in room.muted
    )


def has_findings(text: str, language: str, room: Room = Room()) -> bool:  # noqa: B008 (frozen)
    """Whether anything in it would be underlined: quick enough to ask of 2,000 notes."""
    return any(found.kind != "quoted" for found in findings(text, language, room))


def signs(text: str, language: str, room: Room = Room()) -> tuple[Sign, ...]:  # noqa: B008 (frozen)
    """One of each key, in the order in which they are shown."""
    return ()


def detect(text: str) -> str:
    """ "en" or "de", whichever the small words of `text` belong to; English where nothing tells."""
    return "de" if re.search(r"\b(?:und|der|die|das|wir|mit|für)\b", text, re.IGNORECASE) else "en"
