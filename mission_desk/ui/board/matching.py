"""Likeness of notes, worked out in a thread of its own: the nearest of one note (the newest request wins) and
groups of many. Frozen texts in, note ids out; the document never comes here."""

from __future__ import annotations

import sys
import threading
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from mission_desk.core.grouping import Gathering
from mission_desk.language.alike import Trace, nearest, trace
from mission_desk.language.groups import Cancelled, proposed

PATIENCE = 0.0003  # s after which the thread lets the window go on; Python's usual 5 ms would be felt in keys


@dataclass(frozen=True, slots=True)
class Wall:
    """Note ids with their texts, the clusters they are in (None for none), and the clusters' names."""

    notes: tuple[tuple[int, str], ...]
    homes: tuple[int | None, ...]
    names: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    note: int
    percent: int


class Matching(QObject):
    """The thread lives while there is work. It is no Qt thread pool: one that is destroyed while Python code
    runs in it waits for a lock that the destroyer holds."""

    found = Signal(int, object)  # a note, and a tuple of Likeness
    progressed = Signal(int, int)
    proposed = Signal(object)  # a tuple of Gatherings, the largest first
    broke = Signal()  # something failed that should not; what it was is in the log

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._sought: tuple[int, Wall] | None = None
        self._wall: Wall | None = None
        self._runs = False
        self._order = 0  # rises with every order for groups: older ones stop
        self._traces: dict[str, Trace] = {}

    def seek(self, note: int, wall: Wall) -> None:
        with self._lock:
            self._sought = (note, wall)
        self._start()

    def propose(self, wall: Wall) -> None:
        with self._lock:
            self._wall = wall
            self._order += 1
        self._start()

    def cancel(self) -> None:
        """Nobody waits for groups any more."""
        with self._lock:
            self._wall = None
            self._order += 1

    def _start(self) -> None:
        with self._lock:
            if self._runs:
                return
            self._runs = True
        threading.Thread(target=self._work, name="matching").start()

    # from here on in the thread

    def _work(self) -> None:
        ended_well = False
        usual = sys.getswitchinterval()
        sys.setswitchinterval(PATIENCE)
        try:
            while self._turn():
                pass
            ended_well = True
        finally:
            sys.setswitchinterval(usual)
            if not ended_well:  # else nothing would ever be compared again
                with self._lock:
                    self._runs = False
                self._tell("broke")

    def _turn(self) -> bool:
        """The next piece of work; False where there is none."""
        with self._lock:
            sought, self._sought = self._sought, None
            wall, order = self._wall, self._order
            if sought is None:
                self._wall = None
                self._runs = wall is not None
        if sought is not None:
            self._tell("found", sought[0], self._nearest(*sought))
        elif wall is not None:
            self._group(wall, order)
        return sought is not None or wall is not None

    def _tell(self, signal: str, *what: object) -> None:
        """The window may have been closed meanwhile; then nobody listens."""
        try:
            getattr(self, signal).emit(*what)
        except RuntimeError:
            self._order += 1

    def _nearest(self, note: int, wall: Wall) -> tuple[Likeness, ...]:
        """Traces are remembered, but only those of this wall."""
        self._traces = {text: self._traces.get(text) or trace(text) for _, text in wall.notes}
        others = [(number, text) for number, text in wall.notes if number != note]
        sought = next((self._traces[text] for number, text in wall.notes if number == note), None)
        if sought is None:
            return ()
        matches = nearest(sought, [self._traces[text] for _, text in others])
        return tuple(Likeness(others[match.index][0], round(100 * match.likeness)) for match in matches)

    def _group(self, wall: Wall, order: int) -> None:
        def progress(done: int, total: int) -> bool:
            self._tell("progressed", done, total)
            return order == self._order

        texts = [text for _, text in wall.notes] + [name for _, name in wall.names]
        homes = [*wall.homes, *(cluster for cluster, _ in wall.names)]
        try:
            groups = proposed(texts, homes, progress)
        except Cancelled:
            return
        if order == self._order:
            found = (
                Gathering(each.name, tuple(wall.notes[n][0] for n in each.members), each.joins)
                for each in groups
            )
            self._tell("proposed", tuple(found))
