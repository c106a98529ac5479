"""What the commands do with the selected notes. Each reads the selection and calls one function of core."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from mission_desk.core.board import boards, duplicating, tidying
from mission_desk.core.file.closed_sets import THINKING_STYLES, Style
from mission_desk.core.stage import desk_position
from mission_desk.core.statement import drafts
from mission_desk.core.vote import card_dots
from mission_desk.ui.board.canvas.canvas import BoardCanvas
from mission_desk.ui.board.commands.canvas_keys import BoardKeys
from mission_desk.ui.board.side.inspector import Inspector
from mission_desk.ui.board.writing.writing import Writing
from mission_desk.ui.workplace import Workplace


class NoteCommands:
    def __init__(self, place: Workplace, canvas: BoardCanvas, writing: Writing, inspector: Inspector) -> None:
        self._place, self._doc = place, place.doc
        self._canvas, self._writing, self._inspector = canvas, writing, inspector
        self._register()
        self._keys = BoardKeys(canvas, self._letters())

    def _register(self) -> None:
        on, canvas = self._place.commands.on, self._canvas

        def some() -> bool:
            return bool(canvas.selection)

        def one() -> bool:
            return len(canvas.selection) == 1

        def readable() -> bool:
            """A statement is on the stage at once: words that still lie face down must not get there."""
            return some() and not any(canvas.model.notes[note].covered for note in canvas.selection)

        def any_note() -> bool:
            return bool(canvas.model.notes)

        on("note.edit", self._edit, one)
        on("note.concern", self._inspector.ask_worry, one)
        on("note.duplicate", self._duplicate, some)
        on("note.dot", partial(self._add_dots, 1), some)
        on("note.undot", partial(self._add_dots, -1), some)
        on("note.use", self._use, readable)
        on("note.all", self._select_all, any_note)
        on("board.tidy", self._tidy, any_note)
        on("board.selection", canvas.fit_selection, some)
        on("board.next", partial(self._turn_board, 1))
        on("board.back", partial(self._turn_board, -1))

    def _letters(self) -> dict[str, Callable[[], object]]:
        """Single keys while notes are selected: those of the table, and the style of each note."""
        commands = self._place.commands
        letters: dict[str, Callable[[], object]] = {
            letter.lower(): partial(commands.run_if_it_may, key)
            for letter, key in commands.letters("board").items()
        }
        for number, style in enumerate(THINKING_STYLES, 1):
            letters[str(number)] = partial(self._restyle, style)
        return letters

    def _notes(self) -> list[int]:
        return sorted(self._canvas.selection)

    def _add_dots(self, by: int) -> None:
        card_dots.add_card_dots(self._doc, self._notes(), by, source=self)

    def _select_all(self) -> None:
        self._canvas.select(self._canvas.model.notes.keys() - self._canvas.model.dimmed)
        self._canvas.turn_to_notes()

    def _restyle(self, style: Style) -> None:
        boards.restyle_notes(self._doc, self._notes(), style, source=self)

    def _edit(self) -> None:
        note = self._canvas.model.notes[self._notes()[0]]
        self._writing.edit(note.id, note.x, note.y)

    def _duplicate(self) -> None:
        """A copy that lies out of sight looks like a key that does nothing: people press it again."""
        copies, canvas = duplicating.duplicate_notes(self._doc, self._notes(), source=self), self._canvas
        canvas.select(copies)
        for view in (canvas.sight, canvas.front):
            view.reveal(canvas.model.notes[copies[0]])

    def _use(self) -> None:
        """Into the draft in hand, or a new one; then the statement page shows it."""
        draft = desk_position.draft(self._doc)
        if draft is None:
            number = drafts.draft_from_notes(self._doc, self._notes(), source=self)
        else:
            number = draft.id
            drafts.use_notes(self._doc, number, self._notes(), source=self)
        desk_position.show_draft(self._doc, number, source=self)

    def _tidy(self) -> None:
        board = self._canvas.model.board
        if board is not None:
            tidying.tidy_up(self._doc, board.id, source=self)
            self._canvas.open()

    def _turn_board(self, by: int) -> None:
        board, every = self._canvas.model.board, boards.boards(self._doc)
        at = next((n for n, row in enumerate(every) if board and row.id == board.id), 0)
        desk_position.show_board(self._doc, every[(at + by) % len(every)].key, source=self)
