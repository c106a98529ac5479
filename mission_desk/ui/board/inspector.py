"""The panel at the side of the board: the selected note with its concerns, several notes, or, with none,
the board's question."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mission_desk.core import built_from, concerns, people, pictures
from mission_desk.core.built_from import Use
from mission_desk.core.rows import Board, Cluster, Concern, Note, Seat
from mission_desk.ui.board.arrange_row import ArrangeRow
from mission_desk.ui.board.hand_keys import CLUSTER, NOTES, HandKeys
from mission_desk.ui.board.looks_alike import Alike, LooksAlike
from mission_desk.ui.board.styles import style_words
from mission_desk.ui.board.tag_list import Tagged, TagList
from mission_desk.ui.parts.buttons import action_button, button
from mission_desk.ui.parts.cards import Card, clear, column, scrolled
from mission_desk.ui.parts.fields import LineField
from mission_desk.ui.parts.labels import label, look
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn

NAMED = 3  # clusters in the title of what can be done with them
TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class Inspector(QWidget):
    """`goes(note id)` asks to select that note, `tagged(key)` to show only what has this tag; `wanted` says
    that the inspector has to be seen. `tags` are the board's."""

    goes = Signal(int)
    tagged = Signal(str)
    wanted = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        look(self, "panel")
        self._place, self._doc = place, place.doc
        self._body = QWidget()
        self._column: QVBoxLayout = column(self._body, (14, 14, 14, 14), 8)
        layout = column(self)
        layout.addWidget(scrolled(self._body))
        self.worry_field: LineField | None = None
        self.alike: LooksAlike | None = None
        self._alike_to: tuple[int, Alike] = (0, ())
        self.tags: tuple[Tagged, ...] = ()
        self._uses: list[Use] = []
        self._shown: tuple[Board, tuple[Note, ...], object] | None = None

    def show_selection(self, board: Board, notes: list[Note]) -> None:
        """Built anew only where something differs: a panel rebuilt under the hand swallows its clicks."""
        about = concerns.concerns_on(self._doc, note=notes[0].id) if len(notes) == 1 else []
        author = self._doc.find(Seat, notes[0].author) if len(notes) == 1 else None
        clusters = self._clusters(notes)
        self._uses = built_from.uses(self._doc, notes[0].id) if len(notes) == 1 else []
        shown = (board, tuple(notes), (about, author, clusters, self._uses, () if notes else self.tags))
        if shown == self._shown:
            return
        half_typed = self._half_typed(notes)
        held = any(each.hasFocus() for each in self._body.findChildren(QWidget))
        writing = self.worry_field is not None and self.worry_field.hasFocus()
        self._shown = shown
        self.worry_field = self.alike = None
        clear(self._column)
        if not notes:
            self._show_board(board)
        elif len(notes) == 1:
            self._show_note(notes[0], about, half_typed)
        else:
            self._show_several(notes)
        if notes:
            self._show_keys(clusters)
        self._column.addStretch(1)
        if held:  # else Qt hands the keys to the first button of the top bar
            again = self.worry_field if writing and self.worry_field is not None else self
            again.setFocus()

    def _half_typed(self, notes: list[Note]) -> str:
        """A concern that is being typed stays while its note changes."""
        before = self._shown[1] if self._shown else ()
        same = len(before) == len(notes) == 1 and before[0].id == notes[0].id
        return self.worry_field.text() if same and self.worry_field is not None else ""

    def ask_worry(self) -> None:
        """Put the cursor where a concern is written; a panel that is hidden is asked for first."""
        if self.worry_field is not None:
            self.wanted.emit()
            if not self.isVisible():
                self._place.commands.run("view.side")
            self.worry_field.setFocus()

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
                ("G", tr("makes a cluster of the selected notes")),
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
            found = TagList(self.tags)
            found.chosen.connect(self.tagged)
            self._column.addWidget(found)

    # one note

    def _show_note(self, note: Note, about: list[Concern], half_typed: str) -> None:
        self._column.addWidget(label(tr("Selected note"), "section"))
        card = Card()
        if size := pictures.pixels(self._doc, note.picture):
            card.column.addWidget(label(tr("Picture, {w} × {h} pixels", w=size[0], h=size[1]), "tiny"))
        if note.text or not note.picture:
            card.column.addWidget(label(note.text, "serif", wrap=True))
        time = datetime.fromtimestamp(note.at).strftime("%H:%M")
        dots = trn("{n} dot", "{n} dots", note.dots)
        card.column.addWidget(label(f"{style_words()[note.style]} · {time} · {dots}", "tiny", wrap=True))
        card.column.addWidget(self._author(note), 0, TOP_LEFT)
        card.column.addLayout(self._dots_and_edit())
        for use in self._uses:
            went = tr("In draft {letter}: “{phrase}”", letter=use.letter, phrase=use.phrase)
            words = went if use.phrase else tr("In draft {letter}", letter=use.letter)
            card.column.addWidget(label(words, "tiny", wrap=True))
        self._column.addWidget(card)
        self._show_concerns(note, about, half_typed)
        self.alike = LooksAlike()
        self.alike.chosen.connect(self.goes)
        self._column.addWidget(self.alike)
        self.show_alike(*self._alike_to)
        self._column.addWidget(action_button(self._place.commands.action("note.use"), "filled"))

    def show_alike(self, note: int, found: Alike) -> None:
        """What looks like the selected note; kept, so that nothing flickers when the panel is built anew."""
        self._alike_to = (note, found)
        one = self._shown[1][0].id if self._shown and len(self._shown[1]) == 1 else None
        if self.alike is not None and note == one:
            self.alike.show_notes(found)

    def _author(self, note: Note) -> QPushButton:
        """Whose it is; pressed, it asks."""
        seat = self._doc.find(Seat, note.author)
        words = tr("From {name}", name=people.seat_label(seat)) if seat else tr("Say whose note it is…")
        return button(words, self._place.commands.action("note.author").trigger, "small")

    def _dots_and_edit(self) -> QHBoxLayout:
        line = QHBoxLayout()
        for key, text in (
            ("note.undot", "−"),
            ("note.dot", "+"),
            ("note.edit", tr("Edit")),
            ("note.remove", tr("Delete")),
        ):
            action = self._place.commands.action(key)
            made = button(text, action.trigger, "small")
            made.setAccessibleName(action.text())
            made.setToolTip(action.text())
            line.addWidget(made)
        line.addStretch(1)
        return line

    def _show_concerns(self, note: Note, about: list[Concern], half_typed: str) -> None:
        self._column.addWidget(label(tr("Concerns on this note"), "section"))
        for concern in about:
            self._column.addWidget(self._concern_card(concern))
        field = LineField(tr("What worries you about it?"))
        field.setText(half_typed)
        field.returnPressed.connect(lambda: self._raise(note, field))
        self.worry_field = field
        self._column.addWidget(field)

    def _raise(self, note: Note, field: LineField) -> None:
        text = field.text()
        field.clear()
        concerns.raise_concern(self._doc, text, note=note.id, source=self)

    def _concern_card(self, concern: Concern) -> Card:
        card = Card(spacing=4)
        is_open = concern.state == "open"
        card.column.addWidget(label(concern.text, "strong" if is_open else "quiet", wrap=True))
        state = {
            "open": tr("open"),
            "answered": tr("answered"),
            "accepted": tr("we live with it"),
            "changed": tr("text changed"),
        }[concern.state]
        words = f"{state}: {concern.answer}" if concern.answer else state
        card.column.addWidget(label(f"{style_words()[concern.style]} · {words}", "tiny", wrap=True))
        if is_open:
            self._add_answer(card, concern)
        else:
            reopen = button(
                tr("Open again"), lambda: concerns.reopen_concern(self._doc, concern.id, source=self), "quiet"
            )
            card.column.addWidget(reopen)
        return card

    def _add_answer(self, card: Card, concern: Concern) -> None:
        field = LineField(tr("The answer"))
        field.hide()
        field.returnPressed.connect(
            lambda: concerns.answer_concern(self._doc, concern.id, field.text(), source=self)
        )
        line = QHBoxLayout()
        line.addWidget(button(tr("Answer…"), partial(_ask, field)))
        line.addWidget(
            button(tr("Live with it"), lambda: concerns.accept_concern(self._doc, concern.id, source=self))
        )
        line.addStretch(1)
        card.column.addLayout(line)
        card.column.addWidget(field)

    # several notes

    def _show_several(self, notes: list[Note]) -> None:
        self._column.addWidget(label(trn("{n} note selected", "{n} notes selected", len(notes)), "section"))
        card = Card()
        for note in notes[:5]:
            card.column.addWidget(label(note.text.split("\n")[0], "quiet", wrap=True))
        if len(notes) > 5:
            card.column.addWidget(label(tr("and {n} more", n=len(notes) - 5), "tiny"))
        self._column.addWidget(card)
        self._column.addWidget(ArrangeRow(self._place))
        actions = self._place.commands.action
        self._column.addWidget(action_button(actions("note.group"), "filled"))
        for key in ("note.use", "note.author", "note.remove"):
            self._column.addWidget(action_button(actions(key)))

    def _clusters(self, notes: list[Note]) -> tuple[Cluster, ...]:
        """Those that the notes are in; a few stand for many."""
        inside = sorted({note.cluster for note in notes if note.cluster is not None})
        found = (self._doc.find(Cluster, cluster) for cluster in inside[:NAMED])
        return tuple(row for row in found if row is not None)

    def _show_keys(self, clusters: tuple[Cluster, ...]) -> None:
        """What the keys do with the selection, and with the clusters it is in."""
        self._place.commands.refresh()  # what may be done depends on this selection
        self._column.addWidget(HandKeys(self._place, tr("With the selection"), NOTES))
        if clusters:
            names = ", ".join(row.name for row in clusters)
            title = trn("The cluster “{names}”", "The clusters “{names}”", len(clusters), names=names)
            self._column.addWidget(HandKeys(self._place, title, CLUSTER))


def _ask(field: LineField) -> None:
    field.show()
    field.setFocus()
