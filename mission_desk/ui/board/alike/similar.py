"""What looks alike on the board in sight: tells the inspector of it, and puts a proposal of clusters beside
the board when it is asked for."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget

from mission_desk.core.board.covering import read_text
from mission_desk.core.board.grouping import Gathering, group_several
from mission_desk.core.file.errors import KnownError
from mission_desk.ui.board.alike.matching import Likeness, Matching, Wall
from mission_desk.ui.board.alike.proposal import Proposal
from mission_desk.ui.board.canvas.canvas import BoardCanvas
from mission_desk.ui.board.side.inspector import Inspector
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn

REST = 120  # ms without another selection until look-alikes are sought: who walks by arrow keys passes many


class SimilarNotes:
    """`side` is the page's panel: the inspector, or the proposal while there is one."""

    def __init__(self, place: Workplace, canvas: BoardCanvas, inspector: Inspector) -> None:
        self._place, self._canvas, self._inspector = place, canvas, inspector
        self.proposal = Proposal(place)
        self.side = QStackedWidget()
        self.side.addWidget(inspector)
        self.side.addWidget(self.proposal)
        self._opened = False
        self._rest = QTimer(self.side, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._seek)
        self._matching = Matching(self.side)
        self._matching.likenesses.connect(self._show_likenesses)
        self._matching.progressed.connect(self.proposal.show_progress)
        self._matching.proposed.connect(self._proposed)
        self._matching.broke.connect(self.proposal.show_failure)
        self.proposal.accepted.connect(self._accept)
        self.proposal.left.connect(self.proposal.forget_names)
        self.proposal.left.connect(self._leave)
        inspector.wanted.connect(self.stop)
        inspector.goes.connect(self._go)
        place.commands.on("board.similar", self._begin, lambda: len(canvas.model.notes) > 1)

    # the selected note

    def look_around(self) -> None:
        """Look again for notes like the one selected note, after another selection or other texts, once
        nothing has changed for a moment."""
        self._rest.start()

    def _seek(self) -> None:
        chosen = list(self._canvas.selection)
        if len(chosen) == 1:
            self._matching.seek(chosen[0], self._wall())

    def _show_likenesses(self, note: int, likenesses: tuple[Likeness, ...]) -> None:
        if self._canvas.selection != {note}:
            return
        notes = self._canvas.model.notes
        self._inspector.show_alike(
            note,
            tuple(
                (each.note, notes[each.note].text, each.percent) for each in likenesses if each.note in notes
            ),
        )

    def _go(self, number: int) -> None:
        note = self._canvas.model.notes.get(number)
        if note is not None:
            self._canvas.select({number})
            self._canvas.sight.reveal(note)
            self._canvas.setFocus()

    def _wall(self) -> Wall:
        """The notes that have words to compare: no bare pictures, and nothing that lies face down."""
        model = self._canvas.model
        rows = [row for row in model.notes.values() if read_text(row).strip()]
        names = tuple((row.id, row.name) for row in model.clusters.values())
        return Wall(tuple((row.id, row.text) for row in rows), tuple(row.cluster for row in rows), names)

    # groups

    def _begin(self) -> None:
        if self._canvas.model.regions:
            self._place.messages.say(tr("The fields of this board group its notes already."))
            return
        self.side.setCurrentWidget(self.proposal)
        if not self.side.isVisible():
            self._opened = True
            self._place.commands.run("view.side")
        self.proposal.show_working()
        self._matching.propose(self._wall())

    def _proposed(self, groups: tuple[Gathering, ...]) -> None:
        if self.side.currentWidget() is self.proposal:
            model = self._canvas.model
            self.proposal.show_groups(groups, model.notes, model.clusters)

    def _accept(self, wanted: list[Gathering]) -> None:
        board, doc = self._canvas.model.board, self._place.doc
        if board is None:
            return
        try:
            grouped = group_several(doc, board.id, wanted, source=self)
        except KnownError as error:
            self._place.messages.complain(error)
            return
        self.proposal.forget_names()
        self._leave()
        self._canvas.open(grouped)
        sentence = trn("{n} note grouped.", "{n} notes grouped.", len(grouped))
        self._place.messages.say(sentence, tr("Undo"), doc.undo)

    def _leave(self) -> None:
        self.stop()
        self._canvas.setFocus()

    def follow(self) -> None:
        """The rows of the board changed."""
        if self.side.currentWidget() is self.proposal:
            self.proposal.follow(self._canvas.model.notes)

    def stop(self) -> None:
        """Drop the proposal; a panel that was opened for it closes again."""
        self._matching.cancel()
        if self.side.currentWidget() is not self.proposal:
            return
        self.side.setCurrentWidget(self._inspector)
        if self._opened and self.side.isVisible():
            self._place.commands.run("view.side")
        self._opened = False
