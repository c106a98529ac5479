"""The panel in which a board is set up: title, question, colour, paper and fields, each saved as it is
typed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mission_desk.core.board import board_setup
from mission_desk.core.file.closed_sets import STYLES
from mission_desk.core.file.rows import Board, Region
from mission_desk.core.room.style_words import style_names
from mission_desk.ui.board.field_rows import FieldRows
from mission_desk.ui.commands import Commands
from mission_desk.ui.parts.buttons import action_button, button
from mission_desk.ui.parts.cards import column, scrolled
from mission_desk.ui.parts.chooser import Chooser
from mission_desk.ui.parts.fields import AreaField, LineField
from mission_desk.ui.parts.labelled import labelled
from mission_desk.ui.parts.labels import label, set_look
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr


class SetupPanel(QWidget):
    """`edited(column, text)` is about the board; `left` when it is done."""

    edited = Signal(str, str)
    left = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place, tokens, commands = place, place.tokens, place.commands
        set_look(self, "panel")
        self.title = LineField(tr("New board"))
        self.prompt = AreaField(tr("What is the question?"), tab_selects=True)
        self.across, self.up = LineField(tr("e.g. What it costs")), LineField(tr("e.g. What it changes"))
        self.style_of, self.paper = Chooser(tokens, tr("Colour")), Chooser(tokens, tr("Paper"))
        self.fields = FieldRows(place)
        self.style_of.show_entries([(style, style_names()[style]) for style in STYLES])
        self.paper.show_entries(paper_words())
        body = QWidget()
        self._fill(body, commands)
        layout = column(self, (14, 14, 14, 14), 8)
        layout.addWidget(label(tr("Set up this board"), "section"))
        layout.addWidget(scrolled(body), 1)
        layout.addWidget(button(tr("Done"), self.left.emit, "filled"))
        self.prompt.installEventFilter(self)
        self.style_of.chosen.connect(partial(self.edited.emit, "style"))
        self.paper.chosen.connect(partial(self.edited.emit, "background"))

    def _fill(self, body: QWidget, commands: Commands) -> None:
        layout = column(body, spacing=12)
        layout.addWidget(labelled(tr("Title"), self.title))
        layout.addWidget(labelled(tr("The question of this board"), self.prompt))
        layout.addWidget(labelled(tr("Colour"), self.style_of))
        layout.addWidget(labelled(tr("Paper"), self.paper))
        layout.addWidget(label(tr("Fields"), "section"))
        layout.addWidget(self.fields)
        layout.addWidget(action_button(commands.action("board.field")))
        layout.addWidget(label(tr("Axes"), "section"))
        layout.addWidget(labelled(tr("From left to right"), self.across))
        layout.addWidget(labelled(tr("From below to above"), self.up))
        layout.addWidget(label(tr("Among the boards"), "section"))
        for key in ("board.left", "board.right", "board.remove"):
            layout.addWidget(action_button(commands.action(key)))
        layout.addStretch(1)

    def show_board(self, board: Board, fields: list[Region]) -> None:
        fields_of_words: dict[str, LineField | AreaField] = {
            "title": self.title,
            "prompt": self.prompt,
            "across": self.across,
            "up": self.up,
        }
        for name, field in fields_of_words.items():
            place, write = f"board.{board.id}.{name}", partial(self._write, board.id, name)
            field.write_to(self._place.unwritten, place, write)
            field.show_text(getattr(board, name))
        self.style_of.show_choice(board.style)
        self.paper.show_choice(board.background)
        self.fields.show_fields(fields)

    def _write(self, board: int, name: str, text: str) -> None:
        board_setup.edit_board(self._place.doc, board, source=self, **{name: text})

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape is done with the panel, also from the field of several lines, which else keeps the key."""
        leaves = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if leaves and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            self.left.emit()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def paper_words() -> list[tuple[object, str]]:
    return [("", tr("Dots")), ("lines", tr("Lines")), ("squares", tr("Squares")), ("plain", tr("Plain"))]
