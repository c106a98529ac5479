"""Which lines of the table are picked, where the keys stand, and how both move. It knows no window."""

from __future__ import annotations

from mission_desk.ui.plan.roadmap.columns import ColumnName
from mission_desk.ui.plan.roadmap.lines import Line, Lines


class Picking:
    """`here` is the place of a line, None where there is none; several guidelines can be picked, and an offer
    only by itself."""

    def __init__(self) -> None:
        self.lines = Lines(())
        self.here: int | None = None
        self.column: ColumnName = "text"
        self.picked: frozenset[int] = frozenset()
        self._anchor: int | None = None

    def follow(self, lines: Lines) -> None:
        """The lines are others now; stay with the row, and where it is gone, at its place."""
        row, place = self.row(), self.here
        self.lines = lines
        self.picked &= frozenset(lines.rows())
        if place is None:
            return
        moved = lines.place_of(row)
        if moved is None:
            moved = self._nearest(min(place, len(lines.every) - 1))
            self.picked = self._only(moved)
        self.here = moved

    def _nearest(self, place: int) -> int | None:
        """The line at the place or, where heads of groups stand there, the next one after or before it."""
        after = range(max(0, place), len(self.lines.every))
        before = range(place - 1, -1, -1)
        return next((n for n in (*after, *before) if self.lines.every[n].kind != "group"), None)

    def line(self) -> Line | None:
        if self.here is None or self.here >= len(self.lines.every):
            return None
        return self.lines.every[self.here]

    def row(self) -> int | None:
        """The guideline on which the keys stand."""
        line = self.line()
        return line.row.id if line is not None and line.row is not None else None

    def rows(self) -> list[int]:
        """The picked guidelines in the order of the table."""
        return [row for row in self.lines.rows() if row in self.picked]

    def stand_on(self, place: int | None, *, extend: bool = False) -> None:
        """Pick the line at this place alone or, with `extend`, all from where the picking began."""
        if place is None or not 0 <= place < len(self.lines.every):
            return
        if not extend or self._anchor is None:
            self._anchor = place
            self.picked = self._only(place)
        else:
            low, high = sorted((self._anchor, place))
            self.picked = frozenset(
                line.row.id for line in self.lines.every[low : high + 1] if line.row is not None
            )
        self.here = place

    def _only(self, place: int | None) -> frozenset[int]:
        line = self.lines.every[place] if place is not None else None
        return frozenset({line.row.id}) if line is not None and line.row is not None else frozenset()

    def stand_on_row(self, guideline: int) -> None:
        self.stand_on(self.lines.place_of(guideline))

    def step(self, by: int, *, extend: bool = False) -> None:
        """So many lines up or down; heads of groups are passed over."""
        places = [place for place, line in enumerate(self.lines.every) if line.kind != "group"]
        if not places:
            return
        if self.here is None:
            self.stand_on(places[0])
            return
        at = places.index(self.here) if self.here in places else 0
        self.stand_on(places[max(0, min(len(places) - 1, at + by))], extend=extend)

    def toggle(self, place: int) -> None:
        """Pick this line as well, or no more."""
        self.here = self._anchor = place
        self.picked = self.picked ^ self._only(place)

    def pick_all(self) -> None:
        self.picked = frozenset(self.lines.rows())
        if self.here is None and self.lines.every:
            self.here = self._nearest(0)
