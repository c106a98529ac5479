"""The road map's page: what each role does differently, as a table or along the year, and what it lacks."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace
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
from mission_desk.ui.parts.cards import column, row
from mission_desk.ui.parts.flow import FlowLayout
from mission_desk.ui.parts.labels import label
from mission_desk.ui.plan.roadmap.columns import ColumnName
from mission_desk.ui.plan.roadmap.filter_bar import FilterBar
from mission_desk.ui.plan.roadmap.gap_line import GapLine
from mission_desk.ui.plan.roadmap.gap_words import gap_words
from mission_desk.ui.plan.roadmap.lines import Lines, Sorting, View, table_lines
from mission_desk.ui.plan.roadmap.narrowing import Narrowing, lacks_something
from mission_desk.ui.plan.roadmap.row_commands import RowCommands
from mission_desk.ui.plan.roadmap.row_editor import FIRST, RowEditor
from mission_desk.ui.plan.roadmap.table import RoadTable
from mission_desk.ui.plan.roadmap.table_card import TableCard
from mission_desk.ui.plan.roadmap.warning_signs import WarningSigns
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn

ONE_LINE = 760  # px of the page that title and buttons need side by side
GROUP = "roadmap.view"  # in the session
FOLLOWED = ("guideline", "priority", "role", "kpi", "workshop", "note", "board")
FIELD_OF: dict[ColumnName, str] = {"serves": "text", "state": "text"}  # where a column has no field of words


class RoadmapPage(Page):
    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.editor = RowEditor(place, self.day)
        self.table = RoadTable(self.editor, place.tokens)
        self.card = TableCard(self.table, place.tokens)
        self.gaps = GapLine()
        self.filter = FilterBar(place)
        self.narrowing, self.sorting = Narrowing(), Sorting()
        self.rows = RowCommands(place, self.table.picking)
        self.signs = WarningSigns(place, self.table)
        self._open: int | None = None
        self.pill = label("", "pill")
        self.add_button = action_button(place.commands.action("guideline.add"), "filled")
        self._scroll = QTimer(self, singleShot=True, interval=0)  # a place is known once the layout is made
        self._scroll.timeout.connect(self._bring_into_sight)
        self._register()
        self._build()

    def _register(self) -> None:
        commands = self.place.commands
        commands.on("guideline.add", self._add)
        commands.on("guideline.gaps", self._turn_lacking)
        commands.on("guideline.all", lambda: self._narrow(Narrowing()), self.narrowing_is_on)
        self.rows.register()
        self.signs.register()
        self.table.edits.connect(self._edit_here)
        self.table.moved.connect(self._stand)
        self.table.lettered.connect(self._take_letter)
        self.table.dropped.connect(self._drop)
        self.editor.goes.connect(self._go)
        self.editor.closes.connect(self._close)
        self.card.sorts.connect(self._sort)
        self.gaps.leads.connect(self._lead)
        self.gaps.begins.connect(self.begin)
        self.gaps.narrows.connect(self._turn_lacking)
        self.filter.narrowed.connect(self._narrow)
        self.filter.grouped.connect(lambda group: self.doc.keep(GROUP, group, source=self))

    def _build(self) -> None:
        self.add_button.setText(tr("Guideline"))
        self.add_button.setIcon(icons.icon("plus", self.place.tokens.on_accent))
        layout = column(self, (7 * UNIT, 5 * UNIT, 7 * UNIT, 4 * UNIT), 3 * UNIT)
        layout.addLayout(self._head())
        layout.addWidget(self.filter)
        layout.addWidget(self.gaps)
        layout.addWidget(self.signs.panel)
        layout.addWidget(self.card, 1)
        layout.addWidget(self._hints())

    def _head(self) -> QBoxLayout:
        words = QWidget()
        flow = FlowLayout(words, 3 * UNIT)
        for each in (label(tr("What each role does differently"), "heading"), self.pill):
            each.setMinimumHeight(theme.PILL_HEIGHT)
            flow.addWidget(each)
        self._head_line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head_line.setSpacing(2 * UNIT)
        self._head_line.addWidget(words, 1)
        self._head_line.addLayout(row(self.add_button, stretch=0))
        return self._head_line

    def _hints(self) -> QWidget:
        hints = QWidget()
        flow = FlowLayout(hints, 3 * UNIT)
        for words in (
            tr("↑ ↓ row · ← → cell · Enter or F2 writes"),
            tr("1 2 3 which priority it serves"),
            tr("W warning sign · U takes it off"),
            tr("Shift or Ctrl: several rows"),
            tr("Alt ↑ ↓ or drag: another place"),
        ):
            flow.addWidget(label(words, "tiny"))
        return hints

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        self._head_line.setDirection(way.LeftToRight if self.width() >= ONE_LINE else way.TopToBottom)

    # showing

    def enter(self) -> None:
        self._show()
        self.table.setFocus()

    def show_row(self, row: int, field: str = "text") -> None:
        if self.table.lines.place_of(row) is None:
            self.narrowing = Narrowing()
        self._edit(row, field)

    def selected_row(self) -> int | None:
        picked = self.table.picking.rows()
        return picked[0] if len(picked) == 1 else None

    def leave(self) -> None:
        self.editor.hand_on()

    def follow(self, changes: Changes) -> None:
        if changes.touches(*FOLLOWED) or changes.name == f"session.{GROUP}":
            self._show()

    def day(self) -> date:
        """Near which day a date without a year is meant."""
        return dates.day_or_none(scene.workshop(self.doc).day) or self.today()

    def today(self) -> date:
        return date.fromtimestamp(self.doc.now())

    def _show(self) -> None:
        present = {each.id for each in roadmap.guidelines(self.doc)}
        self._open = self._open if self._open in present else None
        lines = self._lines()
        self._show_editor(lines)
        self.table.show_lines(lines, self.today(), self._open)
        self.card.show_sorting(self.sorting)
        self.filter.show_values(self.narrowing, self._group())
        self._show_gaps()
        self.signs.show()
        self.place.commands.refresh(*self.rows.keys, "guideline.all")

    def _show_gaps(self) -> None:
        written = roadmap.written_guidelines(self.doc)
        lacking = sum(lacks_something(each, self.today()) for each in written)
        self.gaps.show_gaps(gap_words(self.doc, self.today()), lacking, narrowed=self.narrowing.lacking)
        self.pill.setText(_pill_words(written))
        self.pill.setVisible(bool(written))

    def _show_editor(self, lines: Lines) -> None:
        place = lines.place_of(self._open)
        line = lines.every[place] if place is not None else None
        if line is not None and line.row is not None:
            self.editor.show_guideline(line.row, line.serves, line.hint)

    def _lines(self) -> Lines:
        standing = tuple(self.table.lines.rows()) if self._open is not None else ()
        view = View(self._group(), self.sorting, self.narrowing, self.today(), standing, self._open)
        return table_lines(self.doc, view)

    def _group(self) -> RoadmapOrder:
        group: RoadmapOrder = self.doc.session_value(GROUP, "order")
        return group

    def narrowing_is_on(self) -> bool:
        return self.narrowing.is_on()

    # narrowing and sorting

    def _narrow(self, narrowing: Narrowing) -> None:
        self.editor.hand_on()
        self.narrowing, self._open = narrowing, None
        self._show()

    def _turn_lacking(self) -> None:
        self._narrow(replace(self.narrowing, lacking=not self.narrowing.lacking))

    def _sort(self, name: ColumnName) -> None:
        """One way, the other way, and in the agreed order again."""
        self.editor.hand_on()
        self._open = None
        if self.sorting.column != name:
            self.sorting = Sorting(name)
        else:
            self.sorting = Sorting() if self.sorting.backwards else Sorting(name, backwards=True)
        self._show()

    def _lead(self, rows: tuple[int, ...]) -> None:
        """To the first of these rows, or to the one after that on which the keys stand."""
        shown = [row for row in self.table.lines.rows() if row in rows]
        if not shown:
            self._narrow(Narrowing())
            shown = [row for row in self.table.lines.rows() if row in rows]
        here = self.table.picking.row()
        to = shown[(shown.index(here) + 1) % len(shown)] if here in shown else next(iter(shown), None)
        if to is not None:
            self._close()
            self.table.picking.stand_on_row(to)
            self.table.setFocus()
            self._stand()

    # writing

    def _add(self) -> None:
        """A new row; where one still holds nothing, that one."""
        self.editor.hand_on()
        spare = next((row.id for row in roadmap.guidelines(self.doc) if roadmap.is_empty(row)), None)
        if spare is None:
            self.begin("")
        else:
            self.show_row(spare, FIRST)

    def begin(self, role: str, priority: int | None = None) -> None:
        """A new guideline, of this role and for this priority where they are given."""
        self.editor.hand_on()
        if self.narrowing.is_on():
            self._narrow(Narrowing())
        new = roadmap.add_guideline(self.doc, priority=priority, role=role, source=self)
        self._edit(new, "text" if role else FIRST)

    def _edit_here(self, name: ColumnName) -> None:
        line = self.table.picking.line()
        if line is None:
            return
        if line.row is None:
            self.place.commands.attempt(lambda: self.begin(line.role))
        else:
            self._edit(line.row.id, FIELD_OF.get(name, name))

    def _edit(self, guideline: int, field: str) -> None:
        self.editor.hand_on()
        self._open = guideline
        self._show()
        self.table.picking.stand_on_row(guideline)
        self.place.commands.refresh(*self.rows.keys, *self.signs.keys)
        self.editor.take_focus(field)
        self._scroll.start()

    def _bring_into_sight(self) -> None:
        place = self.table.picking.here
        if place is not None and place < len(self.table.lines.every):
            self.card.bring_into_sight(self.table.line_box(place))

    def _go(self, by: int, field: str) -> None:
        """The next row; after the last one the fields close. A new row is made by its key only: one that
        nobody asked for would hang on the wall."""
        rows = self.table.lines.rows()
        at = rows.index(self.editor.guideline) + by if self.editor.guideline in rows else len(rows)
        if 0 <= at < len(rows):
            self._edit(rows[at], field)
        elif at >= len(rows):
            self._close()

    def _close(self) -> None:
        if self._open is None:
            return
        self.editor.hand_on()
        self._open = None
        self._show()
        self.table.setFocus()

    def _stand(self) -> None:
        """The keys stand on another row: the commands are about that one."""
        if self._open is not None:
            self.editor.hand_on()
            self._open = None
            self._show()
        self.place.commands.refresh(*self.rows.keys, *self.signs.keys)
        self._scroll.start()

    def _take_letter(self, letter: str) -> None:
        """On an offer a letter begins the sentence of its guideline: no command is about an offer, and the
        words would be lost."""
        line = self.table.picking.line()
        if line is not None and line.kind == "offer" and len(letter) == 1 and letter.isalnum():
            self._edit_here("text")
            self.editor.type_in_sentence(letter)
            return
        key = self.place.commands.letters("roadmap").get(letter if letter == "Delete" else letter.upper())
        if key is not None:
            self.place.commands.run_if_it_may(key)

    def _drop(self, before: int) -> None:
        """Rows were dragged before the line at this place."""
        if self.sorting.column is not None or self._group() != "order":
            self.place.messages.say(tr("Rows can be moved while they stand in their own order."))
            return
        after = [line.row.id for line in self.table.lines.every[before:] if line.row is not None]
        everyone = [each.id for each in roadmap.guidelines(self.doc)]
        place = everyone.index(after[0]) if after else len(everyone)
        picked = self.table.picking.rows()
        self.place.commands.attempt(lambda: roadmap.place_guidelines(self.doc, picked, place, source=self))


def _pill_words(written: list[Guideline]) -> str:
    """ "8 guidelines · 6 with an owner · 1 lived"."""
    parts = [
        trn("One guideline", "{n} guidelines", len(written)),
        tr("{n} with an owner", n=sum(bool(each.owner.strip()) for each in written)),
    ]
    lived = sum(each.state == "lived" for each in written)
    return " · ".join([*parts, *([tr("{n} lived", n=lived)] if lived else [])])
