"""What the board is filtered by: the filter of each board and the words of the search. They live as long as
the window; the model is told which notes stay in the background, and nothing is written to the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mission_desk.core.board.filtering import Filter, Known, passed_over, settled
from mission_desk.core.file.document import Changes
from mission_desk.core.file.rows import Note
from mission_desk.core.statement import sensing
from mission_desk.ui.board.canvas.canvas import BoardCanvas
from mission_desk.ui.board.filter.filter_card import FilterCard
from mission_desk.ui.board.filter.filter_chips import FilterChips
from mission_desk.ui.board.filter.filter_options import chips, sections
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr
from mission_desk.written import quoted


class FilterController(QObject):
    """`changed` when other notes are dimmed than before, by a filter or a search. Under `anchor` the
    card of filters opens."""

    changed = Signal()

    def __init__(self, place: Workplace, canvas: BoardCanvas, shown: FilterChips, anchor: QWidget) -> None:
        super().__init__(canvas)
        self._place, self._canvas, self._model = place, canvas, canvas.model
        self._chips, self._anchor = shown, anchor
        self._filters: dict[int, Filter] = {}
        self._card: FilterCard | None = None
        self._has_finding = sensing.finder(place.doc)
        place.search.changed.connect(self.show_all)
        place.commands.on("filter.ask", self._ask, lambda: bool(self._model.notes))
        place.commands.on("filter.clear", self.clear, lambda: bool(self.wanted))

    @property
    def wanted(self) -> Filter:
        """Of the board in sight, with what is searched."""
        board = self._model.board
        own = self._filters.get(board.id, Filter()) if board is not None else Filter()
        return replace(settled(own, self._model.clusters), words=self._place.search.words)

    def ask_for(self, wanted: Filter) -> None:
        """Filter the board in sight by this; a filter without words ends the search."""
        board = self._model.board
        if board is not None:
            self._filters[board.id] = replace(wanted, words="")
        if not wanted.words:
            self._place.search.end()
        self.show_all()

    def clear(self) -> None:
        self.ask_for(Filter())

    def toggle_tag(self, key: str) -> None:
        wanted = self.wanted
        self.ask_for(replace(wanted, tags=wanted.tags ^ {key}))

    # following

    def follow(self, changes: Changes) -> None:
        """Weigh only the notes that have changed: ten thousand notes are not weighed at every key."""
        if changes.touches(*sensing.WORD_TABLES):
            self._has_finding = sensing.finder(self._place.doc)
        if not self.wanted and not self._model.dimmed:
            return
        if changes.touches("concern", "cluster", *sensing.WORD_TABLES):
            self.show_all()
            return
        touched = {change.id for change in changes.rows if change.table == "note"}
        present = [self._model.notes[note] for note in touched if note in self._model.notes]
        self._dim((self._model.dimmed - touched) | self._passed_over(present))

    def show_all(self) -> None:
        """Another board, another filter or other words."""
        self._dim(self._passed_over(self._model.notes.values()))

    def _passed_over(self, notes: Iterable[Note]) -> frozenset[int]:
        return passed_over(
            notes, self.wanted, Known(self._model.worries, lambda text: self._has_finding(text))
        )

    def _dim(self, notes: frozenset[int]) -> None:
        if boxes := self._model.dim(notes):
            self._canvas.show_changes(boxes)
        self._show_chips()
        self.changed.emit()
        self._place.commands.refresh()

    # showing

    def _show_chips(self) -> None:
        wanted = self.wanted
        shown: list[tuple[str, Callable[[], object]]] = [
            (words, partial(self.ask_for, without)) for words, without in chips(wanted, self._model)
        ]
        if wanted.words:
            shown.append((self._search_words(), self._place.search.end))
        self._chips.show_chips(shown, self._count())
        if self._card is not None:
            self._card.show_count(self._count())

    def _search_words(self) -> str:
        search = self._place.search
        if search.at is None:
            return quoted(search.words)
        return tr(
            "“{words}” · hit {n} of {count}", words=search.words, n=search.at + 1, count=len(search.hits)
        )

    def _count(self) -> str:
        count = len(self._model.notes)
        return tr("{n} of {count} notes", n=count - len(self._model.dimmed), count=count)

    def _ask(self) -> None:
        offered, tokens = sections(self._model), self._place.tokens
        card = self._place.windows.own(FilterCard(self._anchor.window(), self.wanted, offered, tokens))
        card.changed.connect(self.ask_for)
        card.finished.connect(self._closed)
        self._card = card
        card.show_count(self._count())
        card.open_below(self._anchor)

    def _closed(self) -> None:
        self._card = None
        self._canvas.setFocus()
