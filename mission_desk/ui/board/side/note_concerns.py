"""The concerns on one note, in the panel at the side: raised, answered, lived with, opened again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from mission_desk.core.file.rows import Concern
from mission_desk.core.room.style_words import style_names
from mission_desk.core.statement import concerns
from mission_desk.ui.parts.buttons import button
from mission_desk.ui.parts.cards import Card, column
from mission_desk.ui.parts.fields import LineField
from mission_desk.ui.parts.labels import label
from mission_desk.ui.workplace import Workplace
from mission_desk.words import tr


class NoteConcerns(QWidget):
    """`worry` is where a new one is written."""

    def __init__(self, place: Workplace, note: int, about: list[Concern]) -> None:
        super().__init__()
        self._place, self._doc, self._note = place, place.doc, note
        lines = column(self)
        lines.addWidget(label(tr("Concerns on this note"), "section"))
        for concern in about:
            lines.addWidget(self._card(concern))
        self.worry = LineField(tr("What worries you about it?"))
        self._half = f"concern.note.{note}"
        self.worry.keep_in(place.unwritten, self._half)
        self.worry.returnPressed.connect(self._raise)
        lines.addWidget(self.worry)

    def _raise(self) -> None:
        text = self.worry.text()
        act = partial(concerns.raise_concern, self._doc, text, note=self._note, source=self)
        self._hand_in(self._half, act)

    def _hand_in(self, half: str, act: Callable[[], object]) -> None:
        """What is refused stays in its field. By the time it is taken, another field stands there."""
        if self._place.commands.attempt(act):
            self._place.unwritten.empty(half)

    def _card(self, concern: Concern) -> Card:
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
        card.column.addWidget(label(f"{style_names()[concern.style]} · {words}", "tiny", wrap=True))
        if is_open:
            self._add_answer(card, concern)
        else:
            reopen = partial(concerns.reopen_concern, self._doc, concern.id, source=self)
            card.column.addWidget(button(tr("Open again"), reopen, "quiet"))
        return card

    def _add_answer(self, card: Card, concern: Concern) -> None:
        field = LineField(tr("The answer"))
        field.keep_in(self._place.unwritten, f"answer.{concern.id}")
        field.setVisible(bool(field.text()))
        field.returnPressed.connect(
            lambda: self._hand_in(
                f"answer.{concern.id}",
                partial(concerns.answer_concern, self._doc, concern.id, field.text(), source=self),
            )
        )
        accept = partial(concerns.accept_concern, self._doc, concern.id, source=self)
        line = QHBoxLayout()
        line.addWidget(button(tr("Answer…"), partial(_ask, field)))
        line.addWidget(button(tr("Live with it"), accept))
        line.addStretch(1)
        card.column.addLayout(line)
        card.column.addWidget(field)


def _ask(field: LineField) -> None:
    field.show()
    field.setFocus()
