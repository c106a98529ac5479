"""One note in the panel at the side: its words or its picture's, whose it is, and what it went into."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from mission_desk.core.board import pictures
from mission_desk.core.file.rows import Note, Seat
from mission_desk.core.room import people
from mission_desk.core.room.style_words import style_names
from mission_desk.core.statement.draft_sources import NoteUse
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import Card
from mission_desk.ui.parts.fields import LineField
from mission_desk.ui.parts.labels import label, set_tip
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr, trn
from mission_desk.written import wall_time

TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class NoteCard(Card):
    """`caption` is where the words under a picture are written; a note without one has none."""

    def __init__(self, place: Workplace, note: Note, uses: list[NoteUse]) -> None:
        super().__init__()
        self._place, self._doc, self._note = place, place.doc, note
        self.caption: LineField | None = None
        if note.picture:
            self._add_picture()
        else:
            self.column.addWidget(label(note.text, "serif", wrap=True))
        time = wall_time(note.at)
        dots = trn("{n} dot", "{n} dots", note.dots)
        self.column.addWidget(label(f"{style_names()[note.style]} · {time} · {dots}", "tiny", wrap=True))
        self.column.addWidget(self._author(), 0, TOP_LEFT)
        self.column.addLayout(self._dots_and_edit())
        for use in uses:
            went = tr("In draft {letter}: “{phrase}”", letter=use.letter, phrase=use.phrase)
            words = went if use.phrase else tr("In draft {letter}", letter=use.letter)
            self.column.addWidget(label(words, "tiny", wrap=True))

    def _add_picture(self) -> None:
        if size := pictures.pixels(self._doc, self._note.picture):
            self.column.addWidget(label(tr("Picture, {w} × {h} pixels", w=size[0], h=size[1]), "tiny"))
        self.caption = LineField(tr("Words under the picture"))
        self.caption.setAccessibleName(tr("Words under the picture"))
        write = partial(pictures.caption_picture, self._doc, self._note.id, source=self)
        self.caption.write_to(self._place.unwritten, f"caption.{self._note.id}", write)
        self.caption.show_text(self._note.text)
        self.column.addWidget(self.caption)

    def _author(self) -> QPushButton:
        """Whose it is; pressed, it asks."""
        seat = self._doc.find(Seat, self._note.author)
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
            set_tip(made, action.text())
            line.addWidget(made)
        line.addStretch(1)
        return line
