"""Boards of one's own: new ones, from a template or from another workshop, and the panel that sets one up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedWidget

from mission_desk.core.board import board_setup, boards
from mission_desk.core.file.rows import Board
from mission_desk.core.room import scene
from mission_desk.core.stage import desk_position
from mission_desk.ui.board.canvas.canvas import BoardCanvas
from mission_desk.ui.palette_lines import Line, narrowed
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn

if TYPE_CHECKING:
    from mission_desk.core.board.board_plans import BoardPlan
    from mission_desk.ui.board.setup_panel import SetupPanel


class BoardSetup:
    """Adds its panel to `side`, the stack of the board's panels."""

    def __init__(self, place: Workplace, canvas: BoardCanvas, side: QStackedWidget) -> None:
        self._place, self._doc, self._canvas, self._side = place, place.doc, canvas, side
        on = place.commands.on
        on("board.go", self._ask_where)
        on("board.new", self._ask_new)
        on("board.take", self._ask_file)
        on("board.setup", self._begin)
        on("board.field", self._add_field)
        on("board.left", partial(self._move, -1), lambda: self._rank() > 0)
        on("board.right", partial(self._move, 1), lambda: self._rank() < len(boards.boards(self._doc)) - 1)
        on("board.remove", self._remove)

    @cached_property
    def panel(self) -> SetupPanel:
        """Made when it is first asked for: most boards are never set up."""
        from mission_desk.ui.board.setup_panel import SetupPanel

        panel = SetupPanel(self._place)
        self._side.addWidget(panel)
        panel.edited.connect(self._edit)
        panel.left.connect(self.stop)
        panel.fields.removed.connect(partial(board_setup.remove_field, self._doc, source=self))
        return panel

    def _is_shown(self) -> bool:
        return "panel" in self.__dict__ and self._side.currentWidget() is self.panel

    @property
    def _board(self) -> Board:
        board = self._canvas.model.board
        assert board is not None, "the commands of the board page need a board in sight"
        return board

    def _rank(self) -> int:
        board = self._canvas.model.board
        ids = [row.id for row in boards.boards(self._doc)]
        return ids.index(board.id) if board is not None and board.id in ids else 0

    # the panel

    def _begin(self) -> None:
        self._side.setCurrentWidget(self.panel)
        self.follow()
        if not self._side.isVisible():
            self._place.commands.run("view.side")
        self.panel.title.setFocus()
        self.panel.title.selectAll()

    def follow(self) -> None:
        """The rows of the board changed, or another one is in sight."""
        if self._is_shown() and self._canvas.model.board is not None:
            self.panel.show_board(self._board, self._canvas.model.regions)

    def stop(self) -> None:
        if self._is_shown():
            self._side.setCurrentIndex(0)
            self._canvas.setFocus()

    def _edit(self, column: str, text: str) -> None:
        board_setup.edit_board(self._doc, self._board.id, source=self, **{column: text})

    def _add_field(self) -> None:
        self._begin()
        field = board_setup.add_field(self._doc, self._board.id, source=self)
        self._canvas.select_region(next(row for row in self._canvas.model.regions if row.id == field))
        self._canvas.open()
        self.panel.fields.titles[-1].setFocus()
        self.panel.fields.titles[-1].selectAll()

    def _move(self, by: int) -> None:
        board_setup.move_board(self._doc, self._board.id, by, source=self)

    def _remove(self) -> None:
        board, every = self._board, boards.boards(self._doc)
        board_setup.remove_board(self._doc, board.id, source=self)
        here = next(n for n, row in enumerate(every) if row.id == board.id)
        desk_position.show_board(self._doc, (every[:here][-1:] or every[here + 1 :])[0].key)
        self._place.messages.say(tr("“{title}” is gone.", title=board.title), tr("Undo"), self._doc.undo)

    def _ask_where(self) -> None:
        every = [Line(row.title, "", row.key) for row in boards.boards(self._doc)]
        self._choose(every, partial(desk_position.show_board, self._doc))

    # new boards

    def _ask_new(self) -> None:
        from mission_desk.core.board import board_plans

        language = scene.workshop(self._doc).language
        empty = Line(tr("An empty board"), "", (board_plans.empty_plan(language),))
        every = [Line(plan.title, _aside(plan), (plan,)) for plan in board_plans.templates(language)]
        self._choose([empty, *every], self._add)

    def _ask_file(self) -> None:
        from mission_desk.core.board import board_plans

        path = self._place.messages.ask_open(tr("Take boards from which workshop?"), self._doc.path.parent)
        if path is None:
            return
        plans = board_plans.plans_of_file(self._doc, path)
        every = Line(tr("All of them"), "", tuple(plans))
        self._choose([every, *(Line(plan.title, _aside(plan), (plan,)) for plan in plans)], self._add)

    def _choose(self, every: list[Line], take: Callable[[Any], object]) -> None:
        from mission_desk.ui.palette import Palette

        window = self._canvas.window()
        palette = self._place.windows.own(Palette(window, tr("Which board?"), narrowed(every)))
        palette.taken.connect(take)
        palette.show()

    def _add(self, plans: Sequence[BoardPlan]) -> None:
        """Add boards and go to the first of them, open to be named."""
        keys = board_setup.add_boards(self._doc, plans, source=self)
        desk_position.show_board(self._doc, keys[0])
        self._begin()


def _aside(plan: BoardPlan) -> str:
    return trn("{n} field", "{n} fields", len(plan.fields)) if plan.fields else ""
