"""The road map as a table with what narrows it above, what it lacks in words, and rows that are pasted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from mission_desk.core.file.closed_sets import RoadmapOrder
from mission_desk.core.plan import roadmap
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts.cards import column
from mission_desk.ui.parts.flow import FlowLayout
from mission_desk.ui.parts.labels import label
from mission_desk.ui.plan.roadmap.columns import ColumnName
from mission_desk.ui.plan.roadmap.filter_bar import FilterBar
from mission_desk.ui.plan.roadmap.gap_line import GapLine
from mission_desk.ui.plan.roadmap.gap_words import gap_words
from mission_desk.ui.plan.roadmap.lines import Lines, Sorting, View, table_lines
from mission_desk.ui.plan.roadmap.narrowing import Narrowing, lacks_something
from mission_desk.ui.plan.roadmap.paste_preview import PastePreview
from mission_desk.ui.plan.roadmap.row_commands import RowCommands
from mission_desk.ui.plan.roadmap.row_editor import FIRST, RowEditor
from mission_desk.ui.plan.roadmap.table import RoadTable
from mission_desk.ui.plan.roadmap.table_card import TableCard
from mission_desk.ui.plan.roadmap.warning_signs import WarningSigns
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

GROUP = "roadmap.view"  # in the session
FIELD_OF: dict[ColumnName, str] = {"serves": "text", "state": "text"}  # where a column has no field of words


class TableArea(QWidget):
    """`asks` leads to the measures of today."""

    asks = Signal()

    def __init__(self, place: Workplace, day: Callable[[], date]) -> None:
        super().__init__()
        self.place, self.doc, self.day = place, place.doc, day
        self.editor = RowEditor(place, self.day)
        self.table = RoadTable(self.editor, place.tokens)
        self.card = TableCard(self.table, place.tokens)
        self.gaps = GapLine()
        self.filter = FilterBar(place)
        self.narrowing, self.sorting = Narrowing(), Sorting()
        self.rows = RowCommands(place, self.table.picking)
        self.signs = WarningSigns(place, self.table)
        self._open: int | None = None
        self.preview = PastePreview(place, day)
        self._scroll = QTimer(self, singleShot=True, interval=0)  # a place is known once the layout is made
        self._scroll.timeout.connect(self._bring_into_sight)
        self._register()
        self._build()

    def _register(self) -> None:
        commands = self.place.commands
        commands.on("guideline.gaps", self._turn_lacking)
        commands.on("guideline.paste", self._paste)
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
        self.gaps.asks.connect(self.asks)
        self.gaps.narrows.connect(self._turn_lacking)
        self.preview.taken.connect(self._take_pasted)
        self.preview.left.connect(self._end_paste)
        self.filter.narrowed.connect(self._narrow)
        self.filter.grouped.connect(lambda group: self.doc.keep(GROUP, group, source=self))

    def _build(self) -> None:
        layout = column(self, spacing=3 * UNIT)
        layout.addWidget(self.filter)
        layout.addWidget(self.gaps)
        layout.addWidget(self.signs.panel)
        layout.addWidget(self.card, 1)
        layout.addWidget(self.preview, 1)
        self.preview.hide()
        self._keys = self._hints()
        layout.addWidget(self._keys)

    def _hints(self) -> QWidget:
        hints = QWidget()
        flow = FlowLayout(hints, 3 * UNIT)
        keys = self.place.commands.keys("guideline.paste")
        for words in (
            tr("↑ ↓ row · ← → cell · Enter or F2 writes"),
            tr("1 2 3 which priority it serves"),
            tr("W warning sign · U takes it off"),
            tr("Shift or Ctrl: several rows"),
            tr("Alt ↑ ↓ or drag: another place"),
            tr("Rows from a spreadsheet: copy them there, {keys} here", keys=keys),
        ):
            flow.addWidget(label(words, "tiny"))
        return hints

    # showing

    def show_row(self, row: int, field: str = "text") -> None:
        if self.table.lines.place_of(row) is None:
            self.narrowing = Narrowing()
        self._edit(row, field)

    def selected_row(self) -> int | None:
        picked = self.table.picking.rows()
        return picked[0] if len(picked) == 1 else None

    def today(self) -> date:
        return date.fromtimestamp(self.doc.now())

    def show_all(self) -> None:
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
        self.show_all()

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
        self.show_all()

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

    def add(self) -> None:
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
        self.show_all()
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
        self.show_all()
        self.table.setFocus()

    def _stand(self) -> None:
        """The keys stand on another row: the commands are about that one."""
        if self._open is not None:
            self.editor.hand_on()
            self._open = None
            self.show_all()
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
        if self.table.letters_write and letter != "Delete":
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

    # pasting

    def _paste(self) -> None:
        """Show the rows on the clipboard; they are taken by Enter."""
        self.editor.hand_on()
        if not self.preview.show_text(QGuiApplication.clipboard().text()):
            self.place.messages.say(tr("There are no rows on the clipboard."))
            return
        self._turn_preview(on=True)
        self.preview.table.setFocus()

    def _turn_preview(self, *, on: bool) -> None:
        self.preview.setVisible(on)
        for each in (self.filter, self.gaps, self.signs.panel, self.card, self._keys):
            each.setVisible(not on)

    def _take_pasted(self, rows: list[dict[str, str]]) -> None:
        self._narrow(Narrowing())
        made: list[int] = []
        self.place.commands.attempt(lambda: made.extend(roadmap.add_guidelines(self.doc, rows, source=self)))
        self._end_paste()
        if made:
            self.table.picking.stand_on_row(made[0])
            self._stand()

    def _end_paste(self) -> None:
        self._turn_preview(on=False)
        self.show_all()
        self.table.setFocus()
