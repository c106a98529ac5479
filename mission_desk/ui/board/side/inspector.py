"""The panel at the side of the board: the selected note with its concerns, several notes, or, with none,
the board's question."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mission_desk.core.file.rows import Board, Cluster, Concern, Note, Seat
from mission_desk.core.statement import concerns, draft_sources
from mission_desk.core.statement.draft_sources import NoteUse
from mission_desk.ui.board.filter.tag_list import Tagged, TagList
from mission_desk.ui.board.note_words import first_line
from mission_desk.ui.board.side.hand_keys import CLUSTER, NOTES, HandKeys
from mission_desk.ui.board.side.looks_alike import Alike, LooksAlike
from mission_desk.ui.board.side.note_card import TOP_LEFT, NoteCard
from mission_desk.ui.board.side.note_concerns import NoteConcerns
from mission_desk.ui.parts.buttons import action_button, icon_button, leave_focus
from mission_desk.ui.parts.cards import Card, clear, column, scrolled
from mission_desk.ui.parts.fields import CursorState, LineField
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn

NAMED = 3  # clusters in the title of what can be done with them
ARRANGE_KEYS = (
    ("align.left", "align.centre", "align.right", "align.top", "align.middle", "align.bottom"),
    ("distribute.across", "distribute.down", "note.grid", "note.stack"),
)


class ArrangeRow(QWidget):
    """The ten ways to bring several notes into line, as small icon buttons."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        set_look(self, "clear")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for line, keys in enumerate(ARRANGE_KEYS):
            for across, key in enumerate(keys):
                action, row = place.commands.action(key), place.commands.rows[key]
                grid.addWidget(icon_button(action, place.tokens, row.icon), line, across)
        grid.setColumnStretch(len(ARRANGE_KEYS[0]), 1)
        leave_focus(self)


class Inspector(QWidget):
    """`goes(note id)` asks to select that note, `tagged(key)` to show only what has this tag; `wanted` says
    that the inspector has to be seen, `left` that the board gets the keys back, `lost` that a button had them
    and is gone. `tags` are the board's."""

    goes = Signal(int)
    tagged = Signal(str)
    wanted = Signal()
    left = Signal()
    lost = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        set_look(self, "panel")
        self._place, self._doc = place, place.doc
        self._body = QWidget()
        self._column: QVBoxLayout = column(self._body, (14, 14, 14, 14), 8)
        layout = column(self)
        layout.addWidget(scrolled(self._body))
        self.caption_field: LineField | None = None
        self.worry_field: LineField | None = None
        self.alike: LooksAlike | None = None
        self._alike_to: tuple[int, Alike] = (0, ())
        self.tags: tuple[Tagged, ...] = ()
        self._uses: list[NoteUse] = []
        self._shown: tuple[Board, tuple[Note, ...], object] | None = None

    def show_selection(self, board: Board, notes: list[Note]) -> None:
        """Build the panel anew only where something differs: a panel rebuilt during a click loses the
        click."""
        about = concerns.concerns_on(self._doc, note=notes[0].id) if len(notes) == 1 else []
        author = self._doc.find(Seat, notes[0].author) if len(notes) == 1 else None
        clusters = self._clusters(notes)
        self._uses = draft_sources.uses(self._doc, notes[0].id) if len(notes) == 1 else []
        rows = tuple(map(_without_caption, notes) if len(notes) == 1 else notes)
        shown = (board, rows, (about, author, clusters, self._uses, () if notes else self.tags))
        if shown != self._shown:
            before = self._hands(notes)
            self._shown = shown
            self._build(board, notes, about, clusters)
            for field, state in zip((self.caption_field, self.worry_field), before, strict=True):
                if field is not None and state is not None:
                    field.take_cursor_state(state)
        elif self.caption_field is not None:
            self.caption_field.show_text(notes[0].text)

    def _build(
        self, board: Board, notes: list[Note], about: list[Concern], clusters: tuple[Cluster, ...]
    ) -> None:
        had_keys = any(each.hasFocus() for each in self._body.findChildren(QWidget))
        self.caption_field = self.worry_field = self.alike = None
        clear(self._column)
        if not notes:
            self._show_board(board)
        elif len(notes) == 1:
            self._show_note(notes[0], about)
        else:
            self._show_several(notes)
        if notes:
            self._show_keys(clusters)
        self._column.addStretch(1)
        if had_keys:  # else Qt hands the keys to the first button of the top bar
            self.lost.emit()

    def _hands(self, notes: list[Note]) -> tuple[CursorState | None, CursorState | None]:
        """The state of the fields for a caption and a concern, so that whoever types in one goes on typing
        while the note changes."""
        before = self._shown[1] if self._shown else ()
        same = len(before) == len(notes) == 1 and before[0].id == notes[0].id
        fields = self.caption_field, self.worry_field
        caption, worry = (each.cursor_state() if each is not None else None for each in fields)
        return (caption, worry) if same else (None, None)

    def ask_worry(self) -> None:
        """Put the cursor where a concern is written; a panel that is hidden is asked for first."""
        if self.worry_field is not None:
            self.wanted.emit()
            if not self.isVisible():
                self._place.commands.run("view.side")
            self.worry_field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves a field for the board, where single letters are commands again."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # nothing selected

    def _show_board(self, board: Board) -> None:
        self._column.addWidget(label(tr("This board asks"), "section"))
        card = Card()
        card.column.addWidget(label(board.prompt, "serif", wrap=True))
        self._column.addWidget(card)
        self._show_tags()
        self._column.addWidget(label(tr("Keys"), "section"))
        keys = Card()
        table = QGridLayout()
        table.setHorizontalSpacing(10)
        table.setVerticalSpacing(8)
        table.setColumnStretch(1, 1)
        keys.column.addLayout(table)
        for line, (key, meaning) in enumerate(
            (
                (tr("Type"), tr("starts a note, Enter posts it")),
                (tr("Ctrl 1–4"), tr("thinking style of the next note")),
                (tr("Arrows"), tr("walk from note to note")),
                ("G", self._place.commands.action("note.join").text()),
                (self._place.commands.keys("note.group"), self._place.commands.action("note.group").text()),
                (tr("Tab"), tr("writes the next note beside")),
                (tr("Space"), tr("and the mouse move the board")),
                ("+ −", tr("dots on the selected notes")),
                (tr("Ctrl K"), tr("finds any action")),
            )
        ):
            table.addWidget(label(key, "key"), line, 0, TOP_LEFT)
            table.addWidget(label(meaning, "quiet", wrap=True), line, 1)
        self._column.addWidget(keys)

    def _show_tags(self) -> None:
        if self.tags:
            self._column.addWidget(label(tr("Tags"), "section"))
            tags = TagList(self.tags)
            tags.chosen.connect(self.tagged)
            self._column.addWidget(tags)

    # one note

    def _show_note(self, note: Note, about: list[Concern]) -> None:
        self._column.addWidget(label(tr("Selected note"), "section"))
        card, worries = NoteCard(self._place, note, self._uses), NoteConcerns(self._place, note.id, about)
        self.caption_field, self.worry_field = card.caption, worries.worry
        self._column.addWidget(card)
        self._column.addWidget(worries)
        self.alike = LooksAlike()
        self.alike.chosen.connect(self.goes)
        self._column.addWidget(self.alike)
        self.show_alike(*self._alike_to)
        self._column.addWidget(action_button(self._place.commands.action("note.use"), "filled"))

    def show_alike(self, note: int, alike: Alike) -> None:
        """What looks like the selected note; kept, so that nothing flickers when the panel is built anew."""
        self._alike_to = (note, alike)
        one = self._shown[1][0].id if self._shown and len(self._shown[1]) == 1 else None
        if self.alike is not None and note == one:
            self.alike.show_notes(alike)

    # several notes

    def _show_several(self, notes: list[Note]) -> None:
        self._column.addWidget(label(trn("{n} note selected", "{n} notes selected", len(notes)), "section"))
        card = Card()
        for note in notes[:5]:
            card.column.addWidget(label(first_line(note), "quiet", wrap=True))
        if len(notes) > 5:
            card.column.addWidget(label(tr("and {n} more", n=len(notes) - 5), "tiny"))
        self._column.addWidget(card)
        self._column.addWidget(ArrangeRow(self._place))
        actions = self._place.commands.action
        clusters = {note.cluster for note in notes}
        together = len(clusters) == 1 and None not in clusters
        first, then = ("note.use", "note.group") if together else ("note.group", "note.use")
        self._column.addWidget(action_button(actions(first), "filled"))
        for key in (then, "note.author", "note.remove"):
            self._column.addWidget(action_button(actions(key)))

    def _clusters(self, notes: list[Note]) -> tuple[Cluster, ...]:
        """Those that the notes are in; a few stand for many."""
        inside = sorted({note.cluster for note in notes if note.cluster is not None})
        rows = (self._doc.find(Cluster, cluster) for cluster in inside[:NAMED])
        return tuple(row for row in rows if row is not None)

    def _show_keys(self, clusters: tuple[Cluster, ...]) -> None:
        """What the keys do with the selection, and with the clusters it is in."""
        self._place.commands.refresh()  # what may be done depends on this selection
        self._column.addWidget(HandKeys(self._place, tr("With the selection"), NOTES))
        if clusters:
            names = ", ".join(row.name for row in clusters)
            title = trn("The cluster “{names}”", "The clusters “{names}”", len(clusters), names=names)
            self._column.addWidget(HandKeys(self._place, title, CLUSTER))


def _without_caption(note: Note) -> Note:
    """Typing under a picture, here or on the board, only updates the field that shows it."""
    return replace(note, text="") if note.picture else note
