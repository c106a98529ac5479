"""What brings the selected notes into line, widens the selection, and sends it to a cluster. Each command
reads the selection and calls one function of core."""

from __future__ import annotations

from functools import partial
from typing import get_args

from mission_desk.core import arranging, clustering
from mission_desk.core.errors import KnownError
from mission_desk.core.rows import Note
from mission_desk.ui.board.canvas import BoardCanvas
from mission_desk.ui.board.cluster_list import ClusterList, Lettered, lettered
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn


class ArrangedNotes:
    def __init__(self, place: Workplace, canvas: BoardCanvas) -> None:
        self._place, self._doc, self._canvas = place, place.doc, canvas
        on, doc, notes = place.commands.on, place.doc, self._notes
        for edge in get_args(arranging.Edge):
            on(f"align.{edge}", partial(self._align, edge), partial(self._several, 2))
        for way in get_args(arranging.Way):
            on(f"distribute.{way}", partial(self._distribute, way), partial(self._several, 3))
        on("note.grid", lambda: arranging.grid_notes(doc, notes(), source=self), partial(self._several, 2))
        on("note.stack", lambda: arranging.stack_notes(doc, notes(), source=self), partial(self._several, 2))
        on("note.same_style", self._same_style, partial(self._several, 1))
        on("note.same_cluster", self._same_cluster, lambda: bool(self._clusters()))
        on("note.join", self._ask_cluster, partial(self._several, 1))
        on("note.merge", self._merge, lambda: len(self._clusters()) > 1)

    def _several(self, least: int) -> bool:
        return len(self._canvas.selection) >= least

    def _notes(self) -> list[int]:
        return sorted(self._canvas.selection)

    def _rows(self) -> list[Note]:
        rows = self._canvas.model.notes
        return [rows[note] for note in self._notes() if note in rows]

    def _clusters(self) -> set[int]:
        """Those that selected notes are in."""
        return {note.cluster for note in self._rows() if note.cluster is not None}

    def _align(self, edge: arranging.Edge) -> None:
        arranging.align_notes(self._doc, self._notes(), edge, source=self)

    def _distribute(self, way: arranging.Way) -> None:
        arranging.distribute_notes(self._doc, self._notes(), way, source=self)

    # the selection

    def _same_style(self) -> None:
        styles = {note.style for note in self._rows()}
        self._canvas.select({note.id for note in self._canvas.model.notes.values() if note.style in styles})

    def _same_cluster(self) -> None:
        members = (self._canvas.model.members(cluster) for cluster in self._clusters())
        self._canvas.select(self._canvas.selection.union(*members))

    # clusters

    def _ask_cluster(self) -> None:
        """By its letter; where there is none to go to, a new one is made at once."""
        inside = {note.cluster for note in self._rows()}
        every = lettered(list(self._canvas.model.clusters.values()))
        others = [each for each in every if inside != {each.cluster}]
        if not others:
            self._place.commands.run("note.group")
            return
        front = self._canvas.front
        asked = ClusterList(front.surface(), others)
        asked.taken.connect(self._join)
        asked.wants_new.connect(lambda: self._place.commands.run("note.group"))
        asked.open_beside([front.note_view_box(note) for note in self._rows()])

    def _join(self, chosen: Lettered) -> None:
        notes = [note.id for note in self._rows() if note.cluster != chosen.cluster]
        try:
            clustering.join_cluster(self._doc, notes, chosen.cluster, source=self)
        except KnownError as error:
            self._place.messages.complain(error)
            return
        self._say(
            trn("{n} note is in “{cluster}” now.", "{n} notes are in “{cluster}” now.", len(notes),
                cluster=chosen.name)
        )  # fmt: skip

    def _merge(self) -> None:
        cluster = clustering.merge_clusters(self._doc, self._clusters(), source=self)
        if cluster is not None:
            self._canvas.select(self._canvas.model.members(cluster))
            name = self._canvas.model.clusters[cluster].name
            self._say(tr("All these notes are in “{cluster}” now.", cluster=name))

    def _say(self, sentence: str) -> None:
        """They may have gone out of sight."""
        self._place.messages.say(sentence, tr("Undo"), self._doc.undo)
