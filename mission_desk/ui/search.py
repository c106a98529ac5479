"""The words that are searched for in the whole workshop, and the hit that was shown last. Both belong to the
window: nothing is written, the next start does not know them, and the room never sees them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from mission_desk.core.file.document import Changes, Document
from mission_desk.core.whole.search import Hit, Written
from mission_desk.ui.follower import Follower


class Search(QObject):
    """`changed` when other words are looked for, or none, or the walk stands elsewhere; `at` is the place of
    the hit that was shown last, None before any."""

    changed = Signal()

    def __init__(self, doc: Document, follower: Follower) -> None:
        super().__init__(follower)
        self._doc = doc
        self._written: Written | None = None
        self._stale = False
        self.words = ""
        self.hits: list[Hit] = []
        self.at: int | None = None
        follower.follow(self._follow)

    def look_for(self, words: str) -> list[Hit]:
        """Everything that these words find; none end the search."""
        if self._written is None:
            self._written = Written(self._doc)
        self.words, self.at, self._stale = words.strip(), None, False
        self.hits = self._written.find(words)
        self.changed.emit()
        return self.hits

    def end(self) -> None:
        if self.words:
            self.look_for("")

    def take(self, hit: Hit) -> None:
        """Go on from this hit."""
        self.at = self.hits.index(hit) if hit in self.hits else None
        self.changed.emit()

    def step(self, by: int) -> Hit | None:
        """The next hit or the one before, round and round; None where there is none."""
        if self._stale:
            self._look_again()
        if not self.hits:
            return None
        here = self.at if self.at is not None else (-1 if by > 0 else 0)
        self.at = (here + by) % len(self.hits)
        self.changed.emit()
        return self.hits[self.at]

    def _look_again(self) -> None:
        """Search again after a change; the walk goes on from the same row if it is still a hit."""
        shown = self.hits[self.at] if self.at is not None and self.at < len(self.hits) else None
        place = self.at
        self.look_for(self.words)
        if shown is not None:
            same = (n for n, hit in enumerate(self.hits) if (hit.kind, hit.id) == (shown.kind, shown.id))
            self.at = next(same, min(place or 0, len(self.hits)) - 1)

    def _follow(self, changes: Changes) -> None:
        """Search again only when somebody asks: typing must not wait for a search that is still shown."""
        if changes.kind != "aside":
            self._written, self._stale = None, True
