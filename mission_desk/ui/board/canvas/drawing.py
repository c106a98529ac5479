"""Draws any part of the board at any scale: ground, regions, clusters, notes; without those that are being
dragged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from mission_desk.core.board import places
from mission_desk.core.board.places import Box
from mission_desk.core.file.rows import Note
from mission_desk.ui.board.canvas.painter import BoardPainter
from mission_desk.ui.board.model import BoardModel
from mission_desk.words import trn

DIM = 0.18  # opacity of what is left in the background
TOGETHER = 128  # notes far away that are drawn in one step
REACH = 16  # canvas units by which a note's shadow and badge stand out


class BoardDrawing:
    """`absent` are notes that are not drawn: dragged, or being edited in place."""

    def __init__(self, model: BoardModel, painter: BoardPainter) -> None:
        self._model, self._painter = model, painter
        self.absent: frozenset[int] = frozenset()

    def rest(self, painter: QPainter, box: Box, scale: float) -> Iterator[None]:
        """Draw everything in `box` that does not move, and yield after a few notes so that no frame waits."""
        board = self._model.board
        background = board.background if board is not None else ""
        self._painter.ground.paint(painter, QRectF(box.x, box.y, box.w, box.h), scale, background)
        for region in self._model.regions:
            if Box(region.x, region.y, region.w, region.h).overlaps(box):
                self._painter.ground.region(painter, region, scale, active=False)
        if self._model.axes is not None:
            self._painter.ground.axes(painter, self._model.axes, scale)
        for cluster, frame in self._model.frames.items():
            if frame.grown(2).overlaps(box) and not self._is_absent(cluster):
                self._cluster(painter, cluster, frame, scale)
        yield
        yield from self._notes(painter, self._model.notes_near(box.grown(REACH)), scale, self.absent)

    def draw_lifted(self, painter: QPainter, notes: frozenset[int], scale: float) -> None:
        """The dragged notes, with the frames of clusters that are dragged whole."""
        lifted = (self._model.notes[note] for note in notes)
        seen = (note for note in lifted if not self._model.is_folded(note.cluster))
        rows = sorted(seen, key=attrgetter("z", "id"))
        for cluster, frame in self._model.frames.items():
            members = self._model.members(cluster)
            if members and notes.issuperset(members):
                self._cluster(painter, cluster, frame, scale)
        for _ in self._notes(painter, rows, scale, frozenset()):
            pass

    def rings(self, painter: QPainter, notes: Iterable[Note], scale: float) -> None:
        """What marks the selection, over everything else; a folded cluster is one thing."""
        for box in self._worries_by_box(notes):
            self._painter.marks.ring(painter, box, scale)

    def badges(self, painter: QPainter, notes: Iterable[Note]) -> None:
        """The concerns of selected notes, over what marks them."""
        for box, worries in self._worries_by_box(notes).items():
            if worries:
                self._painter.marks.badge(painter, box, worries)

    def _worries_by_box(self, notes: Iterable[Note]) -> dict[Box, int]:
        worries: dict[Box, int] = {}
        for note in notes:
            box = self._model.shown_box(note)
            worries[box] = worries.get(box, 0) + self._model.worries.get(note.id, 0)
        return worries

    def sized(self, painter: QPainter, note: Note, scale: float) -> None:
        """The note that is being made larger or smaller, as it would be."""
        self._painter.note(painter, note, scale)
        self._painter.marks.ring(painter, places.box_of(note), scale)
        self._painter.marks.handles(painter, places.box_of(note), scale)

    def _notes(
        self, painter: QPainter, notes: list[Note], scale: float, absent: frozenset[int]
    ) -> Iterator[None]:
        shown = [note for note in notes if note.id not in absent]
        dimmed = self._model.dimmed
        if dimmed:  # what is lit lies over it
            painter.setOpacity(DIM)
            yield from self._plain_notes(painter, [note for note in shown if note.id in dimmed], scale)
            painter.setOpacity(1)
            shown = [note for note in shown if note.id not in dimmed]
        yield from self._plain_notes(painter, shown, scale)

    def _plain_notes(self, painter: QPainter, shown: list[Note], scale: float) -> Iterator[None]:
        if self._painter.is_far(scale):
            for start in range(0, len(shown), TOGETHER):
                self._painter.far_notes(painter, shown[start : start + TOGETHER], scale)
                yield
            return
        for note in shown:
            self._painter.note(painter, note, scale)
            if worries := self._model.worries.get(note.id, 0):
                self._painter.marks.badge(painter, places.box_of(note), worries)
            yield

    def _cluster(self, painter: QPainter, cluster: int, frame: Box, scale: float) -> None:
        row = self._model.clusters[cluster]
        titles = (row.name,) if row.folded else self.titles(cluster)
        self._painter.ground.cluster(painter, row, titles, self.counts(cluster), frame, scale)
        inside = self._model.members(cluster) if row.folded else frozenset()
        if worries := sum(self._model.worries.get(note, 0) for note in inside):
            self._painter.marks.badge(painter, frame, worries)

    def titles(self, cluster: int) -> tuple[str, ...]:
        """The cluster's name with what its notes come to, "No one waits alone · 6 · 12 dots", and shorter
        where that has no room: the name is the last to be cut."""
        name, dots = self._model.clusters[cluster].name, self._model.dots.get(cluster, 0)
        words = f"{name} · {len(self._model.members(cluster))}"
        return (f"{words} · {trn('{n} dot', '{n} dots', dots)}", words, name) if dots else (words, name)

    def counts(self, cluster: int) -> tuple[str, ...]:
        """How many notes and dots, "6 notes · 12 dots", and shorter."""
        notes, dots = len(self._model.members(cluster)), self._model.dots.get(cluster, 0)
        words = trn("{n} note", "{n} notes", notes)
        return (f"{words} · {trn('{n} dot', '{n} dots', dots)}", words) if dots else (words,)

    def _is_absent(self, cluster: int) -> bool:
        members = self._model.members(cluster)
        return bool(members) and bool(self.absent) and self.absent.issuperset(members)

    def box_of(self, notes: Iterable[int]) -> Box | None:
        """Around these notes and the frames that go with them."""
        ids = frozenset(notes)
        boxes = [self._model.shown_box(self._model.notes[note]) for note in ids if note in self._model.notes]
        for cluster, frame in self._model.frames.items():
            if ids.issuperset(self._model.members(cluster)):
                boxes.append(frame)
        return places.bounds(boxes)
