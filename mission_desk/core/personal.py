"""Words that this person keeps from one workshop to the next, in plain files of their own: words they call
empty, and words that are spelt rightly though no dictionary has them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Literal

from mission_desk.paths import data_dir

List = Literal["empty-words", "dictionary"]


def personal_words(kept: List) -> tuple[str, ...]:
    """In the order they were added. A file that cannot be read is as good as none."""
    with suppress(OSError, UnicodeDecodeError):
        lines = _file(kept).read_text("utf-8").splitlines()
        return tuple(line.strip() for line in lines if line.strip())
    return ()


def add_personal(kept: List, words: str) -> None:
    """Known from now on, in every workshop. A folder that cannot be written must not stop the day."""
    plain = " ".join(words.split())
    present = personal_words(kept)
    if plain and plain.casefold() not in {word.casefold() for word in present}:
        _write(kept, (*present, plain))


def remove_personal(kept: List, words: str) -> None:
    _write(kept, tuple(word for word in personal_words(kept) if word != words))


def _write(kept: List, words: tuple[str, ...]) -> None:
    with suppress(OSError):
        fresh = _file(kept).with_suffix(".new")
        fresh.write_text("".join(f"{word}\n" for word in words), "utf-8")
        fresh.replace(_file(kept))


def _file(kept: List) -> Path:
    return data_dir() / f"{kept}.txt"
