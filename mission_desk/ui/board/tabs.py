"""The boards as tabs, with their colour and how many notes lie on each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from mission_desk.core.board import boards
from mission_desk.core.file.document import Document
from mission_desk.core.stage import desk_position
from mission_desk.ui.board.colour_dot import colour_dot
from mission_desk.ui.commands import Commands
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.buttons import icon_button
from mission_desk.ui.parts.labels import set_look


class BoardTabs(QFrame):
    def __init__(self, doc: Document, tokens: Tokens, commands: Commands) -> None:
        super().__init__()
        set_look(self, "card")
        self._doc, self._tokens = doc, tokens
        self._tabs: list[QPushButton] = []
        self._shown: object = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 4, 4, 4)
        self._row.setSpacing(2)
        self._more = icon_button(commands.action("board.go"), tokens, "ellipsis", "tab")
        for key in (self._more, icon_button(commands.action("board.new"), tokens, "plus", "tab")):
            key.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._row.addWidget(key)

    def show_boards(self, board: int, room: int) -> None:
        """All boards, `board` marked, within `room` pixels: first without their discs, then without counts,
        then only those beside the one in sight, with a way to all of them. Measuring widths takes its time:
        what is shown already is left alone."""
        shown = (board, room, tuple(boards.boards(self._doc)), tuple(boards.note_counts(self._doc).items()))
        if shown == self._shown:
            return
        self._shown = shown
        for step in range(3):
            self._show(board, discs=step < 1, numbers=step < 2)
            if self.sizeHint().width() <= room:
                break
        self._hide_far(board, room)
        self.adjustSize()

    def _hide_far(self, board: int, room: int) -> None:
        here = [row.id for row in boards.boards(self._doc)].index(board)
        far = sorted(range(len(self._tabs)), key=lambda number: -abs(number - here))
        while far and self._width() > room and far[0] != here:
            self._tabs[far.pop(0)].hide()
            self._more.show()

    def _width(self) -> int:
        self._row.activate()
        return self.sizeHint().width()

    def _show(self, board: int, *, discs: bool, numbers: bool) -> None:
        counts = boards.note_counts(self._doc)
        every = boards.boards(self._doc)
        self._fit(len(every))
        self._more.hide()
        for tab, row in zip(self._tabs, every, strict=True):
            title = f"{row.title} {counts.get(row.id, 0)}" if numbers or row.id == board else row.title
            tab.setText(title.replace("&", "&&"))
            tab.setIcon(colour_dot(self._tokens.style(row.style)) if discs else QIcon())
            set_look(tab, "tab-on" if row.id == board else "tab")
            tab.show()
        self._row.activate()

    def _fit(self, count: int) -> None:
        while len(self._tabs) > count:
            self._tabs.pop().deleteLater()
        while len(self._tabs) < count:
            tab = QPushButton()
            tab.setCursor(Qt.CursorShape.PointingHandCursor)
            tab.setIconSize(QSize(12, 12))
            tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            number = len(self._tabs)
            tab.clicked.connect(partial(self._go, number))
            self._tabs.append(tab)
            self._row.insertWidget(number, tab)
            tab.show()  # a layout shows new children later, and the frame would be sized without them

    def _go(self, number: int) -> None:
        desk_position.show_board(self._doc, boards.boards(self._doc)[number].key)
