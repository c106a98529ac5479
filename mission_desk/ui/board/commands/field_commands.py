"""Which field of the board is written into, chosen by key: the next one, the one before, or by its name."""

from __future__ import annotations

from functools import partial

from mission_desk.core.board import regions
from mission_desk.core.board.places import Box
from mission_desk.core.file.rows import NOTE_HEIGHT, NOTE_WIDTH, Region
from mission_desk.ui.board.canvas.canvas import BoardCanvas
from mission_desk.ui.board.writing.capture import CaptureBar
from mission_desk.ui.palette_lines import Line, narrowed
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr


class FieldCommands:
    def __init__(self, place: Workplace, canvas: BoardCanvas, bar: CaptureBar) -> None:
        self._place, self._doc, self._canvas, self._bar = place, place.doc, canvas, bar

        def some() -> bool:
            return bool(canvas.model.regions)

        place.commands.on("field.ask", self._ask, some)
        place.commands.on("field.next", partial(self._turn, 1), some)
        place.commands.on("field.back", partial(self._turn, -1), some)

    def _turn(self, by: int) -> None:
        """To the field after or before the one that is written into; to the first or last where none is."""
        every, here = self._canvas.model.regions, self._canvas.region
        at = every.index(here) + by if here in every else min(0, by)
        self._write_into(every[at % len(every)])

    def _ask(self) -> None:
        from mission_desk.ui.palette import Palette

        every = [Line(field.title, field.hint, field) for field in self._canvas.model.regions]
        window = self._canvas.window()
        palette = self._place.windows.own(Palette(window, tr("Into which field?"), narrowed(every)))
        palette.taken.connect(self._write_into)
        palette.show()

    def _write_into(self, field: Region) -> None:
        """What is typed goes into this field from now on, which is in sight with the place of the next note.
        No note is selected any more: what is posted would go into its cluster."""
        canvas = self._canvas
        canvas.select(frozenset())
        canvas.select_region(field)
        canvas.sight.bring(Box(field.x, field.y, field.w, regions.HEAD))
        x, y = regions.spots_in(self._doc, field.id, 1)[0]
        canvas.sight.bring(Box(x, y, NOTE_WIDTH, NOTE_HEIGHT))
        self._bar.field.setFocus()
