"""Sends selected notes to another board, and says so: a single key is enough to make them disappear from
sight."""

from __future__ import annotations

from mission_desk.core.board import boards, moving
from mission_desk.core.file.rows import Board
from mission_desk.ui.board.canvas.canvas import BoardCanvas
from mission_desk.ui.board.commands.letter_list import LetterList, board_lines
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn


class SendCommands:
    def __init__(self, place: Workplace, canvas: BoardCanvas) -> None:
        self._place, self._doc, self._canvas = place, place.doc, canvas
        place.commands.on("note.send", self._ask, self._several)
        place.commands.on("note.park", self._park, self._may_park)

    def _several(self) -> bool:
        return bool(self._canvas.selection)

    def _may_park(self) -> bool:
        board = self._canvas.model.board
        return self._several() and board is not None and board.key != "parking"

    def _ask(self) -> None:
        board, rows = self._canvas.model.board, self._canvas.model.notes
        if board is None:
            return
        lines = board_lines(boards.boards(self._doc), board.id, self._place.tokens)
        surface = self._canvas.front.surface()
        asked = self._place.windows.own(LetterList(surface, tr("To which board?"), lines))
        asked.taken.connect(self._send_to)
        asked.open_beside([self._canvas.front.note_view_box(rows[note]) for note in self._canvas.selection])

    def _park(self) -> None:
        self._send(boards.board_by_key(self._doc, "parking").id)

    def _send_to(self, chosen: Board) -> None:
        self._place.commands.attempt(self._send, chosen.id)

    def _send(self, board: int) -> None:
        sent = moving.send_notes(self._doc, sorted(self._canvas.selection), board, source=self)
        if not sent:
            self._place.messages.say(tr("Locked notes stay on their board. L unlocks them."))
            return
        place = self._doc.row(Board, board).title
        sentence = trn("{n} note sent to “{place}”.", "{n} notes sent to “{place}”.", len(sent), place=place)
        self._place.messages.say(sentence, tr("Undo"), self._doc.undo)
