"""Two columns of widgets with curves between them: the company's priorities, the team's, and which team
priority serves which company priority. It draws the links it is given and emits which two the user joined; it
knows no document."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from mission_desk.core.file.closed_sets import SIDES, Side
from mission_desk.ui.look.paint_guard import guarded
from mission_desk.ui.look.theme import UNIT, Tokens
from mission_desk.ui.parts.labels import label, set_tip
from mission_desk.ui.parts.link_handle import LinkHandle

GAP = 22 * UNIT  # px between the handles
NARROW = 640  # px of the whole below which the words need half of the gap
LINE, THIN = 2.4, 1.6


class Links(Struct, frozen=True):
    """`pairs` are (company, team) places from 0; `gaps` the (side, place) that nothing is tied to."""

    pairs: tuple[tuple[int, int], ...] = ()
    gaps: tuple[tuple[Side, int], ...] = ()


class Triples(QWidget):
    """`joined(company, team)` when the user has tied the two, or wants their tie away; `armed(side)` when a
    first handle waits for its second, with "" when it no longer does."""

    joined = Signal(int, int)
    armed = Signal(str)

    def __init__(self, tokens: Tokens, heads: tuple[str, str], *, handles: bool) -> None:
        super().__init__()
        self._tokens = tokens
        self._links = Links()
        self._waiting: LinkHandle | None = None
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
        self._live = handles
        self.handles: dict[tuple[Side, int], LinkHandle] = {}

    def put(self, side: Side, cards: list[QWidget], names: list[str]) -> None:
        """`names` are what screen readers call the handles."""
        for place, card in enumerate(cards):
            handle = LinkHandle(self._tokens, side, place, live=self._live)
            handle.setAccessibleName(names[place])
            set_tip(handle, names[place] if self._live else "")
            handle.pressed.connect(self._press)
            handle.dragged.connect(self._drag)
            handle.dropped.connect(self._drop)
            self.handles[side, place] = handle
            self._grid.addWidget(card, place + 1, 0 if side == "company" else 4)
            self._grid.addWidget(
                handle, place + 1, 1 if side == "company" else 3, Qt.AlignmentFlag.AlignVCenter
            )

    def show_links(self, links: Links) -> None:
        self._links = links
        for (side, place), handle in self.handles.items():
            tied = any(pair[SIDES.index(side)] == place for pair in links.pairs)
            handle.show_state(tied=tied, gap=(side, place) in links.gaps, waiting=handle is self._waiting)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grid.setColumnMinimumWidth(2, GAP if self.width() >= NARROW else GAP // 2)

    def forget(self) -> None:
        """Let the first handle stop waiting for its second."""
        self._wait_for(None)

    def _press(self, handle: LinkHandle) -> None:
        first = self._waiting
        if first is None or first.side == handle.side:
            self._wait_for(None if first is handle else handle)
            return
        self._wait_for(None)
        self._join(first, handle)

    def _drag(self, handle: LinkHandle, at: QPoint) -> None:
        self._waiting, self._loose_end = handle, self.mapFromGlobal(at)
        self.show_links(self._links)

    def _drop(self, handle: LinkHandle, at: QPoint) -> None:
        here = self.mapFromGlobal(at)
        near = [
            other for other in self.handles.values() if (other.middle() - here).manhattanLength() < 6 * UNIT
        ]
        self._wait_for(None)
        if near and near[0].side != handle.side:
            self._join(handle, near[0])

    def _join(self, first: LinkHandle, second: LinkHandle) -> None:
        company, team = (first, second) if first.side == "company" else (second, first)
        self.joined.emit(company.place, team.place)

    def _wait_for(self, handle: LinkHandle | None) -> None:
        self._waiting, self._loose_end = handle, None
        self.show_links(self._links)
        self.armed.emit(handle.side if handle else "")

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for company, team in self._links.pairs:
            start, end = self.handles["company", company].middle(), self.handles["team", team].middle()
            self._paint_curve(painter, start, end, LINE if company == team else THIN)
        painter.setPen(QPen(QColor(self._tokens.warn), THIN, Qt.PenStyle.DashLine))
        for side, place in self._links.gaps:
            start = self.handles[side, place].middle()
            middle = (
                self.handles["company", place].middle().x() + self.handles["team", place].middle().x()
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
