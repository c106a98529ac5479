"""The drafts side by side as tabs: letter, name, how many versions were kept."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Draft
from mission_desk.core.statement import concerns, drafts
from mission_desk.ui.parts.flow import FlowLayout
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.words import tr, trn

NAME_WIDTH = 220  # px


class DraftTab(QPushButton):
    """Left and right go to the neighbours, as in any row of tabs."""

    steps = Signal(int)

    def __init__(self, draft: int) -> None:
        super().__init__()
        self.draft = draft
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._letter, self._name = label("", "strong"), label()
        self._parts = QHBoxLayout(self)
        self._parts.setContentsMargins(13, 8, 13, 8)
        self._parts.setSpacing(5)
        for part in (self._letter, self._name):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._parts.addWidget(part)

    def show_draft(self, draft: Draft, newest: int, still_open: int, *, shown: bool) -> None:
        """`newest` is the number of the newest version, 0 for none; `still_open` counts open concerns."""
        name, letter = drafts.shown_name(draft), drafts.letter(draft)
        text = f"{name} · v{newest}" if newest else name
        if still_open:
            text += " · " + trn("{n} open", "{n} open", still_open)
        self._letter.setText(letter)
        self._name.setText(
            self._name.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, NAME_WIDTH)
        )
        self.setAccessibleDescription(text)
        self.setAccessibleName(tr("Draft {letter}: {name}", letter=letter, name=name))
        self.setChecked(shown)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if shown else Qt.FocusPolicy.ClickFocus)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self._parts.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.steps.emit(step)


class DraftTabs(QWidget):
    chosen = Signal(int)  # the draft to show

    def __init__(self, doc: Document, last: QWidget) -> None:
        """`last` stands behind the tabs."""
        super().__init__()
        set_look(self, "clear")
        self._doc, self._last = doc, last
        self._tabs: list[DraftTab] = []
        self._shown: int | None = None
        self._narrow = False
        self._flow = FlowLayout(self)
        self._flow.addWidget(last)

    def show_tabs(self, shown: int | None) -> None:
        """Tabs stay as long as their drafts: one made anew between press and release loses the click."""
        self._shown = shown
        rows = drafts.drafts(self._doc)
        if [row.id for row in rows] != [tab.draft for tab in self._tabs]:
            self._arrange([row.id for row in rows])
        still_open = concerns.open_on_drafts(self._doc)
        focused = any(tab.hasFocus() for tab in self._tabs)
        for row, tab in zip(rows, self._tabs, strict=True):
            tab.show_draft(row, self._newest(row), still_open.get(row.id, 0), shown=row.id == shown)
            if focused and row.id == shown:
                tab.setFocus(Qt.FocusReason.OtherFocusReason)
        self._flow.invalidate()
        self.updateGeometry()

    def set_narrow(self, narrow: bool) -> None:
        """Without the numbers of versions: they stand on the bench, and the tabs keep one line."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.show_tabs(self._shown)

    def tabs(self) -> list[DraftTab]:
        return list(self._tabs)

    def _newest(self, row: Draft) -> int:
        versions = [] if self._narrow else drafts.versions(self._doc, row.id)
        return versions[0].number if versions else 0

    def _arrange(self, order: list[int]) -> None:
        present = {tab.draft: tab for tab in self._tabs}
        for gone in set(present) - set(order):
            self._flow.removeWidget(present[gone])
            present.pop(gone).deleteLater()
        self._tabs = [present.get(draft) or self._made(draft) for draft in order]
        for widget in (*self._tabs, self._last):
            self._flow.removeWidget(widget)
            self._flow.addWidget(widget)
            widget.show()

    def _made(self, draft: int) -> DraftTab:
        tab = DraftTab(draft)
        tab.clicked.connect(partial(self._press, tab))
        tab.steps.connect(partial(self._step, tab))
        return tab

    def _press(self, tab: DraftTab) -> None:
        tab.setChecked(True)  # a press on the tab that is shown must not switch it off
        self.chosen.emit(tab.draft)

    def _step(self, tab: DraftTab, step: int) -> None:
        self.chosen.emit(self._tabs[(self._tabs.index(tab) + step) % len(self._tabs)].draft)
