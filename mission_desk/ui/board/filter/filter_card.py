"""Show only … : a small card over the board with everything its notes can be filtered by. Each press shows at
once on the board; a click elsewhere or Escape closes it and leaves the filter as it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from mission_desk.core.board.filtering import Filter, FilterKind, holds, toggled
from mission_desk.ui.board.colour_dot import colour_dot
from mission_desk.ui.board.filter.filter_options import Option, Section
from mission_desk.ui.look.theme import UNIT, Tokens
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import column, row, scrolled
from mission_desk.ui.parts.flow import FlowLayout
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.words import tr

WIDTH = 110 * UNIT
GAP = 2 * UNIT


class FilterCard(QDialog):
    """`changed(Filter)` at every press."""

    changed = Signal(object)

    def __init__(self, parent: QWidget, wanted: Filter, offered: Sequence[Section], tokens: Tokens) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        set_look(self, "popup")
        self._wanted, self._tokens = wanted, tokens
        self.buttons: dict[tuple[FilterKind, object], QPushButton] = {}
        self._body = QWidget()
        self._body.setFixedWidth(WIDTH)
        inner = column(self._body, spacing=GAP)
        for section in offered:
            inner.addWidget(label(section.title, "section"))
            inner.addWidget(self._options(section.options))
            inner.addSpacing(GAP)
        self._count = label("", "quiet")
        self._all = button(tr("Show all notes"), self._show_all, "small")
        self._area = scrolled(self._body)
        layout = column(self, (4 * UNIT, 3 * UNIT, 4 * UNIT, 3 * UNIT))
        layout.addWidget(label(tr("Show only"), "title"))
        layout.addWidget(self._area)
        layout.addLayout(row(self._count, self._all, stretch=1))
        self._show()

    def _show_all(self) -> None:
        self._take(Filter(words=self._wanted.words))

    def _options(self, options: Sequence[Option]) -> QWidget:
        area = QWidget()
        flow = FlowLayout(area, UNIT + 2)
        for option in options:
            flow.addWidget(self._button(option))
        area.setFixedSize(WIDTH, flow.heightForWidth(WIDTH))
        return area

    def _button(self, option: Option) -> QPushButton:
        words = option.words if option.count is None else f"{option.words} · {option.count}"
        pick = button(words, partial(self._press, option), "pick")
        pick.setCheckable(True)
        pick.setAutoDefault(False)
        pick.setIcon(colour_dot(self._tokens.style(option.style)) if option.style else QIcon())
        pick.setMaximumWidth(WIDTH)
        self.buttons[option.kind, option.value] = pick
        return pick

    def _press(self, option: Option) -> None:
        self._take(toggled(self._wanted, option.kind, option.value))

    def _take(self, wanted: Filter) -> None:
        self._wanted = wanted
        self._show()
        self.changed.emit(wanted)

    def _show(self) -> None:
        for (kind, value), pick in self.buttons.items():
            pick.setChecked(holds(self._wanted, kind, value))
        self._all.setEnabled(bool(self._wanted))

    def show_count(self, words: str) -> None:
        """How many notes are left."""
        self._count.setText(words)

    def open_below(self, anchor: QWidget) -> None:
        """Its right edge under that of `anchor`, no higher than the window allows."""
        window = anchor.window()
        corner = anchor.mapToGlobal(QPoint(anchor.width(), anchor.height() + GAP))
        room = window.mapToGlobal(QPoint(0, window.height())).y() - corner.y() - 40 * UNIT
        self._area.setFixedSize(WIDTH + 3 * UNIT, min(self._body.sizeHint().height(), max(room, 40 * UNIT)))
        self.adjustSize()
        self.move(corner - QPoint(self.width(), 0))
        self.show()
        first = next(iter(self.buttons.values()), self._all)
        first.setFocus()
