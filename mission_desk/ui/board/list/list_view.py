"""The board as a list: the same notes, the same selection and the same keys as on the canvas, for who works
by keys, by ear, or on three hundred notes at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from mission_desk.core.file.rows import Note
from mission_desk.ui.board.canvas.canvas import BoardCanvas
from mission_desk.ui.board.list.list_columns import AS_ON_THE_BOARD, Column, list_columns
from mission_desk.ui.board.list.list_drawing import ROW, ListDrawing
from mission_desk.ui.board.list.list_model import ListModel
from mission_desk.ui.look.theme import UNIT, Tokens
from mission_desk.ui.parts.labels import set_look
from mission_desk.words import tr

ROOM_FOR_TAGS = 225 * UNIT  # px below which tags are read in the words alone
ROOM_FOR_AN_AXIS = 30 * UNIT
TOLD = 100  # rows at once whose selection is told cell by cell
SELECT = QItemSelectionModel.SelectionFlag
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
WALKS = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Backtab,
)  # fmt: skip


class BoardList(QTableView):
    """`opened(column)` when Enter or a double click asks to change a cell of the selected notes. The
    selection is the canvas's; here it is shown and changed, not kept."""

    opened = Signal(int)

    def __init__(self, canvas: BoardCanvas, tokens: Tokens) -> None:
        super().__init__()
        set_look(self, "board-list")
        self._canvas = canvas
        self.rows = ListModel(canvas.model, self)
        self.setModel(self.rows)
        self._drawing = ListDrawing(self, self.rows, tokens)
        self.setItemDelegate(self._drawing)
        self._following = False
        self._dress()
        self.rows.modelReset.connect(self._show_columns)
        self.selectionModel().selectionChanged.connect(self._choose)
        canvas.selection_changed.connect(self.show_selection)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.column()))

    def _dress(self) -> None:
        self.setAccessibleName(tr("Notes of the board"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # Tab leads on, as everywhere
        self.setMouseTracking(True)
        down, across = self.verticalHeader(), self.horizontalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(ROW)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        # With the table's own it asks of ten thousand selected rows at every paint whether all of them are.
        across.setSelectionModel(QItemSelectionModel(self.rows, across))
        across.setHighlightSections(False)
        across.setSectionsClickable(True)
        across.sectionClicked.connect(self.sort_by)
        for place, column in enumerate(list_columns()):
            if column.width:
                across.resizeSection(place, column.width)
            else:
                across.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._show_columns()

    def _show_columns(self) -> None:
        """Hide those that this board has nothing to say in; tags where there is no room."""
        for column in (Column.ACROSS, Column.UP):
            self.setColumnHidden(column, not self.rows.words.has(column))
        axes = sum(not self.isColumnHidden(column) for column in (Column.ACROSS, Column.UP))
        room = self.width() - axes * ROOM_FOR_AN_AXIS
        self.setColumnHidden(Column.TAGS, room < ROOM_FOR_TAGS)
        self.setColumnHidden(Column.AUTHOR, bool(axes) and room < ROOM_FOR_TAGS)

    # sorting

    def sort_by(self, column: int) -> None:
        """One way, the other way, and as on the board again; the most dots come first."""
        rows, first = self.rows, column == Column.DOTS
        if rows.column != column:
            column, turned = column, first
        elif rows.turned == first:
            turned = not first
        else:
            column, turned = AS_ON_THE_BOARD, False
        with self.following():
            rows.sort_by(column, turned=turned)
        across = self.horizontalHeader()
        across.setSortIndicatorShown(column != AS_ON_THE_BOARD)
        # Fusion draws the arrow of a descending order upwards, as nobody reads it.
        order = Qt.SortOrder.AscendingOrder if turned else Qt.SortOrder.DescendingOrder
        across.setSortIndicator(column, order)

    # the selection

    @contextmanager
    def following(self) -> Iterator[None]:
        """While rows come and go, Qt changes the selection by itself; afterwards the canvas's selection is
        shown again."""
        note = self.rows.note_in(self.currentIndex().row())
        column = max(0, self.currentIndex().column())
        before, self._following = self._following, True
        try:
            yield
        finally:
            self._following = before
        row = self.rows.row_of(note.id) if note is not None else None
        if row is not None and row != self.currentIndex().row():
            self.selectionModel().setCurrentIndex(self.rows.index(row, column), SELECT.NoUpdate)
        self.show_selection()

    def _choose(self) -> None:
        if not self._following:
            self._canvas.select(self.chosen())
            self._canvas.turn_to_notes()
            self.show_selection()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """To a screen reader Qt tells every cell; of ten thousand notes that takes a fifth of a second."""
        many = any(each.count() and each.at(0).height() > TOLD for each in (selected, deselected))
        if many:
            QAbstractItemView.selectionChanged(self, selected, deselected)
        else:
            super().selectionChanged(selected, deselected)

    def chosen(self) -> frozenset[int]:
        """The notes whose rows are marked here."""
        selection = self.selectionModel().selection()
        ranges = map(selection.at, range(selection.count()))
        rows = (row for each in ranges for row in range(each.top(), each.bottom() + 1))
        return frozenset(note.id for note in map(self.rows.note_in, rows) if note is not None)

    def show_selection(self) -> None:
        """Mark what is selected on the board; a single note is brought into sight."""
        wanted = self._canvas.selection
        if self._following or self.chosen() == wanted:
            return
        self._following = True
        lines = sorted(row for row in map(self.rows.row_of, wanted) if row is not None)
        self.selectionModel().select(self._marked(lines), SELECT.ClearAndSelect | SELECT.Rows)
        if lines and self.currentIndex().row() not in lines:
            index = self.rows.index(lines[0], max(0, self.currentIndex().column()))
            self.selectionModel().setCurrentIndex(index, SELECT.NoUpdate)
        if len(lines) == 1:
            self.scrollTo(self.currentIndex())
        self._following = False

    def _marked(self, lines: list[int]) -> QItemSelection:
        """Neighbouring rows as one range."""
        ranges = QItemSelection()
        last = self.rows.columnCount() - 1
        start = 0
        for n, row in enumerate(lines):
            if n + 1 == len(lines) or lines[n + 1] != row + 1:
                ranges.select(self.rows.index(lines[start], 0), self.rows.index(row, last))
                start = n + 1
        return ranges

    # as a face of the board

    def surface(self) -> QWidget:
        return self.viewport()

    def reveal(self, note: Note) -> None:
        """Scroll no further than it takes to see the row."""
        row = self.rows.row_of(note.id)
        if row is not None:
            self.scrollTo(self.rows.index(row, Column.TEXT))

    def note_under(self, at: QPointF) -> Note | None:
        row = self.rowAt(round(at.y()))
        return self.rows.note_in(row) if row >= 0 else None

    def note_view_box(self, note: Note) -> QRectF:
        """The cell with the note's words, in pixels of the surface."""
        row = self.rows.row_of(note.id)
        return QRectF(self.visualRect(self.rows.index(row if row is not None else 0, Column.TEXT)))

    def caption_view_box(self, note: Note) -> QRectF:
        return self.note_view_box(note)

    def name_view_box(self, cluster: int) -> QRectF:
        """The cell with the cluster's name, in the uppermost row that has it."""
        rows = [self.rows.row_of(note) for note in self._canvas.model.members(cluster)]
        index = self.rows.index(min((row for row in rows if row is not None), default=0), Column.CLUSTER)
        self.scrollTo(index)
        return QRectF(self.visualRect(index))

    # keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.currentIndex().isValid() and self._canvas.selection:
            self.opened.emit(self.currentIndex().column())
        elif event.key() in WALKS or not self._canvas.on_key(event):
            super().keyPressEvent(event)

    def expect_words(self) -> None:
        self._canvas.expect_words()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._canvas.come_back(event.reason())
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._canvas.turn_to_notes()
        super().mousePressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands or begin a note, as on the canvas."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._drawing.hovered:
            self._drawing.hovered = row
            self.viewport().update()
