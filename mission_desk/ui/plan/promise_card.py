"""One promise of last year: did it live, and what did we see of it? Below them the line that adds one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QToolButton

from mission_desk.core.file.closed_sets import ANSWERS, Subject
from mission_desk.core.file.rows import Verdict
from mission_desk.ui.look import icons
from mission_desk.ui.look.theme import UNIT, Tokens
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import Card, row
from mission_desk.ui.parts.fields import AreaField, LineField
from mission_desk.ui.parts.labels import label, set_look, set_tip
from mission_desk.words import tr

KEYS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}
LONGEST = 2_000  # characters of a promise


class PromiseCard(Card):
    """`judged(answer)`, empty to take it back; `removes()`; `stepped(by)` by the arrow keys."""

    judged = Signal(str)
    removes = Signal()
    stepped = Signal(int)

    def __init__(self, tokens: Tokens) -> None:
        super().__init__("press", (5 * UNIT, 3 * UNIT, 4 * UNIT, 4 * UNIT), UNIT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._answer = ""
        self._subject, self._promise = label("", "section"), label("", "serif", wrap=True)
        remove = self._remove_button(tokens)
        self.column.addLayout(row(self._subject, remove, stretch=1))
        self.column.addWidget(self._promise)
        self.column.addSpacing(2 * UNIT)
        self.answers = self._answer_buttons()
        self.field = AreaField(tr("What did we see? One moment, one number"), lines=1, most=6)
        self.field.setAccessibleName(tr("What did we see?"))
        line = row(*self.answers.values(), self.field, spacing=2 * UNIT)
        for each in self.answers.values():
            line.setAlignment(each, Qt.AlignmentFlag.AlignTop)
        line.setStretch(len(self.answers), 1)
        self.column.addLayout(line)

    def _answer_buttons(self) -> dict[str, QPushButton]:
        group = QButtonGroup(self)
        group.setExclusive(False)  # a second press takes the answer back
        buttons: dict[str, QPushButton] = {}
        for number, (answer, words) in enumerate(zip(ANSWERS, answer_words(), strict=True), 1):
            one = button(words, partial(self._judge, answer), "no" if answer == "not" else "")
            one.setCheckable(True)
            one.setMinimumHeight(10 * UNIT)
            set_tip(one, f"{words}  {number}")
            group.addButton(one)
            buttons[answer] = one
        return buttons

    def _remove_button(self, tokens: Tokens) -> QToolButton:
        remove = QToolButton()
        set_look(remove, "quiet")
        remove.setIcon(icons.icon("x", tokens.ink3))
        remove.setIconSize(QSize(4 * UNIT, 4 * UNIT))
        remove.setFixedSize(6 * UNIT, 6 * UNIT)
        remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the Delete key does it on the card
        set_tip(remove, tr("Delete the promise"))
        remove.setAccessibleName(tr("Delete the promise"))
        remove.clicked.connect(self.removes)
        return remove

    def show_verdict(self, verdict: Verdict) -> None:
        self._answer = verdict.answer
        self._subject.setText(subject_words()[verdict.subject])
        self._promise.setText(verdict.promise)
        set_look(self._promise, "statement" if verdict.subject == "statement" else "serif")
        self.field.show_text(verdict.text)
        for answer, one in self.answers.items():
            one.setChecked(answer == verdict.answer)
        self.setAccessibleName(verdict.promise)

    @property
    def answer(self) -> str:
        return self._answer

    def _judge(self, answer: str) -> None:
        self.judged.emit("" if answer == self._answer else answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in KEYS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._judge(ANSWERS[KEYS[key]])
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.field.setFocus()
        elif key == Qt.Key.Key_Delete:
            self.removes.emit()
        else:
            super().keyPressEvent(event)


def answer_words() -> tuple[str, str, str]:
    return tr("Lived"), tr("Partly"), tr("Not yet")


def subject_words() -> dict[Subject, str]:
    return {"statement": tr("Statement"), "priority": tr("Priority"), "guideline": tr("Guideline")}


class PromiseLine(LineField):
    """Enter hands the promise on; who receives it empties the line for the next one."""

    entered = Signal(str)

    def __init__(self, hint: str) -> None:
        super().__init__(hint)
        self.setAccessibleName(hint)
        self.setMaxLength(LONGEST)
        self.returnPressed.connect(self.enter)

    def enter(self) -> None:
        text = self.text().strip()
        if text:
            self.entered.emit(text)
