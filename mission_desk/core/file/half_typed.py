"""Words that somebody has typed and not handed in yet (Enter was not pressed). They are session state: undo
and the stage never see them, and after a restart they stand where they were typed."""

from __future__ import annotations

import json

from msgspec import Struct

from mission_desk.core.file.document import Document

NAME = "typed"  # of the change that listeners are told; nothing on the screen follows it but its own field
_KEYS = "typed."
_WRITE = "INSERT INTO session VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"
_FORGET = "DELETE FROM session WHERE key = ?"


class HalfTyped(Struct, frozen=True):
    """`about` is what the words belong to, where the place alone does not say it."""

    words: str
    about: dict[str, object]


def half_typed(doc: Document, place: str) -> HalfTyped:
    """The words in the field of that name; empty words where there are none."""
    stored = doc.session_value(_KEYS + place)
    match stored:  # no chain guards the session: a damaged byte must not keep the field empty-handed
        case [str(words), dict(about)]:
            return HalfTyped(words, about)
    return HalfTyped("", {})


def keep(doc: Document, place: str, words: str, about: dict[str, object] | None = None) -> None:
    """Store the words at once; empty words remove the entry. SQLite overwrites removed bytes in the file
    with zeros (https://sqlite.org/pragma.html#pragma_secure_delete)."""
    if not words and doc.session_value(_KEYS + place) is None:
        return
    with doc.aside(NAME) as write:
        if words:
            write.run(_WRITE, _KEYS + place, json.dumps([words, about or {}], ensure_ascii=False))
        else:
            write.run(_FORGET, _KEYS + place)
