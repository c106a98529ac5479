"""Likeness of notes, worked out in a thread of its own: the nearest of one note (the newest request wins) and
groups of many. Frozen texts in, note ids out; the document never comes here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from mission_desk.core.board.grouping import Gathering
from mission_desk.ui.parts.worker_thread import WorkerThread

if TYPE_CHECKING:
    from mission_desk.language.likeness.similarity import Fingerprint


class Wall(Struct, frozen=True):
    """Note ids with their texts, the clusters they are in (None for none), and the clusters' names."""

    notes: tuple[tuple[int, str], ...]
    homes: tuple[int | None, ...]
    names: tuple[tuple[int, str], ...] = ()


class Likeness(Struct, frozen=True):
    note: int
    percent: int


class Matching(WorkerThread):
    """Compares notes: which are like one of them, and which belong together."""

    likenesses = Signal(int, object)  # a note, and a tuple of Likeness
    progressed = Signal(int, int)
    proposed = Signal(object)  # a tuple of Gatherings, the largest first

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("matching", parent)
        self._sought: tuple[int, Wall] | None = None
        self._wall: Wall | None = None
        self._order = 0  # rises with every order for groups: older ones stop
        self._fingerprints: dict[str, Fingerprint] = {}

    def seek(self, note: int, wall: Wall) -> None:
        with self.lock:
            self._sought = (note, wall)
        self.start_work()

    def propose(self, wall: Wall) -> None:
        with self.lock:
            self._wall = wall
            self._order += 1
        self.start_work()

    def cancel(self) -> None:
        """Stop working out groups: nobody waits for them."""
        with self.lock:
            self._wall = None
            self._order += 1

    # from here on in the thread

    def take_turn(self) -> bool:
        """The next piece of work; False where there is none."""
        with self.lock:
            sought, self._sought = self._sought, None
            wall, order = self._wall, self._order
            if sought is None:
                self._wall = None
                self.busy = wall is not None
        if sought is not None:
            self.tell(Matching.likenesses, sought[0], self._nearest(*sought))
        elif wall is not None:
            self._group(wall, order)
        return sought is not None or wall is not None

    def nobody_listens(self) -> None:
        """Stop working out groups: nobody waits for them."""
        self._order += 1

    def _nearest(self, note: int, wall: Wall) -> tuple[Likeness, ...]:
        """Traces are remembered, but only those of this wall."""
        from mission_desk.language.likeness.similarity import fingerprint, nearest

        self._fingerprints = {
            text: self._fingerprints.get(text) or fingerprint(text) for _, text in wall.notes
        }
        others = [(number, text) for number, text in wall.notes if number != note]
        sought = next((self._fingerprints[text] for number, text in wall.notes if number == note), None)
        if sought is None:
            return ()
        matches = nearest(sought, [self._fingerprints[text] for _, text in others])
        return tuple(Likeness(others[match.index][0], round(100 * match.likeness)) for match in matches)

    def _group(self, wall: Wall, order: int) -> None:
        from mission_desk.language.likeness.groups import Cancelled, proposed

        def progress(done: int, total: int) -> bool:
            self.tell(Matching.progressed, done, total)
            return order == self._order

        texts = [text for _, text in wall.notes] + [name for _, name in wall.names]
        homes = [*wall.homes, *(cluster for cluster, _ in wall.names)]
        try:
            groups = proposed(texts, homes, progress)
        except Cancelled:
            return
        if order == self._order:
            groupings = (
                Gathering(each.name, tuple(wall.notes[n][0] for n in each.members), each.joins)
                for each in groups
            )
            self.tell(Matching.proposed, tuple(groupings))
