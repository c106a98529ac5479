"""Two columns of widgets with curves between them: the company's priorities, the team's, and which serves
which. It draws what it is told and says which two were joined; it knows no document."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import UNIT, Tokens
from mission_desk.ui.parts.labels import label, set_tip
from mission_desk.ui.parts.link_handle import Socket

GAP = 22 * UNIT  # px between the sockets
NARROW = 640  # px of the whole below which the words need half of the gap
LINE, THIN = 2.4, 1.6
SIDES = ("company", "team")


class Ties(Struct, frozen=True):
    """`pairs` are (company, team) places from 0; `gaps` the (side, place) that nothing is tied to."""

    pairs: tuple[tuple[int, int], ...] = ()
    gaps: tuple[tuple[str, int], ...] = ()


class Triples(QWidget):
    """`joined(company, team)` when the user has tied the two, or wants their tie away; `armed(side)` when a
    first socket waits for its second, with "" when it no longer does."""

    joined = Signal(int, int)
    armed = Signal(str)

    def __init__(self, tokens: Tokens, heads: tuple[str, str], *, sockets: bool) -> None:
        super().__init__()
        self._tokens = tokens
        self._ties = Ties()
        self._waiting: Socket | None = None
        self._loose_end: QPoint | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(UNIT)
        self._grid.setVerticalSpacing(2 * UNIT)
        for place, stretch in enumerate((1, 0, 0, 0, 1)):
            self._grid.setColumnStretch(place, stretch)
        self._grid.setColumnMinimumWidth(0, UNIT)
        self._grid.setColumnMinimumWidth(4, UNIT)
        self._grid.setColumnMinimumWidth(2, GAP)
        self._grid.addWidget(label(heads[0], "section", wrap=True), 0, 0)
        self._grid.addWidget(label(heads[1], "section", wrap=True), 0, 4)
        self._live = sockets
        self.sockets: dict[tuple[str, int], Socket] = {}

    def put(self, side: str, cards: list[QWidget], names: list[str]) -> None:
        """`names` are what screen readers call the sockets."""
        for place, card in enumerate(cards):
            socket = Socket(self._tokens, side, place, live=self._live)
            socket.setAccessibleName(names[place])
            set_tip(socket, names[place] if self._live else "")
            socket.pressed.connect(self._press)
            socket.dragged.connect(self._drag)
            socket.dropped.connect(self._drop)
            self.sockets[side, place] = socket
            self._grid.addWidget(card, place + 1, 0 if side == "company" else 4)
            self._grid.addWidget(
                socket, place + 1, 1 if side == "company" else 3, Qt.AlignmentFlag.AlignVCenter
            )

    def show_ties(self, ties: Ties) -> None:
        self._ties = ties
        for (side, place), socket in self.sockets.items():
            tied = any(pair[SIDES.index(side)] == place for pair in ties.pairs)
            socket.show_state(tied=tied, gap=(side, place) in ties.gaps, waiting=socket is self._waiting)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grid.setColumnMinimumWidth(2, GAP if self.width() >= NARROW else GAP // 2)

    def forget(self) -> None:
        """The first socket no longer waits."""
        self._wait_for(None)

    def _press(self, socket: Socket) -> None:
        first = self._waiting
        if first is None or first.side == socket.side:
            self._wait_for(None if first is socket else socket)
            return
        self._wait_for(None)
        self._join(first, socket)

    def _drag(self, socket: Socket, at: QPoint) -> None:
        self._waiting, self._loose_end = socket, self.mapFromGlobal(at)
        self.show_ties(self._ties)

    def _drop(self, socket: Socket, at: QPoint) -> None:
        here = self.mapFromGlobal(at)
        near = [
            other for other in self.sockets.values() if (other.middle() - here).manhattanLength() < 6 * UNIT
        ]
        self._wait_for(None)
        if near and near[0].side != socket.side:
            self._join(socket, near[0])

    def _join(self, first: Socket, second: Socket) -> None:
        company, team = (first, second) if first.side == "company" else (second, first)
        self.joined.emit(company.place, team.place)

    def _wait_for(self, socket: Socket | None) -> None:
        self._waiting, self._loose_end = socket, None
        self.show_ties(self._ties)
        self.armed.emit(socket.side if socket else "")

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for company, team in self._ties.pairs:
            start, end = self.sockets["company", company].middle(), self.sockets["team", team].middle()
            self._paint_curve(painter, start, end, LINE if company == team else THIN)
        painter.setPen(QPen(QColor(self._tokens.warn), THIN, Qt.PenStyle.DashLine))
        for side, place in self._ties.gaps:
            start = self.sockets[side, place].middle()
            middle = (
                self.sockets["company", place].middle().x() + self.sockets["team", place].middle().x()
            ) // 2
            painter.drawLine(start, QPoint(middle, start.y()))
        if self._waiting is not None and self._loose_end is not None:
            self._paint_curve(painter, self._waiting.middle(), self._loose_end, LINE)
        painter.end()

    def _paint_curve(self, painter: QPainter, start: QPoint, end: QPoint, width: float) -> None:
        middle = (start.x() + end.x()) / 2
        curve = QPainterPath(QPointF(start))
        curve.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), QPointF(end))
        painter.setPen(QPen(QColor(self._tokens.accent), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(curve)
