"""The company's mission, vision and priorities: the team's own statement is written in their sight, and says
which of the priorities it serves."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mission_desk.core.file.document import Document
from mission_desk.core.file.rows import Draft
from mission_desk.core.plan.priorities import priorities
from mission_desk.core.room import scene
from mission_desk.core.statement import drafts
from mission_desk.ui.look.theme import Tokens
from mission_desk.ui.parts.cards import Card, column
from mission_desk.ui.parts.chooser import Chooser
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.words import tr

NOTHING = 0


class CompanyText(QWidget):
    def __init__(self, doc: Document, tokens: Tokens) -> None:
        super().__init__()
        set_look(self, "clear")
        self._doc = doc
        self._draft: int | None = None
        layout = column(self, spacing=8)
        self._parts = {}
        for field, title in (("mission", tr("Company mission")), ("vision", tr("Company vision"))):
            card, words = Card(), label("", "serif-small", wrap=True)
            card.column.addWidget(words)
            head = label(title, "section")
            layout.addWidget(head)
            layout.addWidget(card)
            self._parts[field] = (head, card, words)
        self._head = label(tr("This draft serves"), "section")
        self.serves = Chooser(tokens, tr("Which of the company's priorities this draft serves"))
        self.serves.chosen.connect(self._choose)
        layout.addWidget(self._head)
        layout.addWidget(self.serves)

    def show_company(self, draft: Draft | None) -> None:
        row = scene.workshop(self._doc)
        for field, text in (("mission", row.mission), ("vision", row.vision)):
            head, card, words = self._parts[field]
            lacking = tr("Not written down yet.") if field == "mission" else ""
            words.setText(text.strip() or lacking)
            set_look(words, "serif-small" if text.strip() else "quiet")
            head.setVisible(bool(words.text()))
            card.setVisible(bool(words.text()))
        self._show_serves(draft)

    def _show_serves(self, draft: Draft | None) -> None:
        self._draft = draft.id if draft else None
        rows = [each for each in priorities(self._doc, "company") if each.text.strip()]
        for part in (self._head, self.serves):
            part.setVisible(draft is not None and bool(rows))
        if draft is None:
            return
        entries = [(each.id, f"{each.rank + 1}  {' '.join(each.text.split())}") for each in rows]
        self.serves.show_entries([(NOTHING, tr("no priority yet")), *entries])
        self.serves.show_choice(draft.priority or NOTHING)

    def _choose(self, priority: object) -> None:
        if self._draft is not None:
            drafts.serve(self._doc, self._draft, int(str(priority)) or None, source=self)
