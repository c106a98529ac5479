"""Every version that was kept of a draft, newest first, each to read and to restore."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from mission_desk.core import drafts
from mission_desk.core.document import Document
from mission_desk.core.rows import Draft, Version
from mission_desk.language.length import word_count
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import Card
from mission_desk.ui.parts.labels import hair, label, look
from mission_desk.ui.statement.moments import moment
from mission_desk.words import tr, trn


class VersionRow(QWidget):
    """It stays as long as its version: one that is made anew between press and release loses the click."""

    def __init__(self, version: Version, when: str) -> None:
        super().__init__()
        look(self, "clear")
        words = trn("{n} word", "{n} words", word_count(version.text))
        self.restore = button(tr("Restore"))
        self.restore.setAccessibleName(tr("Restore version {n}", n=version.number))
        self._here = label(tr("in the draft now"), "tiny")
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(4)
        layout.setHorizontalSpacing(12)
        layout.addWidget(hair(), 0, 0, 1, 2)
        layout.addWidget(label(f"v{version.number} · {when} · {words}", "tiny"), 1, 0)
        layout.addWidget(label(version.text, "serif-small", wrap=True), 2, 0)
        for part in (self.restore, self._here):
            layout.addWidget(part, 1, 1, 2, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout.setColumnStretch(0, 1)

    def show_state(self, *, in_draft: bool) -> None:
        self.restore.setVisible(not in_draft)
        self._here.setVisible(in_draft)


class VersionsCard(Card):
    restored = Signal(int)  # the version

    def __init__(self, doc: Document) -> None:
        super().__init__(spacing=8)
        self._doc = doc
        self._rows: dict[int, VersionRow] = {}
        self._none = label(
            tr("No version is kept yet. One is kept whenever you leave the text."), "quiet", wrap=True
        )
        self.column.addWidget(label(tr("All versions"), "section"))
        self.column.addWidget(self._none)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.column.addLayout(self._list)

    def show_draft(self, draft: Draft) -> None:
        kept = drafts.versions(self._doc, draft.id)
        self._none.setVisible(not kept)
        for gone in set(self._rows) - {version.id for version in kept}:
            row = self._rows.pop(gone)
            self._list.removeWidget(row)
            row.deleteLater()
        for place, version in enumerate(kept):
            if version.id not in self._rows:
                self._list.insertWidget(place, self._made(version))
            self._rows[version.id].show_state(in_draft=version.text == draft.text.strip())

    def buttons(self) -> list[QPushButton]:
        """Those that can be pressed now, newest version first."""
        found = sorted(self._rows.items(), reverse=True)
        return [row.restore for _number, row in found if row.restore.isVisibleTo(row)]

    def _made(self, version: Version) -> VersionRow:
        found = VersionRow(version, moment(version.at, self._doc.now()))
        found.restore.clicked.connect(lambda _checked=False: self.restored.emit(version.id))
        self._rows[version.id] = found
        return found
