"""One proposed cluster: ticked or not, with a name that can be changed and the notes it would hold."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mission_desk.core.board.grouping import Gathering
from mission_desk.core.file.rows import Note
from mission_desk.ui.board.side.looks_alike import shortened
from mission_desk.ui.parts.cards import Card, row
from mission_desk.ui.parts.checkbox import Checkbox
from mission_desk.ui.parts.fields import LineField
from mission_desk.ui.parts.labels import label
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

SHOWN = 5  # notes; the rest is a number


class ProposalCard(Card):
    """`changed` tells that a tick was set or taken. `home` is the name of the older cluster it joins."""

    changed = Signal()

    def __init__(self, place: Workplace, gathering: Gathering, home: str, notes: Mapping[int, Note]) -> None:
        super().__init__(spacing=2)
        self._gathering = gathering
        self.tick = Checkbox(place.tokens)
        self.tick.setChecked(True)
        self.tick.toggled.connect(self.changed)
        self.name = LineField(tr("Name of the cluster"), "name")
        self.name.keep_in(place.unwritten, "group." + ",".join(map(str, sorted(gathering.notes))))
        self.name.setText(self.name.text() or gathering.name)
        self.name.setCursorPosition(0)  # else a long name shows its end
        self.name.setAccessibleName(tr("Name of the cluster"))
        head = row(self.tick, spacing=4)
        self.stops: list[QWidget] = [self.tick, self.name][: 2 if gathering.cluster is None else 1]  # of Tab
        if gathering.cluster is None:
            head.addWidget(self.name, 1)
        else:
            head.addWidget(label(tr("Into “{name}”", name=home), "strong", wrap=True), 1)
        self.tick.setAccessibleName(gathering.name or tr("Into “{name}”", name=home))
        self.column.addLayout(head)
        self._lines = [label("", "quiet", wrap=True) for _ in range(SHOWN)]
        for line in self._lines:
            self.column.addWidget(line)
        self._more = label("", "tiny")
        self.column.addWidget(self._more)
        self._left: tuple[int, ...] = ()
        self._fill(notes)

    def follow(self, notes: Mapping[int, Note]) -> None:
        """`notes` are those of the board as they are now: what is gone or grouped by now is left out."""
        self._fill(notes)
        self.setVisible(self._is_whole())

    def _fill(self, notes: Mapping[int, Note]) -> None:
        rows = [notes[number] for number in self._gathering.notes if number in notes]
        loose = [note for note in rows if note.cluster is None]
        self._left = tuple(note.id for note in loose)
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(loose))
            line.setText(shortened(loose[place].text) if place < len(loose) else "")
        rest = len(loose) - SHOWN
        self._more.setVisible(rest > 0)
        self._more.setText(tr("and {n} more", n=rest))

    def _is_whole(self) -> bool:
        return len(self._left) >= (2 if self._gathering.cluster is None else 1)

    def gathering(self) -> Gathering | None:
        """The group as it is wanted now; None without its tick, or where too few notes are left."""
        if not (self.tick.isChecked() and self._is_whole()):
            return None
        return replace(
            self._gathering, name=self.name.text().strip() or self._gathering.name, notes=self._left
        )
