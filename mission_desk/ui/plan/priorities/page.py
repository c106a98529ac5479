"""Our three priorities beside the company's three, which of ours serves which of theirs and why, what is
missing, and the candidates of the day."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from mission_desk.core.file.closed_sets import SIDES, Side
from mission_desk.core.file.document import Changes
from mission_desk.core.file.plan_rows import Link, Priority
from mission_desk.core.plan import gaps, links, priorities
from mission_desk.core.plan.gaps import Gap
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.page import Page
from mission_desk.ui.parts.cards import Card, bring_into_sight, column, scrolled
from mission_desk.ui.parts.labels import set_look
from mission_desk.ui.parts.sensed.finding_line import FindingLine
from mission_desk.ui.parts.sensed.sensed_field import SensedField
from mission_desk.ui.parts.side_content import SideContent
from mission_desk.ui.plan.priorities import gap_words
from mission_desk.ui.plan.priorities.candidate_side import CandidateSide
from mission_desk.ui.plan.priorities.gap_panel import GapPanel, NotThisYear
from mission_desk.ui.plan.priorities.head import PrioritiesHead
from mission_desk.ui.plan.priorities.link_board import Ends, LinkBoard
from mission_desk.ui.plan.priorities.link_card import LinkCard
from mission_desk.ui.plan.priorities.linking import LinkKeys
from mission_desk.ui.plan.priorities.priority_card import PriorityCard, card_name
from mission_desk.ui.plan.priorities.writing import Writing
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

FOLLOWED = ("priority", "link", "origin", "draft", "note", "cluster", "poll", "mute", "roomword", "workshop")


class PrioritiesPage(Page):
    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._writing = Writing(place, self)
        self.head = PrioritiesHead(place.doc)
        heads = (
            tr("The company's top three"),
            tr("Ours serves theirs, because …"),
            tr("Our three, as customer service"),
        )
        self.board = LinkBoard(place.tokens, heads)
        self.cards = {
            side: [PriorityCard(self._writing, side, number + 1) for number in range(priorities.COUNT)]
            for side in SIDES
        }
        self.link_cards: dict[int, LinkCard] = {}
        self.gap_panel, self.waiting = GapPanel(self._writing), NotThisYear(self._writing)
        self.candidates = CandidateSide(place)
        self.line = FindingLine(place.doc, _keys())
        self._linking = LinkKeys()
        self._here: tuple[Side, int] = ("team", 0)
        self._to_sight = 0  # the link that was made just now: its card has no place yet
        self._build()
        self._connect()

    def _build(self) -> None:
        content = QWidget()
        set_look(content, "clear")
        layout = column(content, (7 * UNIT, 4 * UNIT, 7 * UNIT, 6 * UNIT), 2 * UNIT)
        for side, cards in self.cards.items():
            self.board.put(side, list(cards), [_dot_name(side, card.number) for card in cards])
        for part in (self.head, self.board, self.gap_panel, self.waiting):
            layout.addWidget(part)
        harbour = QVBoxLayout()
        layout.addLayout(harbour)
        layout.addStretch(1)
        column(self).addWidget(scrolled(content))
        self.side = SideContent(self.candidates, harbour)
        foot = Card("bottom", (7 * UNIT, 2 * UNIT, 7 * UNIT, 2 * UNIT))
        foot.column.addWidget(self.line)
        self.foot = foot

    def _connect(self) -> None:
        self._writing.entered.connect(self._attend)
        self._writing.judged.connect(self.line.show_finding)
        self.board.joined.connect(self._join)
        self.board.armed.connect(self._show_armed)
        self.board.arranged.connect(self._bring_new_link)
        self.gap_panel.fixed.connect(self._fix)
        self.candidates.taken.connect(self.show_row)
        for number in range(priorities.COUNT):
            self.place.commands.on(f"priority.link{number + 1}", partial(self._link_here, number))
        self.place.commands.on("priority.link", self._begin_linking)
        self.place.commands.on("priority.up", partial(self._move, -1))
        self.place.commands.on("priority.down", partial(self._move, 1))
        QApplication.instance().focusChanged.connect(self._follow_keys)  # type: ignore[union-attr]

    # following

    def enter(self) -> None:
        self._writing.follow()
        self._show_rows()
        self.line.say(_keys())
        empty = [
            card.field
            for side in reversed(SIDES)
            for card in self.cards[side]
            if not card.field.toPlainText().strip()
        ]
        if empty:
            empty[0].moveCursor(QTextCursor.MoveOperation.End)
            empty[0].setFocus()
        else:
            self.setFocus()

    def leave(self) -> None:
        self.board.forget()
        self._linking.stop()
        self.place.unwritten.settle()

    def follow(self, changes: Changes) -> None:
        if changes.touches("mute", "roomword", "workshop"):
            self._writing.follow()
            self._writing.sensing.ready.emit()
        if changes.touches(*FOLLOWED):
            self._show_rows()

    def show_row(self, row: int) -> None:
        for side in SIDES:
            for card, priority in zip(self.cards[side], priorities.priorities(self.doc, side), strict=False):
                if priority.id == row:
                    card.field.setFocus()
                    bring_into_sight(card.field)

    def _show_rows(self) -> None:
        present = gaps.gaps(self.doc)
        missing = {gap.priority: gap_words.on_card(gap.kind) for gap in present}
        sides = {side: priorities.priorities(self.doc, side) for side in SIDES}
        for side, rows in sides.items():
            for card, priority in zip(self.cards[side], rows, strict=False):
                card.show_priority(priority, missing.get(priority.id, ""))
        self._show_links(sides, {row for row, words in missing.items() if words})
        self.head.follow(present)
        self.gap_panel.show_gaps(present)
        self.waiting.show_rows()
        self.candidates.follow()
        self._order_tabs()

    def _show_links(self, sides: dict[Side, list[Priority]], bare: set[int]) -> None:
        rows = links.links(self.doc)
        self._drop_cards({row.id for row in rows})
        places = {priority.id: n for of_side in sides.values() for n, priority in enumerate(of_side)}
        drawn = [Ends(self._card(row), places[row.company], places[row.team]) for row in rows]
        for row, ends in zip(rows, drawn, strict=True):
            ends.card.show_link(row, _link_name(ends))
        by_height = sorted(drawn, key=lambda ends: (ends.company + ends.team, ends.company))
        alone = {
            (side, places[row.id]) for side, of_side in sides.items() for row in of_side if row.id in bare
        }
        self.board.show_links(by_height, alone)

    def _card(self, row: Link) -> LinkCard:
        if row.id not in self.link_cards:
            self.link_cards[row.id] = LinkCard(self._writing, row.id)
        return self.link_cards[row.id]

    def _drop_cards(self, present: set[int]) -> None:
        for number in set(self.link_cards) - present:
            card = self.link_cards.pop(number)
            had_keys = card.isAncestorOf(self.focusWidget() or self) or card.hasFocus()
            card.hide()
            card.deleteLater()
            if had_keys:
                self.setFocus()

    def _order_tabs(self) -> None:
        """Let Tab go from text to text, card by card, and then through the links."""
        fields = [field for side in SIDES for card in self.cards[side] for field in card.fields()]
        fields += [card.text for card in self.link_cards.values()]
        for one, other in pairwise(fields):
            QWidget.setTabOrder(one, other)

    def _move(self, by: int) -> None:
        """The one that is written in goes one up or down among its three, and the keys with it."""
        side, here = self._here
        row = priorities.priorities(self.doc, side)[here]
        priorities.move_priority(self.doc, row.id, by, source=self)
        self._show_rows()
        self.show_row(row.id)

    # linking

    def _attend(self, field: SensedField) -> None:
        self.line.attend(field)

    def _follow_keys(self, _before: QWidget | None, now: QWidget | None) -> None:
        """The card that one writes in is open, and stays open while the keys are outside of the page."""
        if now is None or not self.isAncestorOf(now):
            return
        for cards in self.cards.values():
            for card in cards:
                card.set_open(card.isAncestorOf(now))
                if card.isAncestorOf(now):
                    self._here = (card.side, card.number - 1)

    def _join(self, company: int, team: int) -> None:
        self.place.commands.attempt(partial(self._link, company, team))

    def _link(self, company: int, team: int) -> None:
        """Link the two, and lead to the sentence that says why."""
        one, other = (priorities.priorities(self.doc, side) for side in SIDES)
        made = links.link(self.doc, one[company].id, other[team].id, source=self)
        self._show_rows()
        self.link_cards[made].write()
        self._to_sight = made

    def _bring_new_link(self) -> None:
        number, self._to_sight = self._to_sight, 0
        self._bring_link(number)

    def _bring_link(self, number: int) -> None:
        if number in self.link_cards:
            bring_into_sight(self.link_cards[number])

    def _link_here(self, number: int) -> None:
        """From the priority that is written just now to number `number` of the other side."""
        side, here = self._here
        company, team = (number, here) if side == "team" else (here, number)
        self._link(company, team)

    def _begin_linking(self) -> None:
        self._linking.begin()
        self.setFocus()
        self._say_linking()

    def _begin_at(self, side: Side, place: int) -> None:
        self.setFocus()
        self.board.wait_for(side, place)
        self._linking.begin_at(side, place)
        self._say_linking()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Single keys while nothing is written: L begins a link, numbers say which two."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and self._linking.waits:
            self._take_number(event.text())
        elif plain and event.text().casefold() == "l":
            self._begin_linking()
        elif plain and event.text().casefold() == "v":
            self.candidates.open_poll()
        else:
            super().keyPressEvent(event)

    def _take_number(self, key: str) -> None:
        pair = self._linking.take(key)
        if pair is not None:
            self._join(*pair)
        self._say_linking()

    def _show_armed(self, side: str, place: int) -> None:
        if side == "company" or side == "team":
            self._linking.begin_at(side, place)
        else:
            self._linking.stop()
        self._say_linking()

    def _say_linking(self) -> None:
        words = {
            "": _keys(),
            "company": tr("Which of the company's? Press 1, 2 or 3, or its dot. Esc gives up."),
            "team": tr("Which of ours? Press 1, 2 or 3, or its dot. Esc gives up."),
        }
        self.line.say(words[self._linking.waits])

    # gaps

    def _fix(self, gap: Gap) -> None:
        if gap.link is not None:
            self.link_cards[gap.link].write()
            self._bring_link(gap.link)
        elif gap.kind == "wants in" and gap.third is not None:
            swap = partial(priorities.swap_in, self.doc, gap.priority, gap.third, source=self)
            self.place.commands.attempt(swap)
        else:
            side: Side = "company" if gap.kind == "served by nobody" else "team"
            rows = [row.id for row in priorities.priorities(self.doc, side)]
            self._begin_at(side, rows.index(gap.priority))


def _keys() -> str:
    return tr("L, then 1 to 3 left and right, links two. Or drag from dot to dot. Esc leaves a field.")


def _dot_name(side: Side, number: int) -> str:
    return tr("Link ours, {n}", n=number) if side == "team" else tr("Link the company's, {n}", n=number)


def _link_name(ends: Ends) -> str:
    ours, theirs = card_name("team", ends.team + 1), card_name("company", ends.company + 1)
    return tr("{ours} serves {theirs}", ours=ours, theirs=theirs)
