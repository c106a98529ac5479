"""Rows of a spreadsheet before they are taken: what each column is taken for can be changed, rows like
those that are there already stay out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from mission_desk.core.plan import roadmap
from mission_desk.exchange.guideline_table import (
    PASTED_FIELDS,
    PastedField,
    PastedTable,
    as_guidelines,
    is_like,
    read_table,
)
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import Card, row
from mission_desk.ui.parts.chooser import Chooser
from mission_desk.ui.parts.dates import day_readings
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn

HEAD = 40  # px, of the line that says what each column is
ROWS = 200  # that are shown; all of them are taken
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NOTHING = "nothing"


class PastePreview(Card):
    """`taken(rows)` with the words of each new guideline; `left` when nothing is taken."""

    taken = Signal(object)
    left = Signal()

    def __init__(self, place: Workplace, near: Callable[[], date]) -> None:
        super().__init__("card-on", (12, 10, 12, 12), 8)
        self._place, self._near = place, near
        self._pasted = PastedTable((), (), headed=False)
        self.fields: list[PastedField | None] = []
        self.choosers: list[Chooser] = []
        self._words = label("", "strong", wrap=True)
        self.take = button("", self._take, "filled")
        self.leave = button(tr("Leave them (Esc)"), self.left.emit)
        self.table = QTableWidget()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(tr("Rows from the spreadsheet"))
        self.table.horizontalHeader().hide()
        self.table.verticalHeader().hide()
        self.table.setWordWrap(True)
        self.table.installEventFilter(self)
        set_look(self.table, "board-list")
        line = row(self._words, self.leave, self.take)
        line.setStretch(0, 1)
        self.column.addLayout(line)
        self.column.addWidget(self.table, 1)

    def show_text(self, text: str) -> bool:
        """False where the text holds no row."""
        self._pasted = read_table(text)
        if not self._pasted.rows:
            return False
        self.fields = list(self._pasted.fields)
        self._fill()
        self._count()
        return True

    def _fill(self) -> None:
        rows = self._pasted.rows[:ROWS]
        self.table.clear()
        self.table.setRowCount(len(rows) + 1)
        self.table.setColumnCount(len(self.fields))
        self.choosers = [self._chooser(n) for n in range(len(self.fields))]
        for n, chooser in enumerate(self.choosers):
            self.table.setCellWidget(0, n, chooser)
        for line, cells in enumerate(rows, 1):
            for n, cell in enumerate(cells):
                self.table.setItem(line, n, QTableWidgetItem(" ".join(cell.split())))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down = self.table.verticalHeader()
        down.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        down.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        down.resizeSection(0, HEAD)
        self.table.setCurrentCell(1, 0)

    def _chooser(self, column: int) -> Chooser:
        chooser = Chooser(self._place.tokens, tr("What column {n} is", n=column + 1))
        chooser.show_entries([(NOTHING, tr("leave out")), *field_words().items()])
        chooser.show_choice(self.fields[column] or NOTHING)
        chooser.chosen.connect(partial(self._choose, column))
        return chooser

    def _choose(self, column: int, key: object) -> None:
        """A field stands for one column: the one that had it before is left out."""
        wanted = next((name for name in PASTED_FIELDS if name == key), None)
        for n, name in enumerate(self.fields):
            if wanted is not None and name == wanted and n != column:
                self.fields[n] = None
                self.choosers[n].show_choice(NOTHING)
        self.fields[column] = wanted
        self._count()

    def new_rows(self) -> list[dict[str, str]]:
        """The words of all rows that are not there yet, days as ISO text."""
        present = [{"role": each.role, "text": each.text} for each in roadmap.guidelines(self._place.doc)]
        made = as_guidelines(self._pasted, self.fields)
        new = [words for words in made if not any(is_like(words, each) for each in present)]
        return [self._with_day(words) for words in new]

    def _with_day(self, words: dict[str, str]) -> dict[str, str]:
        """Where two days fit, the words stay as they are: a wrong day is seen too late."""
        days = day_readings(words.get("due", ""), self._near())
        return words | {"due": days[0]} if words.get("due") and len(days) == 1 else words

    def _count(self) -> None:
        new, every = len(self.new_rows()), len(as_guidelines(self._pasted, self.fields))
        words = trn("One new row", "{n} new rows", new)
        like = trn("one like yours stays out", "{n} like yours stay out", every - new)
        heads = tr("columns by their headings") if self._pasted.headed else tr("columns guessed")
        self._words.setText(" · ".join([words, *([like] if every > new else []), heads]))
        self.take.setText(trn("Take this row (Enter)", "Take these {n} (Enter)", new))
        self.take.setEnabled(new > 0)
        self._fade()

    def _fade(self) -> None:
        """Columns that are left out are pale."""
        t = self._place.tokens
        for n, name in enumerate(self.fields):
            for line in range(1, self.table.rowCount()):
                item = self.table.item(line, n)
                if item is not None:
                    item.setForeground(QColor(t.ink if name else t.ink3))

    def _take(self) -> None:
        self.taken.emit(self.new_rows())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if not is_key or not isinstance(event, QKeyEvent) or not self.table.hasFocus():
            return False  # Enter in a list of columns is that list's
        if event.key() in ENTER and self.take.isEnabled():
            self._take()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            return False
        return True


def field_words() -> dict[PastedField, str]:
    return {
        "role": tr("Role"), "text": tr("What we do differently"), "measure": tr("Measure"),
        "start": tr("from"), "goal": tr("to"), "unit": tr("unit"), "data": tr("Data to gather"),
        "data_from": tr("where from"), "data_since": tr("since"),
        "evaluation": tr("What a review looks at now"), "owner": tr("Owner"), "due": tr("Due"),
    }  # fmt: skip
