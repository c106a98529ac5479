"""Where the group writes its statement: drafts, versions, concerns, the company's mission in sight."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from mission_desk.core.file.document import Changes, Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.rows import Draft
from mission_desk.core.stage import desk_position, putting
from mission_desk.core.statement import concerns, draft_tests, drafts
from mission_desk.ui.look import icons
from mission_desk.ui.page import Page
from mission_desk.ui.parts.buttons import action_button, button
from mission_desk.ui.parts.cards import column, row, scrolled
from mission_desk.ui.parts.fields import AreaField, LineField
from mission_desk.ui.parts.labels import set_look
from mission_desk.ui.parts.side_content import SideContent
from mission_desk.ui.statement.draft_card import HIGHEST, DraftCard
from mission_desk.ui.statement.editor.finding_bar import FindingBar
from mission_desk.ui.statement.editor.finding_navigation import FindingNavigation
from mission_desk.ui.statement.editor.signs import Signs
from mission_desk.ui.statement.first_draft import FirstDraft
from mission_desk.ui.statement.hunt_offer import HuntOffer
from mission_desk.ui.statement.reserved import Reserved
from mission_desk.ui.statement.side.side import StatementSide
from mission_desk.ui.statement.sources import BuiltFrom
from mission_desk.ui.statement.tabs import DraftTabs
from mission_desk.ui.statement.workbench.workbench import Workbench
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr

ROOM_FOR_WORDS = 860  # px; narrower, the tabs need the room of the words on "New draft"
CARD_SHARE, LOWEST_CARD = {False: 0.38, True: 0.28}, 200  # of the page's height, high or low; px
SIGNS_AND_BAR = {False: (116, 80), True: (65, 100)}  # px; each as high as it usually gets
ROOM_BELOW = 760  # px; in a lower page the bench would begin in its last third


class StatementPage(Page):
    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._shown: int | None = None  # the draft whose words stand in the editor
        self._low = False
        self._typed = False  # since the newest version was kept; an undo must not keep one
        self._new = action_button(place.commands.action("draft.new"))
        self._new.setIcon(icons.icon("plus", place.tokens.ink2))
        self.tabs = DraftTabs(self.doc, self._new)
        self.card = DraftCard(place)
        self.signs, self.bar, self.sources = Signs(), FindingBar(place), BuiltFrom(self.doc)
        self.findings = FindingNavigation(place, self.card.editor, self.signs, self.bar)
        self.offer = HuntOffer(place)
        self.work = Workbench(place, self.card.editor)
        self.aside = StatementSide(place)
        self.first = FirstDraft(place)
        self._build()
        self._connect()
        self._register()

    def _build(self) -> None:
        body = QWidget()
        self._layout = layout = column(body)
        layout.setContentsMargins(28, 22, 28, 24)
        layout.setSpacing(14)
        self._vote = action_button(self.place.commands.action("draft.vote"), "filled")
        self._compare = button(tr("Compare"), self.place.commands.action("bench.compare").trigger)
        head = row(self.tabs, self._compare, self._vote, spacing=12)
        head.setStretch(0, 1)
        for verb in (self._compare, self._vote):
            head.setAlignment(verb, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        layout.addWidget(self.first)
        layout.addWidget(self.card)
        self._above = Reserved(self.signs), Reserved(self.bar)
        for part in (*self._above, self.work.tabs, self.offer, self.sources):
            layout.addWidget(part)
        harbour = QVBoxLayout()
        layout.addLayout(harbour)
        layout.addStretch(1)
        self._area: QScrollArea = scrolled(body)
        self.side = SideContent(self.aside, harbour)
        column(self).addWidget(self._area)
        set_look(body, "clear")

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._show)
        card = self.card
        card.editor.left.connect(self._keep)
        card.editor.refused.connect(self.place.messages.complain)
        heart = self.work.trials.heart
        heart.asked.connect(lambda: QTimer.singleShot(0, lambda: self._area.ensureWidgetVisible(heart.field)))
        self.work.placed.connect(partial(self._area.ensureWidgetVisible, card))
        self.work.versions.restored.connect(self._restore)
        self.work.hunt.heard.connect(self._hear_again)
        self.findings.heard.connect(self._hear_again)
        self.sources.pointed.connect(card.editor.point_at)
        self.sources.pressed.connect(card.editor.select)
        self.aside.wants_text.connect(card.editor.select)
        self.aside.settled.connect(self._focus_editor)

    def _register(self) -> None:
        on = self.place.commands.on
        on("draft.new", self._add)
        on("draft.keep", self._keep_now, self._has_draft)
        on("draft.choose", partial(self._on_shown, putting.choose), self._may_choose)
        on("draft.remove", self._remove, self._has_draft)
        on("draft.concern", self._raise, self._has_draft)
        on("draft.vote", partial(desk_position.show_page, self.doc, "vote"), self._has_words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        action, wide = self.place.commands.action, self.width() >= ROOM_FOR_WORDS
        self._new.setText(action("draft.new").text() if wide else "")
        self._new.setAccessibleName(action("draft.new").text())
        self._vote.setText(action("draft.vote").text() if wide else tr("Vote"))
        self._vote.setAccessibleName(action("draft.vote").text())
        self.tabs.set_narrow(not wide)
        self._make_low(self.height() < ROOM_BELOW)
        if event.size() != event.oldSize():
            self._hold_places()
        self._compare.setVisible(self._shown is not None and self.width() >= ROOM_FOR_WORDS)

    def _hold_places(self) -> None:
        """How high words, signs and finding are follows from the page alone: the tabs below them would wander
        with every finding that comes and goes while somebody types."""
        self.card.setFixedHeight(max(LOWEST_CARD, min(HIGHEST, round(self.height() * CARD_SHARE[self._low]))))
        for place, height in zip(self._above, SIGNS_AND_BAR[self._low], strict=True):
            place.reserve(height)

    def _make_low(self, low: bool) -> None:
        if low == self._low:
            return
        self._low = low
        self._layout.setContentsMargins(28, 14 if low else 22, 28, 16 if low else 24)
        self._layout.setSpacing(10 if low else 14)
        self.card.set_low(low)
        self.signs.set_low(low)

    # following

    def enter(self) -> None:
        self._redraw()
        if self._shown is not None:
            self._focus_editor()

    def take_letters(self, text: str) -> None:
        if self.card.editor.isVisible() and not self.card.editor.isReadOnly():
            self._focus_editor()
            self.card.editor.insertPlainText(text)

    def leave(self) -> None:
        self.place.unwritten.settle()
        self._keep()
        self.findings.rest()

    def follow(self, changes: Changes) -> None:
        if changes.kind in ("undo", "redo"):
            self._typed = False
        self._redraw(judged=changes.source is self and changes.name == "draft.write")

    def _redraw(self, *, judged: bool = False) -> None:
        """Show everything anew. If `judged`, the words in the editor were judged at their key already: that
        is the slowest part."""
        draft = desk_position.draft(self.doc)
        turned = draft is not None and draft.id != self._shown
        if draft is not None and turned:
            self._turn_to(draft)
            draft = desk_position.draft(self.doc)
        self._shown = draft.id if draft else None
        here: tuple[QWidget, ...] = (self.card, self.signs, self._vote, self.tabs)
        for part in here:
            part.setVisible(draft is not None)
        self.first.setVisible(draft is None)
        self.tabs.show_tabs(self._shown)
        self.aside.show_draft(draft)
        self.work.show_draft(draft)
        self.offer.show_draft(draft)
        if draft is None:
            for part in (self.bar, self.sources, self._compare):
                part.hide()
            return
        self._compare.setText(self._compare_words())
        self._compare.setVisible(self.width() >= ROOM_FOR_WORDS)
        self._show_parts(draft, judged=judged and not turned)
        if turned:
            self.card.editor.moveCursor(QTextCursor.MoveOperation.End)

    def _show_parts(self, draft: Draft, *, judged: bool) -> None:
        still = concerns.concerns_on(self.doc, draft=draft.id)
        self.card.show_draft(draft, [row.phrase for row in still if row.state == "open"])
        if not judged:
            self.findings.follow(draft.id)
        self.sources.show_draft(draft)
        if draft_tests.heart_state(self.doc, draft.id):
            self.sources.hide()

    def _turn_to(self, draft: Draft) -> None:
        """Hand on what is typed into the draft that was shown, before another one's words stand there. What
        cannot be written now waits for it."""
        self.place.unwritten.settle()
        self._keep()
        self._shown = draft.id
        self._bind(self.card.name, "name", draft.id, drafts.rename_draft)
        self._bind(self.card.editor, "text", draft.id, self._write_draft)
        self._bind(self.card.audience, "audience", draft.id, drafts.set_audience)

    def _bind(
        self, field: LineField | AreaField, name: str, draft: int, write: Callable[..., object]
    ) -> None:
        field.write_to(self.place.unwritten, f"draft.{draft}.{name}", partial(self._write, write, draft))

    # doing

    def _show(self, draft: int) -> None:
        desk_position.show_draft(self.doc, draft, source=self)

    def _on_shown(self, do: Callable[..., object], *values: object) -> None:
        if self._shown is not None:
            do(self.doc, self._shown, *values, source=self)

    def _write(self, write: Callable[..., object], draft: int, text: str) -> None:
        if self.doc.find(Draft, draft) is not None:  # else it was taken away with its words
            write(self.doc, draft, text, source=self)

    def _write_draft(self, doc: Document, draft: int, text: str, *, source: object) -> None:
        drafts.write_draft(doc, draft, text, source=source)
        self._typed = self._typed or draft == self._shown

    def _keep(self) -> None:
        """Store a version without being asked, but only if something was typed since the newest version."""
        if self._typed and self._shown is not None and self.doc.find(Draft, self._shown) is not None:
            self._typed = False
            self._run(partial(self._on_shown, drafts.keep_version))

    def _keep_now(self) -> None:
        self.place.unwritten.settle()
        self._typed = False
        if self._shown is not None and drafts.keep_version(self.doc, self._shown, source=self) is None:
            self.place.messages.say(tr("Nothing has changed since the newest version."))

    def _restore(self, version: int) -> None:
        self.place.unwritten.settle()
        self._typed = False
        self._run(partial(drafts.restore_version, self.doc, version, source=self))

    def _add(self) -> None:
        """A new draft; one that is still empty serves, so that a second press makes no second one."""
        empty = next((draft.id for draft in drafts.drafts(self.doc) if not draft.text.strip()), None)
        self._show(empty or drafts.add_draft(self.doc, source=self))
        self._focus_editor()

    def _focus_editor(self) -> None:
        self.card.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        draft = desk_position.draft(self.doc)
        if draft is None:
            return
        self._typed = False
        drafts.remove_draft(self.doc, draft.id, source=self)
        sentence = tr(
            "Draft {letter} is deleted, with its versions and concerns.", letter=drafts.letter(draft)
        )
        self.place.messages.say(sentence, tr("Undo"), self.doc.undo)

    def _raise(self) -> None:
        if self._shown is not None:
            self.aside.start(self._shown, self.card.editor.phrase())
            QTimer.singleShot(0, self._show_raising)  # its place is known after the layout has run

    def _show_raising(self) -> None:
        if self._area.isAncestorOf(self.aside.raising):
            self._area.ensureWidgetVisible(self.aside.raising)

    def _hear_again(self) -> None:
        """Read a list of words outside the workshop again, because it has changed."""
        self.findings.follow(self._shown)

    def _compare_words(self) -> str:
        """ "Compare A ↔ B" where there are two, as the room calls them."""
        letters = [drafts.letter(draft) for draft in drafts.drafts(self.doc)]
        if len(letters) == 2:
            return tr("Compare {left} ↔ {right}", left=letters[0], right=letters[1])
        return tr("Compare")

    def _run(self, do: Callable[[], object]) -> None:
        try:
            do()
        except KnownError as error:
            self.place.messages.complain(error)

    # what may be done

    def _has_draft(self) -> bool:
        return desk_position.draft(self.doc) is not None

    def _has_words(self) -> bool:
        return any(draft.text.strip() for draft in drafts.drafts(self.doc))

    def _may_choose(self) -> bool:
        draft = desk_position.draft(self.doc)
        return draft is not None and bool(draft.text.strip()) and not draft.chosen
