"""The company's three at the left, ours at the right, and between them a card for each link, with lines from
dot to dot. It emits which two the user joined; it knows no document."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from mission_desk.core.file.closed_sets import SIDES, Side
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import UNIT, Tokens
from mission_desk.ui.parts.labels import label, set_look, set_tip
from mission_desk.ui.parts.link_handle import LinkHandle
from mission_desk.ui.plan.priorities.link_card import LinkCard
from mission_desk.ui.plan.priorities.link_places import ends, needed, stacked
from mission_desk.words import tr

BETWEEN = 6 * UNIT  # px from a column to the cards between
NARROWEST = 34 * UNIT  # px, of the cards between
SHARES = (11, 10, 13)  # of the width: theirs, the links, ours
STRONG, WEAK = 3.0, 1.8  # px
DOT = 6  # px, radius


class Ends(Struct, frozen=True):
    """A link with the places of its ends, from 0."""

    card: LinkCard
    company: int
    team: int


class LinkBoard(QWidget):
    """`joined(company, team)` when the user has drawn a link between the two; `armed(side, place)` when a
    first dot waits for its second, with "" when it no longer does; `arranged` when every card of a link has
    its place."""

    joined = Signal(int, int)
    armed = Signal(str, int)
    arranged = Signal()

    def __init__(self, tokens: Tokens, heads: tuple[str, str, str]) -> None:
        super().__init__()
        set_look(self, "clear")
        self._tokens = tokens
        self._links: list[Ends] = []
        self._gaps: set[tuple[Side, int]] = set()
        self._waiting: LinkHandle | None = None
        self._loose_end: QPoint | None = None
        self.handles: dict[tuple[Side, int], LinkHandle] = {}
        self._cards: dict[tuple[Side, int], QWidget] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(2 * UNIT)
        self._grid.setColumnMinimumWidth(1, NARROWEST + 2 * BETWEEN)
        for number, (words, share) in enumerate(zip(heads, SHARES, strict=True)):
            self._grid.setColumnStretch(number, share)
            self._grid.addWidget(label(words, "section", wrap=True), 0, number)
        self._grid.setRowMinimumHeight(4, 0)
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._arrange)

    def put(self, side: Side, cards: list[QWidget], names: list[str]) -> None:
        """`names` are what screen readers call the dots."""
        for place, card in enumerate(cards):
            handle = LinkHandle(self._tokens, side, place, live=True)
            handle.setParent(self)
            handle.setAccessibleName(names[place])
            set_tip(handle, tr("Drag to the other side to link the two"))
            handle.pressed.connect(self._press)
            handle.dragged.connect(self._drag)
            handle.dropped.connect(self._drop)
            self.handles[side, place] = handle
            self._cards[side, place] = card
            self._grid.addWidget(card, place + 1, 0 if side == "company" else 2)

    def show_links(self, links: list[Ends], gaps: set[tuple[Side, int]]) -> None:
        """`gaps` are the ends that nothing leads to."""
        self._links, self._gaps = links, gaps
        for each in links:
            if each.card.parentWidget() is not self:
                each.card.setParent(self)
                each.card.changed.connect(self.update)
                each.card.show()
        self._show_handles()
        self._settling.start()

    def forget(self) -> None:
        """Let the first dot stop waiting for its second."""
        self._wait_for(None)

    def wait_for(self, side: Side, place: int) -> None:
        """The next dot, or number, of the other side ends a link that begins here."""
        self._wait_for(self.handles[side, place])

    # places

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._settling.start()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settling.start()

    def _arrange(self) -> None:
        wide = max(NARROWEST, self._grid.cellRect(0, 1).width() - 2 * BETWEEN)
        heights = [self._height(each.card, wide) for each in self._links]
        self._make_room(needed(heights))
        left, top = self._grid.cellRect(0, 1).left() + BETWEEN, self._top()
        wanted = [self._wanted(each) - top for each in self._links]
        tops = stacked(wanted, heights, self.height() - top)
        for each, y, height in zip(self._links, tops, heights, strict=True):
            each.card.setGeometry(left, top + y, wide, height)
        self._place_handles()
        self.update()
        self.arranged.emit()

    def _height(self, card: LinkCard, width: int) -> int:
        """A card's text grows with its lines, which depend on the width."""
        if card.width() != width:
            card.resize(width, card.height())
        layout = card.layout()
        if layout is not None:
            layout.activate()
        return card.sizeHint().height()

    def _make_room(self, height: int) -> None:
        """Where the links need more height than the cards, the board grows below them."""
        cards = self._grid.cellRect(3, 0).bottom() - self._top()
        lacking = max(0, height - cards)
        if self._grid.rowMinimumHeight(4) != lacking:  # each call asks for another layout, and that for this
            self._grid.setRowMinimumHeight(4, lacking)

    def _top(self) -> int:
        return self._grid.cellRect(1, 0).top()

    def _wanted(self, each: Ends) -> float:
        """Where the middle of its card would best be: halfway between its ends."""
        ends_at = (self._cards["company", each.company], self._cards["team", each.team])
        return sum(card.geometry().center().y() for card in ends_at) / 2

    def _ports(self, side: Side, place: int) -> dict[int, QPoint]:
        """The number of a link -> where it ends at this card; -1 for the dot that is free."""
        box = self._cards[side, place].geometry()
        pairs = [(each.company, each.team) for each in self._links]
        here = [*ends(pairs, SIDES.index(side), place), -1]
        x = box.right() if side == "company" else box.left()
        step = box.height() / (len(here) + 1)
        return {number: QPoint(x, round(box.top() + step * (n + 1))) for n, number in enumerate(here)}

    def _place_handles(self) -> None:
        for (side, place), handle in self.handles.items():
            free = self._ports(side, place)[-1]
            handle.move(free - QPoint(handle.width() // 2, handle.height() // 2))
            handle.raise_()

    # joining

    def _press(self, handle: LinkHandle) -> None:
        first = self._waiting
        if first is None or first.side == handle.side:
            self._wait_for(None if first is handle else handle)
            return
        self._wait_for(None)
        self._join(first, handle.side, handle.place)

    def _drag(self, handle: LinkHandle, at: QPoint) -> None:
        self._waiting, self._loose_end = handle, self.mapFromGlobal(at)
        self._show_handles()
        self.update()

    def _drop(self, handle: LinkHandle, at: QPoint) -> None:
        """Anywhere on a card of the other side, or near its edge."""
        here = self.mapFromGlobal(at)
        self._wait_for(None)
        for (side, place), card in self._cards.items():
            box = card.geometry().adjusted(-BETWEEN, 0, BETWEEN, 0)
            if side != handle.side and box.contains(here):
                self._join(handle, side, place)
                return

    def _join(self, first: LinkHandle, side: Side, place: int) -> None:
        company, team = (place, first.place) if side == "company" else (first.place, place)
        self.joined.emit(company, team)

    def _wait_for(self, handle: LinkHandle | None) -> None:
        self._waiting, self._loose_end = handle, None
        self._show_handles()
        self.update()
        self.armed.emit(handle.side if handle else "", handle.place if handle else 0)

    def _show_handles(self) -> None:
        for key, handle in self.handles.items():
            handle.show_state(tied=False, gap=key in self._gaps, waiting=handle is self._waiting)

    # drawing

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, each in enumerate(self._links):
            self._paint_link(painter, number, each)
        if self._waiting is not None and self._loose_end is not None:
            painter.setPen(QPen(QColor(self._tokens.accent), STRONG))
            _curve(painter, self._waiting.middle(), self._loose_end)
        painter.end()

    def _paint_link(self, painter: QPainter, number: int, each: Ends) -> None:
        start = self._ports("company", each.company).get(number)
        end = self._ports("team", each.team).get(number)
        if start is None or end is None:
            return
        box = each.card.geometry()
        colour = QColor(self._tokens.warn if each.card.is_wish else self._tokens.accent)
        style = Qt.PenStyle.DashLine if each.card.is_wish else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, STRONG if each.card.is_strong else WEAK, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        _curve(painter, start, QPoint(box.left(), box.center().y()))
        _curve(painter, QPoint(box.right(), box.center().y()), end)
        painter.setPen(QPen(colour, WEAK))
        painter.setBrush(colour if each.card.is_strong else QColor(self._tokens.panel))
        for dot, inside in ((start, 1), (end, -1)):
            painter.drawEllipse(QPointF(dot) + QPointF(inside * DOT, 0), DOT - 1, DOT - 1)


def _curve(painter: QPainter, start: QPoint, end: QPoint) -> None:
    middle = (start.x() + end.x()) / 2
    curve = QPainterPath(QPointF(start))
    curve.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), QPointF(end))
    painter.drawPath(curve)
