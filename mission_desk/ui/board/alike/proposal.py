"""The panel that shows proposed clusters before anything moves: to be accepted in whole or in part, or
left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from mission_desk.core.board.grouping import Gathering
from mission_desk.core.file.rows import Cluster, Note
from mission_desk.ui.board.alike.proposal_card import ProposalCard
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import clear, column, row, scrolled
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn

MOST = 24  # proposals shown at once; nobody reads more, and hundreds of fields would hold the window up


class Proposal(QWidget):
    """`accepted(list of Gatherings)` are those with a tick; `left` that nothing is wanted."""

    accepted = Signal(list)
    left = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        set_look(self, "panel")
        layout = column(self, (14, 14, 14, 14), 8)
        layout.addWidget(label(tr("Group similar"), "section"))
        self.words = label("", wrap=True)
        layout.addWidget(self.words)
        self.bar = QProgressBar(textVisible=False)
        layout.addWidget(self.bar)
        body = QWidget()
        self._column = column(body)
        layout.addWidget(scrolled(body), 1)
        self.group = button(tr("Group these"), self._accept, "filled")
        self.leave = button(tr("Leave it"), self.left.emit)
        layout.addLayout(row(self.group, self.leave))
        self.cards: list[ProposalCard] = []

    def show_working(self) -> None:
        self._forget()
        self.words.setText(tr("Comparing the notes…"))
        self.bar.setRange(0, 0)
        self.bar.show()
        self.group.hide()
        self.leave.setFocus()

    def show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def show_failure(self) -> None:
        self._say(tr("That did not work. Nothing has moved; the log says why."))

    def show_groups(
        self, groups: Sequence[Gathering], notes: Mapping[int, Note], clusters: Mapping[int, Cluster]
    ) -> None:
        if not groups:
            self._say(tr("No loose notes are alike enough to be grouped."))
            return
        self._say(self._sentence(len(groups)))
        for each in groups[:MOST]:
            home = clusters.get(each.cluster or 0)
            card = ProposalCard(self._place, each, home.name if home else "", notes)
            card.changed.connect(self._count)
            self._column.addWidget(card)
            self.cards.append(card)
        self._column.addStretch(1)
        self.group.show()
        self._count()
        self._order()
        if self.leave.hasFocus():  # who began to type elsewhere meanwhile goes on there
            self.cards[0].tick.setFocus()

    def _order(self) -> None:
        """Set the order of Tab. The cards are newer than the buttons below them, and Qt decides where they
        come in its own order: Tab would reach them last, or leave the panel between two of them."""
        stops = [stop for card in self.cards for stop in card.stops]
        for one, next_one in pairwise([*stops, self.group, self.leave]):
            QWidget.setTabOrder(one, next_one)

    def _sentence(self, count: int) -> str:
        if count > MOST:
            return tr("The {most} largest of {n} groups. Nothing has moved yet.", most=MOST, n=count)
        return trn(
            "{n} group found. Nothing has moved yet.", "{n} groups found. Nothing has moved yet.", count
        )

    def follow(self, notes: Mapping[int, Note]) -> None:
        """Follow changes of the board while the proposal is shown."""
        for card in self.cards:
            card.follow(notes)
        self._count()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _say(self, sentence: str) -> None:
        self._forget()
        self.words.setText(sentence)
        self.bar.hide()
        self.group.hide()

    def forget_names(self) -> None:
        """Nothing is proposed any more that a typed name could belong to."""
        for card in self.cards:
            card.name.empty()

    def _forget(self) -> None:
        self.cards = []
        clear(self._column)

    def _wanted(self) -> list[Gathering]:
        return [wanted for card in self.cards if (wanted := card.gathering())]

    def _count(self) -> None:
        self.group.setEnabled(bool(self._wanted()))

    def _accept(self) -> None:
        self.accepted.emit(self._wanted())
