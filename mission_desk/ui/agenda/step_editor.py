"""One step in every detail, beside the rail: what is typed is in the agenda at once. Escape goes back to the
step's row."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QWidget

from mission_desk.core.agenda import agenda, outline
from mission_desk.core.agenda.step_parts import LONGEST, read_parts
from mission_desk.core.board import boards
from mission_desk.core.file.closed_sets import THINKING_STYLES, ThinkingStyle
from mission_desk.core.file.rows import Step
from mission_desk.core.room.style_words import style_plural
from mission_desk.ui.agenda.step_words import any_board, capture_words, captures, pages, read_minutes
from mission_desk.ui.look import icons
from mission_desk.ui.look.theme import UNIT
from mission_desk.ui.parts.buttons import action_button, button
from mission_desk.ui.parts.cards import column, row, scrolled
from mission_desk.ui.parts.choice import Choice
from mission_desk.ui.parts.chooser import Chooser
from mission_desk.ui.parts.fields import AreaField, LineField
from mission_desk.ui.parts.labelled import labelled
from mission_desk.ui.parts.labels import label, set_look, set_tip
from mission_desk.ui.parts.parsed_field import ParsedField
from mission_desk.ui.workplace import Workplace
from mission_desk.words import screen_language, tr
from mission_desk.written import time_of_day

FIGURE = 16 * UNIT  # px of the minutes
MOVE_BY = 5  # minutes that an arrow key adds


class StepEditor(QFrame):
    """`done` when it is to be closed."""

    WIDTH = 94 * UNIT  # px
    done = Signal()

    def __init__(self, place: Workplace, window: QWidget) -> None:
        super().__init__(window)
        set_look(self, "rail-editor")
        self._place, self._doc = place, place.doc
        self.step = 0
        self._head = label("", "section")
        self.title = LineField(tr("What is this step called?"))
        self.minutes = ParsedField(read_minutes, str, move_minutes)
        self.minutes.setFixedWidth(FIGURE)
        self.parts = ParsedField(read_parts, str, hint=tr("10 alone · 15 aloud · 10 cluster"))
        self.parts.setMaxLength(LONGEST)
        self._when = label("", "quiet")
        self.prompt = AreaField(tr("The question that the room sees"), "serif", lines=2, most=5)
        self.note = AreaField(tr("What only the facilitator reads"), lines=3, most=8)
        self.leads = {style: self._lead_button(style) for style in THINKING_STYLES}
        self.capture = Choice(captures(), tr("Who writes"))
        self._capture_says = label("", "tiny", wrap=True)
        self.page, self.board = Chooser(place.tokens, tr("Page")), Chooser(place.tokens, tr("Board"))
        self._board_part = labelled(tr("Board"), self.board)
        self._connect()
        self._lay_out()

    def _lead_button(self, style: ThinkingStyle) -> QPushButton:
        toggle = button(style_plural(style, screen_language()), style=f"lead-{style}")
        toggle.setCheckable(True)
        toggle.clicked.connect(
            lambda on: outline.set_lead(self._doc, self.step, style, bool(on), source=self)
        )
        return toggle

    def _connect(self) -> None:
        self.title.installEventFilter(self)
        self.capture.chosen.connect(partial(self._write_word, "capture"))
        self.page.chosen.connect(partial(self._write_word, "page"))
        self.board.chosen.connect(partial(self._write_word, "board"))

    def _lay_out(self) -> None:
        content = QWidget()
        inside = column(content, (4 * UNIT, 0, 4 * UNIT, 4 * UNIT), 3 * UNIT)
        inside.addWidget(labelled(tr("Step"), self.title))
        minutes = QWidget()
        minutes.setLayout(
            row(self.minutes, label(tr("min"), "quiet"), self._when, spacing=2 * UNIT, stretch=3)
        )
        inside.addWidget(labelled(tr("How long"), minutes))
        inside.addWidget(labelled(tr("Parts of its clock"), self.parts))
        inside.addWidget(labelled(tr("The room is asked"), self.prompt))
        inside.addWidget(labelled(tr("Facilitator note"), self.note))
        inside.addWidget(labelled(tr("Who leads"), self._lead_grid()))
        inside.addWidget(labelled(tr("Who writes"), self.capture))
        inside.addWidget(self._capture_says)
        places = row(labelled(tr("Page"), self.page), self._board_part, spacing=2 * UNIT)
        inside.addLayout(places)
        inside.addStretch(1)
        layout = column(self, (0, 3 * UNIT, 0, 3 * UNIT), 2 * UNIT)
        close = button(tr("Done"), self.done.emit, "small")
        set_tip(close, tr("Esc"))
        head = row(self._head, close, stretch=1)
        head.setContentsMargins(4 * UNIT, 0, 4 * UNIT, 0)
        layout.addLayout(head)
        layout.addWidget(scrolled(content), 1)
        layout.addLayout(self._foot())

    def _lead_grid(self) -> QWidget:
        grid_area = QWidget()
        grid = QGridLayout(grid_area)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2 * UNIT)
        for number, each in enumerate(self.leads.values()):
            grid.addWidget(each, number // 2, number % 2)
        return grid_area

    def _foot(self) -> QHBoxLayout:
        keys = ("step.up", "step.down", "step.remove", "step.add")
        made = [action_button(self._place.commands.action(key), "small") for key in keys]
        for each, words in zip(made, ("↑", "↓", tr("Delete"), tr("New step")), strict=True):
            each.setAccessibleName(each.text())
            each.setText(words)
        foot = row(*made, stretch=2)
        foot.setContentsMargins(4 * UNIT, 0, 4 * UNIT, 0)
        return foot

    # what it shows

    def show_step(self, step: Step) -> None:
        if step.id != self.step:
            self.hand_on()
            self.step = step.id
            self._bind(step.id)
        every = agenda.steps(self._doc)
        self._head.setText(tr("Step {n} of {count}", n=step.rank + 1, count=len(every)))
        self.title.show_text(step.title)
        self.minutes.show_value(str(step.minutes))
        self.parts.show_value(step.parts)
        start = agenda.planned_starts(self._doc)[step.id]
        self._when.setText(f"{time_of_day(start)} – {time_of_day(start + step.minutes)}")
        self.prompt.show_text(step.prompt)
        self.note.show_text(step.note)
        for style, each in self.leads.items():
            leads, t = style in agenda.leads(step), self._place.tokens
            each.setChecked(leads)
            each.setIcon(icons.icon(f"mark-{style}", t.note_ink if leads else t.ink2))
        self.capture.show_choice(step.capture)
        self._capture_says.setText(capture_words(step.capture))
        self._show_places(step)

    def _bind(self, step: int) -> None:
        """What is typed goes to the step that it was typed for, even if it can only be written later."""
        unwritten = self._place.unwritten
        fields: dict[str, LineField | AreaField] = {
            "title": self.title, "prompt": self.prompt, "note": self.note,
        }  # fmt: skip
        for name, field in fields.items():
            field.write_to(unwritten, f"step.{step}.{name}", partial(self._write_to, step, name))
        self.minutes.value_to(
            unwritten, f"step.{step}.minutes", lambda value: self._write_to(step, "minutes", int(value))
        )
        self.parts.value_to(
            unwritten, f"step.{step}.parts",
            partial(outline.set_parts, self._doc, step, source=self),
        )  # fmt: skip

    def _show_places(self, step: Step) -> None:
        self.page.show_entries(pages())
        self.page.show_choice(step.page)
        named = [(each.key, each.title) for each in boards.boards(self._doc)]
        self.board.show_entries([("", any_board()), *named])
        self.board.show_choice(step.board)
        self._board_part.setVisible(step.page == "board")

    def begin(self) -> None:
        """Put the cursor into the title, which people change first."""
        self.title.setFocus(Qt.FocusReason.TabFocusReason)
        self.title.selectAll()

    def hand_on(self) -> None:
        """Hand on what is half typed to the step it was typed for."""
        for field in (self.title, self.minutes, self.parts, self.prompt, self.note):
            field.hand_on()

    def _write(self, **values: str | int) -> None:
        if self.step:
            outline.edit_step(self._doc, self.step, source=self, **values)

    def _write_word(self, name: str, word: object) -> None:
        self._write(**{name: str(word)})

    def _write_to(self, step: int, name: str, value: str | int) -> None:
        outline.edit_step(self._doc, step, source=self, **{name: value})

    # keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the title goes on to the next field."""
        if (
            watched is not self.title
            or event.type() != QEvent.Type.KeyPress
            or not isinstance(event, QKeyEvent)
        ):
            return False
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        self.title.hand_on()
        self.minutes.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)


def move_minutes(value: str, by: int) -> str:
    """To the next whole five minutes, up or down."""
    now = int(value or 0)
    to = now // MOVE_BY + 1 if by > 0 else -(-now // MOVE_BY) - 1
    return str(max(0, min(outline.LONGEST_MINUTES, to * MOVE_BY)))
