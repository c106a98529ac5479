"""Our three priorities beside the company's three, and which of ours serves which of theirs."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from mission_desk.core.file.closed_sets import SIDES, Side
from mission_desk.core.file.document import Changes, Document
from mission_desk.core.file.plan_rows import Priority
from mission_desk.core.plan import links, priorities
from mission_desk.ui.look import theme
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.page import Page
from mission_desk.ui.parts.cards import column, row, scrolled
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.parts.triples import Links, Triples
from mission_desk.ui.plan.priority_card import PriorityCard
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn


class PrioritiesPage(Page):
    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        heads = (tr("The company's top three"), tr("Our three, as customer service"))
        self.triples = Triples(place.tokens, heads, handles=True)
        self.cards = {
            side: [PriorityCard(side, number) for number in range(priorities.COUNT)] for side in SIDES
        }
        for side, cards in self.cards.items():
            self.triples.put(side, list(cards), [card.handle_words() for card in cards])
            for number, card in enumerate(cards):
                card.field.entered.connect(partial(self._stand_on, side, number))
        self._here: tuple[str, int] = ("team", 0)
        self.triples.joined.connect(self._toggle)
        self.triples.armed.connect(self._show_hint)
        self._pill, self._hint = label("", "pill"), label("", "quiet", wrap=True)
        self._build()
        for number in range(priorities.COUNT):
            place.commands.on(f"priority.link{number + 1}", partial(self._link_here, number))

    def _build(self) -> None:
        content = QWidget()
        layout = column(content, (7 * UNIT, 5 * UNIT, 7 * UNIT, 6 * UNIT), UNIT)
        head = row(label(tr("What will we be known for this year?"), "heading", wrap=True), self._pill)
        head.setStretch(0, 1)
        self._pill.setMinimumHeight(theme.PILL_HEIGHT)
        head.setAlignment(self._pill, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        sentence = tr("Three, not ten. Something a customer would notice, with a number where there is one.")
        layout.addWidget(label(sentence, "quiet", wrap=True))
        layout.addSpacing(4 * UNIT)
        layout.addWidget(self.triples)
        layout.addSpacing(3 * UNIT)
        layout.addWidget(self._hint)
        layout.addStretch(1)
        column(self).addWidget(scrolled(content))
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab go from text to text: if it stopped at the round ends between them, what is typed next
        would be lost."""
        fields = [card.field for side in SIDES for card in self.cards[side]]
        for one, other in pairwise(fields):
            QWidget.setTabOrder(one, other)

    def enter(self) -> None:
        self._show_rows()
        self._show_hint("")
        empty = [
            card for side in reversed(SIDES) for card in self.cards[side] if not card.field.toPlainText()
        ]
        field = (empty[0] if empty else self.cards["team"][0]).field
        field.moveCursor(QTextCursor.MoveOperation.End)
        field.setFocus()

    def leave(self) -> None:
        self.triples.forget()
        self.place.unwritten.settle()

    def follow(self, changes: Changes) -> None:
        if changes.touches("priority", "link"):
            self._show_rows()

    # showing

    def _show_rows(self) -> None:
        sides = {side: priorities.priorities(self.doc, side) for side in SIDES}
        gaps = {side: {gap.id for gap in links.unlinked(self.doc, side)} for side in SIDES}
        for side, rows in sides.items():
            for card, priority in zip(self.cards[side], rows, strict=False):
                card.show_priority(self.place, priority, gap=priority.id in gaps[side])
        self.triples.show_links(shown_links(self.doc, sides, gaps))
        self._show_pill(sum(len(rows) for rows in gaps.values()), sides)

    def _show_pill(self, gaps: int, sides: dict[Side, list[Priority]]) -> None:
        written = sum(1 for rows in sides.values() for priority in rows if priority.text.strip())
        set_look(self._pill, "pill-warn" if gaps else "pill")
        words = trn("One is linked to nothing yet", "{n} are linked to nothing yet", gaps)
        whole = tr("All six are tied together")
        partly = tr("{n} of 6 written", n=written)
        self._pill.setText(words if gaps else whole if written == 2 * priorities.COUNT else partly)

    def _show_hint(self, waiting: str) -> None:
        if waiting == "company":
            self._hint.setText(tr("Now press the dot of the one of ours that serves it."))
        elif waiting == "team":
            self._hint.setText(tr("Now press the dot of the company's priority that it serves."))
        else:
            words = tr(
                "Press a dot on each side to link two, or to unlink them. While writing: Ctrl+1, 2 or 3."
            )
            self._hint.setText(words)

    # doing

    def _stand_on(self, side: Side, number: int) -> None:
        self._here = (side, number)

    def _toggle(self, company: int, team: int) -> None:
        one, other = (priorities.priorities(self.doc, side) for side in SIDES)
        links.toggle_link(self.doc, one[company].id, other[team].id, source=self)

    def _link_here(self, number: int) -> None:
        """From the priority that is written just now to number `number` of the other side."""
        side, here = self._here
        if side == "team":
            self._toggle(number, here)
        else:
            self._toggle(here, number)


def shown_links(doc: Document, sides: dict[Side, list[Priority]], gaps: dict[Side, set[int]]) -> Links:
    places = {priority.id: number for rows in sides.values() for number, priority in enumerate(rows)}
    pairs = tuple((places[link.company], places[link.team]) for link in links.links(doc))
    open_ends = tuple((side, places[gap]) for side, rows in gaps.items() for gap in sorted(rows))
    return Links(pairs, open_ends)
