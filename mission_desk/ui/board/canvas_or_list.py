"""Shows the board as its canvas or as its list. Which one is shown belongs to the desk's session: stored,
never undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from mission_desk.core.board.note_properties import author_names
from mission_desk.core.file.document import Changes
from mission_desk.ui.board.canvas.canvas import BoardCanvas
from mission_desk.ui.board.list.list_columns import list_columns
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts.cards import Card, column
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

if TYPE_CHECKING:
    from mission_desk.ui.board.list.list_view import BoardList

KEPT = "face"  # in the session
EDGE = 1  # px inside the card's border, where its rounded corners leave room
HEAD = 17 * UNIT  # px that tabs and corner take above the list


class CanvasOrList(QStackedWidget):
    """`list` is made when it is first shown; `made` is emitted then."""

    made = Signal(object)

    def __init__(self, place: Workplace, canvas: BoardCanvas) -> None:
        super().__init__()
        self._place, self._canvas = place, canvas
        self.addWidget(canvas)
        self.list: BoardList | None = None
        self._empty: QLabel | None = None
        place.commands.on("board.list", self._turn)
        place.commands.on("list.sort", self._sort, self.shows_list)

    def shows_list(self) -> bool:
        return self.list is not None and self.currentWidget() is not self._canvas

    def _turn(self) -> None:
        self._place.doc.keep(KEPT, "canvas" if self.shows_list() else "list", source=self)

    def show_kept(self) -> None:
        """Show the view that was shown last."""
        wanted = self._place.doc.session_value(KEPT) == "list"
        if wanted == self.shows_list():
            return
        focused = self._canvas.hasFocus()
        board_list = self._made() if wanted else None
        self._canvas.front = board_list or self._canvas.sight
        self._canvas.setFocusProxy(board_list)  # type: ignore[arg-type]  # whoever gives the board the keys gives them to what is seen
        self.setCurrentIndex(1 if wanted else 0)
        if board_list is not None:
            self.show_board()
        else:
            self._canvas.select(self._canvas.selection)  # of a folded cluster all, or none
        if focused:
            self._canvas.setFocus()
        self._place.commands.refresh()

    def _made(self) -> BoardList:
        if self.list is None:
            from mission_desk.ui.board.list.list_view import BoardList

            board_list = BoardList(self._canvas, self._place.tokens)
            board_list.opened.connect(self._change_cell)
            panel = QWidget()
            set_look(panel, "paper")
            card = Card(margins=(EDGE, UNIT, EDGE, EDGE))
            card.column.addWidget(board_list)
            column(panel, (4 * UNIT, HEAD, 4 * UNIT, 4 * UNIT)).addWidget(card)
            self._empty = label("", "lead", wrap=True)
            self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column(board_list.viewport()).addWidget(self._empty)
            self.addWidget(panel)
            self.list = board_list
            self.made.emit(board_list)
        return self.list

    def _change_cell(self, column: int) -> None:
        self._place.commands.run(list_columns()[column].command)

    def _sort(self) -> None:
        if self.list is not None:
            self.list.sort_by(max(0, self.list.currentIndex().column()))

    # following

    def show_board(self) -> None:
        """Read the list anew: another board, or the list is shown again and has missed changes."""
        self._mend(lambda board_list: board_list.rows.show(author_names(self._place.doc)))

    def follow(self, changes: Changes) -> None:
        """Follow changes after the canvas's model has read them."""
        if changes.touches("seat"):
            self.show_board()
            return
        touched = {change.id for change in changes.rows if change.table == "note"}
        named = (change.id for change in changes.rows if change.table == "cluster")
        touched.update(*map(self._canvas.model.members, named))
        self._mend(lambda board_list: board_list.rows.catch_up(touched))
        if changes.touches("concern"):
            self._mend(lambda board_list: board_list.rows.show_marks())

    def show_background(self) -> None:
        """Show that other notes are in the background than before."""
        self._mend(lambda board_list: board_list.rows.catch_up(()))

    def _mend(self, mend: Callable[[BoardList], object]) -> None:
        board_list = self.list
        if board_list is None or not self.shows_list():
            return
        with board_list.following():
            mend(board_list)
        board = self._canvas.model.board
        if self._empty is not None and board is not None:
            self._empty.setText(tr("{prompt}\nType the first answer and press Enter.", prompt=board.prompt))
            self._empty.setVisible(not self._canvas.model.notes)
