"""A button that starts the hunt, shown while the analysts lead: they can start it from the page itself."""

from __future__ import annotations

from mission_desk.core.file.rows import Draft
from mission_desk.core.stage import desk_position
from mission_desk.core.statement import buzzword_hunt
from mission_desk.ui.parts.buttons import action_button
from mission_desk.ui.parts.cards import Card, row
from mission_desk.ui.parts.labels import label
from mission_desk.ui.parts.style_mark import StyleMark
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr


class HuntOffer(Card):
    """Hidden as soon as the hunt is open on the workbench."""

    def __init__(self, place: Workplace) -> None:
        super().__init__(margins=(12, 6, 8, 6))
        self._doc = place.doc
        invitation = label(
            tr("The analysts lead: whoever hears an empty word calls “buzz!”."), "strong", wrap=True
        )
        self.start = action_button(place.commands.action("bench.hunt"), "small")
        line = row(StyleMark(place.tokens, "analyst"), invitation, self.start)
        line.setStretch(1, 1)
        self.column.addLayout(line)

    def show_draft(self, draft: Draft | None) -> None:
        words = draft is not None and bool(draft.text.strip())
        self.setVisible(
            words and desk_position.bench(self._doc) != "hunt" and buzzword_hunt.is_due(self._doc)
        )
