"""The white card of one draft: its name and verbs at the top, the words large, who they are for below."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton

from mission_desk.core import scene
from mission_desk.core.rows import Draft
from mission_desk.ui import icons
from mission_desk.ui.parts.buttons import action_button, button, icon_button
from mission_desk.ui.parts.cards import Card, row
from mission_desk.ui.parts.fields import LineField
from mission_desk.ui.parts.labels import label
from mission_desk.ui.statement.editor import StatementEditor
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

MARGINS = (26, 12, 18, 12)
HIGHEST = 372  # px; a taller card would part the sentence from its signs


class DraftCard(Card):
    def __init__(self, place: Workplace) -> None:
        super().__init__(margins=MARGINS, spacing=8)
        self._place, self._doc = place, place.doc
        self.setMaximumHeight(HIGHEST)
        self.name = LineField(tr("Name of the draft"), "name")
        self.name.setMinimumWidth(150)
        self.editor = StatementEditor(place.tokens)
        self.audience = LineField(tr("whom is it for?"), "bare")
        self._by = label("", "quiet")
        self._build()

    def _build(self) -> None:
        action, tokens = self._place.commands.action, self._place.tokens
        self._chosen = label(tr("Chosen"), "pill")
        self.versions = self._versions_button()
        keep = icon_button(action("draft.keep"), tokens, "bookmark", "quiet")
        remove = icon_button(action("draft.remove"), tokens, "trash-2", "quiet")
        self._choose = action_button(action("draft.choose"), "quiet")
        verbs = (self._chosen, self._choose, self.versions, keep, remove)
        head = row(self.name, *verbs, spacing=2)
        head.setStretch(0, 1)
        foot = row(label(tr("for"), "quiet"), self.audience, self._by, spacing=4)
        foot.setStretch(1, 1)
        foot.setContentsMargins(6, 0, 8, 0)
        body = row(self.editor)
        body.setContentsMargins(6, 0, 8, 0)
        self.column.addLayout(head)
        self.column.addLayout(body, 1)
        self.column.addLayout(foot)

    def _versions_button(self) -> QPushButton:
        found = button(tr("Versions"), style="quiet")
        found.setIcon(icons.icon("history", self._place.tokens.ink2))
        found.setIconSize(QSize(16, 16))
        found.setCheckable(True)
        return found

    def show_draft(self, draft: Draft, phrases: list[str]) -> None:
        self.name.show_text(draft.name)
        self.editor.show_text(draft.text)
        self.editor.mark(phrases)
        self.audience.show_text(draft.audience)
        team = scene.workshop(self._doc).team.strip()
        self._by.setText(tr("by {team}", team=team) if team else "")
        self._chosen.setVisible(bool(draft.chosen))
        self._choose.setVisible(not draft.chosen)

    def hand_on(self) -> None:
        """Whatever is half typed in it."""
        for field in (self.name, self.editor, self.audience):
            field.hand_on()
