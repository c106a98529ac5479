"""Words that this person keeps from one workshop to the next, in plain files of their own: words they call
empty, and words that are spelt rightly though no dictionary has them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Literal, get_args

from mission_desk.own_files import (
    SetAside,
    UnusableError,
    read_own_text,
    set_aside_unusable,
    write_own,
)
from mission_desk.paths import data_dir

List = Literal["empty-words", "dictionary"]


def set_aside_lists() -> list[SetAside]:
    """Rename the lists that cannot be read, so that new ones can be written."""
    return [
        aside
        for word_list in get_args(List)
        for aside in set_aside_unusable(words_file(word_list), read_own_text)
    ]


def personal_words(word_list: List) -> tuple[str, ...]:
    """In the order they were added. A file that cannot be read is as good as none."""
    try:
        lines = (read_own_text(words_file(word_list)) or "").splitlines()
    except UnusableError:
        return ()
    return tuple(line.strip() for line in lines if line.strip())


def add_personal(word_list: List, words: str) -> None:
    """Add the words to the list; every workshop knows them from now on. A folder that cannot be written
    raises nothing, because that must not stop the day."""
    plain = " ".join(words.split())
    present = personal_words(word_list)
    if plain and plain.casefold() not in {word.casefold() for word in present}:
        _write(word_list, (*present, plain))


def remove_personal(word_list: List, words: str) -> None:
    _write(word_list, tuple(word for word in personal_words(word_list) if word != words))


def _write(word_list: List, words: tuple[str, ...]) -> None:
    set_aside_unusable(words_file(word_list), read_own_text)
    with suppress(OSError):
        write_own(words_file(word_list), "".join(f"{word}\n" for word in words).encode())


def words_file(word_list: List) -> Path:
    return data_dir() / f"{word_list}.txt"
