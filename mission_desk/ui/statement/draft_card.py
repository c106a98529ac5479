"""The white card of one draft: its name and verbs at the top, the words large, who they are for below."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QResizeEvent

from mission_desk.core.file.rows import Draft
from mission_desk.core.room import scene
from mission_desk.core.statement import draft_tests, drafts
from mission_desk.ui.parts.buttons import action_button, icon_button
from mission_desk.ui.parts.cards import Card, row
from mission_desk.ui.parts.chooser import Chooser
from mission_desk.ui.parts.fields import LineField
from mission_desk.ui.parts.labels import label
from mission_desk.ui.statement.editor.editor import StatementEditor
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

MARGINS = (26, 12, 18, 12)
ANOTHER = ""  # no kind of text is called that
KIND_LETTERS = 12  # as wide as so many letters
ROOM_FOR_BY = 760  # px; a narrower card gives the room to whom the words are for
HIGHEST = 372  # px; a taller card would part the sentence from its signs
LOW_MARGINS = (26, 6, 18, 8)


class DraftCard(Card):
    def __init__(self, place: Workplace) -> None:
        super().__init__(margins=MARGINS, spacing=8)
        self._place, self._doc = place, place.doc
        self._draft = 0
        self.name = LineField(tr("Name of the draft"), "name")
        self.name.setMinimumWidth(150)
        self.editor = StatementEditor(place.tokens)
        self.audience = LineField(tr("whom is it for?"), "bare")
        self._by = label("", "quiet")
        self.kind = Chooser(place.tokens, tr("What kind of text it is"))
        self.kind.setMinimumContentsLength(KIND_LETTERS)
        self.kind.chosen.connect(self._choose_kind)
        self._cover = label("", "statement", wrap=True)
        self._build()

    def _build(self) -> None:
        action, tokens = self._place.commands.action, self._place.tokens
        self._chosen = label(tr("Chosen"), "pill")
        keep = icon_button(action("draft.keep"), tokens, "bookmark", "quiet")
        remove = icon_button(action("draft.remove"), tokens, "trash-2", "quiet")
        self._choose = action_button(action("draft.choose"), "quiet")
        verbs = (self._chosen, self._choose, keep, remove)
        head = row(self.name, *verbs, spacing=2)
        head.setStretch(0, 1)
        foot = row(label(tr("for"), "quiet"), self.audience, self._by, self.kind, spacing=8)
        foot.setStretch(1, 1)
        foot.setContentsMargins(6, 0, 8, 0)
        body = row(self.editor)
        body.setContentsMargins(6, 0, 8, 0)
        self.column.addLayout(head)
        self.column.addLayout(body, 1)
        self.column.addWidget(self._cover, 1)
        self._cover.hide()
        self.column.addLayout(foot)

    def show_draft(self, draft: Draft, phrases: list[str]) -> None:
        self.name.show_text(draft.name)
        self.editor.show_text(draft.text)
        self.editor.mark(phrases)
        self.audience.show_text(draft.audience)
        team = scene.workshop(self._doc).team.strip()
        self._by.setText(tr("by {team}", team=team) if team else "")
        self._show_kind(draft)
        self._show_cover(draft)
        self._chosen.setVisible(bool(draft.chosen))
        self._choose.setVisible(not draft.chosen)

    def _show_kind(self, draft: Draft) -> None:
        self._draft = draft.id
        own = {row.kind for row in drafts.drafts(self._doc)} - set(drafts.KINDS)
        known = [
            ("mission", tr("Mission")),
            ("vision", tr("Vision")),
            *((kind, kind) for kind in sorted(own)),
        ]
        self.kind.show_entries([*known, (ANOTHER, tr("Another kind…"))])
        self.kind.show_choice(draft.kind)

    def _choose_kind(self, kind: object) -> None:
        draft = self._draft
        if kind != ANOTHER:
            drafts.set_kind(self._doc, draft, str(kind), source=self)
            return
        self.kind.show_choice(next(row.kind for row in drafts.drafts(self._doc) if row.id == draft))
        self._place.messages.ask_text(
            tr("Another kind"),
            tr("What is this text? A promise, a motto, a rule of the house …"),
            "",
            tr("Call it that"),
            partial(drafts.set_kind, self._doc, draft, source=self),
        )

    def _show_cover(self, draft: Draft) -> None:
        """Hide the words while the room types them from memory."""
        gone = draft_tests.heart_state(self._doc, draft.id) == "gone"
        self._cover.setText(tr("What do you remember?"))
        self._cover.setVisible(gone)
        self.editor.setVisible(not gone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._by.setVisible(self.width() >= ROOM_FOR_BY)

    def set_low(self, low: bool) -> None:
        self.column.setContentsMargins(*(LOW_MARGINS if low else MARGINS))
        self.column.setSpacing(2 if low else 8)
        self.editor.set_low(low)
