"""Every version that was kept of a draft, newest first, each to read and to restore."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Draft, Version
from mission_desk.core.statement import drafts, forking
from mission_desk.core.statement.forking import Ancestor
from mission_desk.language.statement.length import word_count
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import Card, row
from mission_desk.ui.parts.labels import hair, label, set_look, set_tip
from mission_desk.words import tr, trn
from mission_desk.written import moment


class VersionRow(QWidget):
    """It stays as long as its version: one that is made anew between press and release loses the click."""

    def __init__(self, version: Version, when: str, lineage: str) -> None:
        super().__init__()
        set_look(self, "clear")
        words = trn("{n} word", "{n} words", word_count(version.text))
        self.restore = button(tr("Restore"))
        self.restore.setAccessibleName(tr("Restore version {n}", n=version.number))
        self.fork = button(tr("Fork"), style="quiet")
        set_tip(self.fork, tr("Start another draft from it"))
        self.fork.setAccessibleName(tr("Start another draft from version {n}", n=version.number))
        self._here = label(tr("in the draft now"), "tiny")
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(4)
        layout.setHorizontalSpacing(12)
        layout.addWidget(hair(), 0, 0, 1, 2)
        layout.addWidget(label(f"v{version.number} · {when} · {words}", "tiny"), 1, 0)
        layout.addWidget(label(version.text, "serif-small", wrap=True), 2, 0)
        self.lineage = label(lineage, "tiny", wrap=True)
        if not lineage:
            self.lineage.hide()
        layout.addWidget(self.lineage, 3, 0)
        verbs = row(self._here, self.restore, self.fork, spacing=4)
        layout.addLayout(verbs, 1, 1, 3, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout.setColumnStretch(0, 1)

    def show_state(self, *, in_draft: bool) -> None:
        self.restore.setVisible(not in_draft)
        self._here.setVisible(in_draft)


class VersionsCard(Card):
    restored = Signal(int)  # the version
    forked = Signal(int)

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
        versions = drafts.versions(self._doc, draft.id)
        self._none.setVisible(not versions)
        for gone in set(self._rows) - {version.id for version in versions}:
            row = self._rows.pop(gone)
            self._list.removeWidget(row)
            row.deleteLater()
        for place, version in enumerate(versions):
            if version.id not in self._rows:
                self._list.insertWidget(place, self._made(version))
            self._rows[version.id].show_state(in_draft=version.text == draft.text.strip())

    def buttons(self) -> list[QPushButton]:
        """Those that can be pressed now, newest version first."""
        rows = sorted(self._rows.items(), reverse=True)
        return [row.restore for _number, row in rows if row.restore.isVisibleTo(row)]

    def _made(self, version: Version) -> VersionRow:
        when = moment(version.at, self._doc.now())
        row = VersionRow(version, when, lineage_words(forking.ancestors(self._doc, version), version))
        row.fork.clicked.connect(partial(self.forked.emit, version.id))
        row.restore.clicked.connect(partial(self.restored.emit, version.id))
        self._rows[version.id] = row
        return row


def lineage_words(made_of: list[Ancestor], version: Version) -> str:
    """ "= v4 + the end of v5"; nothing where it only goes on from the version before."""
    if len(made_of) == 1 and made_of[0].version.draft == version.draft:
        before = made_of[0].version.number
        return "" if before == version.number - 1 else tr("from {version}", version=tr("v{n}", n=before))
    named = [_part_words(each, version) for each in made_of]
    return tr("= {versions}", versions=" + ".join(named)) if named else ""


def _part_words(each: Ancestor, version: Version) -> str:
    own = each.version.draft == version.draft
    number = each.version.number
    name = tr("v{n}", n=number) if own else tr("{letter} v{n}", letter=each.letter, n=number)
    return {
        "all": name,
        "start": tr("the start of {version}", version=name),
        "middle": tr("the middle of {version}", version=name),
        "end": tr("the end of {version}", version=name),
    }[each.strand.part]
