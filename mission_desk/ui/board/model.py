"""The rows of the board in sight, kept up to date from the document's changes, row by row: ten thousand notes
are read once. It never asks for a change itself, and returns which parts of the canvas look different now."""

from __future__ import annotations

from msgspec.structs import replace

from mission_desk.core.board import boards, places, regions
from mission_desk.core.board.axes import Axes, axes_of
from mission_desk.core.board.places import Box
from mission_desk.core.file.document import Change, Changes, Document
from mission_desk.core.file.rows import Board, Cluster, Note, Region
from mission_desk.core.statement import concerns
from mission_desk.ui.board.note_grid import Grid

EVERYWHERE = Box(-(10**7), -(10**7), 2 * 10**7, 2 * 10**7)
TABLES = ("note", "cluster", "region", "concern", "board")


class BoardModel:
    """`notes` by id; `frames` the box of every cluster, `dots` their sums; `worries` note id -> open
    concerns; `dimmed` the notes that a filter or a search leaves in the background, `covered` those that lie
    face down. Notes of a folded cluster are among `notes`, but lie nowhere: its head stands for them."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self.board: Board | None = None
        self.notes: dict[int, Note] = {}
        self.clusters: dict[int, Cluster] = {}
        self.frames: dict[int, Box] = {}
        self.dots: dict[int, int] = {}
        self.regions: list[Region] = []
        self.axes: Axes | None = None
        self.worries: dict[int, int] = {}
        self.dimmed: frozenset[int] = frozenset()
        self.covered: set[int] = set()
        self._members: dict[int, set[int]] = {}
        self._folded: set[int] = set()
        self._grid = Grid()

    # keeping up

    def show(self, board: Board) -> None:
        """Read everything of this board."""
        self.board = board
        self.regions = regions.regions_on(self._doc, board.id)
        self.axes = axes_of(board, self.regions)
        self.clusters = {cluster.id: cluster for cluster in boards.clusters_on(self._doc, board.id)}
        self.worries = concerns.open_counts(self._doc, board.id)
        self.notes, self._members, self._folded, self._grid = {}, {}, set(), Grid()
        self.covered = set()
        for note in boards.notes_on(self._doc, board.id):
            self._put(note)
        self.frames = {}
        for cluster in self._members:
            self._frame(cluster)

    def follow(self, changes: Changes) -> list[Box]:
        """Read what was committed; returns the boxes of the canvas that look different now."""
        if self.board is None or not changes.touches(*TABLES):
            return []
        if changes.touches("region", "board"):
            self.show(self._doc.find(Board, self.board.id) or self.board)
            return [EVERYWHERE]
        return [*self._follow_rows(changes), *self._follow_worries(changes)]

    def dim(self, notes: frozenset[int]) -> list[Box]:
        """Put these notes into the background; returns the boxes that look different now."""
        differ, self.dimmed = self.dimmed ^ notes, notes
        return [places.box_of(self.notes[note]) for note in differ if note in self.notes]

    def _follow_rows(self, changes: Changes) -> list[Box]:
        dirty: list[Box] = []
        touched: set[int] = set()
        for change in changes.rows:
            if change.table == "note":
                self._follow_note(change, dirty, touched)
            elif change.table == "cluster":
                self._follow_cluster(change)
                touched.add(change.id)
        for cluster in touched:
            dirty += [self.frames[cluster]] if cluster in self.frames else []
            dirty += self._frame(cluster)
        return dirty

    def _follow_note(self, change: Change, dirty: list[Box], touched: set[int]) -> None:
        old, new = self.notes.get(change.id), self._after(change)
        for note in (old, new):
            if note is not None:
                dirty.append(places.box_of(note))
                touched |= {note.cluster} if note.cluster is not None else set()
        if old is not None:
            self._drop(old)
        if new is not None:
            self._put(new)

    def _after(self, change: Change) -> Note | None:
        """The note as it is now; None where it is gone or lies on another board."""
        old = self.notes.get(change.id)
        if change.after is None:
            return None
        if old is not None:
            note: Note | None = replace(old, **change.after)
        else:
            note = self._doc.find(Note, change.id)
        return note if note is not None and self.board is not None and note.board == self.board.id else None

    def _follow_cluster(self, change: Change) -> None:
        row = self._doc.find(Cluster, change.id)
        if row is not None and self.board is not None and row.board == self.board.id:
            self.clusters[row.id] = row
        else:
            self.clusters.pop(change.id, None)

    def _follow_worries(self, changes: Changes) -> list[Box]:
        if self.board is None or not changes.touches("concern"):
            return []
        before, self.worries = self.worries, concerns.open_counts(self._doc, self.board.id)
        differ = {
            note for note in before.keys() | self.worries.keys() if before.get(note) != self.worries.get(note)
        }
        return [places.box_of(self.notes[note]) for note in differ if note in self.notes]

    def _put(self, note: Note) -> None:
        self.notes[note.id] = note
        if note.covered:
            self.covered.add(note.id)
        if note.cluster not in self._folded:
            self._grid.put(note.id, places.box_of(note))
        if note.cluster is not None:
            self._members.setdefault(note.cluster, set()).add(note.id)

    def _drop(self, note: Note) -> None:
        del self.notes[note.id]
        self.covered.discard(note.id)
        self._grid.drop(note.id)
        if note.cluster is not None:
            self._members[note.cluster].discard(note.id)

    def _frame(self, cluster: int) -> list[Box]:
        """Measure a cluster's frame again, and count its dots."""
        members = [self.notes[note] for note in self._members.get(cluster, ())]
        box = places.cluster_box(members)
        self._fold(cluster, members)
        if box is not None and cluster in self._folded:
            box = places.folded_box(box)
        self.dots[cluster] = sum(note.dots for note in members)
        if box is None or cluster not in self.clusters:
            self.frames.pop(cluster, None)
            return []
        self.frames[cluster] = box
        return [box]

    def _fold(self, cluster: int, members: list[Note]) -> None:
        """Take the cluster's notes off the board, or put them back, as its row says."""
        row = self.clusters.get(cluster)
        if (row is not None and bool(row.folded)) == (cluster in self._folded):
            return
        self._folded ^= {cluster}
        for note in members:
            if cluster in self._folded:
                self._grid.drop(note.id)
            else:
                self._grid.put(note.id, places.box_of(note))

    # asking

    def is_folded(self, cluster: int | None) -> bool:
        return cluster in self._folded

    def shown_box(self, note: Note) -> Box:
        """Where the note is seen; inside a folded cluster its head."""
        folded = note.cluster is not None and note.cluster in self._folded
        return self.frames[note.cluster] if folded and note.cluster in self.frames else places.box_of(note)

    def whole(self, notes: frozenset[int]) -> frozenset[int]:
        """These notes, and all others of a folded cluster that one of them is in."""
        inside = {self.notes[note].cluster for note in notes} & self._folded if self._folded else set()
        return notes.union(*(self._members[cluster] for cluster in inside if cluster is not None))

    def movable(self, notes: frozenset[int]) -> frozenset[int]:
        """Those that are still there, but for the locked ones and a folded cluster that one of them is in."""
        notes &= self.notes.keys()
        locked = {note for note in notes if self.notes[note].locked}
        fixed = {self.notes[note].cluster for note in locked} & self._folded
        return frozenset(note for note in notes - locked if self.notes[note].cluster not in fixed)

    def caught(self, band: Box) -> frozenset[int]:
        """What a rubber band touches: notes, and folded clusters whole."""
        touched = frozenset(self._grid.near(band))
        heads = (c for c in self._folded if c in self.frames and self.frames[c].overlaps(band))
        return touched.union(*(self._members[cluster] for cluster in heads))

    def note_at(self, x: float, y: float) -> Note | None:
        """The topmost note at a canvas point."""
        return max(self.notes_near(Box(int(x), int(y), 1, 1)), key=_height, default=None)

    def notes_near(self, box: Box) -> list[Note]:
        """The notes that overlap `box`, in drawing order: what lies on top comes last."""
        return sorted((self.notes[note] for note in self._grid.near(box)), key=_height)

    def cluster_at(self, x: float, y: float) -> int | None:
        return places.cluster_under(self.frames, x, y)

    def region_at(self, x: float, y: float) -> Region | None:
        return next((r for r in self.regions if Box(r.x, r.y, r.w, r.h).holds(x, y)), None)

    def members(self, cluster: int) -> frozenset[int]:
        return frozenset(self._members.get(cluster, ()))

    def extent(self) -> Box | None:
        """Everything there is to see."""
        notes = self._grid.extent()
        boxes = [*self.frames.values(), *(Box(r.x, r.y, r.w, r.h) for r in self.regions)]
        boxes += [self.axes.drawn_box()] if self.axes is not None else []
        return places.bounds([*boxes, notes] if notes else boxes)

    def shows(self, sight: Box) -> bool:
        """Whether any note lies in `sight`; mostly one of the first does."""
        return any(self.shown_box(note).overlaps(sight) for note in self.notes.values())

    def neighbour(self, note: Note, dx: int, dy: int) -> Note | None:
        """The nearest note in a direction, as arrow keys walk a wall."""
        here = self.shown_box(note)
        boxes = ((other, self.shown_box(other)) for other in self.notes.values())
        ahead = [(_distance(here, box, dx), other.id) for other, box in boxes if _lies(here, box, dx, dy)]
        return self.notes[min(ahead)[1]] if ahead else None


def _height(note: Note) -> tuple[int, int]:
    return note.z, note.id


def _lies(here: Box, other: Box, dx: int, dy: int) -> bool:
    across, down = other.x - here.x, other.y - here.y
    ahead = across * dx if dx else down * dy
    aside = abs(down) if dx else abs(across)
    return ahead > 0 and ahead >= aside * 0.5


def _distance(here: Box, other: Box, dx: int) -> float:
    across, down = abs(other.x - here.x), abs(other.y - here.y)
    return across + 2.5 * down if dx else down + 2.5 * across
