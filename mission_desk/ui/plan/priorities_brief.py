"""The priorities in brief above the road map: what the guidelines are for. Read here, written on their own
page."""

from __future__ import annotations

from PySide6.QtCore import Qt

from mission_desk.core.file.closed_sets import SIDES, Side
from mission_desk.core.file.document import Document
from mission_desk.core.file.plan_rows import Priority
from mission_desk.core.plan import links, priorities
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts.cards import Card, row
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.parts.triples import Links, Triples
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr


class PriorityBrief(Card):
    def __init__(self, number: int) -> None:
        super().__init__("card", (3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT), 0)
        figure = label(str(number), "strong")
        figure.setFixedWidth(3 * UNIT)
        self._text = label("", wrap=True)
        self._gap = label("", "warn-tiny", wrap=True)
        top = Qt.AlignmentFlag.AlignTop
        line = row(figure, self._text, self._gap, spacing=UNIT)
        for each in (figure, self._text, self._gap):
            line.setAlignment(each, top)
        line.setStretch(1, 3)
        line.setStretch(2, 2)
        self.column.addLayout(line)

    def show_text(self, text: str, gap: str) -> None:
        self._text.setText(text or "—")
        set_look(self._text, "" if text else "quiet")
        self._gap.setText(gap)
        self._gap.setVisible(bool(gap))
        set_look(self, "card-gap" if gap else "card")


class Brief(Triples):
    def __init__(self, place: Workplace) -> None:
        heads = (tr("The company's top three"), tr("Our three, as customer service"))
        super().__init__(place.tokens, heads, handles=False)
        self._doc: Document = place.doc
        self._cards = {
            side: [PriorityBrief(number + 1) for number in range(priorities.COUNT)] for side in SIDES
        }
        for side, cards in self._cards.items():
            self.put(side, list(cards), [""] * len(cards))

    def show_rows(self) -> None:
        places: dict[int, int] = {}
        open_ends = []
        for side in SIDES:
            gaps = {gap.id for gap in links.unlinked(self._doc, side)}
            words = (
                tr("linked to no company priority yet")
                if side == "team"
                else tr("none of ours serves it yet")
            )
            for number, priority in enumerate(priorities.priorities(self._doc, side)):
                places[priority.id] = number
                gap = priority.id in gaps
                self._cards[side][number].show_text(priority.text.strip(), words if gap else "")
                open_ends += [(side, number)] if gap else []
        pairs = tuple((places[link.company], places[link.team]) for link in links.links(self._doc))
        self.show_links(Links(pairs, tuple(open_ends)))
        self.setVisible(any(priority.text.strip() for side in SIDES for priority in self._written(side)))

    def _written(self, side: Side) -> list[Priority]:
        return priorities.priorities(self._doc, side)
