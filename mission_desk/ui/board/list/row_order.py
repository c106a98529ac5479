"""Which note stands in which line of a list: a sorted list of keys that is changed note by note, so that one
change among ten thousand notes costs two binary searches. It knows no Qt."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

Key = tuple[object, ...]
"""What a note is sorted by; all keys of an order compare, and none is there twice."""


class RowOrder:
    """Ascending by key, or the other way round where it is `turned`."""

    def __init__(self) -> None:
        self.turned = False
        self._keys: list[tuple[Key, int]] = []
        self._of: dict[int, Key] = {}

    def __len__(self) -> int:
        return len(self._keys)

    def fill(self, keys: Iterable[tuple[int, Key]], *, turned: bool) -> None:
        """(note, key) of every note."""
        self.turned = turned
        self._of = dict(keys)
        self._keys = sorted((key, note) for note, key in self._of.items())

    def key(self, note: int) -> Key | None:
        return self._of.get(note)

    def note(self, row: int) -> int:
        return self._keys[len(self._keys) - 1 - row if self.turned else row][1]

    def row(self, note: int) -> int | None:
        key = self._of.get(note)
        return None if key is None else self._seen(bisect_left(self._keys, (key, note)), len(self._keys))

    def place(self, note: int, key: Key) -> int:
        """The row that the note would take with this key, were it not in the list."""
        at, now = bisect_left(self._keys, (key, note)), self._of.get(note)
        count = len(self._keys) - (now is not None)
        if now is not None and (now, note) < (key, note):
            at -= 1
        return self._seen(at, count + 1)

    def put(self, note: int, key: Key) -> None:
        self.drop(note)
        self._of[note] = key
        insort(self._keys, (key, note))

    def drop(self, note: int) -> None:
        key = self._of.pop(note, None)
        if key is not None:
            del self._keys[bisect_left(self._keys, (key, note))]

    def _seen(self, at: int, count: int) -> int:
        """The row of a place in the ascending list of `count`."""
        return count - 1 - at if self.turned else at
