"""What is done with the clusters of the selected notes. Each command reads the selection and calls one
function of core; lists and name fields appear beside the notes."""

from __future__ import annotations

from collections.abc import Callable

from mission_desk.core.board import clustering
from mission_desk.core.file.closed_sets import ClusterColour
from mission_desk.core.file.rows import Cluster, Note
from mission_desk.ui.board.canvas.canvas import BoardCanvas
from mission_desk.ui.board.commands.letter_list import LetterList, ShortcutLine, cluster_lines, colour_lines
from mission_desk.ui.board.writing.writing import Writing
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn


class ClusterCommands:
    def __init__(self, place: Workplace, canvas: BoardCanvas, writing: Writing) -> None:
        self._place, self._doc, self._canvas, self._writing = place, place.doc, canvas, writing
        on, some, one = place.commands.on, self._some, self._one
        on("note.group", self._group, self._has_selection)
        on("note.join", self._ask_cluster, self._has_selection)
        on("note.ungroup", self._ungroup, some)
        on("note.merge", self._merge, self._several)
        on("note.same_cluster", self._select_whole, some)
        on("cluster.rename", self._rename, one)
        on("cluster.fold", self._fold, some)
        on("cluster.colour", self._ask_colour, some)
        on("cluster.split", self._split, self._is_part)
        on("cluster.leave", self._leave, some)
        canvas.wants_fold.connect(self._turn)

    # the selection

    def _notes(self) -> list[int]:
        return sorted(self._canvas.selection)

    def _rows(self) -> list[Note]:
        rows = self._canvas.model.notes
        return [rows[note] for note in self._notes() if note in rows]

    def _clusters(self) -> set[int]:
        """Those that selected notes are in."""
        return {note.cluster for note in self._rows() if note.cluster is not None}

    def _has_selection(self) -> bool:
        return bool(self._canvas.selection)

    def _some(self) -> bool:
        return bool(self._clusters())

    def _one(self) -> bool:
        return len(self._clusters()) == 1

    def _several(self) -> bool:
        return len(self._clusters()) > 1

    def _is_part(self) -> bool:
        """Some notes of one cluster, and not all."""
        rows, model = self._rows(), self._canvas.model
        inside = {note.cluster for note in rows}
        cluster = next(iter(inside), None)
        return len(inside) == 1 and cluster is not None and len(rows) < len(model.members(cluster))

    def _select_whole(self) -> None:
        members = (self._canvas.model.members(cluster) for cluster in self._clusters())
        self._canvas.select(self._canvas.selection.union(*members))

    # made, joined, taken apart

    def _group(self) -> None:
        self._name_new(clustering.group_notes(self._doc, self._notes(), tr("New cluster"), source=self))

    def _split(self) -> None:
        self._name_new(clustering.split_cluster(self._doc, self._notes(), tr("New cluster"), source=self))

    def _name_new(self, cluster: int | None) -> None:
        """A cluster that was just made is named where it stands."""
        if cluster is not None:
            self._canvas.select(self._canvas.model.members(cluster))
            self._writing.name_cluster(cluster)

    def _ask_cluster(self) -> None:
        """By its letter; where there is none to go to, a new one is made at once."""
        inside = {note.cluster for note in self._rows()}
        lines = cluster_lines(list(self._canvas.model.clusters.values()))
        others = [line for line in lines if not isinstance(line.value, Cluster) or inside != {line.value.id}]
        if len(others) == 1:
            self._group()
        else:
            self._ask(tr("To which cluster?"), others, self._join)

    def _ask(self, title: str, lines: list[ShortcutLine], taken: Callable[..., None]) -> None:
        asked = self._place.windows.own(LetterList(self._canvas.front.surface(), title, lines))
        asked.taken.connect(taken)
        asked.open_beside([self._canvas.front.note_view_box(note) for note in self._rows()])

    def _join(self, chosen: Cluster | None) -> None:
        if chosen is None:
            self._place.commands.run("note.group")
            return
        notes = [note.id for note in self._rows() if note.cluster != chosen.id]
        self._place.commands.attempt(clustering.join_cluster, self._doc, notes, chosen.id, source=self)
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

    def _leave(self) -> None:
        clustering.leave_cluster(self._doc, self._notes(), source=self)

    def _say(self, sentence: str) -> None:
        """They may have gone out of sight."""
        self._place.messages.say(sentence, tr("Undo"), self._doc.undo)

    def _ungroup(self) -> None:
        for cluster in sorted(self._clusters()):
            clustering.ungroup(self._doc, cluster, source=self)

    # how they are

    def _rename(self) -> None:
        self._writing.name_cluster(self._clusters().pop())

    def _fold(self) -> None:
        """Fold the clusters up; if all of them are folded, open them."""
        rows = [self._canvas.model.clusters[cluster] for cluster in self._clusters()]
        folded = not all(row.folded for row in rows)
        clustering.fold_clusters(self._doc, [row.id for row in rows], folded, source=self)

    def _turn(self, cluster: int) -> None:
        """The mark at the end of its head was pressed."""
        folded = not self._canvas.model.clusters[cluster].folded
        self._place.commands.attempt(clustering.fold_clusters, self._doc, [cluster], folded, source=self)

    def _ask_colour(self) -> None:
        self._ask(tr("Which colour?"), colour_lines(self._place.tokens), self._colour)

    def _colour(self, style: ClusterColour) -> None:
        self._place.commands.attempt(
            clustering.colour_clusters, self._doc, self._clusters(), style, source=self
        )
