"""The road map's page: what each role does differently, as a table or along the year, and what becomes of the
measures of today."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from mission_desk.core.file.document import Changes
from mission_desk.core.file.plan_rows import Guideline
from mission_desk.core.plan import roadmap
from mission_desk.core.room import scene
from mission_desk.ui.look import icons, theme
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.page import Page
from mission_desk.ui.parts import dates
from mission_desk.ui.parts.buttons import action_button
from mission_desk.ui.parts.cards import column, row
from mission_desk.ui.parts.choice import Choice
from mission_desk.ui.parts.flow import FlowLayout
from mission_desk.ui.parts.labels import label
from mission_desk.ui.parts.one_of import OneOf
from mission_desk.ui.plan.roadmap.kpi_list import KpiList
from mission_desk.ui.plan.roadmap.table_area import GROUP, TableArea
from mission_desk.ui.plan.roadmap.timeline.view import TimelineView
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn

ONE_LINE = 860  # px of the page that title and buttons need side by side
FOLLOWED = ("guideline", "priority", "role", "kpi", "workshop", "note", "board")


class RoadmapPage(Page):
    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.table = TableArea(place, self.day)
        self.timeline = TimelineView(place, self.day, self.table.today)
        self.kpis = KpiList(place)
        self.views = {"table": self.table, "timeline": self.timeline, "kpis": self.kpis}
        self.view = Choice(
            (("table", tr("Table")), ("timeline", tr("Timeline")), ("kpis", tr("Measured today"))),
            tr("How the road map is shown"),
        )
        self.view.show_choice("table")
        self.pill = label("", "pill")
        self.add_button = action_button(place.commands.action("guideline.add"), "filled")
        self._connect()
        self._build()

    def _connect(self) -> None:
        commands = self.place.commands
        commands.on("guideline.add", self._add)
        for name in self.views:
            commands.on(f"roadmap.{name}", partial(self.show_view, name))
        self.view.chosen.connect(self.show_view)
        self.table.asks.connect(lambda: self.show_view("kpis"))
        self.timeline.opens.connect(self.show_row)

    def _build(self) -> None:
        self.add_button.setText(tr("Guideline"))
        self.add_button.setIcon(icons.icon("plus", self.place.tokens.on_accent))
        self._shown = OneOf(list(self.views.values()))
        self._shown.show_one(self.table)
        layout = column(self, (7 * UNIT, 5 * UNIT, 7 * UNIT, 4 * UNIT), 3 * UNIT)
        layout.addLayout(self._head())
        layout.addWidget(self._shown, 1)

    def _head(self) -> QBoxLayout:
        words = QWidget()
        flow = FlowLayout(words, 3 * UNIT)
        for each in (label(tr("What each role does differently"), "heading"), self.pill):
            each.setMinimumHeight(theme.PILL_HEIGHT)
            flow.addWidget(each)
        self._head_line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head_line.setSpacing(2 * UNIT)
        self._head_line.addWidget(words, 1)
        self._head_line.addLayout(row(self.view, self.add_button, stretch=1))
        return self._head_line

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        self._head_line.setDirection(way.LeftToRight if self.width() >= ONE_LINE else way.TopToBottom)

    # showing

    def enter(self) -> None:
        self._show()
        self._take_focus()

    def _take_focus(self) -> None:
        if self._shown.shown() is self.kpis:
            self.kpis.take_focus()
        elif self._shown.shown() is self.timeline:
            self.timeline.setFocus()
        else:
            self.table.table.setFocus()

    def show_view(self, name: str) -> None:
        """Table, timeline, or the measures of today."""
        self.leave()
        self.view.show_choice(name)
        self._shown.show_one(self.views[name])
        self._show()
        self._take_focus()

    def show_row(self, row: int) -> None:
        self.show_view("table")
        self.table.show_row(row)

    def selected_row(self) -> int | None:
        return self.table.selected_row()

    def leave(self) -> None:
        self.table.editor.hand_on()
        self.kpis.hand_on()

    def follow(self, changes: Changes) -> None:
        if changes.touches(*FOLLOWED) or changes.name == f"session.{GROUP}":
            self._show()

    def _show(self) -> None:
        self.table.show_all()
        if self._shown.shown() is self.timeline:
            self.timeline.show_all()
        elif self._shown.shown() is self.kpis:
            self.kpis.show_all()
        written = roadmap.written_guidelines(self.doc)
        self.pill.setText(_pill_words(written))
        self.pill.setVisible(bool(written))

    def day(self) -> date:
        """The workshop's day; dates without a year are meant near it."""
        return dates.day_or_none(scene.workshop(self.doc).day) or self.table.today()

    def _add(self) -> None:
        self.show_view("table")
        self.table.add()


def _pill_words(written: list[Guideline]) -> str:
    """ "8 guidelines · 6 with an owner · 1 lived"."""
    parts = [
        trn("One guideline", "{n} guidelines", len(written)),
        tr("{n} with an owner", n=sum(bool(each.owner.strip()) for each in written)),
    ]
    lived = sum(each.state == "lived" for each in written)
    return " · ".join([*parts, *([tr("{n} lived", n=lived)] if lived else [])])
