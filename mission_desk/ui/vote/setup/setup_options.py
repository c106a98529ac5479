"""What is voted on: drafts, notes, clusters, priorities or free words, each with a tick."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from mission_desk.core.board import boards
from mission_desk.core.room import scene
from mission_desk.core.statement import drafts
from mission_desk.core.vote import poll_options
from mission_desk.core.vote.poll_options import Option
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import Card, clear, row
from mission_desk.ui.parts.checkbox import Checkbox
from mission_desk.ui.parts.chooser import Chooser
from mission_desk.ui.parts.fields import AreaField
from mission_desk.ui.parts.labels import label
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

CHOOSER = 18  # letters
ROOMY_UP_TO = 6  # options; more of them are set smaller


class SetupOptions(Card):
    changed = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__(margins=(18, 12, 18, 16), spacing=8)
        self._place, self._doc = place, place.doc
        self.kind = "draft"
        self._board: int | None = None
        self._left_out: set[tuple[str, str]] = set()
        self.boxes: list[Checkbox] = []
        self._kinds = Chooser(place.tokens, tr("What we vote on"))
        self._boards = Chooser(place.tokens, tr("Board"))
        for chooser in (self._kinds, self._boards):
            chooser.setMinimumContentsLength(CHOOSER)
        self._kinds.chosen.connect(self.turn_to)
        self._boards.chosen.connect(self._set_board)
        self.free = AreaField(tr("One option a line"), lines=3)
        self.free.keep_in(place.unwritten, "poll.free")
        self.free.textChanged.connect(self.changed)
        self.none = Checkbox(place.tokens)
        self.none.toggled.connect(lambda _on: self.changed.emit())
        head = row(label(tr("What we vote on"), "section"), self._kinds, self._boards, spacing=12, stretch=1)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self._all = button(tr("Tick all or none"), self._tick_all, "small-quiet")
        none_words = label(tr("“None of these: keep what we have” is an option too"), "quiet", wrap=True)
        self._none_line = row(self.none, none_words, spacing=14)
        self._none_line.setStretch(1, 1)
        self.none.setAccessibleName(none_words.text())
        self.column.addLayout(head)
        self.column.addLayout(self._list)
        self.column.addWidget(self.free)
        self.column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(self._none_line)

    def show_options(self) -> None:
        """Show what can be voted on now; boxes that were unticked stay unticked."""
        self._kinds.show_entries(
            (
                ("draft", tr("Drafts")),
                ("note", tr("Notes of a board")),
                ("cluster", tr("Clusters of a board")),
                ("priority", tr("Our priorities")),
                ("free", tr("Free words")),
            )
        )
        self._kinds.show_choice(self.kind)
        every = boards.boards(self._doc)
        if self._board not in {board.id for board in every}:
            self._board = every[0].id if every else None
        self._boards.show_entries([(board.id, board.title) for board in every])
        self._boards.show_choice(self._board)
        self._boards.setVisible(self.kind in ("note", "cluster"))
        self.free.setVisible(self.kind == "free")
        self._fill_list()

    def available(self) -> list[Option]:
        """All that could be voted on."""
        doc = self._doc
        if self.kind == "draft":
            return poll_options.draft_options(drafts.drafts(doc))
        if self.kind == "priority":
            return poll_options.priority_options(doc)
        if self.kind == "free":
            return poll_options.free_options(self.free.toPlainText())
        if self._board is None:
            return []
        options = poll_options.note_options if self.kind == "note" else poll_options.cluster_options
        return options(doc, self._board)

    def chosen(self) -> list[Option]:
        """What was ticked, with "none of these" at the end where it is wanted."""
        ticked = [option for option in self.available() if _key(option) not in self._left_out]
        if ticked and self.none.isChecked():
            ticked.append(poll_options.none_option(scene.workshop(self._doc).language))
        return ticked

    def _fill_list(self) -> None:
        clear(self._list)
        options = [] if self.kind == "free" else self.available()
        self.boxes = []
        small = len(options) > ROOMY_UP_TO
        for option in options:
            self._list.addLayout(self._line(option, "quiet" if small else "serif"))
        self._all.setVisible(small)

    def _line(self, option: Option, style: str) -> QHBoxLayout:
        box = Checkbox(self._place.tokens, option.name)
        box.setChecked(_key(option) not in self._left_out)
        box.setAccessibleName(f"{option.name}: {option.text}")
        box.toggled.connect(partial(self._tick, option))
        self.boxes.append(box)
        line = row(box, label(option.text, style, wrap=True), spacing=14)
        line.setStretch(1, 1)
        line.setAlignment(box, Qt.AlignmentFlag.AlignTop)
        return line

    def _tick(self, option: Option, on: bool) -> None:
        (self._left_out.discard if on else self._left_out.add)(_key(option))
        self.changed.emit()

    def _tick_all(self) -> None:
        on = not all(box.isChecked() for box in self.boxes)
        for box in self.boxes:
            box.setChecked(on)

    def turn_to(self, kind: object) -> None:
        self.kind = str(kind)
        self.show_options()
        self.changed.emit()

    def _set_board(self, board: object) -> None:
        self._board = int(str(board))
        self.show_options()
        self.changed.emit()


def _key(option: Option) -> tuple[str, str]:
    """Which option this is, whatever letter it has now."""
    row_id = option.draft or option.note or option.cluster or option.priority
    return option.kind, str(row_id or option.text)
