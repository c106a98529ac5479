"""The road map: what each role does differently, how anybody would notice, who looks after it and until
when."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from mission_desk.core.file.closed_sets import RoadmapOrder
from mission_desk.core.file.document import Changes
from mission_desk.core.file.plan_rows import Guideline
from mission_desk.core.plan import roadmap
from mission_desk.core.room import scene
from mission_desk.ui.look import icons, theme
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.page import Page
from mission_desk.ui.parts import dates
from mission_desk.ui.parts.buttons import action_button
from mission_desk.ui.parts.cards import column, row, scrolled
from mission_desk.ui.parts.choice import Choice
from mission_desk.ui.parts.flow import FlowLayout
from mission_desk.ui.parts.labels import label
from mission_desk.ui.plan.guideline_editor import FIRST, LAST, GuidelineEditor
from mission_desk.ui.plan.guideline_table import FirstGuideline, RoadTable
from mission_desk.ui.plan.priorities_brief import Brief
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn

ONE_LINE = 700  # px of the page that title and buttons need side by side
VIEW = "roadmap.view"  # in the session: "order" or "role"


class RoadmapPage(Page):
    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.brief = Brief(place)
        self.editor = GuidelineEditor(place, self._near)
        self.table = RoadTable(self.editor)
        self._open: int | None = None  # whose editor is open
        self._here: int | None = None  # where the keys go
        self._pill = label("", "pill")
        self.view = Choice((("order", tr("In order")), ("role", tr("By role"))), tr("Order of the road map"))
        self.add_button = action_button(place.commands.action("guideline.add"), "filled")
        self._scroll = QTimer(self, singleShot=True, interval=0)  # a place is known once the layout is made
        self._scroll.timeout.connect(self._scroll_to_editor)
        self._register()
        self._build()

    def _stands_on_a_row(self) -> bool:
        return self._here is not None

    def _register(self) -> None:
        on = self.place.commands.on
        on("guideline.add", self._add)
        on("guideline.remove", self._remove, self._stands_on_a_row)
        on("guideline.up", partial(self._move, -1), self._stands_on_a_row)
        on("guideline.down", partial(self._move, 1), self._stands_on_a_row)
        self.view.chosen.connect(lambda view: self.doc.keep(VIEW, view, source=self))
        self.table.edits.connect(self._edit)
        self.table.reached.connect(self._stand_on)
        self.table.removes.connect(lambda _guideline: self.place.commands.run("guideline.remove"))
        self.editor.goes.connect(self._go)
        self.editor.done.connect(self._close)

    def _build(self) -> None:
        self.add_button.setText(tr("Guideline"))
        self.add_button.setIcon(icons.icon("plus", self.place.tokens.on_accent))
        content = QWidget()
        layout = column(content, (7 * UNIT, 5 * UNIT, 7 * UNIT, 6 * UNIT), 3 * UNIT)
        layout.addWidget(self.brief)
        layout.addSpacing(2 * UNIT)
        layout.addLayout(self._head())
        layout.addWidget(self.table)
        self._empty = FirstGuideline(self.place.commands.keys("guideline.add"))
        layout.addWidget(self._empty)
        layout.addStretch(1)
        self._area = scrolled(content)
        column(self).addWidget(self._area)

    def _head(self) -> QBoxLayout:
        words = QWidget()
        flow = FlowLayout(words, 3 * UNIT)
        for each in (label(tr("What each role does differently"), "title"), self._pill):
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
        self.view.show_choice(self._view())
        if not self.table.rows:
            self.add_button.setFocus()

    def show_row(self, row: int) -> None:
        if row in self.table.rows:
            self._edit(row, FIRST)

    def leave(self) -> None:
        self.editor.hand_on()

    def follow(self, changes: Changes) -> None:
        if changes.touches("guideline", "priority", "link", "workshop") or changes.name == f"session.{VIEW}":
            self._show()

    def _show(self) -> None:
        in_view = self._in_view()
        present = {each.id for each in in_view}
        self._open = self._open if self._open in present else None
        self._here = self._here if self._here in present else None
        self.view.show_choice(self._view())
        self.brief.show_rows()
        self.table.show_rows(in_view, self._near(), by_role=self._view() == "role", open_row=self._open)
        self.table.setVisible(bool(in_view))
        self._empty.setVisible(not in_view)
        self._count(sum(map(roadmap.is_written, in_view)), sum(bool(each.owner.strip()) for each in in_view))

    def _count(self, written: int, owned: int) -> None:
        """Rows that hold nothing are no guidelines."""
        guidelines = trn("One guideline", "{n} guidelines", written)
        self._pill.setText(tr("{guidelines} · {n} with an owner", guidelines=guidelines, n=owned))
        self._pill.setVisible(bool(written))

    def _view(self) -> RoadmapOrder:
        view: RoadmapOrder = self.doc.session_value(VIEW, "order")
        return view

    def _in_view(self) -> list[Guideline]:
        """The guidelines in the order of the view. By role: the roles in the order in which they first
        appear, those without one last."""
        guidelines = roadmap.guidelines(self.doc)
        if self._view() == "order":
            return guidelines
        first = {each.role: place for place, each in reversed(list(enumerate(guidelines)))}
        return sorted(guidelines, key=lambda each: (not each.role.strip(), first[each.role], each.rank))

    def _near(self) -> date:
        return dates.day_or_none(scene.workshop(self.doc).day) or date.fromtimestamp(self.doc.now())

    # doing

    def _add(self) -> None:
        """A new row; where one still holds nothing, that one."""
        self.editor.hand_on()
        spare = next((row.id for row in self._in_view() if roadmap.is_empty(row)), None)
        self._edit(spare or roadmap.add_guideline(self.doc, source=self), FIRST)

    def _edit(self, guideline: int, field: str) -> None:
        self.editor.hand_on()
        self._open = self._here = guideline
        self._show()
        self.place.commands.refresh()
        self.editor.take_focus(field)
        self._scroll.start()

    def _scroll_to_editor(self) -> None:
        self._area.ensureWidgetVisible(self.editor, 0, 6 * UNIT)

    def _go(self, by: int) -> None:
        """Past the last field: the next guideline; after the last one the editor closes. A new row is made
        by its key only: one that nobody asked for would hang on the wall."""
        to = self.table.neighbour(self.editor.guideline, by)
        if to is not None:
            self._edit(to, FIRST if by > 0 else LAST)
        elif by > 0:
            self._close()

    def _close(self) -> None:
        self.editor.hand_on()
        was, self._open = self._open, None
        self._show()
        if was in self.table.rows:
            self.table.rows[was].setFocus()

    def _stand_on(self, guideline: int) -> None:
        self._here = guideline
        self.place.commands.refresh()

    def _move(self, by: int) -> None:
        """Move one place in the order that is shown; by role, the guideline stays with its role."""
        here = self._here
        to = self.table.neighbour(here, by) if here is not None else None
        if here is None or to is None:
            return
        self.editor.hand_on()
        places = {each.id: place for place, each in enumerate(roadmap.guidelines(self.doc))}
        roadmap.move_guideline(self.doc, here, places[to] - places[here], source=self)

    def _remove(self) -> None:
        gone = self._here
        if gone is None:
            return
        self.editor.hand_on()
        beside = self.table.neighbour(gone, 1) or self.table.neighbour(gone, -1)
        roadmap.remove_guideline(self.doc, gone, source=self)
        self.place.messages.say(tr("The guideline is deleted."), tr("Undo"), self.doc.undo)
        if beside is not None:
            self.table.rows[beside].setFocus()
        else:
            self.add_button.setFocus()
