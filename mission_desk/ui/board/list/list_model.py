"""The notes of the board in sight as the rows of a table. It follows the board's model note by note: a change
moves, adds or takes rows, and only a flood of changes fills the table anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mission_desk.core.file.rows import Note
from mission_desk.ui.board.list.list_columns import AS_ON_THE_BOARD, Column, ListWords
from mission_desk.ui.board.list.row_order import Key, RowOrder
from mission_desk.ui.board.model import BoardModel
from mission_desk.ui.look.paint_guard import guarded

Index = QModelIndex | QPersistentModelIndex
MANY = 200  # changed notes beyond which filling anew is quicker
NOWHERE = QModelIndex()


class ListModel(QAbstractTableModel):
    """`column` and `turned` say what it is sorted by; notes in the background come last either way."""

    def __init__(self, model: BoardModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.words = ListWords(model, {})
        self.column, self.turned = AS_ON_THE_BOARD, False
        self._order = RowOrder()
        self._dimmed: frozenset[int] = frozenset()

    # asking

    def note_in(self, row: int) -> Note | None:
        if not 0 <= row < len(self._order):
            return None
        return self._model.notes.get(self._order.note(row))

    def row_of(self, note: int) -> int | None:
        return self._order.row(note)

    def is_dimmed(self, note: int) -> bool:
        return note in self._dimmed

    def worries(self, note: int) -> int:
        """How many concerns are open on it."""
        return self._model.worries.get(note, 0)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        note = self.note_in(index.row())
        if note is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words.cell(note, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.words.spoken(note, index.column())
        return None

    @guarded
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        across = orientation == Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self.words.title(section) if across and shown else None

    # keeping up

    def show(self, authors: Mapping[int, str] | None = None) -> None:
        """Fill the table anew: another board, another order, or more changes than are worth following."""
        if authors is not None:
            self.words = ListWords(self._model, authors)
        self.beginResetModel()
        self._dimmed = self._model.dimmed
        rows = self._model.notes.values()
        self._order.fill(((note.id, self._key(note)) for note in rows), turned=self.turned)
        self.endResetModel()

    def sort_by(self, column: int, *, turned: bool) -> None:
        self.column, self.turned = column, turned
        self.show()

    def catch_up(self, notes: Iterable[int]) -> None:
        """These may have changed, and all that went into the background or came out of it."""
        touched = {*notes, *(self._dimmed ^ self._model.dimmed)}
        if len(touched) > MANY:
            self.show()
            return
        self._dimmed = self._model.dimmed
        for note in touched:
            self._settle(note)

    def show_marks(self) -> None:
        """Other concerns than before: nothing moves for them."""
        last = len(self._order) - 1
        if last >= 0:
            self.dataChanged.emit(self.index(0, Column.TEXT), self.index(last, Column.TEXT))

    def _key(self, note: Note) -> Key:
        behind = (note.id in self._dimmed) != self.turned
        return (behind, *self.words.key(note, self.column))

    def _settle(self, number: int) -> None:
        """Bring one note to its row."""
        note, here = self._model.notes.get(number), self._order.row(number)
        if note is None:
            if here is not None:
                self.beginRemoveRows(NOWHERE, here, here)
                self._order.drop(number)
                self.endRemoveRows()
            return
        key = self._key(note)
        there = self._order.place(number, key)
        if here is None:
            self.beginInsertRows(NOWHERE, there, there)
            self._order.put(number, key)
            self.endInsertRows()
            return
        self._move(number, key, here, there)
        self.dataChanged.emit(self.index(there, 0), self.index(there, len(Column) - 1))

    def _move(self, number: int, key: Key, here: int, there: int) -> None:
        if here == there:
            self._order.put(number, key)
            return
        self.beginMoveRows(NOWHERE, here, here, NOWHERE, there if there < here else there + 1)
        self._order.put(number, key)
        self.endMoveRows()
