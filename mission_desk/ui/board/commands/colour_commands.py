"""What is chosen for the selected notes from a short list: their colour, and whose they are."""

from __future__ import annotations

from mission_desk.core.board import boards, note_properties
from mission_desk.core.file.closed_sets import THINKING_STYLES, Style
from mission_desk.core.room.style_words import style_names
from mission_desk.ui.board.canvas.canvas import BoardCanvas
from mission_desk.ui.palette_lines import Line, narrowed
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

NOBODY = "-"  # stands for no seat: an empty line would choose nothing


class ColourCommands:
    def __init__(self, place: Workplace, canvas: BoardCanvas) -> None:
        self._place, self._doc, self._canvas = place, place.doc, canvas

        def some() -> bool:
            return bool(canvas.selection)

        place.commands.on("note.colour", self._ask_colour, some)
        place.commands.on("note.author", self._ask_author, some)

    def _ask_colour(self) -> None:
        board = self._canvas.model.board
        words = style_names()
        own = (board.style,) if board is not None and board.style not in THINKING_STYLES else ()
        keys: dict[Style, str] = {style: str(number) for number, style in enumerate(THINKING_STYLES, 1)}
        every = [Line(words[style], keys.get(style, ""), style) for style in (*THINKING_STYLES, *own)]
        self._ask(tr("Which colour?"), every, self._recolour)

    def _ask_author(self) -> None:
        names = note_properties.author_names(self._doc)
        every = [Line(name, "", seat) for seat, name in names.items()]
        self._ask(tr("Whose note is it?"), [*every, Line(tr("Nobody's"), "", NOBODY)], self._give)

    def _ask(self, hint: str, every: list[Line], take: object) -> None:
        from mission_desk.ui.palette import Palette

        palette = self._place.windows.own(Palette(self._canvas.window(), hint, narrowed(every)))
        palette.taken.connect(take)
        palette.finished.connect(self._canvas.setFocus)
        palette.show()

    def _recolour(self, style: Style) -> None:
        boards.restyle_notes(self._doc, sorted(self._canvas.selection), style, source=self)

    def _give(self, seat: object) -> None:
        number = seat if isinstance(seat, int) else None
        note_properties.set_author(self._doc, sorted(self._canvas.selection), number, source=self)
