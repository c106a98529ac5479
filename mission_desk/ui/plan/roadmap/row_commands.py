"""What is done with the picked rows: another place, a priority, a state, or deleting them."""

from __future__ import annotations

from functools import partial

from mission_desk.core.file.closed_sets import GuidelineState
from mission_desk.core.plan import priorities, roadmap
from mission_desk.ui.plan.roadmap.picking import Picking
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn

STATES: dict[str, GuidelineState] = {
    "guideline.planned": "planned", "guideline.lived": "lived", "guideline.partly": "partly",
    "guideline.dropped": "dropped",
}  # fmt: skip


class RowCommands:
    keys: tuple[str, ...] = (
        "guideline.remove", "guideline.up", "guideline.down", "guideline.serve1", "guideline.serve2",
        "guideline.serve3", *STATES,
    )  # fmt: skip

    def __init__(self, place: Workplace, picking: Picking) -> None:
        self._place, self._doc, self._picking = place, place.doc, picking

    def register(self) -> None:
        on = self._place.commands.on
        on("guideline.remove", self._remove, self._any)
        on("guideline.up", partial(self._move, -1), self._any)
        on("guideline.down", partial(self._move, 1), self._any)
        for number in range(1, priorities.COUNT + 1):
            on(f"guideline.serve{number}", partial(self._serve, number), self._any)
        for key, state in STATES.items():
            on(key, partial(self._set_state, state), self._any)

    def _any(self) -> bool:
        return bool(self._picking.picked)

    def _serve(self, number: int) -> None:
        """All of them serve it; once more, none."""
        rows = self._picking.rows()
        to = priorities.priorities(self._doc, "team")[number - 1].id
        serving = {each.id for each in roadmap.guidelines(self._doc) if each.priority == to}
        chosen = None if set(rows) <= serving else to
        roadmap.serve_priority(self._doc, rows, chosen, source=self)

    def _set_state(self, state: GuidelineState) -> None:
        roadmap.set_state(self._doc, self._picking.rows(), state, source=self)

    def _move(self, by: int) -> None:
        """One place up or down among the rows that are shown."""
        shown, rows = self._picking.lines.rows(), self._picking.rows()
        edge = shown.index(rows[0] if by < 0 else rows[-1]) + by
        if not 0 <= edge < len(shown):
            return
        places = {each.id: place for place, each in enumerate(roadmap.guidelines(self._doc))}
        roadmap.place_guidelines(self._doc, rows, places[shown[edge]] + (by > 0), source=self)

    def _remove(self) -> None:
        rows = self._picking.rows()
        roadmap.remove_guidelines(self._doc, rows, source=self)
        words = trn("The guideline is deleted.", "{n} guidelines are deleted.", len(rows))
        self._place.messages.say(words, tr("Undo"), self._doc.undo)
